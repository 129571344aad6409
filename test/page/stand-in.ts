import type { Asking, Said, Talk, Talks, Turn } from '../../src/conversation/talk.ts';
import { begin } from '../../src/plan/kept.ts';
import { type QuestionId, questions } from '../../src/plan/questions/index.ts';
import type { Offer, Reply } from '../../src/plan/replies.ts';

const order: [QuestionId, string?][] = [
  ['privacy.go_on'],
  ['who.plan_for'],
  ['who.call_me'],
  ['comm.interpreter'],
  ['goal.what', 'g1'],
  ['goal.by_when', 'g1'],
  ['goal.importance', 'g1'],
  ['network.who'],
  ['network.emergency', 'n1'],
  ['budget.amount'],
  ['check.words'],
];
const offerOf = (q: QuestionId): Offer[] => {
  const { kind, options } = questions[q];
  if (kind === 'yes_no')
    return [
      { id: 'yes', key: 'page.yes' },
      { id: 'no', key: 'page.no' },
    ];
  if (kind === 'scale') return Array.from({ length: 10 }, (_, i) => ({ id: `${i + 1}`, words: `${i + 1}` }));
  return options.map((id) => ({ id, key: `${q}.options.${id}` }));
};
export function standIn(now: () => string): Talks {
  const plans = new Map<string, { key: string | undefined; turns: Turn[]; at: number; lang: string }>();
  const watchers = new Map<string, Set<(t: Turn) => void>>();
  const asking = (at: number): Asking => {
    const [q, item] = order[Math.min(at, order.length - 1)]!;
    return {
      question: q,
      ...(item ? { item } : {}),
      kind: questions[q].kind,
      offer: offerOf(q),
      skip: questions[q].skip,
    };
  };
  const ask = (at: number): Reply => {
    const a = asking(at);
    return {
      say: `${a.question}.ask`,
      question: a.question,
      waits: true,
      offer: asking(at).offer,
      with: { helper: 'Priya' },
    };
  };
  const talk = (id: string): Talk => {
    const p = plans.get(id)!;
    return {
      plan: id,
      version: p.turns.length,
      mode: 'self',
      lang: p.lang,
      state: 'talking',
      asking: asking(p.at),
      turns: p.turns,
      savedAt: now(),
      sentAt: null,
    };
  };
  return {
    begin: async (b) => {
      plans.set(b.plan, {
        key: b.key,
        at: 0,
        lang: b.lang,
        turns: [
          {
            id: 'begin-0001',
            at: now(),
            by: { role: 'system' },
            said: null,
            replies: [{ say: 'welcome.hello.ask', with: { council: 'Wetherby Vale Council' }, waits: false }, ask(0)],
          },
        ],
      });
      return talk(b.plan);
    },
    read: async (id) => (plans.has(id) ? talk(id) : null),
    kept: async (id) => {
      const p = plans.get(id);
      return p
        ? begin({
            type: 'began',
            plan: id,
            at: now(),
            by: { role: 'person' },
            nation: 'england',
            channel: 'webchat',
            lang: p.lang,
            key: p.key,
          })
        : null;
    },
    progress: async (id) => {
      const p = plans.get(id)!;
      return (['hello', 'who', 'communication', 'goals', 'actions', 'network', 'money', 'check'] as const).map(
        (section, i) => ({
          section,
          state: i < p.at / 2 ? 'done' : i < p.at / 2 + 1 ? 'now' : 'to_come',
          left: 3,
          more: true,
        }),
      );
    },
    watch: (id, heard) => {
      const s = watchers.get(id) ?? new Set();
      s.add(heard);
      watchers.set(id, s);
      return () => s.delete(heard);
    },
    say: async (id, said: Said) => {
      const p = plans.get(id);
      if (!p) return null;
      const old = p.turns.find((t) => t.id === said.id);
      if (old) return { turn: old, talk: talk(id), repeated: true };
      const replies: Reply[] = [];
      if (said.command === 'back') p.at = Math.max(0, p.at - 1);
      else if (said.command === undefined || said.command === 'skip') {
        p.at = Math.min(order.length - 1, p.at + 1);
        replies.push({ say: 'page.hello.point_skip', waits: false });
      } else replies.push({ say: `${asking(p.at).question}.why`, waits: false });
      const turn: Turn = {
        id: said.id,
        at: now(),
        by: said.by ?? { role: 'person' },
        said: said.text ?? said.pick?.options.join(', ') ?? said.command ?? said.change ?? '',
        replies: [...replies, ask(p.at)],
      };
      p.turns = [...p.turns, turn];
      for (const w of watchers.get(id) ?? []) w(turn);
      return { turn, talk: talk(id), repeated: false };
    },
  };
}

/** The living talks: applies each message once, has what became true on disk before anything is answered. */
import type { Stamp } from '../dialog/index.ts';
import type { Author, Fact, FactOf, Noted } from '../plan/facts.ts';
import { begin } from '../plan/fold.ts';
import { type Kept, valueAt } from '../plan/kept.ts';
import { Queues } from '../queues.ts';
import { Conflict, type PlanStore } from '../store/port.ts';
import { type Live, livingTalks } from './living.ts';
import { lettersFor, type Outbox } from './outbox.ts';
import { type Position, resume, step } from './position.ts';
import { progressOf } from './progress.ts';
import { prompt } from './prompt.ts';
import { said as saidBy } from './statements.ts';
import type { Beginning, Heard, Said, Talk, Talks, Turn } from './talk.ts';
import type { Tools } from './tools.ts';
import { hear, type Turned } from './turn.ts';
import { askingIn, turnOf, viewOf } from './view.ts';

/** What talks are held with; all of it is handed in. */
export interface Services {
  readonly store: PlanStore;
  readonly tools: Tools;
  /** The time, as an ISO instant. */
  readonly now: () => string;
  readonly nation: 'england' | 'wales';
  /** Where worries about safety and sent plans are left for the council's people. */
  readonly outbox?: Outbox;
  /** Told of what broke without touching the talk; never with anybody's words. */
  readonly report?: (broken: unknown) => void;
  /** How many talks are kept in memory at once; the others are read again when they go on. */
  readonly alive?: number;
}

const system = { role: 'system' } as const;
/** The id of the turn that nobody's message began; no channel can send it. */
const opening = '';

/** All the talks of one store. */
export function talksOf(services: Services): Talks {
  const { store, tools, now } = services;
  const { load, remember, forget } = livingTalks(services);
  /** One act at a time for each plan, in the order in which they came. */
  const queues = new Queues();
  const watchers = new Map<string, Set<(turn: Turn) => void>>();

  async function began({ plan, key, channel, lang, record }: Beginning): Promise<Talk> {
    const stamp: Stamp = { at: now(), by: system };
    const fact: FactOf<'began'> = {
      type: 'began',
      ...stamp,
      plan,
      nation: services.nation,
      channel,
      lang,
      ...(record === undefined ? {} : { record }),
      ...(key === undefined ? {} : { key }),
    };
    const { position, says } = resume(begin(fact), stamp, tools.languages.length);
    const { kept, became } = position.context;
    const asked = prompt(position, tools, stamp.at);
    const replies = [...says.flatMap((say) => saidBy(say, kept, tools, stamp.at)), ...(asked === null ? [] : [asked])];
    const turned: FactOf<'turned'> = { type: 'turned', ...stamp, id: opening, channel, said: '', replies };
    const version = await store.append(plan, 0, [fact, ...became, turned]);
    const turn = turnOf(turned, kept.mode);
    const talk: Live = {
      position,
      version,
      turns: [turn],
      byId: new Map([[turn.id, turn]]),
      told: new Map(),
      unsaid: nothing,
    };
    return viewOf(plan, remember(plan, talk));
  }

  async function say(plan: string, said: Said): Promise<Heard | null> {
    const talk = await load(plan);
    if (talk === null) return null;
    const turn = talk.byId.get(said.id);
    const before = talk.told.get(said.id) ?? (turn === undefined ? undefined : { turn });
    if (before !== undefined) return { ...before, talk: viewOf(plan, talk), repeated: true };
    return spoken(plan, talk, said);
  }

  async function spoken(plan: string, talk: Live, said: Said): Promise<Heard> {
    const at = now();
    const heard = hear(talk.position, said, tools, at, askingIn(talk.turns)?.question);
    const { aside } = heard;
    if (aside !== undefined && heard.facts.every(({ type }) => type === 'flagged'))
      return told(plan, talk, heard, said);
    const turned: FactOf<'turned'> = {
      type: 'turned',
      at,
      by: said.by ?? { role: 'person' },
      id: said.id,
      channel: said.channel,
      said: heard.said,
      ...(said.command === undefined ? {} : { command: said.command }),
      replies: [...talk.unsaid.replies, ...heard.replies],
    };
    const facts = [...talk.unsaid.facts, ...heard.facts.map(dated(tools)), turned];
    talk.version = await store.append(plan, talk.version, facts);
    talk.position = noticed(heard.position, facts);
    talk.unsaid = nothing;
    const turn = turnOf(turned, talk.position.context.kept.mode);
    talk.turns.push(turn);
    talk.byId.set(turn.id, turn);
    if (aside !== undefined) talk.told.set(turn.id, { turn, aside });
    const view = viewOf(plan, talk);
    await post(talk.position.context.kept, facts);
    if (isToBeForgotten(talk.position.context.kept)) {
      await store.remove(plan);
      forget(plan);
    }
    for (const tellThem of watchers.get(plan) ?? []) tellThem(turn);
    return { turn, talk: view, repeated: false, aside };
  }

  /** What was told in confidence is kept as a flag and is no turn: nobody who has the talk open sees that there was one. */
  async function told(plan: string, talk: Live, { position, facts, aside }: Turned, said: Said): Promise<Heard> {
    const { at, by } = position.context.turn;
    const turn: Turn = { id: said.id, at, by, said: null, mode: position.context.kept.mode, replies: [] };
    talk.version = await store.append(plan, talk.version, facts);
    talk.position = position;
    talk.told.set(said.id, { turn, aside });
    await post(position.context.kept, facts);
    return { turn, talk: viewOf(plan, talk), repeated: false, aside };
  }

  /** What is not posted now is posted at the next start: the facts are kept. */
  async function post(kept: Kept, facts: readonly Fact[]): Promise<void> {
    if (services.outbox === undefined) return;
    try {
      for (const letter of lettersFor(kept, facts, tools)) await services.outbox.put(letter);
    } catch (broken) {
      services.report?.(broken);
    }
  }

  async function note(plan: string, facts: readonly Noted[], by: Author): Promise<Kept | null> {
    const talk = await load(plan);
    if (talk === null) return null;
    const stamp: Stamp = { at: now(), by };
    const stamped = facts.map((fact): Fact => ({ ...fact, ...stamp }));
    const { position } = step(talk.position, { type: 'NOTE', stamp, facts: stamped });
    talk.version = await store.append(plan, talk.version, stamped);
    talk.position = position;
    return position.context.kept;
  }

  /** What is in memory may not be what is on disk: after a refusal it is read again before anything else happens. */
  async function surely<T>(plan: string, act: () => Promise<T>): Promise<T> {
    try {
      return await act();
    } catch (error) {
      forget(plan);
      if (error instanceof Conflict) return act();
      throw error;
    }
  }

  return {
    begin: (beginning) => queues.run(beginning.plan, () => began(beginning)),
    say: (plan, said) => queues.run(plan, () => surely(plan, () => say(plan, said))),
    note: (plan, facts, by = { role: 'person' }) => queues.run(plan, () => surely(plan, () => note(plan, facts, by))),
    read: async (plan) => {
      const talk = await queues.run(plan, () => load(plan));
      return talk === null ? null : viewOf(plan, talk);
    },
    kept: async (plan) => (await queues.run(plan, () => load(plan)))?.position.context.kept ?? null,
    progress: async (plan) => {
      const talk = await queues.run(plan, () => load(plan));
      return talk === null
        ? []
        : progressOf(talk.position.context.kept, tools, { at: now(), by: system }, talk.position);
    },
    watch: (plan, tellThem) => {
      const those = watchers.get(plan) ?? new Set();
      watchers.set(plan, those.add(tellThem));
      return () => {
        those.delete(tellThem);
        if (those.size === 0) watchers.delete(plan);
      };
    },
  };
}

const nothing = { facts: [], replies: [] } as const;

/** The same place, when the facts on disk say more of the notice than the statechart did. */
function noticed(position: Position, facts: readonly Fact[]): Position {
  const version = facts.find((fact) => fact.type === 'told' && fact.version !== undefined);
  if (version?.type !== 'told' || version.version === undefined) return position;
  const { kept, stamp, languages } = position.context;
  return resume({ ...kept, noticeVersion: version.version }, stamp, languages).position;
}

/** The notice that was shown is kept with its version. */
const dated =
  ({ noticeVersion }: Tools) =>
  (fact: Fact): Fact =>
    fact.type === 'told' && fact.question === 'privacy.notice' ? { ...fact, version: noticeVersion } : fact;

/** Nothing stays of a talk that the person did not want to go on with, or asked not to save, once they have left it. */
function isToBeForgotten(kept: Kept): boolean {
  if (kept.state === 'declined') return true;
  return kept.state === 'paused' && valueAt(kept, 'privacy.save') === false && kept.everSent === null;
}

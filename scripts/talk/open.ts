/** One talk on a store in memory, with everything else real: for the terminal, for tools and for golden transcripts. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import type { Said, Turn } from '../../src/conversation/talk.ts';
import { talksOf } from '../../src/conversation/talks.ts';
import { loadPack, packWith } from '../../src/council/load-pack.ts';
import { AssessmentRecord } from '../../src/plan/facts.ts';
import { isQuestionId, questions } from '../../src/plan/questions/index.ts';
import { memoryCodes } from '../../src/returning/code-book.ts';
import { keyOf, newSecret, returningOf } from '../../src/returning/returning.ts';
import { danger } from '../../src/safety/index.ts';
import { memoryStore } from '../../src/store/memory.ts';
import { loadTexts } from '../../src/text/index.ts';
import { toolsOf } from '../../src/tools.ts';
import { outcomeOf } from './outcome.ts';
import { type Put, transcript } from './transcript.ts';

export interface Options {
  readonly council?: unknown;
  readonly record?: unknown;
  readonly now?: string | undefined;
  readonly channel?: 'webchat' | 'teams';
  readonly lang?: string;
}

export interface Message {
  readonly question: string | null;
  readonly type: string;
  readonly text: string;
  readonly options: readonly { id: string; text: string }[];
  readonly waits: boolean;
}

/** What is put in: words, an option tapped, a command; `by` when it is not the person who says it. */
export const Input = z.looseObject({
  say: z.string().optional(),
  pick: z.array(z.string()).optional(),
  command: z.string().optional(),
  change: z.string().optional(),
  more: z.string().optional(),
  by: z.object({ role: z.enum(['person', 'helper', 'worker']), name: z.string().optional() }).optional(),
});

/** What the assessment found; its reference and date may stand under `assessment`, as in the plan's own record. */
const Given = z.looseObject({ assessment: z.looseObject({}).optional() }).transform(({ assessment, ...rest }) => ({
  ...assessment,
  ...rest,
}));
const recordIn = (raw: unknown) => Given.pipe(AssessmentRecord).parse(raw);

/** The names in a record that nobody knows what to do with: most likely slips. */
export const unknownIn = (raw: unknown): string[] =>
  Object.keys(Given.safeParse(raw).data ?? {}).filter((name) => !(name in AssessmentRecord.shape));

export async function openTalk(options: Options) {
  const pack = packWith(
    await loadPack('data/demo-council'),
    z.record(z.string(), z.unknown()).parse(options.council ?? {}),
  );
  const texts = loadTexts('locales');
  const tools = toolsOf({ texts, pack, danger });
  const plan = 'terminal-talk';
  let at = Date.parse(options.now ?? new Date().toISOString());
  const now = () => {
    at += 1_000;
    return new Date(at).toISOString();
  };
  const store = memoryStore();
  const opened = () => talksOf({ store, tools, now, nation: pack.nation });
  let talks = opened();
  const codes = memoryCodes();
  let channel = options.channel ?? 'webchat';
  let secret = newSecret();
  const record = options.record === undefined ? undefined : recordIn(options.record);
  const begun = await talks.begin({
    plan,
    channel,
    key: keyOf(secret),
    lang: options.lang ?? 'en-GB',
    ...(record === undefined ? {} : { record }),
  });
  const returning = () =>
    returningOf({ talks, codes, now: () => new Date(at).toISOString(), wait: () => Promise.resolve() });
  let last = begun;
  let count = 0;
  const inputs: Put[] = [];
  let gap = '';

  const messagesOf = (turn: Turn): Message[] =>
    turn.replies.map((reply) => {
      const question = reply.question ?? null;
      const type =
        question !== null && isQuestionId(question) ? questions[question].kind : reply.waits ? 'choice' : 'statement';
      return {
        question,
        type: reply.waits ? type : 'statement',
        text: texts.say(reply, last),
        options: (reply.offer ?? []).map((offer) => ({ id: offer.id, text: texts.label(offer, last) })),
        waits: reply.waits,
      };
    });

  return {
    opening: messagesOf(begun.turns[0] as Turn),
    /** The replies to one input. */
    async say(raw: unknown): Promise<Message[]> {
      const input = Input.parse(raw);
      count += 1;
      const line = `${gap}> ${shownAs(input)}`;
      gap = '';
      const heard = await talks.say(plan, saidOf(input, `m${count}`, channel, last.asking));
      if (heard === null)
        return [
          {
            question: null,
            type: 'statement',
            text: texts.t('conversation.gone', undefined, last),
            options: [],
            waits: true,
          },
        ];
      last = heard.talk;
      inputs.push({ line, reader: { lang: last.lang, mode: last.mode } });
      return messagesOf(heard.turn);
    },
    /** Time goes by, and the program is started again: whatever was not kept is gone. */
    later(hours: number): void {
      at += hours * 3_600_000;
      talks = opened();
      gap = `${gap}~ ${hours} hours later\n\n`;
    },
    /**
     * The same, and they come back on another device: they made a return sheet before they left, and put its code in
     * there. The device that they left is closed. They are welcomed before they say anything.
     */
    async laterElsewhere(hours: number, where: typeof channel): Promise<Message[]> {
      const code = await returning().sheet(plan);
      const left = keyOf(secret);
      at += hours * 3_600_000;
      talks = opened();
      const back = code && (await returning().open({ code, address: 'elsewhere', channel: where, whose: 'person' }));
      if (back === null || back.plan !== plan) throw new Error('The code opened nothing.');
      await returning().endDevice(plan, left);
      ({ secret } = back);
      channel = where;
      last = (await talks.read(plan)) ?? last;
      inputs.push({ line: `~ ${hours} hours later, in ${where}, with a return sheet`, reader: last });
      return messagesOf(last.turns.at(-1) as Turn);
    },
    async end() {
      return outcomeOf(await store.read(plan), { texts, tools, now: now() });
    },
    get talk() {
      return last;
    },
    /** True when the last thing said was "leave now". */
    get left(): boolean {
      return last.turns.at(-1)?.replies.some(({ say }) => say.startsWith('conversation.left')) ?? false;
    },
    transcript: () => transcript(last, inputs, texts),
    save(name: string): void {
      mkdirSync('test/transcripts', { recursive: true });
      writeFileSync(`test/transcripts/${name}.txt`, transcript(last, inputs, texts));
    },
  };
}

/** An input as it stands in a transcript. */
function shownAs({ say, pick, command, change, more, by }: z.infer<typeof Input>): string {
  const author =
    by === undefined || by.role === 'person' ? '' : `(${by.role === 'helper' ? 'helper ' : ''}${by.name ?? by.role}) `;
  return `${author}${say ?? pick?.join(', ') ?? command ?? change ?? more ?? ''}`;
}

function saidOf(
  input: z.infer<typeof Input>,
  id: string,
  channel: 'webchat' | 'teams',
  asking: { question: string; item?: string } | null,
): Said {
  const base = { id, channel, ...(input.by === undefined ? {} : { by: input.by as NonNullable<Said['by']> }) };
  if (input.pick !== undefined) {
    return {
      ...base,
      pick: {
        question: asking?.question ?? '',
        ...(asking?.item === undefined ? {} : { item: asking.item }),
        options: input.pick,
      },
    };
  }
  if (input.command !== undefined) return { ...base, command: input.command as NonNullable<Said['command']> };
  if (input.change !== undefined) return { ...base, change: input.change };
  if (input.more !== undefined) return { ...base, more: input.more };
  return { ...base, text: input.say ?? '' };
}

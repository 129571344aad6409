/** A call that is asked for in the talk: where to ring, when and how it is safe, in one message or a few; then the question comes back. */
import type { Event, Stamp } from '../dialog/index.ts';
import type { CallBack } from '../plan/facts.ts';
import type { Kept } from '../plan/kept.ts';
import type { Filling, Reply } from '../plan/replies.ts';
import { isYesToRing, type RingSaid, ringSaidIn, safeNumberIn, wouldRatherNot } from '../understanding/ringing.ts';
import { type Decision, only } from './decision.ts';
import type { Tools } from './tools.ts';

/** What is asked about a call: all of it, the number that was left out, or only when and how it is safe. */
export const ringQuestions = ['nav.ring', 'nav.ring_number', 'nav.ring_when'] as const;
export type RingQuestion = (typeof ringQuestions)[number];

/** Somebody asks to be rung. What they said of it already is not asked again. */
export function ringAskedFor(kept: Kept, text: string, tools: Tools, stamp: Stamp): Decision {
  const said = ringSaidIn(text);
  if (said.phone === undefined && said.when.length + said.safe.length === 0) return whereToRing(kept, tools, stamp);
  const isOnlyNumber = said.when.length + said.safe.length === 0;
  return taken(kept, isOnlyNumber ? { ...said, words: '' } : said, isOnlyNumber, tools, stamp);
}

/** What is said when that was asked. */
export function ringAnswered(asked: RingQuestion, kept: Kept, text: string, tools: Tools, stamp: Stamp): Decision {
  const said = ringSaidIn(text);
  const isNo = wouldRatherNot(text);
  if (asked === 'nav.ring')
    return isNo ? notAsked() : taken(kept, yesIsNoWords(said, text), said.words === '', tools, stamp);
  const before = kept.callBacks.at(-1);
  if (asked === 'nav.ring_when')
    return isNo || isYesToRing(text) ? asItIs() : noted({ phone: before?.phone ?? '', ...said }, tools, stamp);
  if (said.phone === undefined) return withoutNumber(tools, stamp);
  const { when = [], safe = [], said: words = '' } = before ?? {};
  const all = {
    phone: said.phone,
    when: [...new Set([...when, ...said.when])],
    safe: [...new Set([...safe, ...said.safe])],
    words: [words, said.words].filter((one) => one !== '').join(' '),
  };
  return noted(all, tools, stamp);
}

/** The question was passed over: nothing is asked of the council that was not noted before. */
export function ringLeft(asked: RingQuestion, tools: Tools, stamp: Stamp): Decision {
  if (asked === 'nav.ring') return notAsked();
  return asked === 'nav.ring_when' ? asItIs() : withoutNumber(tools, stamp);
}

/** The call as it is kept. */
export const callNoted = ({ words, ...parts }: Partial<CallBack> & { words: string }, stamp: Stamp): Event => ({
  type: 'NOTE',
  stamp,
  facts: [{ type: 'call_back', ...stamp, said: words, ...parts }],
});

/** Where, when and how it is safe, so that the person sees what will be passed on. */
export function callSaidBack({ phone, when, safe, words }: CallBack, tools: Tools, { at }: Stamp): Reply[] {
  const times = when.map((time): Filling => ({ key: `returning.call.when.${time}` }));
  return [
    times.length === 0 ? reply('noted', { phone }) : reply('noted_when', { phone, when: { list: times } }),
    ...safe.map((care) => reply(`care.${care}`)),
    ...(words === '' ? [] : [reply('words', { words })]),
    reply('passed_on', tools.council(at)),
  ];
}

/** Says what is known of the call, or asks for the number without which nobody can ring. */
function taken(kept: Kept, said: RingSaid, asksWhen: boolean, tools: Tools, stamp: Stamp): Decision {
  const phone = said.phone ?? phoneKnown(kept);
  if (phone === undefined)
    return { events: [callNoted(said, stamp)], says: [], again: asking('nav.ring_number', 'ask_number') };
  const decision = noted({ ...said, phone }, tools, stamp);
  return asksWhen ? { ...decision, again: asking('nav.ring_when', 'ask_when') } : decision;
}

const noted = (call: CallBack, tools: Tools, stamp: Stamp): Decision => ({
  events: [callNoted(call, stamp)],
  says: callSaidBack(call, tools, stamp),
});

function whereToRing(kept: Kept, tools: Tools, { at }: Stamp): Decision {
  const phone = phoneKnown(kept);
  const fillings = tools.council(at);
  const again =
    phone === undefined ? asking('nav.ring', 'ask', fillings) : asking('nav.ring', 'ask_known', { ...fillings, phone });
  return { events: [], says: [], again };
}

/** A number that they gave for calls before, or the one safe way to reach them that is plainly a number. */
function phoneKnown({ callBacks, answers }: Kept): string | undefined {
  const given = callBacks.findLast(({ phone }) => phone !== undefined)?.phone;
  return given ?? safeNumberIn(answers['who.contact']?.said ?? '');
}

const yesIsNoWords = (said: RingSaid, text: string): RingSaid => (isYesToRing(text) ? { ...said, words: '' } : said);

const notAsked = (): Decision => only([reply('none')]);
const asItIs = (): Decision => only([reply('as_it_is')]);
const withoutNumber = (tools: Tools, { at }: Stamp): Decision => only([reply('no_number', tools.council(at))]);

const reply = (key: string, fillings: Record<string, Filling> = {}): Reply => ({
  say: `returning.call.${key}`,
  with: fillings,
  waits: false,
});
const asking = (question: RingQuestion, key: string, fillings: Record<string, Filling> = {}): Reply => ({
  ...reply(key, fillings),
  question,
  waits: true,
});

/** Who says what in the bench: one talk, held once with everything real but the disk, and said again to each server. */
import type { Asking, Said } from '../src/conversation/talk.ts';
import { talksOf } from '../src/conversation/talks.ts';
import { loadPack } from '../src/council/load-pack.ts';
import type { Fact } from '../src/plan/facts.ts';
import type { Kept } from '../src/plan/kept.ts';
import { danger } from '../src/safety/index.ts';
import { memoryStore } from '../src/store/memory.ts';
import { loadTexts } from '../src/text/index.ts';
import { toolsOf } from '../src/tools.ts';
import { type Answer, type Size, speaker } from './answers.ts';

/** One answer, to the question that is asked then. */
export interface Step {
  readonly question: string;
  readonly item?: string;
  readonly said: Answer;
  /** The same to the peer, whose options are named in other words. */
  readonly toPeer: string;
}

/** A talk up to a point, and what is said next. */
export interface Held {
  readonly facts: readonly Fact[];
  readonly kept: Kept;
  readonly next: Step;
}

const plan = 'bench-plan';

/** The first twenty answers of an ordinary talk. */
export async function twentySteps(size: Size): Promise<readonly Step[]> {
  const steps: Step[] = [];
  for await (const { next } of talk(size)) {
    steps.push(next);
    if (steps.length === 20) break;
  }
  return steps;
}

/** A talk in which this many answers were given, and free text is asked next. */
export async function heldUntil(size: Size, answers: number): Promise<Held> {
  for await (const held of talk(size))
    if (Object.keys(held.kept.answers).length >= answers && 'text' in held.next.said && held.kind === 'free_text')
      return held;
  throw new Error(`this talk ends before ${answers} answers`);
}

async function* talk(size: Size): AsyncGenerator<Held & { kind: Asking['kind'] }> {
  const texts = loadTexts('locales');
  const pack = await loadPack('data/demo-council');
  const store = memoryStore();
  let at = Date.parse('2026-11-22T09:00:00Z');
  const now = () => {
    at += 1_000;
    return new Date(at).toISOString();
  };
  const talks = talksOf({ store, tools: toolsOf({ texts, pack, danger }), now, nation: pack.nation });
  const answer = speaker(size);
  let { asking } = await talks.begin({ plan, channel: 'webchat', lang: 'en-GB', key: '' });
  for (let count = 1; asking !== null; count += 1) {
    const said = answer(asking);
    const { question, item } = asking;
    const place = item === undefined ? { question } : { question, item };
    const kept = await talks.kept(plan);
    const stored = await store.read(plan);
    if (kept === null || stored === null) throw new Error('the talk is not kept');
    yield {
      facts: stored.facts,
      kept,
      next: { ...place, said, toPeer: toPeer[question] ?? wordsOf(said) },
      kind: asking.kind,
    };
    const heard = await talks.say(plan, { id: `m${count}`, channel: 'webchat', ...saidBy(said, place) });
    asking = heard?.talk.asking ?? null;
  }
}

const saidBy = (said: Answer, place: { question: string; item?: string }): Pick<Said, 'text' | 'pick'> =>
  'pick' in said ? { pick: { ...place, options: said.pick } } : said;
const wordsOf = (said: Answer) => ('pick' in said ? said.pick.join(', ') : said.text);

const toPeer: Readonly<Record<string, string>> = {
  'welcome.start_kind': 'Start my plan',
  'privacy.alone': 'I am alone',
  'who.plan_for': 'Me',
  'way.choose': 'The short way',
  'who.assessment': 'Not yet',
  'decide.own': 'Yes',
  'comm.format': 'Normal print',
};

/** A talk with somebody called Betty, as a channel holds it: with its outbox, and what the last message asked. */
import { expect } from 'vitest';
import type { Letter } from '../../src/conversation/outbox.ts';
import { talksOf } from '../../src/conversation/talks.ts';
import { danger } from '../../src/safety/index.ts';
import { memoryStore } from '../../src/store/memory.ts';
import { noon, texts, tools } from '../dialogs/world.ts';

export const plan = 'plan-of-betty';
/** What Betty says first. */
export const begun = ['start', 'just me', 'yes', 'yes', 'me', 'Betty'];

/** A talk with an outbox, after these messages. */
export async function talk(...first: readonly string[]) {
  const letters: Letter[] = [];
  const outbox = { put: async (letter: Letter) => void letters.push(letter) };
  let at = Date.parse(noon);
  const now = () => {
    at += 1_000;
    return new Date(at).toISOString();
  };
  const talks = talksOf({ store: memoryStore(), tools: { ...tools, danger }, now, nation: 'england', outbox });
  let last = await talks.begin({ plan, channel: 'webchat', lang: 'en-GB' });
  let count = 0;
  const put = async (what: { text: string } | { pick: { question: string; options: string[] } }) => {
    count += 1;
    const heard = await talks.say(plan, { id: `m${count}`, channel: 'webchat', ...what });
    if (heard === null) throw new Error('there is no such talk');
    last = heard.talk;
    return heard.turn.replies.map((reply) => texts.say(reply, last)).join('\n');
  };
  const say = (text: string) => put({ text });
  for (const text of first) await say(text);
  const upTo = async (question: string) => {
    for (let turns = 0; turns < 150 && last.asking?.question !== question; turns += 1) await say('skip');
    expect(last.asking?.question).toBe(question);
  };
  const asked = () => last.asking?.question;
  const calls = () => letters.filter((letter) => letter.kind === 'call');
  return { say, put, upTo, asked, calls, kept: () => talks.kept(plan) };
}

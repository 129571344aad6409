/** From start to the first answer, and what memory is held after fifteen thousand. */
import { ordinary } from './answers.ts';
import { expectReplies } from './clients/activities.ts';
import type { Client } from './clients/client.ts';
import { livePage } from './clients/page.ts';
import { cost, median } from './load.ts';
import { compared, type Row } from './rows.ts';
import { type Step, twentySteps } from './script.ts';
import { type Program, peer, product, start } from './server.ts';

/** Program to first answered turn, in turn. */
export async function starting(folder: (name: string) => string, rounds: number): Promise<Row[]> {
  const [step] = await twentySteps(ordinary);
  if (step === undefined) throw new Error('nothing is asked');
  const seconds = { ours: [] as number[], theirs: [] as number[] };
  for (let round = 0; round < rounds; round += 1) {
    seconds.ours.push(await firstTurn(product(folder(`start-${round}`)), livePage, step));
    seconds.theirs.push(await firstTurn(peer('waterfall', folder(`peer-start-${round}`)), expectReplies, step));
  }
  const what = "start to first answered turn, to the peer's";
  return [compared(what, { atMost: 0.5 }, median(seconds.ours), median(seconds.theirs), 's')];
}

async function firstTurn(program: Program, client: Client, step: Step): Promise<number> {
  const began = performance.now();
  const server = await start(program);
  const conversation = await client(server.url);
  await conversation.say(step);
  const seconds = (performance.now() - began) / 1_000;
  conversation.end();
  await server.stop();
  return seconds;
}

export async function memory(folder: (name: string) => string, turns: number): Promise<Row[]> {
  const ours = await held(product(folder('memory')), livePage, turns);
  const theirs = await held(peer('waterfall', folder('peer-memory')), expectReplies, turns);
  const what = `memory (RSS) after ${turns.toLocaleString('en-GB')} turns, to the peer's`;
  return [compared(what, { atMost: 0.5 }, ours / 1e6, theirs / 1e6, 'MB')];
}

async function held(program: Program, client: Client, turns: number): Promise<number> {
  const steps = await twentySteps(ordinary);
  const server = await start(program);
  const talks = 50;
  for (let done = 0; done < turns; done += talks * steps.length) await cost(server, { client, steps, talks });
  const { rssBytes } = await server.usage();
  await server.stop();
  return rssBytes;
}

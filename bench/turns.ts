/** What a turn costs with sixteen people at once: ours on every way in, the peer's, and an echo's. */
import { ordinary } from './answers.ts';
import { channel, expectReplies } from './clients/activities.ts';
import type { Client } from './clients/client.ts';
import { directLine } from './clients/direct-line.ts';
import { livePage, plainPage } from './clients/page.ts';
import { type Cost, cost, medianCost } from './load.ts';
import { compared, type Row, shown } from './rows.ts';
import { twentySteps } from './script.ts';
import { peer, product, type Server, start } from './server.ts';

const ways = {
  directLine: 'Direct Line',
  livePage: 'page, with its script',
  plainPage: 'page, without JavaScript (POST, then the whole page)',
} as const;
type Way = keyof typeof ways;
type Costs = Record<Way | 'waterfall' | 'waterfallAtOnce' | 'echo' | 'echoAtOnce', Cost>;

/** Seven kinds of conversation in turn, so that a busy moment of the machine meets them all. The first rounds warm up. */
const warmUp = 6;

export async function turns(folder: (name: string) => string, rounds: number, talks: number): Promise<Row[]> {
  const steps = await twentySteps(ordinary);
  const posted = await channel();
  const ours = await start(product(folder('product')));
  const waterfall = await start(peer('waterfall', folder('waterfall')));
  const echo = await start(peer('echo', folder('echo')));
  const runs: Readonly<Record<keyof Costs, readonly [Server, Client]>> = {
    directLine: [ours, directLine],
    waterfall: [waterfall, posted.client],
    livePage: [ours, livePage],
    echo: [echo, posted.client],
    plainPage: [ours, plainPage],
    waterfallAtOnce: [waterfall, expectReplies],
    echoAtOnce: [echo, expectReplies],
  };
  const costs = new Map<string, Cost[]>(Object.keys(runs).map((name) => [name, []]));
  for (let round = 1; round <= warmUp + rounds; round += 1)
    for (const [name, [server, client]] of Object.entries(runs)) {
      const one = await cost(server, { client, steps, talks });
      if (round > warmUp) costs.get(name)?.push(one);
    }
  await Promise.all([ours, waterfall, echo].map((server) => server.stop()));
  posted.close();
  return rowsOf(Object.fromEntries([...costs].map(([name, all]) => [name, medianCost(all)])) as Costs);
}

function rowsOf(costs: Costs): Row[] {
  const { waterfall, echo } = costs;
  const judged = (Object.keys(ways) as Way[]).flatMap((way) => {
    const { turnsPerSecond, cpuMicroseconds } = costs[way];
    return [
      compared(
        `${ways[way]}: turns a second, to the peer's`,
        { atLeast: 4 },
        turnsPerSecond,
        waterfall.turnsPerSecond,
        'a second',
      ),
      compared(
        `${ways[way]}: CPU of a turn, to the peer's`,
        { atMost: 0.3 },
        cpuMicroseconds,
        waterfall.cpuMicroseconds,
        'µs',
      ),
      compared(
        `${ways[way]}: CPU of a turn, to the bare echo's`,
        { atMost: 1 },
        cpuMicroseconds,
        echo.cpuMicroseconds,
        'µs',
      ),
    ];
  });
  return [...judged, told('peer', costs.waterfallAtOnce), told('bare echo', costs.echoAtOnce)];
}

/** No channel of Azure's takes its replies in the answer, but a bot that another bot calls sends them so, and cheaper. */
const told = (who: string, { turnsPerSecond, cpuMicroseconds }: Cost): Row => ({
  what: `${who} when its replies are in the answer itself (expectReplies), as between bots`,
  target: '',
  measured: `${shown(turnsPerSecond)} a second, ${shown(cpuMicroseconds)} µs`,
  ratio: '',
  met: null,
});

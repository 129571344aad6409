/** The page about speed, in full, made from what was measured. */
import { type Row, table } from './rows.ts';

export function page(rows: readonly Row[], machine: string): string {
  const missed = rows.filter(({ met }) => met === false).length;
  const judged = rows.filter(({ met }) => met !== null).length;
  return `# Speed

Made by \`npm run bench -- --write\`, on ${new Date().toISOString().slice(0, 10)}, on ${machine}.
${judged - missed} of ${judged} targets are met.

${table(rows)}

## How it is measured

- **The peer** (\`bench/peer\`, with its own \`package.json\`: \`npm ci --prefix bench/peer --ignore-scripts\`) is what users of
  Microsoft's framework would write: restify, CloudAdapter, and a botbuilder-dialogs waterfall of the same 20 questions
  with validating prompts. Its state is in files: written beside, flushed and renamed at each turn.
- **The bare echo** is CloudAdapter with a bot that says what it heard and keeps nothing.
- Both post their replies to the channel, as every channel of Azure's has it, web chat among them; no token is checked.
  What they cost with their replies in the answer itself (\`expectReplies\`, as between bots) stands in the table too.
- **Ours** has every answer on disk, by one append and one flush, before anything is replied (\`test/bench\` counts the
  flush). Replies arrive over the WebSocket, or in the page's answer, compressed as a browser asks for.
- Sixteen people at once go through the first twenty questions. All servers run on the same machine in the same run;
  rounds are interleaved, the first three are a warm-up, and figures are medians. CPU is that of the whole process, with all its
  threads, while turns are answered; opening a conversation is not measured.
- Start and memory are those of our page; a Direct Line client loads botbuilder too when the first one comes (about 55 MB).
- One address sends everything, so the limit for one address is off (\`WRITES_PER_SECOND=0\`).
- 200 answers against 5: the same words, in conversations that are open already.
- Absolute figures depend on the machine and on what else it does. The ratios are what is aimed for; no test is timed.

## Where the time goes

Through Direct Line, at the last profile: eight tenths of a turn's CPU is the main thread's, a tenth the disk's threads', a
tenth V8's own (compiling, collecting). In the main thread: safety, understanding and the dialog about 20 %, the store 13 %,
writing to sockets 12 %, botbuilder's turn 8 %, restify 7 %, the rest spread thin. A page's turn adds templates (20 %),
"where are we" (11 %) and compression (9 %). At start, half the time is the packages (botbuilder-core, restify) and a fifth
is taking the types out of our own files; \`NODE_COMPILE_CACHE\` saves a third of it from the second start on.
\`--max-semi-space-size=4\` takes about 45 MB off at the same speed.
`;
}

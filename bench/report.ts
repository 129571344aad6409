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
  rounds are interleaved, the first six are a warm-up, and figures are medians. CPU is that of the whole process, with all its
  threads, while turns are answered; opening a conversation is not measured.
- Start and memory are those of our page; a Direct Line client loads botbuilder too when the first one comes (about 55 MB).
- One address sends everything, so the limit for one address is off (\`WRITES_PER_SECOND=0\`).
- 200 answers against 5: the same words, in conversations that are open already.
- Absolute figures depend on the machine and on what else it does. The ratios are what is aimed for; no test is timed.

## Where the time goes

Through Direct Line, at the last profile: three quarters of a turn's CPU is the main thread's, a tenth the disk's threads', the
rest V8's own (compiling, collecting). In the main thread: reading the words (safety, commands, the answer) about 20 %, the store
and its flush 13 %, restify 12 %, writing to sockets 8 %, botbuilder's turn 6 %, the statechart 5 %, the rest spread thin. A page's
turn adds its words and templates (15 %), "where are we" (6 %) and compression (5 %); the control of a question and the list of
sections are made once for all who are there. The statechart is run by \`src/dialog/walk.ts\`, which tests hold against XState.

At start, half of the time is finding, reading and linking 250 files of our own and 900 of packages, restify's most of all; what is left is spread thin.
Ways of saying that tell of harm are looked up by a list made beforehand, and each is read when its rarest word is first met; so are weights. botbuilder, jose and qrcode are loaded by whoever first needs them. What was compiled is kept for the next
start. The heap is held at 512 MB (\`npm start\`): a plan of 200 answers takes 0.2 MB while it is talked about, and 200 are.
`;
}

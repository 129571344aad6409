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
- Both get the kindest delivery there is: no token is checked, and replies come back in the answer itself
  (\`expectReplies\`). Azure's channels have replies posted to them instead; what that costs stands in the table too.
- **Ours** has every answer on disk, by one append and one flush, before anything is replied (\`test/bench\` counts the
  flush). Replies arrive over the WebSocket, or in the page's answer, compressed as a browser asks for.
- Sixteen people at once go through the first twenty questions. All servers run on the same machine in the same run;
  rounds are interleaved, the first is a warm-up, and figures are medians. CPU is that of the whole process, with all its
  threads, while turns are answered; opening a conversation is not measured.
- One address sends everything, so the limit for one address is off (\`WRITES_PER_SECOND=0\`).
- 200 answers against 5: the same words, in conversations that are open already.
- Absolute figures depend on the machine and on what else it does. The ratios are what is aimed for; no test is timed.
`;
}

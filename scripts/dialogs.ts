/** Draws the dialogs, as mermaid statecharts in docs/dialogs/, from the machines themselves. */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { drawings } from './dialogs/draw.ts';

const folder = 'docs/dialogs';
mkdirSync(folder, { recursive: true });
for (const old of readdirSync(folder)) rmSync(join(folder, old));
for (const [file, text] of drawings()) writeFileSync(join(folder, file), text);
process.stdout.write(`${folder}: ${drawings().size} files\n`);

/** Writes `.env.example` from the settings: `node scripts/env-example.ts`. */
import { writeFile } from 'node:fs/promises';
import { settings } from '../src/config.ts';

/** The text of `.env.example`: every setting with what it is for and what it is when left out. */
export function envExample(): string {
  const parts = Object.entries(settings).map(([name, schema]) => {
    const read = schema.safeParse(undefined);
    const given = read.success && read.data !== undefined ? String(read.data) : '';
    return `# ${schema.meta()?.description}\n# ${name}=${given}\n`;
  });
  return `# Settings, all optional. Copy this file to .env and take the # away from what you change.\n\n${parts.join('\n')}`;
}

if (import.meta.main) await writeFile(new URL('../.env.example', import.meta.url), envExample());

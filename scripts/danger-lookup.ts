/**
 * Writes `locales/en-GB/danger-lookup-words.json`: by which words each way of saying of `danger-words.json` is looked up.
 *
 *   node scripts/danger-lookup.ts
 */
import { writeFileSync } from 'node:fs';
import { dangerWords } from '../src/safety/index.ts';
import { lookupOf } from './safety/lookup.ts';

const text = `${JSON.stringify(lookupOf(dangerWords('en-GB'))).replaceAll(/("(?:\w+)":)/g, '\n$1')}\n`;
writeFileSync('locales/en-GB/danger-lookup-words.json', text);

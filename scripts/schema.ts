/** Writes the JSON Schema of the plan, and of the worker's summary, into docs. Run with `npm run schema`. */
import { writeFileSync } from 'node:fs';
import { z } from 'zod';
import { Plan } from '../src/plan/plan.ts';
import { Summary } from '../src/plan/summary.ts';

export const schemaFiles = { 'docs/plan.schema.json': Plan, 'docs/summary.schema.json': Summary } as const;

/** The schema of one of them, as it stands in its file. */
export const schemaText = (file: keyof typeof schemaFiles): string =>
  `${JSON.stringify(z.toJSONSchema(schemaFiles[file], { io: 'output' }), null, 2)}\n`;

if (import.meta.main) {
  for (const file of Object.keys(schemaFiles) as (keyof typeof schemaFiles)[]) {
    writeFileSync(file, schemaText(file));
    console.log(file);
  }
}

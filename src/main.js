/**
 * The program. What was compiled is kept for the next start, which is then a third faster. Plain JavaScript, because a
 * TypeScript file that runs before the cache is open makes Node load all that strips types, each time.
 */
import { enableCompileCache, flushCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';

enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/compiled', import.meta.url)));
const { main } = await import('./start.ts');
await main();
// Kept now, as it would be lost if the program were killed.
flushCompileCache();

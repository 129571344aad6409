/** The program. What was compiled is kept for the next start, which is then a third faster. */
import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';

enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/compiled', import.meta.url)));
const { main } = await import('./start.ts');
await main();

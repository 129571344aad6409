/** Makes built/chat.js of chat.js and the component. */
import { build } from 'esbuild';

await build({
  entryPoints: ['chat.js'],
  outfile: 'built/chat.js',
  bundle: true,
  minify: true,
  format: 'esm',
  target: 'es2022',
  define: { 'process.env.NODE_ENV': '"production"' },
  logLevel: 'error',
});

#!/usr/bin/env node
// `npx clearway`: runs what `npm run build` made.
const { existsSync } = require('node:fs');
const { join } = require('node:path');

const dist = join(__dirname, '..', '..', 'dist');
const entry = join(dist, 'apps', 'cli', 'src', 'main.js');
if (existsSync(entry)) {
  if (process.argv[2] === 'analyze') {
    // V8 takes what it compiled only under the flags under which it was compiled: first of all they are set.
    require(join(dist, 'apps', 'cli', 'src', 'analyze', 'compile-later.js')).compileLater();
    require('./compiled-before.js').compileAsBefore(join(dist, '.compiled', 'analyze'));
  }
  const home = join(__dirname, '..', '..', '.clearway');
  const gateway = async () => (await import('../start/gateway-here.mjs')).gatewayHere(home);
  require(entry)
    .main(process.argv.slice(2), { home, gateway })
    .then((code) => {
      process.exitCode = code;
    });
} else {
  console.error('clearway: not built yet. Run `npm run build` in the folder of the workspace first.');
  process.exitCode = 1;
}

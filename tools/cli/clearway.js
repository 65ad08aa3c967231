#!/usr/bin/env node
// `npx clearway`: runs what `npm run build` made.
const { existsSync } = require('node:fs');
const { join } = require('node:path');

const program = join(__dirname, '..', '..', 'dist', 'apps', 'cli', 'src');
const analyzes = process.argv[2] === 'analyze';
// A build that ended early leaves modules and no bundle: nothing is decided with half of the sources.
if (existsSync(join(program, analyzes ? 'main.bundle.js' : 'main.js'))) {
  const home = join(__dirname, '..', '..', '.clearway');
  const gateway = async () => (await import('../start/gateway-here.mjs')).gatewayHere(home);
  const { main } = analyzes ? inOneFile() : require(join(program, 'main.js'));
  main(process.argv.slice(2), { home, gateway }).then((code) => {
    process.exitCode = code;
  });
} else {
  console.error(
    'clearway: not built yet, or the last build ended early. Run `npm run build` in the folder of the workspace first.',
  );
  process.exitCode = 1;
}

/** A run of `analyze` lasts seconds, of which its start should be none. */
function inOneFile() {
  // V8 takes what it compiled only under the flags under which it was compiled: first of all they are set.
  require(join(program, 'analyze', 'compile-later.js')).compileLater();
  const { keepCompiled, runAsBefore } = require(join(program, 'start', 'compiled-before.js'));
  process.on('exit', (code) => {
    if (code === 0) keepCompiled();
  });
  return runAsBefore(join(program, 'main.bundle.js'));
}

#!/usr/bin/env node
// `npx clearway`: runs what `npm run build` made.
const { existsSync } = require('node:fs');
const { join } = require('node:path');

const entry = join(__dirname, '..', '..', 'dist', 'apps', 'cli', 'src', 'main.js');
if (existsSync(entry)) {
  require(entry)
    .main(process.argv.slice(2))
    .then((code) => {
      process.exitCode = code;
    });
} else {
  console.error('clearway: not built yet. Run `npm run build` in the folder of the workspace first.');
  process.exitCode = 1;
}

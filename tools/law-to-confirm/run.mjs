#!/usr/bin/env node
// npm run law:to-confirm: writes docs/law-to-confirm.md from the marks of parameters, lists and provisions. `--check` writes nothing.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { build } from '../build/compile.mjs';
import { ROOT } from '../setup/setup.mjs';

try {
  await build(ROOT);
  const { main } = createRequire(import.meta.url)(join(ROOT, 'dist', 'tools', 'law-to-confirm', 'src', 'main.js'));
  process.exitCode = main(ROOT, process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}

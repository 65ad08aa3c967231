#!/usr/bin/env node
// npm run conformance:forms -- FOLDER: builds what is not built, then reads the courts' forms in a folder and judges what the guard proposes.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { build } from '../build/compile.mjs';
import { ROOT } from '../setup/setup.mjs';

try {
  await build(ROOT);
  const { main } = createRequire(import.meta.url)(
    join(ROOT, 'dist', 'tools', 'conformance', 'src', 'forms', 'main.js'),
  );
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}

#!/usr/bin/env node
// npm run law:diff BASE [-- --file COUNTY_FILE --county NAME]: whose outcome changes between a revision and the working tree.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { build } from '../build/compile.mjs';
import { ROOT } from '../setup/setup.mjs';
import { withRevision } from './revision.mjs';

try {
  await build(ROOT);
  const { main, readArguments } = createRequire(import.meta.url)(
    join(ROOT, 'dist', 'tools', 'law-diff', 'src', 'main.js'),
  );
  const request = readArguments(process.argv.slice(2));
  process.exitCode = await withRevision(ROOT, request.base, (baseRoot) => main(baseRoot, ROOT, request));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}

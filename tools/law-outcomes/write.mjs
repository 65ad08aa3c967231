#!/usr/bin/env node
// npm run law:outcomes: builds what is not built, then prints the whole statute on one sheet, docs/outcomes.csv.
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { build } from '../build/compile.mjs';
import { ROOT } from '../setup/setup.mjs';

await build(ROOT);
const { outcomesSheet } = createRequire(import.meta.url)(join(ROOT, 'dist', 'libs', 'rules', 'src', 'index.js'));
const sheet = outcomesSheet();
writeFileSync(join(ROOT, 'docs', 'outcomes.csv'), sheet);
console.log(`docs/outcomes.csv written: ${sheet.split('\n').length - 2} rows`);

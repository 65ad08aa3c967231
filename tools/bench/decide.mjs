#!/usr/bin/env node
// node tools/bench/decide.mjs FILE POLICY: reads every history of a county file, then times deciding alone. Prints one line of JSON.
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../setup/setup.mjs';
import { COUNTY } from './files.mjs';

const [path = '', policyName = ''] = process.argv.slice(2);
const load = createRequire(join(ROOT, 'dist', 'index.js'));
const { readPersons, scanPopulation } = load('@clearway/doj-bulk');
const { loadPolicy } = load('@clearway/county-policy');
const { decidePerson } = load('@clearway/rules');

const workDir = mkdtempSync(join(tmpdir(), 'clearway-bench-'));
try {
  const population = await scanPopulation([{ path }], { workDir });
  const histories = [];
  for await (const history of readPersons(population, {})) histories.push(history);
  const policy = loadPolicy(policyName);
  const run = { county: COUNTY, asOf: 20261101 };
  const started = performance.now();
  let convictions = 0;
  for (const history of histories) convictions += decidePerson(history, policy, run).convictions.length;
  console.log(JSON.stringify({ seconds: (performance.now() - started) / 1000, people: histories.length, convictions }));
} finally {
  rmSync(workDir, { recursive: true, force: true });
}

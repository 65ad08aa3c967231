#!/usr/bin/env node
// node tools/bench/decide.mjs FILE POLICY [verdicts]: reads every history of a county file, then times preparing the policy and deciding alone.
// `verdicts`: as `analyze` decides, without the facts of traces. Prints one line of JSON.
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../setup/setup.mjs';
import { COUNTY } from './files.mjs';

const [path = '', policyName = '', traces = ''] = process.argv.slice(2);
const load = createRequire(join(ROOT, 'dist', 'index.js'));
const { readPersons, scanPopulation } = load('@clearway/doj-bulk');
const { loadPolicy } = load('@clearway/county-policy');
const { decidePerson, preparePolicy } = load('@clearway/rules');

const workDir = mkdtempSync(join(tmpdir(), 'clearway-bench-'));
try {
  const population = await scanPopulation([{ path }], { workDir });
  const histories = [];
  for await (const history of readPersons(population, {})) histories.push(history);
  const policy = loadPolicy(policyName);
  const run = { county: COUNTY, asOf: 20261101, verdictsOnly: traces === 'verdicts' };
  const begun = performance.now();
  preparePolicy(policy);
  const started = performance.now();
  const used = process.cpuUsage();
  let convictions = 0;
  for (const history of histories) convictions += decidePerson(history, policy, run).convictions.length;
  const seconds = (performance.now() - started) / 1000;
  const { user, system } = process.cpuUsage(used);
  const cpu = (user + system) / 1e6;
  console.log(
    JSON.stringify({ seconds, cpu, preparing: (started - begun) / 1000, people: histories.length, convictions }),
  );
} finally {
  rmSync(workDir, { recursive: true, force: true });
}

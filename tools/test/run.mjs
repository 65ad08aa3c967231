#!/usr/bin/env node
// npm test: everything, each kind after the other, and at the end one plain line. `npm test -- --only unit,database` for some.
import { nodeProblem } from '../setup/node-version.mjs';

const problem = nodeProblem(process.versions.node);
if (problem) {
  console.error(problem);
  process.exit(1);
}
const { run } = await import('./whole-run.mjs');
process.exit(await run(process.argv.slice(2)));

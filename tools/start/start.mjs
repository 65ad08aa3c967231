#!/usr/bin/env node
// npm start [-- FILE... --county NAME] [--once]. Nothing is installed yet when this runs: only Node itself is used.
import { nodeProblem } from '../setup/node-version.mjs';

const problem = nodeProblem(process.versions.node);
if (problem) {
  console.error(problem);
  process.exit(1);
}
const { start } = await import('./whole-start.mjs');
await start(process.argv.slice(2));

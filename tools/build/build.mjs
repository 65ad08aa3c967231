#!/usr/bin/env node
// npm run build
import { ROOT } from '../setup/setup.mjs';
import { ensurePackages } from '../setup/packages.mjs';
import { nodeProblem } from '../setup/node-version.mjs';
import { build } from './compile.mjs';

const started = performance.now();
try {
  const problem = nodeProblem(process.versions.node);
  if (problem) throw new Error(problem);
  await ensurePackages(ROOT, (line) => console.log(line));
  const { compiled, copied, unchanged, removed } = await build(ROOT);
  console.log(
    `built into dist/: ${compiled} compiled, ${copied} copied, ${unchanged} unchanged, ${removed} removed, ${((performance.now() - started) / 1000).toFixed(1)} s`,
  );
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

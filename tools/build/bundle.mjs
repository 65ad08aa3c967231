// What runs in the threads of `clearway analyze`, each with everything that it needs in one file: threads that live for seconds start
// sooner, and code calls its neighbours without asking a module for them each time. The same sources, nothing else.
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/** Each becomes a `.bundle.js` beside its compiled module. */
const BUNDLED = [
  'apps/cli/src/analyze/analyze-worker.ts',
  'apps/cli/src/analyze/decide-people.ts',
  'apps/cli/src/analyze/decide-mixed.ts',
];

/**
 * @param {string} root the workspace
 * @param {string} dist where compiled modules stand
 * @param {boolean} changed a source is not what it was when the bundles were made
 */
export async function bundle(root, dist, changed) {
  const sources = BUNDLED.filter((path) => existsSync(join(root, path)));
  const made = (/** @type {string} */ path) => join(dist, path.replace(/\.ts$/, '.bundle.js'));
  if (sources.length === 0 || (!changed && sources.every((path) => existsSync(made(path))))) return;
  const require = createRequire(join(root, 'package.json'));
  const { build } = /** @type {typeof import('esbuild')} */ (require('esbuild'));
  const aliases = /** @type {Record<string, string[]>} */ (require('./tsconfig.base.json').compilerOptions.paths);
  await build({
    entryPoints: sources.map((path) => ({ in: join(root, path), out: path.replace(/\.ts$/, '.bundle') })),
    outdir: dist,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    packages: 'external',
    sourcemap: true,
    logLevel: 'silent',
    tsconfigRaw: { compilerOptions: { experimentalDecorators: true } },
    plugins: [
      {
        name: 'aliases',
        setup(on) {
          // A module of which nothing is used is left out: none of ours does anything when it is loaded.
          on.onResolve({ filter: /^@clearway\// }, ({ path }) => ({
            path: join(root, aliases[path]?.[0] ?? path),
            sideEffects: false,
          }));
          on.onResolve({ filter: /^\./ }, async ({ path, pluginData, ...from }) => {
            if (pluginData === 'asked') return undefined;
            return { ...(await on.resolve(path, { ...from, pluginData: 'asked' })), sideEffects: false };
          });
        },
      },
    ],
  });
}

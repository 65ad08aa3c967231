// What `clearway analyze` runs, each with everything that it needs in one file: what lives for seconds starts sooner. The same sources,
// nothing else.
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative, sep } from 'node:path';
import { lazily } from './bundle-lazily.mjs';

/** Each becomes a `.bundle.js` beside its compiled module. Code of the threads calls its neighbours without asking a module for them each time. */
const THREADS = [
  'apps/cli/src/analyze/analyze-worker.ts',
  'apps/cli/src/analyze/decide-people.ts',
  'apps/cli/src/analyze/decide-mixed.ts',
];
const PROGRAM = 'apps/cli/src/main.ts';
/** What runs bundles is there once in a thread. */
const RUNS_BUNDLES = join('apps', 'cli', 'src', 'start', 'compiled-before.ts');
/** Of the commands only the one that is worth it is bundled. */
const ANALYZE = join('apps', 'cli', 'src', 'commands', 'analyze.ts');
const ALL_COMMANDS = join('apps', 'cli', 'src', 'program.ts');

/** What decides, beside the sources, what a bundle is: text. @param {string} root */
export function bundledBy(root) {
  const own = ['bundle.mjs', 'bundle-lazily.mjs'].map((name) => join(import.meta.dirname, name));
  // Packages are bundled too.
  return [...own, join(root, 'package-lock.json'), join(root, 'tsconfig.base.json')]
    .filter((path) => existsSync(path))
    .map((path) => readFileSync(path, 'utf8'));
}

/** @param {string} root @returns {string[]} the sources of which there are bundles, relative to the workspace */
const bundled = (root) => [...THREADS, PROGRAM].filter((path) => existsSync(join(root, path)));

/** @param {string} dist @param {string} path */
const madeOf = (dist, path) => join(dist, path.replace(/\.ts$/, '.bundle.js'));

/** @param {string} root @param {string} dist */
export function removeBundles(root, dist) {
  for (const path of bundled(root)) rmSync(madeOf(dist, path), { force: true });
}

/**
 * Makes the bundles that are not there.
 *
 * @param {string} root the workspace
 * @param {string} dist where compiled modules stand
 * @param {object} settings of swc
 * @param {(file: string, content: Uint8Array) => void} write
 */
export async function bundle(root, dist, settings, write) {
  const sources = bundled(root);
  if (sources.every((path) => existsSync(madeOf(dist, path)))) return;
  const require = createRequire(join(root, 'package.json'));
  const { build } = /** @type {typeof import('esbuild')} */ (require('esbuild'));
  /** @type {(path: string) => import('esbuild').BuildOptions} */
  const options = (path) => ({
    entryPoints: [join(root, path)],
    outfile: madeOf(dist, path),
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    sourcemap: true,
    write: false,
    logLevel: 'silent',
  });
  const aliases = /** @type {Record<string, string[]>} */ (require('./tsconfig.base.json').compilerOptions.paths);
  for (const path of sources) {
    const first = sourcesBeforeAll(root, path, aliases);
    const { outputFiles = [] } = await build(
      path === PROGRAM
        ? { ...options(path), ...lazily(root, dirname(path), settings, first) }
        : {
            ...options(path),
            packages: 'external',
            tsconfigRaw: { compilerOptions: { experimentalDecorators: true } },
            plugins: [first],
          },
    );
    for (const file of outputFiles)
      write(file.path, file.path.endsWith('.js') ? Buffer.from(inAscii(file.text)) : file.contents);
  }
}

/**
 * Patterns and comments are what is not ASCII yet: a text of ASCII alone takes half of the memory, and can be read in one way only.
 * @param {string} code
 */
function inAscii(code) {
  return code.replace(/[^\0-\x7f]/g, (each) => `\\u${each.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/**
 * Finds the sources that others name.
 *
 * @param {string} root
 * @param {string} entry
 * @param {Record<string, string[]>} aliases
 * @returns {import('esbuild').Plugin}
 */
function sourcesBeforeAll(root, entry, aliases) {
  const outside = (/** @type {string} */ module) => {
    const path = relative(join(root, dirname(entry)), module)
      .split(sep)
      .join('/');
    return { path: path.startsWith('.') ? path : `./${path}`, external: true };
  };
  return {
    name: 'sources',
    setup(on) {
      // A module of which nothing is used is left out: none of ours does anything when it is loaded.
      on.onResolve({ filter: /^@clearway\// }, ({ path }) => ({
        path: join(root, aliases[path]?.[0] ?? path),
        sideEffects: false,
      }));
      on.onResolve({ filter: /^\./ }, ({ path, importer, resolveDir }) => {
        if (!importer.endsWith('.ts')) return undefined;
        const module = join(resolveDir, path.replace(/\.js$/, ''));
        const source = [`${module}.ts`, join(module, 'index.ts')].find((each) => existsSync(each));
        if (source === undefined) return undefined;
        const own = relative(root, source);
        const isOther =
          relative(root, importer) === ALL_COMMANDS && dirname(own) === dirname(ANALYZE) && own !== ANALYZE;
        return isOther || own === RUNS_BUNDLES ? outside(module) : { path: source, sideEffects: false };
      });
    },
  };
}

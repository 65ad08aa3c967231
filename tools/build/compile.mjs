// Everything into dist/, in the same folders as the sources: TypeScript through swc, assets as they are, and one small
// package for each path alias of tsconfig.base.json, so that plain `node` finds `@clearway/...`. Only what changed is done again.
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, extname, join, relative, sep } from 'node:path';
import { takeLock } from '../servers/lock.mjs';
import { bundle, bundledBy, removeBundles } from './bundle.mjs';

const SOURCES = ['apps', 'libs', 'tools'];
const NOT_ENTERED = new Set(['node_modules', 'dist', 'coverage', '.nx', 'test-output']);
/** Of a project's own folder these are about it, and not part of it. */
const ABOUT = new Set(['project.json', 'jest.config.js', 'tsconfig.json', 'package.json']);

/** A source that does not compile, or an alias that leads nowhere. */
export class BuildFailed extends Error {
  code = 'build.failed';
  /** @param {string} message */
  constructor(message) {
    super(message);
    this.name = 'BuildFailed';
  }
}

/** @param {string} path */
const isTypeScript = (path) => path.endsWith('.ts') && !path.endsWith('.d.ts');

/** @param {string} path relative to the workspace */
const belongsToTheBuild = (path) => {
  if (/\.spec\.ts$|\.d\.ts$|\.md$/.test(path) || ABOUT.has(basename(path))) return false;
  // Assets are what stands in a project's src; plain .mjs tools run from where they are.
  return isTypeScript(path) || path.split(sep).includes('src');
};

/** @param {string} root @param {string} folder @returns {string[]} paths relative to the workspace, sorted */
function filesIn(root, folder) {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return NOT_ENTERED.has(entry.name) ? [] : filesIn(root, path);
      return entry.isFile() && belongsToTheBuild(path) ? [path] : [];
    });
}

/** @param {string} path */
const outputOf = (path) => (isTypeScript(path) ? path.replace(/\.ts$/, '.js') : path);

/** @param {string | Buffer} content */
const sha256 = (content) => createHash('sha256').update(content).digest('hex');

/** @param {string} file @param {string | Uint8Array} content */
function writeWhole(file, content) {
  mkdirSync(dirname(file), { recursive: true });
  const fresh = `${file}.${process.pid}.new`;
  writeFileSync(fresh, content);
  renameSync(fresh, file);
}

/** @param {string} root @param {string} dist */
function linkAliases(root, dist) {
  const { paths } = JSON.parse(readFileSync(join(root, 'tsconfig.base.json'), 'utf8')).compilerOptions;
  for (const [alias, [target]] of Object.entries(paths)) {
    const folder = join(dist, 'node_modules', alias);
    const entry = join(dist, outputOf(target.replace(/^\.\//, '')));
    if (!existsSync(entry))
      throw new BuildFailed(`tsconfig.base.json: ${alias} leads to ${target}, which is not there.`);
    const manifest = `${JSON.stringify({ name: alias, main: relative(folder, entry).split(sep).join('/') })}\n`;
    const file = join(folder, 'package.json');
    if (!existsSync(file) || readFileSync(file, 'utf8') !== manifest) writeWhole(file, manifest);
  }
}

/** @typedef {{ size: number, mtimeMs: number, sha256: string }} Seen */

/** @param {string} file @param {string} key @returns {Record<string, Seen>} what the last build with the same settings saw */
function lastBuild(file, key) {
  try {
    const last = JSON.parse(readFileSync(file, 'utf8'));
    return last.key === key ? last.files : {};
  } catch {
    return {};
  }
}

/** @param {string} dist @param {string[]} paths */
function removeOutputs(dist, paths) {
  for (const path of paths)
    for (const file of [outputOf(path), `${outputOf(path)}.map`]) rmSync(join(dist, file), { force: true });
}

/**
 * @param {string} root the workspace
 * @returns {Promise<{ compiled: number, copied: number, unchanged: number, removed: number }>}
 * @throws BuildFailed naming every file that does not compile
 */
export async function build(root) {
  const dist = join(root, 'dist');
  const release = await takeLock(join(dist, '.build.lock'), { waitMs: 120_000 });
  try {
    return await buildLocked(root, dist);
  } finally {
    release();
  }
}

/** @param {string} root @param {string} dist */
async function buildLocked(root, dist) {
  const require = createRequire(join(root, 'package.json'));
  const swc = require('@swc/core');
  const settings = JSON.parse(readFileSync(join(root, '.swcrc'), 'utf8'));
  // The aliases stay as they are written: Node finds them (linkAliases), and no path is rewritten behind one's back.
  const jsc = { ...settings.jsc, baseUrl: undefined, paths: undefined };
  const manifest = join(dist, '.build.json');
  const key = sha256(JSON.stringify([settings, swc.version, bundledBy(root)]));
  const before = lastBuild(manifest, key);
  /** @type {Record<string, Seen>} */
  const after = {};
  /** @type {string[]} */
  const problems = [];
  const counts = { compiled: 0, copied: 0, unchanged: 0, removed: 0 };

  /** @param {string} path */
  const one = async (path) => {
    const source = join(root, path);
    const { size, mtimeMs } = statSync(source);
    const seen = before[path];
    const target = join(dist, outputOf(path));
    const there = existsSync(target);
    if (there && seen?.size === size && seen.mtimeMs === mtimeMs) {
      after[path] = seen;
      counts.unchanged += 1;
      return;
    }
    const content = readFileSync(source);
    const now = { size, mtimeMs, sha256: sha256(content) };
    if (there && seen?.sha256 === now.sha256) counts.unchanged += 1;
    else if (isTypeScript(path)) {
      try {
        const { code, map } = await swc.transform(content.toString('utf8'), {
          ...settings,
          jsc,
          swcrc: false,
          configFile: false,
          filename: source,
          sourceFileName: relative(dirname(target), source).split(sep).join('/'),
          sourceMaps: true,
        });
        writeWhole(`${target}.map`, map);
        writeWhole(target, `${code}//# sourceMappingURL=${basename(target)}.map\n`);
        counts.compiled += 1;
      } catch (error) {
        problems.push(`${path}: ${String(error instanceof Error ? error.message : error).split('\n')[0]}`);
        return;
      }
    } else {
      mkdirSync(dirname(target), { recursive: true });
      copyFileSync(source, target);
      counts.copied += 1;
    }
    after[path] = now;
  };

  const files = SOURCES.flatMap((folder) => filesIn(root, folder));
  const clash = files.find((path) => extname(path) === '.js' && files.includes(path.replace(/\.js$/, '.ts')));
  if (clash) throw new BuildFailed(`${clash} and the .ts of the same name would become the same file.`);
  const waiting = [...files];
  await Promise.all(
    Array.from({ length: 4 }, async () => {
      for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) await one(path);
    }),
  );
  const gone = Object.keys(before).filter((path) => !files.includes(path));
  removeOutputs(dist, gone);
  counts.removed = gone.length;
  // Before the manifest says that these sources were compiled: a build that ends early leaves no bundle of older ones.
  if (counts.compiled + counts.copied + counts.removed > 0) removeBundles(root, dist);
  writeWhole(manifest, JSON.stringify({ key, files: after }));
  if (problems.length > 0) throw new BuildFailed(`These files do not compile:\n  ${problems.sort().join('\n  ')}`);
  linkAliases(root, dist);
  await bundle(root, dist, { ...settings, jsc }, writeWhole);
  // Said outright, so that Node never guesses a module's kind from a mistake in it.
  writeWhole(join(dist, 'package.json'), '{ "type": "commonjs" }\n');
  return counts;
}

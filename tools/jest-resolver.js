const { readFileSync } = require('node:fs');
const { join } = require('node:path');

const ROOT = join(__dirname, '..');
const { paths } = JSON.parse(readFileSync(join(ROOT, 'tsconfig.base.json'), 'utf8')).compilerOptions;
const ALIASES = new Map(Object.entries(paths).map(([alias, [target]]) => [alias, join(ROOT, target)]));

/**
 * The aliases of tsconfig.base.json, each one file, and `import('./file.js')`, which is a file.ts as long as nothing is built. All
 * else Jest's own resolver knows. TypeScript could answer all of it, and would be loaded for it.
 */
module.exports = (path, options) => {
  const alias = ALIASES.get(path);
  if (alias !== undefined) return alias;
  try {
    return options.defaultResolver(path, options);
  } catch (error) {
    if (!/^\.\.?\/.*\.js$/.test(path)) throw error;
    return options.defaultResolver(path.replace(/\.js$/, '.ts'), options);
  }
};

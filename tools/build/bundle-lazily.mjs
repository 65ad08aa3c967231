// A program of which each run needs a part: its modules in one file, each loaded when something of it is first used, as if every import
// stood in `lazy` of .swcrc. That costs a call wherever a module uses another, so it is nothing for code that runs often.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative, sep } from 'node:path';

/** Packages that a plain run never loads; those of them that are ES modules become worse in a bundle. */
const PACKAGES_OUTSIDE = ['zod', '@cantoo/*', 'yaml', 'pdfjs-dist', 'culori', 'html-entities', 'fontkit'];

/**
 * What esbuild is told beside what it is told of every bundle.
 *
 * @param {string} root the workspace
 * @param {string} folder of the entry, relative to the workspace
 * @param {{ jsc: object, module: object }} settings of swc
 * @param {import('esbuild').Plugin} sources finds them
 * @returns {import('esbuild').BuildOptions}
 */
export function lazily(root, folder, settings, sources) {
  const swc = /** @type {typeof import('@swc/core')} */ (createRequire(join(root, 'package.json'))('@swc/core'));
  return {
    external: PACKAGES_OUTSIDE,
    banner: { js: 'const bundleFolder = __dirname;' },
    plugins: [
      sources,
      {
        name: 'lazily',
        setup(on) {
          on.onLoad({ filter: /\.ts$/ }, async ({ path }) => {
            const source = readFileSync(path, 'utf8');
            const lazy = [...source.matchAll(/\bfrom\s+'([^']+)'/g)].map(([, name]) => name);
            const { code } = await swc.transform(source, {
              ...settings,
              module: { ...settings.module, type: 'commonjs', lazy },
              swcrc: false,
              configFile: false,
              filename: path,
              sourceMaps: 'inline',
            });
            const place = relative(folder, relative(root, path)).split(sep).join('/').replace(/\.ts$/, '.js');
            return { contents: inItsPlace(code, place), loader: 'js', resolveDir: dirname(path) };
          });
        },
      },
    ],
  };
}

/** A module that asks where it stands is told where it would stand by itself. @param {string} code @param {string} place */
function inItsPlace(code, place) {
  if (!/\b__(?:dirname|filename)\b/.test(code)) return code;
  const names = `const __filename = require('node:path').join(bundleFolder, '${place}'), __dirname = require('node:path').dirname(__filename);`;
  return code.replace('"use strict";', `"use strict"; ${names}`);
}

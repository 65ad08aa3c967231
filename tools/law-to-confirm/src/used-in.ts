import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { type PlaceOfFact } from '@clearway/rules';

/** Files of the libraries and apps that can use a fact: code and policies; not their tests, and not what is generated. */
function sourcesOf(root: string): readonly { readonly path: string; readonly text: string }[] {
  return ['apps', 'libs']
    .flatMap((folder) => readdirSync(join(root, folder), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && /\.(ts|yaml)$/.test(entry.name) && !/\.(spec|generated)\.ts$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !path.includes(`${sep}node_modules${sep}`))
    .map((path) => ({ path: relative(root, path).split(sep).join('/'), text: readFileSync(path, 'utf8') }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

/**
 * Who uses a place: the files that name it in quotes (`parameter('limit.plants', ...)`), name it in a policy, or call it.
 * The place itself and the code that only carries facts do not count.
 */
export function usedIn(root: string): (place: PlaceOfFact) => readonly string[] {
  const sources = sourcesOf(root).filter(
    ({ path }) => !path.startsWith('libs/rules/src/parameters/') && path !== 'libs/rules/src/index.ts',
  );
  return ({ file, usedAs }) => {
    const name = usedAs.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    const uses = new RegExp(`['"\`]${name}['"\`]|: ${name}\\s*$|\\b${name}\\(`, 'm');
    // Looking for the plain name first is a hundred times faster, and most files do not have it.
    return sources
      .filter(({ path, text }) => path !== file && text.includes(usedAs) && uses.test(text))
      .map(({ path }) => path);
  };
}

import { readFile, stat } from 'node:fs/promises';
import { loadPolicy, PolicyError } from '@clearway/county-policy';
import { type Policy } from '@clearway/rules';

/**
 * A policy by what stands after `--policy`: a file when there is one of that name, else a preset. A PolicyError about a
 * file names the file.
 */
export async function readPolicy(nameOrFile: string): Promise<Policy> {
  const text = await textOf(nameOrFile);
  try {
    return loadPolicy(text ?? nameOrFile);
  } catch (error) {
    if (!(error instanceof PolicyError)) throw error;
    const looksLikeFile = /[\\/]|\.(?:ya?ml|json)$/i.test(nameOrFile);
    if (text === undefined && looksLikeFile) throw new PolicyError('policy.unreadable', [{ line: 0, path: nameOrFile, words: 'there is no such file: check the spelling and the folder' }]);
    throw text === undefined ? error : new PolicyError(error.code as 'policy.invalid', error.problems.map((one) => ({ ...one, path: one.path === '' ? nameOrFile : `${nameOrFile}: ${one.path}` })));
  }
}

/** What `loadPolicy` takes: the text of the file when there is one of that name, else the name of a preset. */
export async function policyText(nameOrFile: string): Promise<string> {
  return (await textOf(nameOrFile)) ?? nameOrFile;
}

async function textOf(path: string): Promise<string | undefined> {
  const entry = await stat(path).catch(() => undefined);
  return entry?.isFile() ? readFile(path, 'utf8') : undefined;
}

import { basename, resolve } from 'node:path';
import { type ChosenMapping, mappingFrom, type SourceInput } from '@clearway/population';
import { CliError } from '../cli-error';
import { mappingTextOf } from './mapping-option';

/** Inputs with the mappings that `--mapping FILE=MAPPING` names. FILE is a path as it was given, or the name of the file alone. */
export async function sourceInputs(files: readonly string[], mappings: readonly string[]): Promise<SourceInput[]> {
  const byPath = new Map<string, ChosenMapping>();
  for (const each of mappings) {
    const at = each.indexOf('=');
    if (at <= 0 || at === each.length - 1)
      throw new CliError(
        'usage.mapping',
        `--mapping ${each}: write FILE=MAPPING, the file as it is given and the mapping that reads it.`,
      );
    const [file, mapping] = [each.slice(0, at), each.slice(at + 1)];
    const named = files.filter((path) => path === file || resolve(path) === resolve(file));
    const found = named.length > 0 ? named : files.filter((path) => basename(path) === file);
    if (found.length !== 1)
      throw new CliError(
        'usage.mapping',
        `--mapping ${each}: ${found.length === 0 ? 'no input has this name' : 'several inputs have this name'}. Name the file as it is given among the inputs.`,
      );
    byPath.set(found[0]!, await chosenMapping(mapping));
  }
  return files.map((path) => {
    const mapping = byPath.get(path);
    return { path, ...(mapping ? { mapping } : {}) };
  });
}

async function chosenMapping(nameOrFile: string): Promise<ChosenMapping> {
  return mappingFrom(await mappingTextOf(nameOrFile));
}

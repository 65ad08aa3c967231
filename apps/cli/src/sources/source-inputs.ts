import { basename, resolve } from 'node:path';
import { mappingFrom, type SourceInput } from '@clearway/population';
import { CliError } from '../cli-error';
import { mappingTextOf } from './mapping-option';

/** Inputs with the mappings that `--mapping FILE=MAPPING` names. FILE is a path as it was given, or the name of the file alone. */
export async function sourceInputs(files: readonly string[], mappings: readonly string[]): Promise<SourceInput[]> {
  const texts = await mappingTexts(files, mappings);
  return files.map((path) => {
    const text = texts.get(path);
    return { path, ...(text === undefined ? {} : { mapping: mappingFrom(text) }) };
  });
}

/** Texts of the mappings that `--mapping FILE=MAPPING` names, by the path of the file as it was given. */
export async function mappingTexts(
  files: readonly string[],
  mappings: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const byPath = new Map<string, string>();
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
    const text = await mappingTextOf(mapping);
    // Read now: what is wrong with it is told before anything is sent or opened.
    mappingFrom(text);
    byPath.set(found[0]!, text);
  }
  return byPath;
}

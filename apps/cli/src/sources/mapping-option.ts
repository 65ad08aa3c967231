import { readFile } from 'node:fs/promises';
import { type Mapping, readMapping, shippedMappings, shippedMappingText } from '@clearway/court-extract';

/** The mapping of `--mapping`: the name of a shipped one, or a file. Throws an ExtractError with every problem. */
export async function mappingOf(nameOrFile: string): Promise<Mapping> {
  return readMapping(await mappingTextOf(nameOrFile));
}

/** The text of it. */
export async function mappingTextOf(nameOrFile: string): Promise<string> {
  if (shippedMappings().includes(nameOrFile)) return shippedMappingText(nameOrFile);
  // What looks like a name and is no file is told the names that there are.
  if (/^[a-z0-9-]+$/.test(nameOrFile)) return shippedMappingText(nameOrFile);
  return readFile(nameOrFile, 'utf8');
}

import { shippedMappings, shippedMappingText } from '@clearway/court-extract';
import { type Terminal } from '../terminal/terminal';

/** Prints a mapping that comes with Clearway, or the names of all. Throws an ExtractError that names the nearest. */
export function printMapping(name: string | undefined, terminal: Terminal): void {
  const texts = name === undefined ? shippedMappings() : [shippedMappingText(name)];
  for (const each of texts) terminal.say(each);
  terminal.result(name === undefined ? { mappings: texts } : { mapping: texts[0] });
}

import { meant, readAs, readYaml, type YamlKind } from '@clearway/yaml-with-lines';
import { ExtractError, type ExtractProblem } from '../errors';
import { type MappingFile, mappingFile } from './schema';
import { SHIPPED_MAPPING_TEXTS } from './shipped.generated';

/** How one court's export is read: data, checked. */
export type Mapping = MappingFile;

/** The mappings that come with Clearway, by name. */
export function shippedMappings(): readonly string[] {
  return Object.keys(SHIPPED_MAPPING_TEXTS);
}

/** The text of a shipped mapping, to begin one's own with. Throws an ExtractError that lists them. */
export function shippedMappingText(name: string): string {
  const text = Object.hasOwn(SHIPPED_MAPPING_TEXTS, name) ? SHIPPED_MAPPING_TEXTS[name] : undefined;
  if (text !== undefined) return text;
  const words = `there is no mapping of this name${meant(name, shippedMappings())}: use ${shippedMappings().join(', ')}, or give a file`;
  throw new ExtractError('extract.mapping-unknown', [{ line: 0, path: 'mapping', words }]);
}

const KIND: YamlKind = {
  holds: 'mapping',
  // People count columns from 1.
  firstInList: 1,
  unreadable: (problems) => new ExtractError('extract.mapping-unreadable', problems),
};

/** Reads a mapping (YAML). Throws an ExtractError with every problem at once, each with its line and the cure. */
export function readMapping(text: string): Mapping {
  const invalid = (problems: readonly ExtractProblem[]): ExtractError =>
    new ExtractError(
      'extract.mapping-invalid',
      [...problems].sort((a, b) => a.line - b.line),
    );
  return readAs(mappingFile, readYaml(text, KIND), KIND, invalid);
}

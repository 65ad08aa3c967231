import { type FormEdition } from '../edition/form-edition';
import { type MappingFile } from './mapping-file';
import { readMapping } from './read-mapping';
import { SHIPPED_MAPPING_TEXTS } from './shipped.generated';

/** A mapping that comes with Clearway; the PDF stays the court's. */
export interface ShippedMapping {
  /** `cr-400/2017-07-01`: its folder below libs/court-forms/forms. */
  readonly path: string;
  readonly text: string;
  readonly file: MappingFile;
}

let known: readonly ShippedMapping[] | undefined;

/** Every mapping that comes with Clearway, by path. */
export function shippedMappings(): readonly ShippedMapping[] {
  known ??= Object.entries(SHIPPED_MAPPING_TEXTS).map(([path, text]) => ({ path, text, file: readMapping(text) }));
  return known;
}

/** The mapping that belongs to a file: by its bytes, or by its list of fields when it was only saved again. */
export function shippedMappingFor({
  sha256,
  fieldListSha256,
}: Pick<FormEdition, 'sha256' | 'fieldListSha256'>): ShippedMapping | undefined {
  const all = shippedMappings();
  return (
    all.find(({ file }) => file.sha256.includes(sha256)) ??
    all.find(({ file }) => file.fieldLists.includes(fieldListSha256))
  );
}

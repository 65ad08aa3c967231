import { fieldListSha256 } from '../edition/field-list-hash';
import { type FieldPlace, type FormEdition, type FormField } from '../edition/form-edition';

type MadeUpField = Partial<Omit<FormField, 'places'>> & {
  readonly name: string;
  readonly at?: readonly [page: number, left: number, bottom: number];
};

/** An edition without a file, for tests of mappings and of the guard. */
export function madeUpEdition(edition: string, fields: readonly MadeUpField[], pages = 1): FormEdition {
  const full = fields.map(({ at = [1, 50, 700], ...field }): FormField => {
    const type = field.type ?? 'text';
    const ticked = type === 'checkbox' || type === 'radio';
    const [page, left, bottom] = at;
    const size = ticked ? { width: 10, height: 10 } : { width: 150, height: 14 };
    const place: FieldPlace = { page, left, bottom, right: left + size.width, top: bottom + size.height };
    return {
      type,
      tooltip: '',
      label: '',
      places: [place],
      states: ticked ? ['Yes'] : [],
      shippedValue: '',
      multiline: false,
      comb: false,
      fontSize: 9,
      font: 'Helv',
      alignment: 'left',
      readOnly: false,
      required: false,
      flags: 0,
      ...field,
    };
  });
  return {
    form: 'CR-999',
    edition,
    title: 'Petition',
    sha256: `${edition.replace(/\D/g, '')}${'0'.repeat(64)}`.slice(0, 64),
    fieldListSha256: fieldListSha256(full),
    pages: Array.from({ length: pages }, () => ({ width: 612, height: 792, rotation: 0 })),
    fields: full,
    tagged: false,
    language: '',
    xfa: 'none',
    javaScript: false,
    encrypted: false,
  };
}

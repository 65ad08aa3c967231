import { type FormEdition, type FormField } from '../edition/form-edition';
import { type FieldUse } from './mapping';
import { type MappingEntry, type MappingFile } from './mapping-file';
import { printMapping } from './print-mapping';
import { SMALLEST_SIZE } from './read-mapping';

/** What the words beside a text field usually ask for; the first that fits wins. */
const TEXTS: readonly (readonly [RegExp, string])[] = [
  [/\bcase (?:no|number)|^scn\b|^no\.?$/i, 'caseNumber'],
  [/\b(?:state )?bar (?:no|number)|\bsb ?#/i, 'barNumber'],
  [/\battorney for\b/i, 'attorneyFor'],
  [/\bdefendant\b|\bpetitioner'?s? name\b/i, 'defendant'],
  [/\bfirm name\b|\bprosecuting agency\b/i, 'agency'],
  [/\bstreet address\b/i, 'attorneyStreet'],
  [/^city\b/i, 'attorneyCity'],
  [/^state\b/i, 'attorneyState'],
  [/^zip\b/i, 'attorneyZip'],
  [/\btelephone|\bphone\b/i, 'telephone'],
  [/^fax\b/i, 'fax'],
  [/\be-?mail\b/i, 'email'],
  [/^(?:attorney|name|assistant district attorney)\b/i, 'attorney'],
  [/\bcounty of\b|^county\b/i, 'countyName'],
];
const BOXES: readonly (readonly [RegExp, string])[] = [
  [/\bcurrently serving\b/i, 'serving'],
  [/\bhas completed\b|\bcompleted (?:his|her|the|their)\b/i, 'completed'],
];
const COURTS =
  /\bcourt use\b|\bthe court\b|\bjudge\b|\bjudicial officer\b|\bclerk\b|\bgrant(?:ed|s)?\b|\bden(?:ied|ies)\b|\bdepartment\b/i;

/**
 * Begins a mapping: every field with a proposal by its tooltip or label, or to be left empty. A person confirms each: nothing is
 * filled before.
 * @param names the names of values that filings have: none other is proposed
 */
export function proposeMapping(
  edition: FormEdition,
  names: readonly string[],
): { readonly file: MappingFile; readonly text: string } {
  const known = new Set(names);
  const remarks = new Map<number, string>();
  const entries = edition.fields.map((field, index): MappingEntry => {
    const use = proposal(field, known);
    const seen = field.label === '' || field.label === field.tooltip ? '' : `beside it: ${field.label}; `;
    remarks.set(
      index,
      `${field.type}${field.states.length > 0 ? ` (${field.states.join(', ')})` : ''}; ${seen}page ${field.places[0]?.page ?? 0}`,
    );
    return {
      field: field.name,
      ...(field.tooltip === '' ? {} : { tooltip: field.tooltip }),
      use,
      confirm: field.type !== 'button',
      line: 0,
    };
  });
  const dated = /^\d{4}(?:-\d{2}){0,2}$/.test(edition.edition);
  const file: MappingFile = {
    form: edition.form,
    edition: edition.edition,
    title: edition.title || edition.form,
    inForce: { from: dated ? `${edition.edition}-01-01`.slice(0, 10) : '1970-01-01' },
    sha256: [edition.sha256],
    fieldLists: [edition.fieldListSha256],
    confirm: false,
    lost: [],
    entries,
  };
  const head = [
    'Proposed by tooltips and printed words. Nothing with "confirm: yes" is filled: look at the form (clearway forms preview), put',
    'right what is not, and take "confirm: yes" away. A field takes value, text, checked, choose, or leave: court (stays live) or blank.',
    ...(dated ? [] : ['Say under "in force" from which day this edition is filed.']),
  ];
  return { file, text: printMapping(file, remarks, head) };
}

function proposal(field: FormField, known: ReadonlySet<string>): FieldUse {
  const { type, tooltip, label, fontSize } = field;
  const seen = (/^[A-Za-z]{0,6}\d{1,4}$/.test(tooltip) ? '' : tooltip) || label;
  if (type === 'button') return { kind: 'blank' };
  if (type === 'text' && !COURTS.test(seen)) {
    const value = TEXTS.find(([pattern, name]) => known.has(name) && pattern.test(seen))?.[1];
    if (value === undefined) return { kind: 'blank' };
    const minSize = fontSize > 0 ? Math.max(4, Math.min(SMALLEST_SIZE, fontSize)) : SMALLEST_SIZE;
    return { kind: 'text', parts: [{ value }], minSize, overflow: 'refuse' };
  }
  if (type === 'checkbox' && field.states.length === 1) {
    const section = /^\s*(1\d{4}(?:\.\d)?)(?:\(([a-z])\))?(?=\W|$)/.exec(seen);
    const name = section && ['section', `${section[1]}${section[2] ?? ''}`].join('.');
    if (name && known.has(name)) return check(name, field);
    const worded = BOXES.find(([pattern]) => pattern.test(seen))?.[1];
    if (worded !== undefined && known.has(worded)) return check(worded, field);
  }
  return COURTS.test(seen) ? { kind: 'court' } : { kind: 'blank' };
}

function check(name: string, field: FormField): FieldUse {
  return { kind: 'check', checked: [[{ name, not: false }]], state: field.states[0] ?? '' };
}

import { type RowFacts } from '@clearway/record';
import { type Mapping } from '../mapping/read-mapping';

type KeyField = NonNullable<Mapping['people']>[number][number];

/**
 * Without a number of the person, the same name in two cases stays two: who is one over cases and files is decided where records are
 * joined, with evidence.
 */
export const DEFAULT_PEOPLE: readonly (readonly KeyField[])[] = [
  ['cii'],
  ['person-number'],
  ['case-number', 'defendant-number'],
  ['case-number', 'name'],
  ['name', 'birth-date'],
];

/** What tells the defendant of a row within its file; undefined when nothing does. */
export function defendantKey(
  facts: RowFacts,
  caseNumber: string,
  defendantNumber: string,
  { people = DEFAULT_PEOPLE }: { readonly people?: Mapping['people'] | typeof DEFAULT_PEOPLE },
): { readonly text: string; readonly cii: string } | undefined {
  const values: Readonly<Record<KeyField, string>> = {
    cii: facts.cii,
    'person-number': facts.subjectId,
    'case-number': caseNumber.toUpperCase(),
    'defendant-number': defendantNumber,
    name: facts.name,
    'birth-date': facts.birthDate > 0 ? String(facts.birthDate) : '',
  };
  const group = people.find((fields) => fields.every((each) => values[each] !== ''));
  if (!group) return undefined;
  return {
    text: group.map((each) => `${each}=${values[each]}`).join('\0'),
    cii: group.includes('cii') ? facts.cii : '',
  };
}

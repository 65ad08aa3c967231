import { ciiOwners, type Defect, inputOf, keyOf, type OldRun, type RawRow, sharesCii } from '@clearway/earlier-tools';
import { type Ours } from './ours';

export interface Difference {
  readonly key: string;
  readonly side: 'both' | 'theirs' | 'ours';
  readonly theirs: string;
  readonly ours: string;
  /** Ids of the named defects whose rows these are; empty: a difference without a name. */
  readonly names: readonly string[];
}

export interface Comparison {
  readonly compared: number;
  readonly equal: number;
  readonly differences: readonly Difference[];
  /** Agreement of further columns, for information. */
  readonly columns: readonly { readonly name: string; readonly equal: number; readonly of: number }[];
}

/** Sets both tables side by side. Names come from the input rows alone: a defect never sees what was decided. */
export function compare(
  input: readonly RawRow[],
  theirs: readonly RawRow[],
  ours: ReadonlyMap<string, Ours>,
  defects: readonly Defect[],
  run: OldRun,
): Comparison {
  const subjects = new Map<string, RawRow[]>();
  for (const row of input)
    subjects.set(row['SUBJECT_ID'] ?? '', [...(subjects.get(row['SUBJECT_ID'] ?? '') ?? []), row]);
  const owners = ciiOwners(input);
  const old = new Map(theirs.map((row) => [keyOf(row), row]));
  const differences: Difference[] = [];
  let compared = 0;
  let equal = 0;
  for (const key of new Set([...old.keys(), ...ours.keys()])) {
    const their = old.get(key);
    const our = ours.get(key);
    compared += 1;
    const oldWords = their ? `${their['Eligibility Determination']} / ${their['Eligibility Reason']}` : 'not listed';
    const newWords = our
      ? `${our.conviction.determination.determination} / ${our.conviction.determination.reason}`
      : 'not listed';
    if (their && our && oldWords === newWords) {
      equal += 1;
      continue;
    }
    const [subject = '', order = ''] = key.split('/');
    const person = subjects.get(subject) ?? [];
    const rows = inputOf(person, order, run, sharesCii(person, owners));
    const names = defects.filter((each) => each.shows(rows)).map((each) => each.id);
    differences.push({
      key,
      side: their && our ? 'both' : their ? 'theirs' : 'ours',
      theirs: oldWords,
      ours: newWords,
      names,
    });
  }
  return { compared, equal, differences, columns: columnsOf(old, ours) };
}

const COLUMNS: readonly (readonly [string, (ours: Ours) => string])[] = [
  ['# of convictions on record', ({ person }) => String(person.facts.convictions)],
  ['Superstrike Code Section(s)', ({ person }) => person.facts.superStrikes.join(';') || '-'],
  ['PC290 Code Section(s)', ({ person }) => person.facts.sexOffences.join(';') || '-'],
  ['PC290 Registration', ({ person }) => (person.facts.sexOffenderRegistration ? 'Yes' : '-')],
  ['# of Prop 64 convictions', ({ person }) => String(person.facts.prop64)],
  ['# of HS 11357 convictions', ({ person }) => String(person.facts.bySection['11357'])],
  ['# of HS 11358 convictions', ({ person }) => String(person.facts.bySection['11358'])],
  ['# of HS 11359 convictions', ({ person }) => String(person.facts.bySection['11359'])],
  ['# of HS 11360 convictions', ({ person }) => String(person.facts.bySection['11360'])],
  ['Deceased', ({ person }) => (person.deceased ? 'Deceased' : '-')],
  ['Possible Other P64 Charges', noteOf],
];

function noteOf({ person, conviction }: Ours): string {
  const note = person.notes.find(
    (each) => each.row.file === conviction.row.file && each.row.row === conviction.row.row,
  );
  return note?.possibleOtherCharge ?? '';
}

/** The old lists repeat a section for each conviction; a list is compared as a set. */
function asSet(value: string): string {
  return [...new Set(value.split(';'))].sort().join(';');
}

function columnsOf(old: ReadonlyMap<string, RawRow>, ours: ReadonlyMap<string, Ours>): Comparison['columns'] {
  return COLUMNS.map(([name, value]) => {
    let equal = 0;
    let of = 0;
    for (const [key, row] of old) {
      const our = ours.get(key);
      if (!our) continue;
      of += 1;
      if (asSet(row[name] ?? '') === asSet(value(our))) equal += 1;
    }
    return { name, equal, of };
  });
}

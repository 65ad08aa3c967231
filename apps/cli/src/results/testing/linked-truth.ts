import { readFileSync, writeFileSync } from 'node:fs';
import { type LinkedPersonTruth, type TruePerson } from '@clearway/synthetic-county';
import { type Row, tableOf } from './read-results';

function jsonLines(path: string): unknown[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as unknown);
}

/** People of the truth of linked files, each at its number. */
export function linkedTruth(path: string): readonly LinkedPersonTruth[] {
  return (jsonLines(path) as LinkedPersonTruth[]).filter(({ person }) => person !== undefined);
}

/** People of the truth of the state's file. */
export function peopleTruth(path: string): readonly TruePerson[] {
  return (jsonLines(path) as TruePerson[]).filter(({ name }) => name !== undefined);
}

/** Whose a record of the files is, by the number of the person in the plan. */
export interface RecordOwners {
  /** The first or second record of a row of `people_joined.csv`. */
  of(row: Row, side: 'First' | 'Second'): number | undefined;
  ofLine(line: number): number | undefined;
  ofSubject(subjectId: string): number | undefined;
  /** Whether the court writes another whole birth date for a person than this one. */
  birthsAtCourt(path: string): { differs(person: number | undefined, born: string): boolean };
}

export function ownersOf(linked: readonly LinkedPersonTruth[], statePath: string): RecordOwners {
  const lines = new Map<number, number>();
  const subjects = new Map<string, number>();
  const sheets = new Map<string, number>();
  for (const { person, records } of linked)
    for (const record of records) {
      if (record.source === 'court-extract') record.lines.forEach((line) => lines.set(line, person));
      else if (record.source === 'rap-sheet') sheets.set(record.file, person);
      else subjects.set(record.subjectId, person);
    }
  const subjectAt = readFileSync(statePath, 'latin1')
    .split('\n')
    .map((line) => line.split(',')[2] ?? '');
  const lineIn = (place: string): number => Number(/line (\d+)/.exec(place)?.[1] ?? 0);
  return {
    of: (row, side) => {
      const [file = '', place = ''] = [row[`${side} File`], row[`${side} Place`]];
      const source = row[`${side} Source`];
      if (source === 'court-extract') return lines.get(lineIn(place));
      return source === 'rap-sheet' ? sheets.get(file) : subjects.get(subjectAt[lineIn(place) - 1] ?? '');
    },
    ofLine: (line) => lines.get(line),
    ofSubject: (subjectId) => subjects.get(subjectId),
    birthsAtCourt: (path) => {
      const births = tableOf(readFileSync(path, 'utf8')).map((row) => row['Birth Date'] ?? '');
      return {
        differs: (person, born) =>
          births.some((birth, index) => lines.get(index + 2) === person && birth !== '' && birth !== born),
      };
    },
  };
}

const COLUMNS =
  'CII,Person Number,Name,Birth Date,Sex,Case Number,Defendant Number,Court,County,Arrest Date,Count,Charge,Code,Disposition,Disposition Date,Severity,Sentence,Comment';
const BEFORE: Readonly<Record<string, string>> = { attempt: '664/', conspiracy: '182/' };

/** A court's export that says of the county's convictions what the state's file says, and no more. People without a CII, or with two, are left out. */
export function mirrorOf(people: readonly TruePerson[], county: string, path: string): void {
  const rows = people
    .filter(({ cii, secondCii }) => cii !== '' && secondCii === '')
    .flatMap(({ cii, name, birthDate, convictions }) =>
      convictions
        .filter((each) => each.county === county)
        .map(({ qualifiers, section, path: parts, code, date, severity, ...each }) => {
          // The state writes 314.1 PC for 314(1): a court does not.
          const cited =
            section === '314' ? [`${section}.${parts.join('')}`] : [section, ...parts.map((part) => `(${part})`)];
          const charge = [...qualifiers.map((one) => BEFORE[one] ?? ''), ...cited].join('');
          const who = [cii, '', `"${name}"`, partial(birthDate), '', each.caseNumber, '', each.court, county, ''];
          const grade = severity === 'unknown' ? '' : severity;
          return [
            ...who,
            String(Number(each.count.slice(6, 9))),
            charge,
            code,
            'guilty',
            partial(date),
            grade,
            '',
            '',
          ].join(',');
        }),
    );
  writeFileSync(path, `${[COLUMNS, ...rows].join('\n')}\n`);
}

/** `1998-04` is written `19980400`. */
function partial(date: string): string {
  return date === '' || date.length === 10 ? date : date.replaceAll('-', '').padEnd(8, '0');
}

import fc from 'fast-check';
import { type LawCase, type LawLine } from './law-case';

const CHARGES = [
  '11357(A) HS',
  '11357(B) HS',
  '11357(C) HS',
  '11357(E) HS',
  '11357 HS',
  '11358 HS',
  '11358 HS',
  '11359 HS',
  '11359 HS',
  '11360(A) HS',
  '11360(B) HS',
  '11360 HS',
  '11358/11359 HS',
  '664/11359 HS',
  '182(A)(1)/11359 HS',
  '32 PC',
  '11366 HS',
  '11361(A) HS',
  '11530.5 HS',
  '187(A) PC',
  '272 PC',
  '288(A) PC',
  '459 PC',
  'SEE COMMENT FOR CHARGE',
];

/** Days from 1960-01-01, as the calendar writes them. */
export function dayOf(days: number): string {
  return new Date(Date.UTC(1960, 0, 1) + days * 86_400_000).toISOString().slice(0, 10);
}

/** From 1970 to the end of 2019, most of them around the Act and around 1976. */
const convictedDays = fc.oneof(
  fc.integer({ min: 3653, max: 21_900 }),
  fc.integer({ min: 5600, max: 6200 }),
  fc.integer({ min: 20_000, max: 21_700 }),
);

/** A line of a record in which everything is known; the arrest lies within three years before the conviction. */
export const arbitraryLine: fc.Arbitrary<LawLine> = fc
  .record({
    convicted: fc.constantFrom(...CHARGES),
    at: convictedDays,
    wait: fc.integer({ min: 0, max: 1000 }),
    county: fc.constantFrom('LOS ANGELES', 'LOS ANGELES', 'KERN'),
    grade: fc.constantFrom('FELONY', 'FELONY', 'MISDEMEANOR', 'INFRACTION'),
    sentence: fc.constantFrom<string[]>(
      [],
      ['90 D JAIL'],
      ['3 Y PROBATION', '1 Y JAIL'],
      ['25 Y PRISON'],
      ['LIFE Y PRISON'],
    ),
    later: fc.constantFrom<string[]>([], [], [], ['REDUCED 17(B)'], ['DISMISSED/1203.4'], ['11361.8 HS GRANTED']),
    cycle: fc.integer({ min: 101, max: 104 }),
  })
  .map(({ at, wait, ...line }) => ({
    ...line,
    on: dayOf(at),
    arrested: dayOf(at - wait),
    class: 'F',
    disposition: '',
    step: 2,
  }));

/** A record in which everything is known. */
export const arbitraryRecord: fc.Arbitrary<LawCase> = fc
  .record({
    record: fc.array(arbitraryLine, { minLength: 1, maxLength: 4 }),
    age: fc.integer({ min: 15 * 365, max: 30 * 365 }),
    deceased: fc.constantFrom(false, false, false, true),
  })
  .map(({ record, age, deceased }) => {
    // Nobody was a child at the first arrest: who was asks for the birth date.
    const first = Math.min(...record.map((each) => Date.parse(each.arrested)));
    const born = dayOf(Math.round((first - Date.UTC(1960, 0, 1)) / 86_400_000) - age);
    // One arrest has one day, and one judgment: the lines of a cycle share them.
    const lines = record.map((line) => {
      const { arrested, on } = record.find((each) => each.cycle === line.cycle) ?? line;
      return { ...line, arrested, on };
    });
    return { name: 'a generated record', born, deceased, incomplete: false, record: lines, expect: { outcome: '' } };
  });

import { type FilingOptions } from '../filing/filing-options';
import { type SampleConviction, samplePerson } from './sample-people';
import { type DecidedPerson } from '@clearway/rules';

/** Options of a filing for tests. */
export const SAMPLE_OPTIONS: FilingOptions = {
  county: 'LOS ANGELES',
  asOf: 20261123,
  policy: { name: 'sample', title: 'Sample policy', kind: 'filing', hash: 'ab12'.repeat(16) },
  prosecutors: { 'LOS ANGELES COUNTY DISTRICT ATTORNEY': { attorney: 'Jane Q. Roe', title: 'Deputy District Attorney', barNumber: '123456', address: ['211 West Temple Street', 'Los Angeles, California 90012'], telephone: '(213) 555-0100', email: 'filings@example.org' } },
};

/** Names in many scripts: what a paper must be able to carry. */
export const SAMPLE_NAMES: readonly string[] = ["O'HARA-MÜLLER-ŠĆEPANOVIĆ,JOSÉ ÑANDÚ MAXIMILIAN", 'علي بن أبي طالب', '王小明', 'សុខ វិចិត្រា', 'GARCIA,MARIA', 'Владимир Ильин', 'राजेश कुमार', '김철수', 'כהן, דוד (בן) 2', 'DOE,JOHN A JR', 'Nguyễn Thị Phương', 'สมชาย ใจดี'];

/** As many people as asked for, each with one conviction of every kind of relief in turn. */
export function samplePeople(count: number, change: (i: number) => SampleConviction = () => ({})): readonly DecidedPerson[] {
  const reliefs = ['dismiss-and-seal', 'redesignate-infraction', 'redesignate-misdemeanor', 'dismiss-sentence', 'recall-and-resentence'] as const;
  return Array.from({ length: count }, (_, i) =>
    samplePerson(`PERSON${String(i).padStart(10, '0')}`, SAMPLE_NAMES[i % SAMPLE_NAMES.length] as string, [
      { case: `BA${100000 + i}`, relief: reliefs[i % reliefs.length] ?? 'dismiss-and-seal', caseEffect: i % 5 === 0 ? 'whole-case' : 'one-count', ...change(i) },
    ]),
  );
}

import { type History } from '@clearway/record';
import { type DecidedPerson } from '@clearway/rules';
import { lettersCountsOf, type PapersCounts, type ReportedRun, type RunSourcesCounts } from '../run/reported-run';
import { Tally } from '../tally/tally';
import { type TieOutInput } from '../tie-out/tie-out-of-run';
import { conviction, decidedPerson, determination, inReview } from './decided';

const EMPTY_COUNT = { charged: { text: '', offences: [] }, classOfCharge: '', dispositions: [], sentences: [], caseNumbers: [] };
const AGENCY = { ori: '', name: '', county: '' };

/** A history that only has rows: `rows[file]` counts of one row each in that file. */
export function historyOfRows(person: string, rows: readonly number[]): History {
  const counts = rows.flatMap((n, file) => Array.from({ length: n }, (_, row) => ({ ...EMPTY_COUNT, order: '101001001000', rows: [{ file, row, offset: row * 800, line: row + 2 }] })));
  return {
    person,
    subjects: [],
    name: 'DOE,JANE',
    otherNames: [],
    sex: '',
    race: '',
    birthDates: [],
    deceased: false,
    incomplete: false,
    cycles: [{ subject: 0, order: '101', date: 0, steps: [{ order: '001', type: 'court-action', typeText: 'COURT ACTION', date: 0, agency: AGENCY, counts }] }],
    problems: [],
  };
}

/** Four people of two files: dismissed in both files, reduced, in review and deceased, referred. */
export function smallPeople(): readonly DecidedPerson[] {
  return [
    decidedPerson({
      person: 'p1',
      convictions: [conviction(), conviction({ key: '1:101002001000', row: { file: 1, row: 0, offset: 800, line: 2 }, caseNumbers: [{ number: 'NULL', from: 'OFN' }] })],
    }),
    decidedPerson({
      person: 'p2',
      convictions: [
        conviction({
          offence: { code: 'HS', section: '11359', path: [], qualifiers: [] },
          convictedOn: 20150302,
          determination: determination({ outcome: 'redesignate-misdemeanor', relief: 'redesignate-misdemeanor', floor: 'redesignate-misdemeanor', determination: 'Eligible for Reduction', reason: 'Reduce all HS 11359 convictions' }),
        }),
      ],
    }),
    decidedPerson({ person: 'p3', deceased: true, convictions: [conviction({ convictedOn: 0, severity: 'unknown', determination: inReview() })], problems: ['missing-birth-date'] }),
    decidedPerson({
      person: 'p4',
      convictions: [conviction({ severity: 'misdemeanor', prosecutor: 'LOS ANGELES CITY ATTORNEY', determination: determination({ outcome: 'refer-to-other-prosecutor', relief: 'none', floor: 'none', determination: 'To be reviewed by City Attorneys', reason: 'Misdemeanor or Infraction' }) })],
    }),
  ];
}

export const SMALL_RUN: ReportedRun = {
  county: 'LOS ANGELES',
  asOf: 20200701,
  policy: { name: 'los-angeles-2020', kind: 'replay', hash: 'b'.repeat(64) },
  ruleSetHash: 'a'.repeat(64),
  files: [
    { name: 'first.dat', sha256: '1'.repeat(64), bytes: 8000, lines: 13, emptyLines: 0, filledLines: 12, continuationLines: 1, rowsRead: 11, rowsUsed: 10, rowsRejected: 1, people: 4 },
    { name: 'second.dat', sha256: '2'.repeat(64), bytes: 800, lines: 3, emptyLines: 0, filledLines: 2, continuationLines: 0, rowsRead: 2, rowsUsed: 2, rowsRejected: 0, people: 1 },
  ],
};

export function smallTally(): Tally {
  const tally = new Tally(20200701);
  [[4, 2], [3], [2], [1]].forEach((rows, i) => tally.addHistory(historyOfRows(`p${i + 1}`, rows)));
  smallPeople().forEach((person) => tally.add(person));
  return tally;
}

const PAPERS: PapersCounts = { courtUpdateRows: 3, cannotFileRows: 1, cannotFileThoughCaseKnown: 0, cases: 3, packetsDrawn: 2, packetsReleased: 2, packetsWithheld: 0, batches: 2, batchesNotConfirmed: 2, linesInBatches: 3, packetsInBatches: 2, casesFiled: 2, peopleFiled: 2, files: 6, pages: 8, unfiledByReason: { 'no-case-number': 1 } };
const LETTERS = lettersCountsOf({ letters: 2, withAddress: 1, withoutAddress: 1, deceasedLeftOut: 1, csvRows: 2, workbookRows: 2, contactRows: 3, contactKeysContradicted: 1 });

/** A run of the small people that ties out. */
export function smallTieOut(): TieOutInput {
  return {
    run: SMALL_RUN,
    tally: smallTally().toJSON(),
    peopleInFiles: 4,
    results: { allResults: [10, 2], condensed: [10, 2], prop64: [4, 1], rejected: [1, 0], review: 1, traces: 5 },
    papers: PAPERS,
    letters: LETTERS,
  };
}

/** The same run, where the second file is an export of a court. */
export function smallMixedTieOut(): TieOutInput & { readonly sources: RunSourcesCounts } {
  const { results, ...rest } = smallTieOut();
  const files = SMALL_RUN.files.map((file, index) => (index === 0 ? file : { ...file, name: 'court.csv', source: { kind: 'court-extract', histories: 1, rowsInHistories: 2, namedRows: 2, notes: 0, grants: 0, mapping: { name: 'generic', sha256: '3'.repeat(64) } } as const }));
  return {
    ...rest,
    run: { ...SMALL_RUN, files },
    results: { ...results, allResults: [10], condensed: [10], prop64: [4] },
    sources: {
      joining: { records: 6, people: 4, peopleJoined: 1, joinedByNumber: 1, joinedByLikeness: 1, joinedByDecision: 0, asked: 1, peopleAsked: 2, byFile: [{ joined: 1, asked: 1 }, { joined: 1, asked: 1 }], decisionsWaiting: 0 },
      written: { sourceResults: 2, ownByFile: [0, 1], foundInOne: 2, missingFromState: 1, missingFromCourts: 1, joins: 2, questions: 1, notes: 0 },
    },
  };
}

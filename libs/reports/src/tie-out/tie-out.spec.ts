import { strFromU8, unzipSync } from 'fflate';
import { lettersCountsOf } from '../run/reported-run';
import { SMALL_RUN, smallMixedTieOut, smallTieOut } from '../testing/small-run';
import { type TieOut, TieOutError } from './tie-out';
import { type TieOutInput, tieOutOfRun } from './tie-out-of-run';
import { tieOutWorkbook } from './tie-out-workbook';

async function sheetsOf(tieOut: TieOut): Promise<readonly string[]> {
  const pieces: Uint8Array[] = [];
  for await (const piece of tieOutWorkbook(tieOut, SMALL_RUN)) pieces.push(piece);
  const files = unzipSync(Buffer.concat(pieces));
  return [1, 2].map((n) => strFromU8(files[`xl/worksheets/sheet${n}.xml`] ?? new Uint8Array()));
}

describe('tie-out', () => {
  it('a run whose numbers agree ties out, for each file and in total', () => {
    const tieOut = tieOutOfRun(smallTieOut());
    tieOut.assertTies();
    expect(new Set(tieOut.checks.map(({ scope }) => scope))).toEqual(new Set(['first.dat', 'second.dat', 'All files']));
    expect(new Set(tieOut.checks.map(({ area }) => area))).toEqual(new Set(['rows', 'counts', 'convictions', 'people', 'cases', 'papers', 'letters']));
    expect(tieOut.checks.length).toBeGreaterThan(40);
  });

  const base = smallTieOut();
  const PAPERS = base.papers as NonNullable<TieOutInput['papers']>;
  it.each<[string, Partial<TieOutInput>]>([
    ['a line of the file is in no count', { run: { ...base.run, files: base.run.files.map((file) => ({ ...file, filledLines: file.filledLines + 1 })) } }],
    ['a row was read and neither used nor rejected', { run: { ...base.run, files: base.run.files.map((file) => ({ ...file, rowsRead: file.rowsRead + 1, filledLines: file.filledLines + 1 })) } }],
    ['a line is in no batch', { papers: { ...PAPERS, linesInBatches: 2 } }],
    ['a released packet is in no batch', { papers: { ...PAPERS, packetsInBatches: 1 } }],
    ['a reason is not counted', { papers: { ...PAPERS, unfiledByReason: {} } }],
    ['a row was not written', { results: { ...base.results, allResults: [9, 2] } }],
    ['a row of one file was written to the results of another', { results: { ...base.results, allResults: [9, 3] } }],
    ['a condensed row was not written', { results: { ...base.results, condensed: [10, 1] } }],
    ['a rejected row was not reported', { results: { ...base.results, rejected: [0, 0] } }],
    ['a conviction carries no row', { results: { ...base.results, prop64: [4, 0] } }],
    ['a conviction has no trace', { results: { ...base.results, traces: 4 } }],
    ['a question reached nobody', { results: { ...base.results, review: 0 } }],
    ['relief that was decided is neither asked for nor explained', { tally: { ...base.tally, tables: { ...base.tally.tables, floorsInReview: { 'dismiss-and-seal': 2 } } } }],
    ['relief that another prosecutor files is not among the relief', { tally: { ...base.tally, numbers: { ...base.tally.numbers, convictionsReferredWithRelief: 1 } } }],
    ['a person was lost', { peopleInFiles: 5 }],
    ['relief is on no paper', { papers: { ...PAPERS, courtUpdateRows: 2, cannotFileRows: 1, cannotFileThoughCaseKnown: 0, cases: 3, packetsDrawn: 2, packetsReleased: 2, packetsWithheld: 0 } }],
    ['a case is on no paper', { papers: { ...PAPERS, courtUpdateRows: 3, cannotFileRows: 1, cannotFileThoughCaseKnown: 0, cases: 2, packetsDrawn: 2, packetsReleased: 2, packetsWithheld: 0 } }],
    ['a packet vanished', { papers: { ...PAPERS, courtUpdateRows: 3, cannotFileRows: 1, cannotFileThoughCaseKnown: 0, cases: 3, packetsDrawn: 3, packetsReleased: 2, packetsWithheld: 0 } }],
    ['a person with relief gets no letter', { letters: lettersCountsOf({ letters: 1, withAddress: 1, deceasedLeftOut: 1, csvRows: 1, workbookRows: 1 }) }],
    ['a person whose letter waits is not listed', { letters: lettersCountsOf({ letters: 1, withAddress: 1, deceasedLeftOut: 1, heldBack: 1, csvRows: 1, workbookRows: 1 }) }],
    ['a letter about a part of the relief is not listed', { letters: lettersCountsOf({ letters: 2, withAddress: 1, withoutAddress: 1, inPart: 1, deceasedLeftOut: 1, csvRows: 2, workbookRows: 2 }) }],
    ['one file of letters has a row more', { letters: lettersCountsOf({ letters: 2, withAddress: 1, withoutAddress: 1, deceasedLeftOut: 1, csvRows: 2, workbookRows: 3 }) }],
  ])('fails when %s', (_, change) => {
    const tieOut = tieOutOfRun({ ...base, ...change });
    expect(() => tieOut.assertTies()).toThrow(TieOutError);
  });

  it('the workbook shows every difference as a formula with its value', async () => {
    const tieOut = tieOutOfRun(smallTieOut());
    const [checks, numbers] = await sheetsOf(tieOut);
    expect(checks).toContain('<f>D8-F8</f><v>0</v>');
    expect(checks).toContain('<f>Numbers!C4+Numbers!C3</f><v>12</v>');
    expect(checks).toContain(`<f>SUMPRODUCT(ABS(G8:G${7 + tieOut.checks.length}))</f><v>0</v>`);
    expect(numbers).toContain('lines that are not empty');
  });

  it('a workbook that does not tie says NO where', async () => {
    const [checks] = await sheetsOf(tieOutOfRun({ ...base, peopleInFiles: 5 }));
    expect(checks).toContain('<v>NO</v>');
    expect(checks).toContain('<v>-1</v>');
  });
});

describe('tie-out of a run with several kinds of sources', () => {
  const base = smallMixedTieOut();
  const { joining, written } = base.sources;
  const source = base.run.files[1]!.source!;
  const withFile = (changes: object): Partial<TieOutInput> => ({ run: { ...base.run, files: [base.run.files[0]!, { ...base.run.files[1]!, ...changes }] } });

  it('ties out', () => {
    const tieOut = tieOutOfRun(base);
    tieOut.assertTies();
    expect(tieOut.checks.filter(({ scope }) => scope === 'court.csv').length).toBeGreaterThan(5);
  });

  it.each<[string, Partial<TieOutInput>]>([
    ['a row of an export was read and neither used nor rejected', withFile({ rowsRead: 3 })],
    ['a rejected row of an export was not reported', withFile({ rowsRead: 3, rowsRejected: 1 })],
    ['a used row of an export has no part in any history', withFile({ source: { ...source, rowsInHistories: 1 } })],
    ['a row of an export was lost when people were joined', withFile({ source: { ...source, namedRows: 3 } })],
    ['people of an export were counted otherwise than decided', withFile({ people: 2 })],
    ['a conviction of an export was not written', { sources: { joining, written: { ...written, ownByFile: [0, 0] } } }],
    ['a person was lost when people were joined', { sources: { joining: { ...joining, people: 5, joinedByNumber: 0 }, written } }],
    ['a record is in no person', { sources: { joining: { ...joining, records: 7 }, written } }],
    ['a join was not written', { sources: { joining, written: { ...written, joins: 0 } } }],
    ['a question who is who was not written', { sources: { joining, written: { ...written, questions: 0 } } }],
    ['a row of the state was not written', { results: { ...base.results, allResults: [9] } }],
  ])('does not where %s', (_, changes) => expect(() => tieOutOfRun({ ...base, ...changes }).assertTies()).toThrow(TieOutError));
});

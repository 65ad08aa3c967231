import { loadPolicy } from '@clearway/county-policy';
import { OldResults, type RawRow } from '@clearway/earlier-tools';
import { type History, type RowFacts } from '@clearway/record';
import { checkBook } from '../book/book';
import { aPerson } from '../testing/people';
import { againstBook } from './against-book';
import { type AgainstPerson, answerOfNobody, compareWithOld, type AgainstRun } from './compare-old';
import { againstRow, owedPersonRow } from './rows';
import { AgainstTally } from './tally';

const COLUMNS = [
  'SUBJECT_ID',
  'CII_NUMBER',
  'PRI_NAME',
  'CNT_ORDER',
  'OFFENSE_DESCR',
  'STP_EVENT_DATE',
  '# of convictions on record',
  'Eligibility Determination',
  'Eligibility Reason',
];
const ORDER = '101002001000';
const TODAY = { title: 'california-statute', policy: loadPolicy('california-statute'), asOf: 20261101 };

interface Told {
  readonly id?: string;
  readonly order?: string;
  readonly said: string;
  readonly reason: string;
}

function runOf(answers: readonly Told[], rows: (history: History) => readonly RawRow[] = () => []): AgainstRun {
  const old = new OldResults();
  const layout = old.open('old.csv', COLUMNS);
  answers.forEach(({ id = '1', order = ORDER, said, reason }, i) =>
    old.add(layout, [id, `A${id}`, `DOE,${id}`, order, '11359 HS', '20050301', '1', said, reason], i + 1),
  );
  return {
    county: 'LOS ANGELES',
    today: TODAY,
    old,
    oldAsOf: 20200701,
    replays: new Map([['los-angeles', loadPolicy('los-angeles-2020')]]),
    rowsOf: rows,
  };
}

/** The same person as the rows of the state's file. */
function rawOf(facts: readonly Partial<RowFacts>[], about: Partial<RowFacts> = {}): RawRow[] {
  return facts.map((each, i) => ({
    SUBJECT_ID: '1',
    CII_NUMBER: 'A1',
    PRI_DOB: String(about.birthDate ?? 19700101).replace(/^0$/, ''),
    CNT_ORDER: `1${String(i + 1).padStart(2, '0')}002001000`,
    STP_TYPE_DESCR: 'COURT ACTION',
    STP_EVENT_DATE: String(each.eventDate ?? 20050301).replace(/^0$/, ''),
    OFFENSE_DESCR: each.offence ?? '11359 HS-SALE',
    OFFENSE_TOC: 'F',
    DISP_DESCR: 'CONVICTED',
    CONV_STAT_DESCR: each.convictionStatus ?? 'FELONY',
  }));
}

function one(
  said: string,
  reason: string,
  convictions: readonly Partial<RowFacts>[] = [{}],
  about: Partial<RowFacts> = {},
): AgainstPerson['convictions'][number] {
  const run = runOf([{ said, reason }], () => rawOf(convictions, about));
  return compareWithOld(aPerson('1', about, convictions), run).convictions[0]!;
}

describe('an old answer beside the statute of today', () => {
  it('the same: a felony for sale reduced then, redesignated now', () => {
    expect(one('Eligible for Reduction', 'Reduce all HS 11359 convictions')).toMatchObject({
      class: 'same',
      owed: false,
      cause: { kind: 'agree' },
    });
  });

  it("still owed, by the old policy's choice: possession that went to hand review", () => {
    expect(one('Hand Review', 'Other 11357', [{ offence: '11357 HS' }])).toMatchObject({
      class: 'still-owed',
      owed: true,
      filed: 'dismiss-and-seal',
      cause: { kind: 'policy', code: 'policy: Hand Review, Other 11357' },
    });
  });

  it('still owed, by a defect: 11357(a) that does not stand at the beginning of the field', () => {
    const found = one('Hand Review', 'Other 11357', [{ offence: '11357A HS-CONCENTRATED' }]);
    expect(found).toMatchObject({ class: 'still-owed', cause: { kind: 'defect', code: 'L6' } });
  });

  it('owed more: reduced then, lawful today', () => {
    expect(one('Eligible for Reduction', 'x', [{ offence: '11358 HS' }])).toMatchObject({
      class: 'owed-more',
      owed: true,
      filed: 'dismiss-and-seal',
    });
  });

  it('cleared because a birth date was missing (G6)', () => {
    const found = one('Eligible for Dismissal', '50 years or older', [{}, { offence: '459 PC', eventDate: 20190101 }], {
      birthDate: 0,
    });
    expect(found).toMatchObject({
      class: 'date-missing',
      dateMissing: true,
      owed: false,
      cause: { kind: 'defect', code: 'G6' },
    });
  });

  it('cleared because a conviction date was missing (G7)', () => {
    const found = one('Eligible for Dismissal', 'No convictions in past 10 years', [{ eventDate: 0, cycleDate: 0 }], {
      birthDate: 19800101,
    });
    expect(found).toMatchObject({ class: 'date-missing', cause: { code: 'G7' } });
  });

  it('a missing date that the statute does not need: the same, and told apart', () => {
    const found = one(
      'Eligible for Dismissal',
      '50 years or older',
      [{ offence: '11358 HS' }, { offence: '459 PC', eventDate: 20190101 }],
      { birthDate: 19700000 },
    );
    expect(found).toMatchObject({ class: 'same', dateMissing: true });
  });

  it('given beyond the statute: the whole section was dismissed', () => {
    expect(one('Eligible for Dismissal', '50 years or older', [{}], { birthDate: 19600101 })).toMatchObject({
      class: 'beyond-the-statute',
      cause: { kind: 'policy', code: 'policy: Eligible for Dismissal, 50 years or older' },
    });
  });

  it('a question: more than an ounce, which is lawful at home', () => {
    expect(
      one('To be reviewed by City Attorneys', 'Misdemeanor or Infraction', [
        { offence: '11357(C) HS', convictionStatus: 'MISDEMEANOR' },
      ]),
    ).toMatchObject({ class: 'question', owed: false });
  });

  it('still owed, because a sentence has ended since', () => {
    const serving = { eventDate: 20161001, cycleDate: 20160901, sentenceLength: '6', sentenceUnit: 'Y' };
    const found = one('Hand Review', 'Currently serving sentence', [{ ...serving, offence: '11358 HS' }], {
      birthDate: 19800101,
    });
    expect(found).toMatchObject({ class: 'still-owed' });
    expect(['policy', 'time']).toContain(found.cause.kind);
  });

  it('an old answer that the replay does not give and no defect explains is called unexplained', () => {
    expect(one('Eligible for Dismissal', 'Deceased', [{}], { birthDate: 19600101 })).toMatchObject({
      cause: { kind: 'unexplained' },
    });
  });

  it('a conviction that the old tool did not see is owed relief with its defect', () => {
    const rows = [{ offence: '664-11358 HS-ATT' }];
    const found = compareWithOld(
      aPerson('1', {}, rows),
      runOf([], () => rawOf(rows)),
    ).convictions[0];
    expect(found).toMatchObject({ class: 'not-in-old' });
    const seen = [{ offence: '11358 HS' }];
    expect(
      compareWithOld(
        aPerson('1', {}, seen),
        runOf([], () => rawOf(seen)),
      ).convictions[0],
    ).toMatchObject({ class: 'not-in-old', owed: true, cause: { code: 'new-in-record' } });
  });

  it('an old answer without a conviction has a defect, or says that the record has changed', () => {
    const rows = [{ offence: '11357.5 HS-SPICE' }];
    expect(
      compareWithOld(
        aPerson('1', {}, rows),
        runOf([{ said: 'Hand Review', reason: 'Other 11357' }], () => rawOf(rows)),
      ).convictions,
    ).toMatchObject([{ class: 'old-only', cause: { kind: 'defect', code: 'G1' } }]);
    const others = [{ offence: '459 PC' }];
    expect(
      compareWithOld(
        aPerson('1', {}, others),
        runOf([{ said: 'Hand Review', reason: 'x', order: '109002001000' }], () => rawOf(others)),
      ).convictions,
    ).toMatchObject([{ class: 'old-only', cause: { code: 'gone-from-record' } }]);
  });
});

describe('the book of old results', () => {
  it('ties out, and its lists have a row for each conviction and person that is owed relief', () => {
    const answers = [
      { said: 'Hand Review', reason: 'Other 11357' },
      { id: '2', said: 'Eligible for Reduction', reason: 'x' },
      { id: '9', said: 'Hand Review', reason: 'Other 11357' },
    ];
    const run = runOf(answers);
    const tally = new AgainstTally(TODAY.asOf);
    const people = [
      aPerson('1', {}, [{ offence: '11357 HS' }]),
      aPerson('2', { race: 'BLACK' }, [{}]),
      aPerson('3', {}, [{ offence: '11358 HS' }]),
      aPerson('4', {}, [{ offence: '459 PC' }]),
    ];
    const compared = people.map((each) => compareWithOld(each, run));
    for (const each of compared) tally.add(each);
    for (const each of run.old.left()) tally.addConviction(answerOfNobody(each));
    const book = againstBook(tally, {
      county: 'LOS ANGELES',
      today: TODAY,
      oldAsOf: 20200701,
      old: run.old,
      oldNames: ['old.csv'],
      files: ['county.csv'],
      ruleSetHash: 'a'.repeat(64),
    });
    expect(() => checkBook(book)).not.toThrow();
    expect(Object.fromEntries([...tally.classes].map(([name, { all, owed }]) => [name, [all, owed]]))).toEqual({
      'still-owed': [1, 1],
      same: [1, 0],
      'not-in-old': [1, 1],
      'old-only': [1, 0],
    });
    expect(tally.people).toEqual({ decided: 3, owed: 2, owedDeceased: 0, dateMissing: 0 });
    expect(compared.map((each) => owedPersonRow(each, TODAY.asOf)).filter((row) => row !== '')).toHaveLength(2);
    expect(againstRow(compared[0], compared[0]!.convictions[0]!, ['county.csv'], ['old.csv'])).toContain(
      'Other 11357,old.csv,1,dismissed and sealed,dismissed and sealed',
    );
    run.old.answers += 1;
    expect(() =>
      checkBook(
        againstBook(tally, {
          county: 'LOS ANGELES',
          today: TODAY,
          oldAsOf: 20200701,
          old: run.old,
          oldNames: [],
          files: [],
          ruleSetHash: '',
        }),
      ),
    ).toThrow('do not add up');
  });
});

import { type Count, type History } from '../history';
import { HistoryAssembler } from './assemble-history';
import { emptyRowFacts, type RowFacts, UNREADABLE_DATE } from './row-facts';

const ABOUT = { person: 'p', incomplete: false, twoCiis: false };

function history(...rows: Partial<RowFacts>[]): History {
  const assembler = new HistoryAssembler();
  rows.forEach((row, index) =>
    assembler.add({
      ...emptyRowFacts(),
      subjectId: '1',
      order: '101001001000',
      stepType: 'COURT ACTION',
      eventDate: 20010203,
      birthDate: 19700101,
      row: index,
      line: index + 1,
      ...row,
    }),
  );
  return assembler.finish(ABOUT);
}

function counts(found: History): Count[] {
  return found.cycles.flatMap(({ steps }) => steps.flatMap((step) => step.counts));
}

describe('HistoryAssembler', () => {
  it('takes all rows of a CNT_ORDER as one count, wherever they stand, each sentence part with its own', () => {
    const found = history(
      { disposition: 'CONVICTED', sentenceLength: '1', sentenceUnit: 'Y' },
      { order: '101001002000', disposition: 'CONVICTED', sentenceLength: '2', sentenceUnit: 'Y' },
      { disposition: 'CONVICTED', sentenceLength: '3', sentenceUnit: 'Y' },
    );
    expect(
      counts(found).map(({ sentences, dispositions, rows }) => [
        sentences.map(({ length }) => length),
        dispositions.length,
        rows.length,
      ]),
    ).toEqual([
      [['1', '3'], 1, 2],
      [['2'], 1, 1],
    ]);
  });

  it('records what became of a conviction later', () => {
    const found = history(
      { disposition: 'CONVICTED', convictionStatus: 'FELONY' },
      { disposition: 'CONVICTED', convictionStatus: 'MISDEMEANOR', eventDate: 20050101 },
      { disposition: 'REDUCED PER 17(B) PC', eventDate: 20050101 },
      { disposition: 'DISMISSED/1203.4', eventDate: 20060101 },
      { disposition: 'SEALED PER 11361.8 HS', eventDate: 20190101 },
    );
    expect(counts(found)[0]!.dispositions.map(({ kind, date, severity }) => `${kind} ${date} ${severity}`)).toEqual([
      'convicted 20010203 felony',
      'convicted 20050101 misdemeanor',
      'reduced-17b 20050101 unknown',
      'set-aside-1203.4 20060101 unknown',
      'relief-11361.8 20190101 unknown',
      'sealed 20190101 unknown',
    ]);
  });

  it('says both things that one text says', () => {
    expect(
      counts(history({ disposition: 'CONVICTED/SET ASIDE 1203.4' }))[0]!.dispositions.map(({ kind }) => kind),
    ).toEqual(['convicted', 'set-aside-1203.4']);
  });

  it('keeps a second charge of a count, and what was convicted instead', () => {
    const [count] = counts(
      history(
        { offence: '11359 HS-SALE', convictedOffence: '11357(B) HS-POSSESS', convictedClass: 'M' },
        { offence: '11360(A) HS-TRANSPORT' },
      ),
    );
    expect(count).toMatchObject({
      charged: { text: '11359 HS-SALE' },
      convictedOf: { text: '11357(B) HS-POSSESS' },
      classOfConviction: 'M',
      otherCharges: [{ text: '11360(A) HS-TRANSPORT' }],
    });
  });

  it('finds the charge in the comment of a later row', () => {
    const [count] = counts(
      history(
        { offence: 'SEE COMMENT FOR CHARGE' },
        { offence: 'SEE COMMENT FOR CHARGE', comment: 'SCN-12345 11360(A) HS' },
      ),
    );
    expect(count!.charged.offences.map(({ section, path }) => [section, ...path])).toEqual([['11360', 'a']]);
    expect(count!.otherCharges).toBeUndefined();
  });

  it('keeps both case numbers and where they came from', () => {
    expect(counts(history({ caseNumber: 'BA1', courtCase: '07CR1' }, { caseNumber: 'BA1' }))[0]!.caseNumbers).toEqual([
      { number: 'BA1', from: 'OFN' },
      { number: '07CR1', from: 'FE_NUM_CRT_CASE' },
    ]);
  });

  it('places a count at its court action, and steps of one number apart when they are not one event', () => {
    const found = history(
      { stepType: 'ARREST/DETAINED/CITED', eventDate: 20010101 },
      { disposition: 'CONVICTED' },
      { order: '101001002000', eventDate: 20020101 },
    );
    expect(found.cycles[0]!.steps.map(({ type, date }) => `${type} ${date}`)).toEqual([
      'court-action 20010203',
      'court-action 20020101',
    ]);
  });

  it('joins a count of two sources with the sentence parts that only one has', () => {
    const conviction = { disposition: 'CONVICTED', offence: '11358 HS-CULT', sentenceLength: '90', sentenceUnit: 'D' };
    const found = history(
      conviction,
      conviction,
      { ...conviction, file: 1 },
      { file: 1, disposition: 'DISMISSED/1203.4', eventDate: 20080101, offence: '11358 HS-CULT' },
      { ...conviction, file: 1, order: '102001001000' },
    );
    expect(
      counts(found).map(({ rows, sentences, dispositions }) => [rows.length, sentences.length, dispositions.length]),
    ).toEqual([
      [4, 2, 2],
      [1, 1, 1],
    ]);
    expect(counts(found)[0]!.dispositions[1]).toMatchObject({ kind: 'set-aside-1203.4', row: 3 });
  });

  it.each<[string, Partial<RowFacts>[], string[]]>([
    ['two full birth dates', [{}, { birthDate: 19710101 }], ['conflicting-birth-dates']],
    ['a partial beside a full birth date', [{}, { birthDate: 19710000 }], []],
    ['only a partial birth date', [{ birthDate: 19710000 }], ['partial-birth-date']],
    ['no birth date', [{ birthDate: 0 }], ['missing-birth-date']],
    ['an unreadable birth date', [{ birthDate: UNREADABLE_DATE }], ['unreadable-date', 'missing-birth-date']],
    [
      'a conviction without a date',
      [{ disposition: 'CONVICTED', convictionStatus: 'FELONY', offence: '1 PC', eventDate: 0 }],
      ['missing-event-date'],
    ],
    [
      'a conviction in some year',
      [{ disposition: 'CONVICTED', convictionStatus: 'FELONY', offence: '459 PC', eventDate: 20010000 }],
      ['partial-event-date'],
    ],
    ['a conviction of unknown severity', [{ disposition: 'CONVICTED', offence: '459 PC' }], ['unknown-severity']],
  ])('notes %s', (_, rows, problems) => {
    const found = history(...rows).problems.map(({ code }) => code as string);
    expect(found.filter((code) => code !== 'unreadable-charge')).toEqual(problems);
  });

  it('puts counts into their cycles and steps however they come', () => {
    const orders = ['102001001000', '101001001000', '102002001000', '101001002000', '103001001000', '102001002000'];
    const placed = (...rows: Partial<RowFacts>[]): unknown =>
      history(...rows).cycles.map(({ subject, order, date, steps }) => [
        subject,
        order,
        date,
        ...steps.map((step) => [step.order, step.date, ...step.counts.map((count) => count.order.slice(6, 9))]),
      ]);
    const rows = orders.map((order, i) => ({
      order,
      cycleDate: i < 2 ? UNREADABLE_DATE : 20010100 + Number(order[2]),
    }));
    const day = 20010203;
    expect(placed(...rows)).toEqual([
      [0, '102', 20010102, ['001', day, '001', '002'], ['002', day, '001']],
      [0, '101', 20010101, ['001', day, '001', '002']],
      [0, '103', 20010103, ['001', day, '001']],
    ]);
    // Two subjects whose rows say the same.
    expect(placed({ order: '101001001000' }, { order: '101001002000', subjectId: '2' })).toEqual([
      [0, '101', 0, ['001', day, '001']],
      [1, '101', 0, ['001', day, '002']],
    ]);
    // Two numbers of a step on one day, and one number on two days.
    expect(
      placed({ order: '101001001000' }, { order: '101002001000' }, { order: '101002002000', eventDate: 20020203 }),
    ).toEqual([[0, '101', 0, ['001', day, '001'], ['002', day, '001'], ['002', 20020203, '002']]]);
  });

  it('takes the code of a conviction before that of a charge, and the first of each', () => {
    const codeOf = (...rows: Partial<RowFacts>[]): unknown => counts(history(...rows))[0]?.chargeCode;
    const offence = (offenceCode: string): Partial<RowFacts> => ({ offenceCode });
    const convicted = (convictedCode: string): Partial<RowFacts> => ({ convictedCode });
    expect(codeOf({})).toBeUndefined();
    expect(codeOf(offence('1'), offence('2'))).toBe('1');
    expect(codeOf(offence('1'), convicted('2'), convicted('3'), offence('4'))).toBe('2');
    expect(codeOf({ offenceCode: '1', convictedCode: '2' })).toBe('2');
  });

  it('keeps the first race that is written', () => {
    expect(history({ race: '' }, { race: 'HISPANIC' }, { race: 'ASIAN' }).race).toBe('HISPANIC');
  });

  it('begins anew after each person', () => {
    const assembler = new HistoryAssembler();
    assembler.add({
      ...emptyRowFacts(),
      subjectId: '1',
      name: 'ROE,A',
      race: 'BLACK',
      stepType: 'DECEASED',
      order: '101001001000',
    });
    expect(assembler.finish(ABOUT)).toMatchObject({ name: 'ROE,A', deceased: true });
    assembler.add({ ...emptyRowFacts(), subjectId: '2', name: 'ROE,A', order: '101001001000' });
    expect(assembler.finish({ ...ABOUT, incomplete: true })).toMatchObject({
      name: 'ROE,A',
      race: '',
      deceased: false,
      incomplete: true,
      subjects: [{ subjectId: '2' }],
    });
  });
});

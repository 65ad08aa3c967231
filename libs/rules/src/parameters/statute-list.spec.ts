import { readCharge } from '@clearway/record';
import { CodeList, type ListMatch } from './code-list';
import { type CodeListSource } from './code-list-source';
import { CODE_LISTS } from './code-lists.generated';

function list(name: string): CodeList {
  const source = CODE_LISTS.find((each) => each.list === name);
  if (!source) throw new Error(`no list ${name}`);
  return new CodeList(source);
}

const strikes = list('california.super-strikes');
const offences = list('california.sex-offences');
const destruction = list('california.destruction');
const related = list('california.related');

/** `yes`, `no`, or the fact that is asked for. */
function answer(match: ListMatch): string {
  return match.verdict === 'cannot-tell' ? (match.asks ?? 'unreadable') : match.verdict;
}

describe('the super strikes of PC 667(e)(2)(C)(iv)', () => {
  it.each([
    // (IV): homicide and its attempts, whatever the subdivision; manslaughter is none of it.
    ['187 PC', 'yes', 'IV'],
    ['187(A) PC-MURDER', 'yes', 'IV'],
    ['664/187(A) PC', 'yes', 'IV'],
    ['664/191.5(A) PC', 'yes', 'IV'],
    ['190.25(A) PC', 'yes', 'IV'],
    ['192(A) PC-VOL MANSLAUGHTER', 'no', undefined],
    ['192.5 PC', 'no', undefined],
    // Attempts count for nothing else.
    ['664/209(B)(1) PC', 'no', undefined],
    ['664/288(A) PC', 'no', undefined],
    ['664/245(D)(3) PC', 'no', undefined],
    ['664 PC-ATTEMPT', 'object', undefined],
    ['182(A)(1)/187 PC', 'conspiracy', 'IV'],
    // (I): force and intent are not on the row.
    ['261(A)(2) PC', 'force', 'I'],
    ['264.1 PC', 'force', 'I'],
    ['288.5(A) PC', 'force', 'I'],
    ['207(A) PC', 'intent', 'I'],
    ['220 PC', 'intent', 'I'],
    ['209(B)(1) PC', 'yes', 'VIII'],
    ['261.5(C) PC', 'no', undefined],
    // (II), (III): the particular subdivision goes before its section.
    ['286(C)(1) PC', 'yes', 'II'],
    ['286(C)(2) PC', 'force', 'I'],
    ['289(J) PC', 'yes', 'II'],
    ['288(A) PC', 'yes', 'III'],
    ['288(B)(1) PC', 'yes', 'III'],
    ['288(C)(1) PC', 'force', 'I'],
    ['288 PC', 'force', 'I'],
    // (V) and its twin in the other list.
    ['653F(B) PC', 'yes', 'V'],
    ['653F(C) PC', 'no', undefined],
    ['653F PC', 'subdivision', 'V'],
    // (VI) to (VIII)
    ['245(D)(3) PC', 'yes', 'VI'],
    ['245(A)(1) PC', 'no', undefined],
    ['245 PC', 'subdivision', 'VI'],
    ['11418(A)(1) PC', 'yes', 'VII'],
    ['217.1(B) PC', 'yes', 'VIII'],
    ['217.1(A) PC', 'no', undefined],
    ['288.7(A) PC', 'life', 'VIII'],
    // Ordinary strikes are no super strikes, and a number that only ends alike is another section.
    ['211 PC-ROBBERY', 'no', undefined],
    ['459 PC', 'no', undefined],
    ['137 PC', 'no', undefined],
    ['537 PC', 'no', undefined],
    ['1205 PC', 'no', undefined],
    // A gang enhancement makes these punishable by life.
    ['215-186.22(B)(4) PC', 'yes', 'VIII'],
    ['664/215/186.22(B)(4) PC', 'no', undefined],
    ['215 PC', 'no', undefined],
    ['CRIME', 'unreadable', undefined],
  ])('%s: %s', (text, expected, group) => {
    const match = strikes.match(readCharge(text), 20100615);
    expect(answer(match)).toBe(expected);
    if (group !== undefined) expect(match.entry?.group).toBe(group);
  });
});

describe('the offenses of PC 290(c)', () => {
  it.each([
    ['187(A) PC', 'felony-murder'],
    ['207(A) PC', 'intent'],
    ['209(B)(1) PC', 'intent'],
    ['220 PC', 'intent'],
    ['243.4(E)(1) PC', 'yes'],
    ['664/243.4 PC', 'yes'],
    ['182(A)(1)/266H(B) PC', 'yes'],
    ['261 PC', 'subdivision'],
    ['261(A)(2) PC', 'yes'],
    ['261(A)(5) PC', 'no'],
    ['261.5(C) PC', 'no'],
    ['261.6 PC', 'no'],
    ['262(A)(1) PC', 'state-prison'],
    ['262(A)(2) PC', 'no'],
    ['266H(A) PC', 'no'],
    ['266I(B) PC', 'yes'],
    ['272 PC', 'lewd'],
    ['288.2 PC', 'felony'],
    ['288A(C)(1) PC', 'yes'],
    ['286(C)(1) PC', 'yes'],
    ['286(B)(1) PC', 'ten-years-older'],
    ['286 PC', 'subdivision'],
    ['289(A)(1)(A) PC', 'yes'],
    ['311.2(A) PC', 'no'],
    ['311.2 PC', 'subdivision'],
    ['314(1) PC', 'yes'],
    ['314.1 PC', 'yes'],
    ['314(3) PC', 'no'],
    ['451.5 PC', 'no'],
    ['647.6(A) PC', 'yes'],
    ['647A PC', 'yes'],
    ['647(A) PC', 'no'],
    ['653F(C) PC', 'yes'],
    ['653F(B) PC', 'no'],
    ['290 PC', 'no'],
  ])('%s: %s', (text, expected) => expect(answer(offences.match(readCharge(text), 20100615))).toBe(expected));
});

describe('dates of the offense', () => {
  it.each([
    ['262 PC', 20211231, 'force'],
    ['262 PC', 20220101, 'date'],
    ['262 PC', 0, 'force'],
    ['288A(C)(1) PC', 20181231, 'yes'],
    ['288A(C)(1) PC', 20190101, 'date'],
    ['287(C)(1) PC', 20181231, 'date'],
    ['287(C)(1) PC', 20190101, 'yes'],
    ['287(C)(1) PC', 0, 'date'],
    ['12308 PC', 20111231, 'yes'],
    ['12308 PC', 20120101, 'date'],
    ['12308 PC', 20110000, 'yes'],
    ['12308 PC', 20120000, 'date'],
    ['18745 PC', 20120101, 'yes'],
    ['187 PC', 0, 'yes'],
  ])('super strikes: %s on %i: %s', (text, on, expected) =>
    expect(answer(strikes.match(readCharge(text), on))).toBe(expected),
  );

  it.each([
    ['286(B)(1) PC', 20201231, /not settled/],
    ['286(B)(1) PC', 20210101, /^(?!.*not settled)/],
    ['289(I) PC', 20210101, /more than ten years older/],
    ['287(B)(1) PC', 20190101, /not settled/],
  ])('SB 145: %s on %i', (text, on, words) => {
    const match = offences.match(readCharge(text), on);
    expect(match.verdict).toBe('cannot-tell');
    expect(match.condition).toMatch(words);
  });

  it.each([
    [20110000, 'yes'],
    [20120000, 'date'],
    [20120100, 'date'],
    [20120101, 'yes'],
    [20120102, 'no'],
    [20130000, 'no'],
    [0, 'date'],
  ])('an entry until the first day of 2012, asked for %i: %s', (on, expected) => {
    const until = new CodeList({
      list: 'x',
      kind: 'statute',
      title: '',
      citation: '',
      sources: { s: { title: '' } },
      entries: [{ offence: 'PC 99', to: 20120101, source: 's', mark: 'M' }],
    });
    expect(answer(until.match(readCharge('99 PC'), on))).toBe(expected);
  });

  it('remembers each day apart', () => {
    const charge = readCharge('12308 PC');
    const answers = [20111231, 20120101, 20111231].map((on) => answer(strikes.match(charge, on)));
    expect(answers).toEqual(['yes', 'date', 'yes']);
    expect(strikes.match(charge, 20111231)).toBe(strikes.match(charge, 20111231));
  });
});

describe('records that are destroyed', () => {
  it.each([
    ['11357(B) HS', 20050101, 'yes'],
    ['11357 HS', 20050101, 'present-text'],
    ['11357(A) HS', 20050101, 'present-text'],
    ['11357(A) HS', 20180101, 'yes'],
    ['11360(B) HS', 19900101, 'yes'],
    ['11360(A) HS', 19900101, 'under-18'],
    ['11358 HS', 19900101, 'under-18'],
    ['11530 HS', 19700101, 'yes'],
    ['11364 HS', 19751231, 'marijuana'],
    ['11364 HS', 19760101, 'no'],
    ['11357.5 HS', 20150101, 'no'],
  ])('%s on %i: %s', (text, on, expected) => {
    const found = answer(destruction.match(readCharge(text), on));
    expect(found === 'subdivision' ? 'present-text' : found).toBe(expected);
  });
});

describe('near misses', () => {
  it.each([
    ['11361(A) HS', 'yes', 'not-amended'],
    ['11366 HS', 'yes', 'plea-theory'],
    ['11366.5(A) HS', 'yes', 'not-named'],
    ['32 PC', 'object', 'eligible-by-case'],
    ['182(A)(1) PC', 'object', 'not-eligible-by-case'],
    ['4573.6 PC', 'marijuana', 'in-prison'],
    ['23222(B) VC', 'yes', 'not-named'],
    ['23222 VC', 'subdivision', 'not-named'],
    ['23222(A) VC', 'no', undefined],
    ['11357.5 HS', 'yes', 'other-substance'],
    ['11357(B) HS', 'no', undefined],
  ])('%s: %s', (text, expected, group) => {
    const match = related.match(readCharge(text), 20100101);
    expect([answer(match), match.entry?.group]).toEqual([expected, group]);
  });

  it('gives what the statute says of it', () =>
    expect(related.match(readCharge('32 PC')).entry).toMatchObject({
      words: 'An accessory to a cannabis felony is not categorically ineligible.',
      source: { title: 'People v. Boatwright (2019) 36 Cal.App.5th 848' },
      mark: 'F',
    }));

  it('knows the sections of before the code was renumbered by their date', () => {
    expect(answer(related.match(readCharge('11532 HS'), 19700101))).toBe('yes');
    expect(answer(related.match(readCharge('11532 HS'), 19990101))).toBe('no');
    expect(answer(related.match(readCharge('11531 HS'), 19990101))).toBe('date');
  });
});

it('refuses an entry of the statute without a source', () => {
  const source: CodeListSource = {
    list: 'x',
    kind: 'statute',
    title: '',
    citation: '',
    entries: [{ offence: 'PC 187' }],
  };
  expect(() => new CodeList(source)).toThrow(/needs a source/);
});

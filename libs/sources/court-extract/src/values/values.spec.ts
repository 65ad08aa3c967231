import { UNREADABLE_DATE } from '@clearway/record';
import { readCaseNumber } from './case-number';
import { parseFormat } from './date-format';
import { DateReader } from './date-reader';
import { stateName } from './names';
import { sentenceOf } from './sentence';

describe(DateReader.name, () => {
  const read = (text: string, forms: string[], isNumber = false): unknown => {
    const { date, problem } = new DateReader(forms, 26, false).read(text, { isNumber });
    return problem ?? date;
  };

  it.each<[string, string[], unknown]>([
    ['2/3/1970', ['M/D/YYYY'], 19700203],
    ['02/03/1970', ['M/D/YYYY'], 19700203],
    ['2/3/1970', ['MM/DD/YYYY'], 19700203],
    ['19700203', ['YYYYMMDD'], 19700203],
    ['02031970', ['MMDDYYYY'], 19700203],
    ['1970-02-03 00:00:00.000', ['YYYY-MM-DD'], 19700203],
    ['1970-02-03T00:00:00Z', ['YYYY-MM-DD'], 19700203],
    ['2/3/1970 12:00:00 AM', ['M/D/YYYY'], 19700203],
    ['03-Feb-1970', ['DD-MON-YYYY'], 19700203],
    ['February 3, 1970', ['MON D, YYYY'], 19700203],
    ['2/3/26', ['M/D/YY'], 20260203],
    ['2/3/27', ['M/D/YY'], 19270203],
    ['00/00/1970', ['M/D/YYYY'], 19700000],
    ['1970', ['M/D/YYYY', 'YYYY'], 19700000],
    ['2/1970', ['M/YYYY'], 19700200],
    ['', ['M/D/YYYY'], 0],
    ['2/30/1970', ['M/D/YYYY'], 'unreadable-date'],
    ['Febtober 3, 1970', ['MON D, YYYY'], 'unreadable-date'],
    ['13/2/1970', ['M/D/YYYY', 'D/M/YYYY'], 19700213],
    ['2/2/1970', ['M/D/YYYY', 'D/M/YYYY'], 19700202],
    ['2/3/1970', ['M/D/YYYY', 'D/M/YYYY'], 'ambiguous-date'],
    ['1970-02-03', ['M/D/YYYY', 'YYYY-MM-DD', 'YYYYMMDD'], 19700203],
  ])('%j by %j', (text, forms, wanted) => expect(read(text, forms)).toBe(wanted));

  it('takes a number of a workbook for the day that it counts, unless it is a day as it stands', () => {
    expect(read('25602', ['M/D/YYYY'], true)).toBe(19700203);
    expect(read('19700203', ['YYYYMMDD'], true)).toBe(19700203);
    expect(read('25602', ['M/D/YYYY'])).toBe('unreadable-date');
    expect(new DateReader(['M/D/YYYY'], 0, true).read('24140', { isNumber: true }).date).toBe(19700203);
    expect(new DateReader(['M/D/YYYY'], 0, false).read('x', { isNumber: false }).date).toBe(UNREADABLE_DATE);
  });

  it.each(['M/D', 'DD/YYYY', 'YYYY-MM-DD-YY', 'dd/mm/yyyy', 'today', ''])('%j is no form of a date', (form) =>
    expect(parseFormat(form)).toBeUndefined(),
  );
});

describe(readCaseNumber.name, () => {
  const text = (value: string): unknown => readCaseNumber({ text: value, isNumber: false });
  const number = (value: string, digits = 0): unknown => readCaseNumber({ text: value, isNumber: true }, digits);

  it.each<[unknown, unknown]>([
    [text(' 0012-A '), { number: '0012-A' }],
    [text('="00123"'), { number: '00123' }],
    [text("'00123"), { number: '00123' }],
    [text('123.0'), { number: '123', how: 'stored-as-number' }],
    [text('1.23457E+11'), { lost: true }],
    [text('98E1234'), { number: '98E1234' }],
    [number('123'), { number: '123', how: 'stored-as-number' }],
    [number('123', 6), { number: '000123', how: 'zeros-restored' }],
    [number('1.2E5'), { number: '120000', how: 'stored-as-number' }],
    [number('1.23456789012345E+16'), { lost: true }],
    [number('12345678901234567'), { lost: true }],
    [number('12.5'), { lost: true }],
    [readCaseNumber({ text: '123', isNumber: false }, 5), { number: '00123', how: 'zeros-restored' }],
    [readCaseNumber({ text: '123A', isNumber: false }, 5), { number: '123A' }],
  ])('%j', (found, wanted) => expect(found).toEqual(wanted));
});

describe('names and sentences', () => {
  it.each([
    ['roe , ana  m', 'last-first', 'ROE,ANA M'],
    ['Ana M Roe', 'first-last', 'ROE,ANA M'],
    ['Ana Roe, Jr.', 'first-last', 'ROE,ANA JR.'],
    ['Madonna', 'first-last', 'MADONNA'],
    ['ROE ANA', 'last-first', 'ROE ANA'],
  ] as const)('%j, %s', (name, order, wanted) => expect(stateName(name, order)).toBe(wanted));

  it.each([
    ['36 months probation', { place: 'PROBATION', length: '36', unit: 'M' }],
    ['Jail: 180 DAYS', { place: 'JAIL', length: '180', unit: 'D' }],
    ['fine', { place: 'FINE', length: '', unit: '' }],
  ])('%j', (text, wanted) => expect(sentenceOf(text)).toEqual(wanted));
});

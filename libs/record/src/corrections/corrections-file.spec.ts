import { NO_LINE_BEFORE } from '../chained-lines/chained-lines';
import {
  appendCorrections,
  continueCorrections,
  correctionsInForce,
  CorrectionsFileError,
  type DraftCorrection,
  type DraftUndo,
  printCorrections,
  readCorrections,
} from './corrections-file';

const RECORDER = { by: 'analyst', at: '2026-11-23T10:00:00.000Z', day: 20261123 };
const draft = (value: string, signed = { by: '', on: 0 }): DraftCorrection => ({
  kind: 'partial-date',
  person: 'p1',
  key: '0:101002001000',
  field: 'conviction-date',
  was: '',
  value,
  evidence: 'docket',
  ...signed,
});
const fileOf = (...drafts: readonly (DraftCorrection | DraftUndo)[]): string =>
  drafts.reduce((text, each) => text + appendCorrections(text, [each], RECORDER).text, '');
const valuesOf = (text: string): string[] => correctionsInForce(readCorrections(text)).map(({ value }) => value);
const idOf = (text: string, line: number): string => readCorrections(text)[line]?.id ?? '';

describe('a corrections file', () => {
  it('takes a correction once, however often it is given', () => {
    const once = appendCorrections('', [draft('2005-03-01'), draft('2005-03-01')], RECORDER);
    expect([once.events.length, once.known]).toEqual([1, 1]);
    expect(appendCorrections(once.text, [draft('2005-03-01')], { ...RECORDER, at: 'later' })).toMatchObject({
      text: '',
      known: 1,
    });
  });

  it('says who and when: by the sheet, else by the one who records', () => {
    expect(readCorrections(fileOf(draft('2005'), draft('2006', { by: 'DDA ROE', on: 20261101 })))).toMatchObject([
      { by: 'analyst', on: 20261123, recordedBy: 'analyst' },
      { by: 'DDA ROE', on: 20261101, recordedBy: 'analyst', recordedAt: RECORDER.at },
    ]);
  });

  it('shows that a line was changed, moved or taken out, by its line', () => {
    const lines = fileOf(draft('2005'), draft('2006'), draft('2007')).trimEnd().split('\n');
    expect(() => readCorrections([lines[0], lines[2]].join('\n'))).toThrow(/line 2: a line before it was changed/);
    expect(() => readCorrections(lines.join('\n').replace('"2005"', '"1995"'))).toThrow(CorrectionsFileError);
    expect(() => readCorrections('{"format":1}\n')).toThrow(/line 1: is no correction/);
    expect(() => readCorrections('x')).toThrow(/line 1: is not JSON/);
  });

  it('the last correction of a place stands, and an undo takes it back and can be undone', () => {
    const both = fileOf(draft('2005'), draft('2006'));
    expect(valuesOf(both)).toEqual(['2006']);
    const undone = both + appendCorrections(both, [{ of: idOf(both, 1), reason: 'wrong docket' }], RECORDER).text;
    expect(valuesOf(undone)).toEqual(['2005']);
    const back = undone + appendCorrections(undone, [{ of: idOf(undone, 2), reason: 'it was right' }], RECORDER).text;
    expect(valuesOf(back)).toEqual(['2006']);
  });

  it('is printed again as it was, from its events', () => {
    const text = fileOf(draft('2005'), draft('2006'));
    expect(printCorrections(readCorrections(text))).toBe(text);
  });

  it('goes on in another history as it was recorded, once', () => {
    const [first, second] = readCorrections(fileOf(draft('2005'), draft('2006')));
    if (!first || !second) throw new Error('two were recorded');
    const [only, ...more] = continueCorrections('e'.repeat(64), new Set([first.id]), [first, second, second]);
    expect(only?.event).toEqual({ ...second, previous: 'e'.repeat(64) });
    expect(more).toEqual([]);
    const again = continueCorrections(NO_LINE_BEFORE, new Set(), [first, second]);
    expect(again.map(({ line }) => `${line}\n`).join('')).toBe(fileOf(draft('2005'), draft('2006')));
  });

  it('is no such file where an id or a time is none', () => {
    const text = fileOf(draft('2005'));
    expect(() => readCorrections(text.replace(idOf(text, 0), 'x'))).toThrow(/line 1: is no correction/);
    expect(() => readCorrections(text.replace(RECORDER.at, 'later'))).toThrow(/line 1: is no correction/);
  });
});

import { printDate } from '@clearway/record';
import { historyOf, lineAccountOf, readRapSheet, readTextLines } from './index';
import { describeHistory } from './testing/describe-history';
import { bytesOf, type SheetCase, sheetCases } from './testing/sheet-case';

const CASES = sheetCases();

function understood(each: SheetCase) {
  const sheet = readRapSheet(readTextLines(bytesOf(each)));
  const history = historyOf(sheet, { file: 0, sha256: 'ab' });
  const { addresses } = sheet.person;
  return {
    counts: describeHistory(history),
    cycles: history.cycles.length,
    unread: lineAccountOf(sheet).unreadLines.map(({ line }) => line.text.trim()),
    notes: sheet.notes.map(({ code }) => code as string),
    repairs: sheet.repairs.map(({ from, to }) => `${from} -> ${to}`),
    person: history.person,
    classes: history.cycles.flatMap(({ steps }) =>
      steps.flatMap(({ counts }) => counts.map((each) => each.classOfCharge)),
    ),
    names: [history.name, ...history.otherNames],
    born: history.birthDates.map(printDate),
    addresses: addresses.map(({ date, parts }) => `${printDate(date)} ${parts.join(', ')}`),
    comments: history.cycles.flatMap(({ steps }) =>
      steps.flatMap(({ counts }) => counts.flatMap(({ rows }) => rows.flatMap(({ comment }) => comment ?? []))),
    ),
    incomplete: history.incomplete,
    deceased: history.deceased,
    problems: history.problems.map(({ code }) => code as string),
  };
}

describe('a RAP sheet is understood', () => {
  it.each(CASES.filter((each) => each.expect.refused === undefined).map((each) => [each.name, each] as const))(
    '%s',
    (_, each) => {
      const { refused: _refused, ...expected } = each.expect;
      const found = understood(each);
      const asked = Object.keys(expected).filter(
        (key) => expected[key as keyof typeof expected] !== undefined,
      ) as (keyof typeof found)[];
      expect(Object.fromEntries(asked.map((key) => [key, found[key]]))).toEqual(
        Object.fromEntries(asked.map((key) => [key, expected[key]])),
      );
    },
  );

  it.each(CASES.filter((each) => each.expect.refused !== undefined).map((each) => [each.name, each] as const))(
    '%s',
    (_, each) => {
      expect(() => understood(each)).toThrow(expect.objectContaining({ code: each.expect.refused }) as Error);
    },
  );

  it('has a case for every silent loss and every defect of the earlier tool', () => {
    const answered = new Set(CASES.flatMap(({ answers }) => (answers ?? '').split(/,\s*/)));
    const losses = [
      'date-in-description',
      'blank-before-dash',
      'federal-code',
      'unknown-code',
      'blanks-in-count-line',
      'second-case-number',
      'suspended-jail',
      'weeks',
      'charge-after-blank',
      'registration-in-comment',
      'set-aside-and',
      '1203.4a',
    ];
    const defects = Array.from({ length: 15 }, (_, i) => `A${i + 1}`);
    expect([...losses, ...defects].filter((each) => !answered.has(each))).toEqual([]);
  });
});

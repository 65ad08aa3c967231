import * as fc from 'fast-check';
import { historyOf, lineAccountOf, readRapSheet, RapSheetError, readTextLines } from './index';
import { arbitraryNoise, arbitrarySheet } from './testing/arbitrary-sheets';
import { describeHistory } from './testing/describe-history';

function read(lines: readonly string[]) {
  const sheet = readRapSheet(readTextLines(Buffer.from(`${lines.join('\n')}\n`)));
  return { sheet, account: lineAccountOf(sheet), history: historyOf(sheet, { file: 0, sha256: 'ab' }) };
}

/** Lines with noise planted before some of them, and where each planted line then stands. */
function plant(lines: readonly string[], noise: readonly { readonly before: number; readonly text: string }[]) {
  const planted: number[] = [];
  const all: string[] = [];
  lines.slice(0, -1).forEach((line, i) => {
    for (const each of noise.filter(({ before }) => before % (lines.length - 1) === i))
      planted.push(all.push(each.text));
    all.push(line);
  });
  return { lines: [...all, lines[lines.length - 1] ?? ''], planted };
}

describe('nothing of a sheet is lost silently', () => {
  it('uses every line of a sheet, or knows it for furniture', () => {
    fc.assert(
      fc.property(arbitrarySheet, (lines) => {
        const { account, history } = read(lines);
        expect(account).toMatchObject({ lines: lines.length, unread: 0 });
        expect(account.used + account.furniture).toBe(lines.length);
        expect(history.incomplete).toBe(false);
        expect(describeHistory(history)).toHaveLength(lines.filter((each) => each.startsWith('CNT:')).length);
      }),
      { seed: 5, numRuns: 300 },
    );
  });

  it('reports every planted line by page and line, and takes nothing else for it', () => {
    const noise = fc.array(fc.record({ before: fc.nat(500), text: arbitraryNoise }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(arbitrarySheet, noise, (lines, some) => {
        const clean = read(lines);
        const { lines: all, planted } = plant(lines, some);
        const { account, history } = read(all);
        expect(account.lines).toBe(all.length);
        expect(account.used + account.furniture + account.unread).toBe(all.length);
        expect(account.unreadLines.map(({ line }) => [line.page, line.line])).toEqual(planted.map((line) => [1, line]));
        expect(describeHistory(history)).toEqual(describeHistory(clean.history));
        const inRecord = planted.some((line) => line > all.findIndex((each) => /^(?:ARR|COURT)/.test(each)) + 1);
        if (inRecord) expect(history.incomplete).toBe(true);
      }),
      { seed: 6, numRuns: 300 },
    );
  });

  it('counts every line whatever stands in the file, and fails only by name', () => {
    const anything = fc.array(
      fc.oneof(
        fc.string({ unit: 'grapheme', maxLength: 40 }),
        arbitraryNoise,
        fc.constantFrom(
          '* * * *',
          'COURT: NAM:01',
          '19900101  CASC KERN',
          'CNT:1-900',
          'CNT:',
          '*DISPO:',
          'COM: (',
          'SEN: ,',
          '- -',
          '20200101',
          'DOB/',
          '#',
          'NAM/',
          'END OF MESSAGE',
        ),
      ),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(anything, (lines) => {
        try {
          const { account, sheet } = read(['CII/A00000001', ...lines.map((each) => each.replace(/[\r\n\f\0]/g, ' '))]);
          expect([account.lines, account.used + account.furniture + account.unread, sheet.uses.length]).toEqual([
            lines.length + 1,
            lines.length + 1,
            lines.length + 1,
          ]);
        } catch (error) {
          if (!(error instanceof RapSheetError)) throw error;
        }
      }),
      { seed: 7, numRuns: 500 },
    );
  });
});

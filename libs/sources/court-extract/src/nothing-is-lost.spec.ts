import fc from 'fast-check';
import { historiesFrom, extractOf } from './testing/describe-histories';

const HEAD =
  'CII,Person Number,Name,Birth Date,Sex,Case Number,Defendant Number,Court,County,Arrest Date,Count,Charge,Code,Disposition,Disposition Date,Severity,Sentence,Comment';
const WIDTH = HEAD.split(',').length;
const cell = fc.oneof(
  fc.constantFrom(
    '',
    'A0000001',
    '0012-B',
    '1.2E+9',
    '1',
    '11359',
    'HS',
    'GUILTY',
    '2/3/1970',
    'ROE',
    '"a ""b"" c"',
    '"x\ny"',
    '"open',
    '"a"b',
    'NULL',
    '#REF!',
    '5,5',
  ),
  fc.string({ maxLength: 8 }).map((text) => text.replace(/[",\r\n]/g, '')),
);
const line = fc.array(cell, { minLength: WIDTH - 1, maxLength: WIDTH + 1 }).map((cells) => cells.join(','));

describe('whatever stands in a file', () => {
  it('every row is used or rejected, and the counts of all histories are those of the account', () => {
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 12 }), (lines) => {
        // One row that is right, so that no file is without rows.
        const file = [HEAD, `,P1,"ROE, ANA",,,${lines.length},,,,,,11359,HS,GUILTY,,,,`, ...lines].join('\n');
        const { account, rejected } = extractOf(file, 'generic');
        const histories = historiesFrom(file, 'generic');
        const counts = histories.flatMap(({ cycles }) =>
          cycles.flatMap(({ steps }) => steps.flatMap((step) => step.counts)),
        );
        expect(account.used + account.rejected).toBe(account.rows);
        expect(rejected).toHaveLength(account.rejected);
        expect(histories).toHaveLength(account.defendants);
        expect(counts).toHaveLength(account.counts);
        const used = new Set(counts.flatMap(({ rows }) => rows.map(({ row }) => row)));
        expect(used.size).toBe(account.used);
        const places = new Set([
          ...counts.flatMap(({ rows }) => rows.map((each) => each.line)),
          ...rejected.map((each) => each.line),
        ]);
        expect(places.size).toBe(account.rows);
      }),
      { seed: 5, numRuns: 300 },
    );
  });
});

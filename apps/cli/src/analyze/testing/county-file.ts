import fc from 'fast-check';
import { COLUMN_NAMES } from '@clearway/doj-bulk';

type Cells = Partial<Record<(typeof COLUMN_NAMES)[number], string>>;

/** A row of a state file that has only these cells. */
export function rowOf(subjectId: string, cells: Cells = {}): string {
  return COLUMN_NAMES.map((name) => cells[name] ?? (name === 'SUBJECT_ID' ? subjectId : name === 'CNT_ORDER' ? '101001001000' : '')).join(',');
}

const row = fc
  .record({
    SUBJECT_ID: fc.constantFrom('1', '2', '3', '4', '5'),
    CII_NUMBER: fc.constantFrom('A100001', 'A100002', 'A100003', '', ''),
    CNT_ORDER: fc.constantFrom('101001001000', '101002001000', '102001001000', 'x'),
    PRI_SSN: fc.constantFrom('999887777', ''),
    DISP_DESCR: fc.constantFrom('CONVICTED', 'DISMISSED', ''),
    STP_TYPE_DESCR: fc.constantFrom('COURT ACTION', 'DECEASED'),
    COMMENT_TEXT: fc.constantFrom('', '', 'A COMMENT', '"two\nlines"', '"a\r\n\r\nb"', 'GARC\xcdA', '=1+1'),
  })
  .map((cells) => rowOf('', cells));
const rows = fc.tuple(row, fc.nat({ max: 4 }), fc.constantFrom('\n', '\r\n', '\n\n', ',\n', '"\n')).map(([text, more, end]) => {
  const whole = /["]/.test(text) && end === '"\n' ? '\n' : end;
  return `${text}\n`.repeat(more) + text + whole;
});

/** Small county files: people in one place and in several, rows that are rejected, records of several lines, two encodings. */
export const countyFile: fc.Arbitrary<Buffer> = fc
  .tuple(fc.boolean(), fc.array(rows, { maxLength: 14 }))
  .map(([head, lines]) => Buffer.from(`${head ? `${COLUMN_NAMES.join(',')}\n` : ''}${rowOf('1')}\n${lines.join('')}`, 'latin1'));

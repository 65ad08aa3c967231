import { rejectedRowLine } from './rejected-rows';
import { type RejectedRow } from './scan/stretch-findings';

describe('rejectedRowLine', () => {
  const row = { reason: 'bare-quote', column: 93, subjectId: '1', cii: '' } as RejectedRow;

  it.each([
    ['county.dat', 'county.dat'],
    ['a,b.dat', '"a,b.dat"'],
    ['=1.dat', `'=1.dat`],
    ['=1,2.dat', `"'=1,2.dat"`],
  ])('writes the name of the file %s as a cell that cannot run', (file, cell) => {
    expect(rejectedRowLine(file, 7, row)).toBe(`${cell},7,94,COMMENT_TEXT,a quotation mark out of place,its own\n`);
  });
});

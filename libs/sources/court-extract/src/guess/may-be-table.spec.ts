import { mayBeTable } from './may-be-table';

describe(mayBeTable, () => {
  it.each([
    ['commas', 'Name,Case Number\n"OKONKWO,JANE",F101\n'],
    ['commas under names that nobody knows', 'xa,xb,xc\np,q,r\ns,t,u\n'],
    ['tabs', 'Name\tCase Number\nOKONKWO\tF101\n'],
    ['columns of one width', 'F1010001  OKONKWO,JANE   1/2/2001\nF1010002  DOE,J          3/4/2002\n'],
    ['packed columns', '20010102F10100010011357HS\n20010304F10100020011358HS\n'],
    ['one NUL in a table', 'Name,Case Number\nOKON\0KWO,F101\nDOE,F102\n'],
  ])('takes %s', (_what, text) => expect(mayBeTable(Buffer.from(text), true)).toBe(true));

  it.each([
    ['a program of two lines', '#!/bin/sh\necho hello\n'],
    ['a program without its first line', 'set -e\nfor each in *; do\n  echo "$each"\ndone\n'],
    ['prose', 'Dear colleague\n\nthe files that you asked for\nwill come next week\n'],
    ['one word', 'nothing\n'],
  ])('refuses %s', (_what, text) => expect(mayBeTable(Buffer.from(text), true)).toBe(false));

  it('looks at whole lines of a file that goes on', () => {
    const cut = Buffer.from('Name,Case Number\nOKONKWO,F101\nDOE,F102\nÉ');
    expect(mayBeTable(cut.subarray(0, cut.length - 1), false)).toBe(true);
    expect(mayBeTable(Buffer.from('\ufeffName,Case\nA,B\n', 'utf16le').subarray(0, -1), false)).toBe(true);
  });
});

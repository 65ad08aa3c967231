import fc from 'fast-check';
import { csvRow } from './csv';
import { CsvError, decodeCsv, readCsv } from './read-csv';

describe('readCsv', () => {
  it('reads quotes, line breaks and empty lines with the line that each record begins on', () => {
    expect([...readCsv('a,b\r\n"1\n2","say ""x"""\n\n3,\n')]).toEqual([
      { line: 1, fields: ['a', 'b'] },
      { line: 2, fields: ['1\n2', 'say "x"'] },
      { line: 5, fields: ['3', ''] },
    ]);
  });

  it.each([
    ['csv.open-quote', 'a,b\n1,"2\n', 2, 2],
    ['csv.text-after-quote', 'a\n"1"x\n', 2, 1],
  ])('%s is an error that names line and column', (code, text, line, column) => {
    const failure = ((): unknown => {
      try {
        return [...readCsv(text)];
      } catch (error) {
        return error;
      }
    })();
    expect(failure).toBeInstanceOf(CsvError);
    expect(failure).toMatchObject({ code, line, column });
  });

  it('reads back whatever csvRow writes', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.array(fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r', ' ', 'é') }), {
            minLength: 2,
            maxLength: 4,
          }),
        ),
        (rows) => {
          expect([...readCsv(rows.map((row) => csvRow(row)).join(''))].map(({ fields }) => fields)).toEqual(rows);
        },
      ),
    );
  });

  it('reads UTF-8 with a byte order mark, and Windows-1252', () => {
    expect(decodeCsv(Buffer.from('\uFEFFPeña'))).toBe('Peña');
    expect(decodeCsv(Buffer.from('Pe\xf1a', 'latin1'))).toBe('Peña');
  });
});

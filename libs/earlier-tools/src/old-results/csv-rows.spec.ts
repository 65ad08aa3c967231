import * as fc from 'fast-check';
import { CsvRows } from './csv-rows';

const cell = (text: string): string => (/[",\n\r]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text);

describe(CsvRows.name, () => {
  it('gives the same records however the text is cut', () => {
    const records = fc.array(fc.array(fc.stringMatching(/^[a-z",\n ]{0,6}$/), { minLength: 2, maxLength: 4 }), {
      maxLength: 5,
    });
    fc.assert(
      fc.property(records, fc.array(fc.nat(60)), fc.boolean(), (rows, cuts, crlf) => {
        const text = rows.map((row) => row.map(cell).join(',') + (crlf ? '\r\n' : '\n')).join('');
        const places = [0, ...cuts.filter((at) => at <= text.length).sort((a, b) => a - b), text.length];
        const reader = new CsvRows();
        const found = places.slice(1).flatMap((to, i) => [...reader.push(text.slice(places[i], to))]);
        expect([...found, ...reader.end()]).toEqual(rows);
      }),
    );
  });

  it('takes a last line without its end', () => {
    const reader = new CsvRows();
    expect([...reader.push('a,b\n\n1,"x""y"'), ...reader.end()]).toEqual([
      ['a', 'b'],
      ['1', 'x"y'],
    ]);
  });
});

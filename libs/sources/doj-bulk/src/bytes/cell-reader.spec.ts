import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { parsePartialDate, UNREADABLE_DATE } from '@clearway/record';
import { COLUMN_COUNT } from '../columns';
import { type CellKind, CellReader, cellText, countOrderOf, orderText, type WantedCell } from './cell-reader';
import { RecordScan } from './record-scan';
import { CELL_SLOTS, ScanMemory } from './scan-memory';

const KINDS: readonly CellKind[] = ['text', 'capitals', 'disposition', 'stepType'];
const KINDS_READ: Readonly<Record<CellKind, (reader: CellReader, index: number) => unknown>> = {
  text: (reader, index) => reader.text(index),
  capitals: (reader, index) => reader.text(index),
  disposition: (reader, index) => [reader.text(index), reader.marked(index)],
  stepType: (reader, index) => [reader.text(index), reader.marked(index)],
};
const WANTED: readonly WantedCell[] = Array.from({ length: 32 }, (_, index) => ({
  column: index * 2,
  kind: KINDS[index % KINDS.length]!,
}));
const cell = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    'NULL',
    '  -  ',
    '20140609',
    '20140600',
    '00000000',
    '20149999',
    '101001002',
    '101001002000',
    '000000000000',
    ' 101001002',
    'CONVICTED',
    'Deceased',
    '"a ""b"""',
    '"""a"""',
    '"a"',
    '"  Ä, é "',
    'Ã©',
    'é',
    'x'.repeat(63),
    'x'.repeat(64),
    'x'.repeat(65),
  ),
  fc.string({ maxLength: 80, unit: fc.constantFrom(...'aB0 -.Äé') }),
);

describe('orderText', () => {
  it('prints the twelve digits of any order', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999_999 }), (order) =>
        expect(orderText(order)).toBe(String(order).padStart(12, '0')),
      ),
    );
    for (const text of ['000000000000', '101001001000', '101001002000', '000001999000', '101001001001', '999999999999'])
      expect(orderText(Number(text))).toBe(text);
  });
});

describe('CellReader', () => {
  const memory = ScanMemory.allocate(1 << 17);
  const near = new RecordScan(undefined, new ScanMemory(memory));
  const apart = new RecordScan();
  const inMemory = new CellReader(WANTED, new ScanMemory(memory));
  const alone = new CellReader(WANTED);

  function compare(lines: readonly string[], parts: number): void {
    const text = Buffer.from(`${lines.join('\n')}\n`, 'utf8');
    const bytes = ScanMemory.part(memory, 0, text.length + 1);
    text.copy(bytes);
    const other = Buffer.concat([text, Buffer.alloc(1)]);
    near.over(bytes, text.length, true);
    apart.over(other, text.length, true);
    for (let position = 0; position < text.length; position = near.next) {
      expect([near.scan(position), apart.scan(position)]).toEqual(['record', 'record']);
      inMemory.read(near, bytes, 0, parts);
      inMemory.read(near, bytes, parts, WANTED.length);
      alone.read(apart, other, 0, WANTED.length);
      const read = (reader: CellReader): unknown[] => WANTED.map(({ kind }, index) => KINDS_READ[kind](reader, index));
      expect(read(inMemory)).toEqual(read(alone));
      // What is read when it is asked for is what the text says.
      for (let column = 0; column < COLUMN_COUNT; column++) {
        const said = cellText(other, apart.edges[column]! + 1, apart.edges[column + 1]!);
        const date = parsePartialDate(said) || (/^0*$/.test(said) ? 0 : UNREADABLE_DATE);
        const order = countOrderOf(said);
        const plainly = { text: said, date, order: order === '' ? -1 : Number(order) };
        for (const reader of [inMemory, alone]) {
          const found = { text: reader.ownText(column), date: reader.date(column), order: reader.order(column) };
          if (!isDeepStrictEqual(found, plainly)) expect(found).toEqual(plainly);
        }
      }
    }
  }

  const record = (cells: readonly string[]): string =>
    Array.from({ length: COLUMN_COUNT }, (_, column) => cells[column >> 1] ?? '').join(',');

  it('knows the same cells again as it reads apart', () => {
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 32, maxLength: 32 }), { minLength: 1, maxLength: 8 }), (rows) =>
        compare(rows.map(record), 4),
      ),
    );
  });

  it('never mixes cells up when there are more of them than it remembers', () => {
    let next = 0;
    for (let round = 0; round < (CELL_SLOTS * 3) / 320; round++)
      compare(
        Array.from({ length: 10 }, () =>
          record(Array.from({ length: 32 }, () => (next++ % 7 === 0 ? 'again' : `cell ${next}`))),
        ),
        1 + (round % 31),
      );
  });
});

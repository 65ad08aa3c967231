import fc from 'fast-check';
import { ScanMemory } from '../bytes/scan-memory';
import { RowReader } from '../rows/row-reader';
import { likeRows, rowsOfOne } from '../testing/like-rows';
import { messyFile } from '../testing/messy-files';
import { countFilledLines } from './line-count';
import { findInStretch, type StretchFindings } from './stretch-findings';

const limits = { lines: 3, bytes: 8000 };

describe('findInStretch', () => {
  const memory = ScanMemory.allocate(1 << 21);
  const fast = new RowReader(limits, new ScanMemory(memory));
  const plain = new RowReader(limits);

  function inOrder(findings: StretchFindings): StretchFindings {
    return { ...findings, counties: [...findings.counties].sort() };
  }

  it.each([
    ['rows that are like the one before', likeRows],
    ['messy files', messyFile],
  ])('finds in %s what is found without passing any', (_, files) => {
    fc.assert(
      fc.property(files, fc.nat({ max: 40 }), fc.boolean(), fc.nat({ max: 300 }), (file, offset, final, less) => {
        const limit = Math.max(1, file.length - less);
        const bytes = ScanMemory.part(memory, offset, limit + 1);
        file.copy(bytes, 0, 0, limit);
        const apart = Buffer.concat([file.subarray(0, limit), Buffer.alloc(1)]);
        expect(inOrder(findInStretch(fast, bytes, 0, limit, final))).toEqual(
          inOrder(findInStretch(plain, apart, 0, limit, final)),
        );
      }),
      { numRuns: 400 },
    );
  });

  it('passes all rows of one person, whatever else is new in them', () => {
    const file = rowsOfOne([
      {},
      { RECORD_ID: '22' },
      { STP_ORI_CNTY_NAME: 'KERN' },
      { STP_ORI_CNTY_NAME: 'NAPA' },
      { STP_ORI_DESCR: '"CASC, NAPA"' },
      { OFFENSE_DESCR: '"459, PC"' },
      { RACE_DESCR: '"WHITE, OR"', PRI_NAME: 'GARC\xcdA' },
      { SENT_LENGTH: '90' },
      { STP_ORI_CNTY_NAME: 'YOLO' },
    ]);
    const bytes = ScanMemory.part(memory, 0, file.length + 1);
    file.copy(bytes);
    fast.over(bytes, file.length, true);
    expect([fast.next(), fast.passAlike(), fast.next()]).toEqual(['row', 8, 'end']);
  });

  it('forgets the counties of the stretch before', () => {
    const cells = (county: string): string =>
      new Array<string>(95).fill('').fill('1', 2, 3).fill(county, 48, 49).fill('101001001000', 50, 51).join(',');
    const counties = (...names: string[]): readonly string[] => {
      const text = names.map((name) => `${cells(name)}\n`).join('');
      const bytes = ScanMemory.part(memory, 0, text.length + 1);
      bytes.write(text, 'latin1');
      return inOrder(findInStretch(fast, bytes, 0, text.length, true)).counties;
    };
    expect(counties('YOLO', 'YOLO', ' kern ', 'NAPA', 'KERN', '')).toEqual(['KERN', 'NAPA', 'YOLO']);
    expect(counties('NAPA', 'INYO')).toEqual(['INYO', 'NAPA']);
    const many = Array.from({ length: 700 }, (_, index) => `C${String(index).padStart(3, '0')}`);
    expect(counties(...many)).toEqual(many);
  });
});

describe('countFilledLines', () => {
  const memory = new ScanMemory(ScanMemory.allocate(1 << 16));

  it('counts the same sixteen bytes at a time as one by one', () => {
    const piece = fc.constantFrom(
      '\n',
      '\r',
      '\n\n',
      '\r\n',
      'x',
      'x'.repeat(15),
      'y'.repeat(64),
      '\r'.repeat(70),
      `${'z'.repeat(130)}\n`,
      ',"\n',
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 30 }),
        fc.nat({ max: 70 }),
        fc.nat({ max: 20 }),
        (pieces, offset, from) => {
          const text = Buffer.from(pieces.join(''), 'latin1');
          const start = Math.min(from, text.length);
          const bytes = ScanMemory.part(memory.memory, offset, text.length + 80);
          // Whatever stands around is none of its business.
          bytes.fill('\n');
          text.copy(bytes);
          expect(countFilledLines(bytes, start, text.length, memory)).toBe(countFilledLines(text, start, text.length));
        },
      ),
      { numRuns: 1000 },
    );
  });
});

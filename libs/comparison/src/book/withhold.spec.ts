import * as fc from 'fast-check';
import { ALL, type Book, checkBook, columnsAddUp, countId, countsOf, type CountTable, rowsAddUp, same } from './book';
import { withholdSmall } from './withhold';

function tableOf(id: string, counts: readonly (readonly number[])[]): CountTable {
  const columns = [...(counts[0] ?? []).map((_, i) => ({ id: `c${i}`, title: `C${i}` })), { id: ALL, title: 'All' }];
  const totalled = counts.map((row) => [...row, row.reduce((sum, n) => sum + n, 0)]);
  const all = columns.map((_, i) => totalled.reduce((sum, row) => sum + (row[i] ?? 0), 0));
  return {
    id,
    head: 'Row',
    columns,
    rows: [
      ...totalled.map((row, i) => ({ id: `r${i}`, title: `R${i}`, counts: row })),
      { id: ALL, title: 'All', counts: all },
    ],
  };
}

function bookOf(...tables: CountTable[]): Book {
  const [first] = tables;
  return {
    title: 't',
    subtitle: '',
    asOf: 20260101,
    facts: [],
    sections: tables.map((table) => ({ heading: '', sentences: [], table })),
    relations: tables.flatMap((table) => [
      ...rowsAddUp(table),
      ...columnsAddUp(table),
      ...(table === first || !first ? [] : [same(countId(first.id, ALL, ALL), countId(table.id, ALL, ALL))]),
    ]),
    unshown: new Map(),
    withheld: new Set(),
  };
}

/** Another filling of the withheld cells with whole numbers that keeps every sum, in which this one differs. */
function canDiffer(book: Book, id: string): boolean {
  const unknown = [...book.withheld];
  const place = new Map(unknown.map((each, i) => [each, i]));
  // Rational elimination of its own: a vector of the null space in which the cell is not zero.
  const rows = book.relations
    .map(({ plus, minus }) => {
      const row = unknown.map(() => 0);
      for (const each of plus) if (place.has(each)) row[place.get(each)!]! += 1;
      for (const each of minus) if (place.has(each)) row[place.get(each)!]! -= 1;
      return row;
    })
    .filter((row) => row.some((each) => each !== 0));
  const rank = (matrix: number[][]): number => {
    const work = matrix.map((row) => [...row]);
    let found = 0;
    for (let column = 0; column < unknown.length; column++) {
      const pivot = work.findIndex((row, i) => i >= found && Math.abs(row[column]!) > 1e-9);
      if (pivot < 0) continue;
      [work[found], work[pivot]] = [work[pivot]!, work[found]!];
      for (let i = found + 1; i < work.length; i++) {
        const factor = work[i]![column]! / work[found]![column]!;
        for (let j = column; j < unknown.length; j++) work[i]![j]! -= factor * work[found]![j]!;
      }
      found += 1;
    }
    return found;
  };
  const unit = unknown.map((each) => (each === id ? 1 : 0));
  return rank([...rows, unit]) > rank(rows);
}

describe(withholdSmall.name, () => {
  it('withholds from 1 to 10, and shows 0 and 11', () => {
    const counts = [
      [0, 11, 40],
      [1, 10, 50],
      [30, 30, 0],
    ];
    const { withheld } = withholdSmall(bookOf(tableOf('t', counts)));
    expect([withheld.has('t.r1.c0'), withheld.has('t.r1.c1')]).toEqual([true, true]);
    expect([withheld.has('t.r0.c0'), withheld.has('t.r2.c2')]).toEqual([false, false]);
  });

  it('withholds a second count of the row and of the column, so that the total gives neither away', () => {
    const { withheld } = withholdSmall(
      bookOf(
        tableOf('t', [
          [5, 100, 200],
          [300, 40, 500],
          [70, 800, 900],
        ]),
      ),
    );
    expect(withheld.size).toBe(4);
    for (const line of ['r0', 'r1', 'r2']) expect([...withheld].filter((id) => id.includes(line)).length).not.toBe(1);
  });

  it('withholds more where two small ones would stand out by their sum', () => {
    const { withheld } = withholdSmall(bookOf(tableOf('t', [[2, 3, 100, 200]])));
    expect(withheld.size).toBeGreaterThan(2);
  });

  it('knows that two tables share a total', () => {
    const book = bookOf(tableOf('a', [[500]]), tableOf('b', [[495], [5]]));
    const { withheld } = withholdSmall(book);
    expect(withheld.has('b.r0.c0')).toBe(true);
  });

  it('withholds what is printed nowhere and would follow: 100 convictions, 95 with relief', () => {
    const table: CountTable = {
      id: 't',
      head: '',
      columns: [
        { id: 'convictions', title: '' },
        { id: 'relief', title: '' },
      ],
      rows: [{ id: 'r', title: '', counts: [100, 95] }],
    };
    const book: Book = {
      ...bookOf(),
      sections: [{ heading: '', sentences: [], table }],
      relations: [{ plus: ['t.r.relief', 'rest'], minus: ['t.r.convictions'] }],
      unshown: new Map([['rest', 5]]),
    };
    checkBook(book);
    expect([...withholdSmall(book).withheld]).toEqual(['t.r.relief']);
  });

  it('in any tables no withheld small count follows from the sums, and no small sum of a line', () => {
    const counts = fc.integer({ min: 1, max: 5 }).chain((width) =>
      fc.array(
        fc.array(fc.oneof(fc.integer({ min: 0, max: 14 }), fc.integer({ min: 0, max: 400 })), {
          minLength: width,
          maxLength: width,
        }),
        { minLength: 1, maxLength: 6 },
      ),
    );
    fc.assert(
      fc.property(counts, (rows) => {
        const flat = rows.flat();
        const book = withholdSmall(
          bookOf(
            tableOf('a', rows),
            tableOf(
              'b',
              flat.map((n) => [n]),
            ),
          ),
        );
        const values = countsOf(book);
        for (const [id, value] of values) {
          if (value < 1 || value > 10) continue;
          expect([id, book.withheld.has(id)]).toEqual([id, true]);
          expect([id, canDiffer(book, id)]).toEqual([id, true]);
        }
        for (const { plus, minus } of book.relations) {
          if (minus.some((id) => book.withheld.has(id))) continue;
          const hidden = plus.filter((id) => book.withheld.has(id)).reduce((sum, id) => sum + (values.get(id) ?? 0), 0);
          expect(hidden === 0 || hidden > 10).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });
});

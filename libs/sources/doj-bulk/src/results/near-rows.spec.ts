import fc from 'fast-check';
import { StretchMemory } from '../bytes/stretch-memory';
import { RowReader } from '../rows/row-reader';
import { likeRows } from '../testing/like-rows';
import { ResultRows } from './result-rows';

const limits = { lines: 3, bytes: 8000 };
const annotationHeader = ['Person', 'Counts'];

interface Written {
  readonly full: string;
  readonly condensed: string;
}

describe('rows written within the memory', () => {
  const memory = new StretchMemory(StretchMemory.allocate(1, 1));
  memory.enter(0);
  const reader = new RowReader(limits, memory.scan);

  /** Sets all rows aside that can be, passing what can be passed; gives how many. `noted`: what is known of rows is set aside too. */
  function setAside(file: Buffer, noted: boolean): number {
    const bytes = memory.room(file.length);
    file.copy(bytes);
    reader.over(bytes, file.length, true);
    let index = 0;
    for (let result = reader.next(); result !== 'end'; result = reader.next()) {
      if (result !== 'row' || !memory.keep(index, reader.bytes)) continue;
      if (noted) memory.note(index, reader.line, reader.order, reader.signs());
      index++;
      if (noted) index += reader.pass(memory, index, 40);
    }
    return index;
  }

  function near(rows: number, withIdentityNumbers: boolean): Written {
    const results = new ResultRows({ annotationHeader, withIdentityNumbers }, memory);
    results.startIn(memory.resultRoom(0));
    results.keptBlankRows(memory.bytes, 0, rows);
    return textsOf(results);
  }

  /** The same rows, one by one from a copy of the bytes; those that cannot be set aside are passed over. */
  function apart(file: Buffer, withIdentityNumbers: boolean): Written {
    const results = new ResultRows({ annotationHeader, withIdentityNumbers });
    const bytes = Buffer.concat([file, Buffer.alloc(1)]);
    const slow = new RowReader(limits);
    slow.over(bytes, file.length, true);
    for (let result = slow.next(); result !== 'end'; result = slow.next())
      if (result === 'row' && slow.bytes === bytes) results.row(bytes, slow.at.edges, 0, undefined);
    return textsOf(results);
  }

  it('are what the slow way writes, whatever is known of them', () => {
    fc.assert(
      fc.property(likeRows, fc.boolean(), fc.boolean(), (file, noted, withIdentityNumbers) => {
        const rows = setAside(file, noted);
        expect(near(rows, withIdentityNumbers)).toEqual(apart(file, withIdentityNumbers));
      }),
      { numRuns: 600 },
    );
  });

  it('do not take over what was known of other rows in the same place', () => {
    const [like, other] = ['', '='].map((cell) => {
      const rows = ['101001001000', '101001002000', '101001003000'].map((order) =>
        new Array<string>(95).fill('').fill('7', 0, 1).fill('1', 2, 3).fill(cell, 4, 5).fill(order, 50, 51).join(','),
      );
      return Buffer.from(`${rows.join('\n')}\n`);
    });
    expect(setAside(like!, true)).toBe(3);
    expect(setAside(other!, false)).toBe(3);
    expect(near(3, true)).toEqual(apart(other!, true));
  });
});

function textsOf(results: ResultRows): Written {
  const { full, condensed } = results.take();
  return { full: Buffer.from(full).toString('latin1'), condensed: Buffer.from(condensed).toString('latin1') };
}

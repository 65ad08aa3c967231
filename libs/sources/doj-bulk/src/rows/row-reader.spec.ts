import fc from 'fast-check';
import { StretchMemory } from '../bytes/stretch-memory';
import { COLUMN_COUNT, columnIndex } from '../columns';
import { likeRows, rowsOfOne } from '../testing/like-rows';
import { RowReader } from './row-reader';

const limits = { lines: 3, bytes: 8000 };
const PERSON = (['SUBJECT_ID', 'CII_NUMBER', 'PRI_NAME', 'GENDER', 'PRI_DOB'] as const).map(columnIndex);
const STEP = [columnIndex('CYC_DATE'), columnIndex('STP_ORI_CNTY_NAME')] as const;
const NUMBERS = (['OFN', 'FE_NUM_CRT_CASE'] as const).map(columnIndex);

interface Row {
  readonly edges: readonly number[];
  readonly line: number;
  readonly order: number;
  readonly signs: boolean;
  readonly fields: readonly string[];
}

/** What a row says that was passed, as it was set aside. */
interface Passed extends Omit<Row, 'signs' | 'fields'> {
  readonly mayHaveSign: boolean;
  readonly samePerson: boolean;
  readonly sameStep: boolean;
  readonly sameNumbers: boolean;
}

/** All rows by their first byte, read one by one without a memory. */
function oneByOne(file: Buffer): Map<number, Row> {
  const reader = new RowReader(limits);
  const rows = new Map<number, Row>();
  reader.over(Buffer.concat([file, Buffer.alloc(1)]), file.length, true);
  for (let result = reader.next(); result !== 'end'; result = reader.next()) {
    if (result !== 'row') continue;
    const edges = [...reader.at.edges.slice(0, COLUMN_COUNT + 1)];
    const fields = edges.slice(1).map((edge, column) => reader.bytes.toString('latin1', edges[column]! + 1, edge));
    rows.set(reader.start, { edges, line: reader.line, order: reader.order, signs: reader.signs(), fields });
  }
  return rows;
}

describe('RowReader.pass', () => {
  const memory = new StretchMemory();
  const reader = new RowReader(limits, memory.scan);

  /** The rows that are passed, each with the one before it; `most` is how many one call may pass. */
  function passedIn(file: Buffer, most: number): { passed: Passed; before: number }[] {
    const bytes = memory.room(file.length);
    file.copy(bytes);
    reader.over(bytes, file.length, true);
    const found: { passed: Passed; before: number }[] = [];
    let index = 0;
    for (let result = reader.next(); result !== 'end'; result = reader.next()) {
      if (result !== 'row' || !memory.keep(index, reader.bytes)) continue;
      memory.note(index, reader.line, reader.order, reader.signs());
      const end = index + 1 + reader.pass(memory, index + 1, most);
      for (index++; index < end; index++) {
        const at = memory.keptAt(index);
        const passed = {
          edges: [...memory.numbers.subarray(at, at + COLUMN_COUNT + 1)],
          line: memory.lineOf(index),
          order: memory.orderOf(index),
          mayHaveSign: memory.signOf(index) === 1,
          samePerson: memory.isSamePerson(index),
          sameStep: memory.isSameStep(index),
          sameNumbers: memory.isSameNumbers(index),
        };
        found.push({ passed, before: memory.numbers[memory.keptAt(index - 1)]! + 1 });
      }
    }
    return found;
  }

  it('passes what reading one by one finds, and knows what stands in the row before', () => {
    let count = 0;
    fc.assert(
      fc.property(likeRows, fc.integer({ min: 1, max: 40 }), (file, most) => {
        const rows = oneByOne(file);
        const wrong = passedIn(file, most).filter(({ passed, before }) => {
          count++;
          const row = rows.get(passed.edges[0]! + 1);
          const previous = rows.get(before);
          if (!row || !previous) return true;
          const same = (columns: readonly number[]): boolean =>
            columns.every((column) => row.fields[column] === previous.fields[column]);
          const step =
            row.fields.slice(STEP[0], STEP[1] + 1).join() === previous.fields.slice(STEP[0], STEP[1] + 1).join();
          return (
            row.edges.join() !== passed.edges.join() ||
            row.line !== passed.line ||
            row.order !== passed.order ||
            row.order < previous.order ||
            (row.signs && !passed.mayHaveSign) ||
            !passed.samePerson ||
            !same(PERSON) ||
            passed.sameStep !== step ||
            passed.sameNumbers !== (step && same(NUMBERS))
          );
        });
        expect(wrong).toEqual([]);
      }),
      { numRuns: 400 },
    );
    expect(count).toBeGreaterThan(300);
  });

  it('passes all rows of one person, whatever else is new in them', () => {
    const file = rowsOfOne([
      {},
      {},
      { RECORD_ID: '22' },
      { CYC_DATE: '20000101', STP_ORI_CNTY_NAME: 'KERN' },
      { STP_ORI_DESCR: '"CASC, KERN"' },
      { OFFENSE_DESCR: '"459, PC"' },
      { OFFENSE_DESCR: '459 PC', STP_ORI_DESCR: 'CASC' },
      { OFFENSE_QUAL_LST: '' },
      { FE_NUM_OOS_INN: '  1234  ' },
      { RACE_DESCR: 'WHITE', RECORD_ID: '333' },
      { RACE_DESCR: '"WHITE, OR"' },
      { COMMENT_TEXT: 'NOTE', RECORD_ID: '0'.repeat(30) },
      { RECORD_ID: '' },
    ]);
    expect(passedIn(file, 40)).toHaveLength(12);
  });
});

import { type History, HistoryAssembler } from '@clearway/record';
import { RowReader } from '../rows/row-reader';
import { PERSON_INCOMPLETE, PERSON_TWO_CIIS, type Population } from '../scan/population';
import { isScattered, type Batch } from './batches';
import { StretchMemory } from '../bytes/stretch-memory';
import { type GatheredStretch } from './gather';

/** What is needed of a population to make the histories of a part of it: plain data, it goes to worker threads. */
export interface PersonMark {
  readonly person: number;
  readonly id: string;
  readonly flags: number;
}

export function markOf(population: Population, person: number): PersonMark {
  return { person, id: population.personId(person), flags: population.flags[person]! };
}

/** Makes histories from stretches of rows; every way into a state file goes through here. */
export class PersonReader {
  readonly rows: RowReader;
  private readonly assembler = new HistoryAssembler();

  /** Bytes that are read into the memory are read fastest. */
  constructor(
    limits: Population['limits'],
    readonly memory = new StretchMemory(),
  ) {
    this.rows = new RowReader(limits, this.memory.scan);
  }

  /** Adds one row on which `rows` stands. */
  addRow(file: number, row: number, offset: number, line: number): void {
    this.assembler.add(this.rows.read(file, row, offset, line));
  }

  /** Adds a row whose edges and order were set aside in the memory at `index`. `start`: offset in the file of the bytes under it. */
  addRowAside(index: number, file: number, row: number, start: number, line: number): void {
    const { memory } = this;
    this.assembler.add(this.rows.readAside(memory, index, file, row, start + memory.placeOf(index), line));
  }

  finish(mark: PersonMark): History {
    return this.assembler.finish({
      person: mark.id,
      incomplete: (mark.flags & PERSON_INCOMPLETE) !== 0,
      twoCiis: (mark.flags & PERSON_TWO_CIIS) !== 0,
    });
  }

  /** The people of a batch who stand in one place; the rows of others are passed over. */
  *ofBatch(population: Population, batch: Batch, bytes: Buffer): Generator<{ person: number; history: History }> {
    const { extents, index } = batch.file;
    const { rows } = this;
    const lines = extents.lines[batch.first]! + 1;
    let row = extents.rows[batch.first]!;
    rows.over(bytes, batch.length, true);
    let extent = batch.first;
    let following = extent + 1 < batch.last ? extents.rows[extent + 1]! : Infinity;
    let person = extents.people[extent]!;
    let wanted = !isScattered(population, person);
    for (let result = rows.next(); result !== 'end'; result = rows.next()) {
      if (result !== 'row') continue;
      if (row === following) {
        if (wanted) yield { person, history: this.finish(markOf(population, person)) };
        extent++;
        following = extent + 1 < batch.last ? extents.rows[extent + 1]! : Infinity;
        person = extents.people[extent]!;
        wanted = !isScattered(population, person);
      }
      if (wanted) this.addRow(index, row, batch.start + rows.start, lines + rows.line);
      row++;
    }
    if (wanted) yield { person, history: this.finish(markOf(population, person)) };
  }

  /** The people of a partition of gathered rows. */
  *ofPartition(
    marks: (person: number) => PersonMark,
    bytes: Buffer,
    stretches: readonly GatheredStretch[],
  ): Generator<{ person: number; history: History }> {
    const { rows } = this;
    for (let index = 0; index < stretches.length; index++) {
      const { file, person, row, line, offset, from, to } = stretches[index]!;
      rows.over(bytes, to, true, from);
      let next = row;
      for (let result = rows.next(); result !== 'end'; result = rows.next())
        if (result === 'row') this.addRow(file, next++, offset + rows.start - from, line + 1 + rows.line);
      if (stretches[index + 1]?.person !== person) yield { person, history: this.finish(marks(person)) };
    }
  }
}

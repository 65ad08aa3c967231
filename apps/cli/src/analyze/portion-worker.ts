import { COLUMN_COUNT, DecidingRows, loadPartition, type PassedOver, PERSON_SCATTERED, type PersonMark, PersonReader, RangeReader, type RecordLimits, ResultRows, type RowAnnotation, type StretchMemory } from '@clearway/doj-bulk';
import { type PersonWork } from './person-work';
import { type AnalyzeDone, type AnalyzeJob, type KeptOfPerson, type PartitionDone, type PartitionJob, type PortionDone, type PortionJob } from './portion-jobs';

/** Edges of one row as they are set aside until its person is decided. */
const EDGES = COLUMN_COUNT + 1;
const NOTHING_PASSED_OVER: PassedOver = { rows: 0, counts: 0 };

/** Does the jobs of `analyzeFiles`, in a worker thread or in this one. */
export class PortionWorker {
  private readonly people: PersonReader;
  private readonly deciding: DecidingRows;
  private readonly rows: ResultRows;
  private readonly files = new Map<string, RangeReader>();
  private edges = new Int32Array(256 * EDGES);
  /** Rows of the person whose edges are set aside in the memory, and those behind them whose edges are set aside here. */
  private near = 0;
  private apart = 0;
  private transcoded: (Buffer | undefined)[] = [];

  constructor(
    private readonly work: PersonWork,
    limits: RecordLimits,
    memory: StretchMemory,
  ) {
    this.people = new PersonReader(limits, memory);
    this.deciding = new DecidingRows(this.people);
    this.rows = new ResultRows(work.columns, this.people.memory);
  }

  do(job: AnalyzeJob): AnalyzeDone {
    if (job.kind === 'portion') return this.portion(job);
    return job.kind === 'partition' ? this.partition(job) : { kind: 'tally', tally: this.work.tally() };
  }

  close(): void {
    for (const file of this.files.values()) file.close();
    this.files.clear();
  }

  private portion(job: PortionJob): PortionDone {
    const { rows: results, people, deciding, work } = this;
    const reader = people.rows;
    const kept: KeptOfPerson[] = [];
    const bytes = this.fileOf(job).read(job.start, job.length);
    results.startIn(people.memory.resultRoom(job.room));
    let row = job.rows[0]!;
    let stretch = 0;
    let following = job.rows.length > 1 ? job.rows[1]! : Infinity;
    let scattered = (job.flags[0]! & PERSON_SCATTERED) !== 0;
    let waiting = 0;
    let prop64Rows = 0;
    let next = 0;
    const { annotations } = job;
    const finish = (): void => {
      if (scattered) return;
      const person = job.people[stretch]!;
      const passedOver = deciding.finish(row - waiting, job);
      const result = work.decide(people.finish({ person, id: job.ids[stretch]!, flags: job.flags[stretch]! }), passedOver, job.file);
      if (result.kept !== undefined) kept.push({ person, kept: result.kept });
      prop64Rows += this.write(bytes, waiting, row - waiting, inOrder(result.annotations));
      waiting = 0;
    };
    reader.over(bytes, job.length, true);
    for (let result = reader.next(); result !== 'end'; result = reader.next()) {
      if (result !== 'row') continue;
      if (row === following) {
        finish();
        stretch++;
        following = stretch + 1 < job.rows.length ? job.rows[stretch + 1]! : Infinity;
        scattered = (job.flags[stretch]! & PERSON_SCATTERED) !== 0;
      }
      if (scattered) {
        const annotation = annotations[next]?.row === row ? annotations[next++] : undefined;
        if (annotation?.decided) prop64Rows++;
        results.row(reader.bytes, reader.at.edges, 0, annotation);
      } else {
        deciding.add(this.keep(waiting++, reader.bytes, reader.at.edges, bytes), row, job);
      }
      row++;
    }
    finish();
    return { kind: 'portion', ...results.take(), rows: row - job.rows[0]!, prop64Rows, kept };
  }

  private partition(job: PartitionJob): PartitionDone {
    const marks = new Map<number, PersonMark>();
    job.people.forEach((person, index) => marks.set(person, { person, id: job.ids[index]!, flags: job.flags[index]! }));
    const { bytes, stretches } = loadPartition(job.path, this.people.memory);
    const annotations = [];
    const kept: KeptOfPerson[] = [];
    for (const { person, history } of this.people.ofPartition((each) => marks.get(each)!, bytes, stretches)) {
      const result = this.work.decide(history, NOTHING_PASSED_OVER, 0);
      annotations.push(...result.annotations);
      if (result.kept !== undefined) kept.push({ person, kept: result.kept });
    }
    return { kind: 'partition', annotations, kept };
  }

  /** Sets the edges of a row aside: in the memory, which is said, or here. */
  private keep(index: number, bytes: Buffer, edges: Int32Array, input: Buffer): boolean {
    if (this.apart === 0 && this.people.memory.keep(index, bytes)) {
      this.near = index + 1;
      return true;
    }
    this.apart++;
    if ((index + 1) * EDGES > this.edges.length) {
      const larger = new Int32Array(Math.max(this.edges.length, (index + 1) * EDGES) * 2);
      larger.set(this.edges);
      this.edges = larger;
    }
    const at = index * EDGES;
    for (let edge = 0; edge < EDGES; edge++) this.edges[at + edge] = edges[edge]!;
    if (bytes !== input) this.transcoded[index] = bytes;
    return false;
  }

  private write(bytes: Buffer, count: number, firstRow: number, annotations: readonly RowAnnotation[]): number {
    let next = 0;
    let decided = 0;
    for (let index = 0; index < count; index++) {
      const annotation = annotations[next]?.row === firstRow + index ? annotations[next++] : undefined;
      if (annotation?.decided) decided++;
      if (index < this.near) this.rows.keptRow(bytes, index, annotation);
      else this.rows.row(this.transcoded[index] ?? bytes, this.edges, index * EDGES, annotation);
    }
    this.near = 0;
    this.apart = 0;
    if (next < annotations.length) throw new Error('an annotation belongs to no row of its person');
    if (this.transcoded.length > 0) this.transcoded = [];
    return decided;
  }

  private fileOf(job: PortionJob): RangeReader {
    let file = this.files.get(job.path);
    if (!file) {
      file = new RangeReader(job.path, job.name, this.people.memory);
      this.files.set(job.path, file);
    }
    return file;
  }
}

function inOrder<Annotation extends RowAnnotation>(annotations: readonly Annotation[]): readonly Annotation[] {
  return annotations.length < 2 ? annotations : [...annotations].sort((one, other) => one.row - other.row);
}

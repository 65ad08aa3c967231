import {
  type PersonReader,
  type PlanData,
  type ResultColumns,
  type ResultPortion,
  ResultRows,
  type RowAnnotation,
  stretchPlan,
  type StretchPlan,
} from '@clearway/doj-bulk';
import { type PortionJob } from './portion-jobs';
import { rowsBetween } from './rows-between';

/** Writes the rows of a portion with their annotations, into the room of its job. */
export class PortionWriter {
  private readonly rows: ResultRows;

  constructor(
    columns: ResultColumns,
    private readonly people: PersonReader,
  ) {
    this.rows = new ResultRows(columns, people.memory);
  }

  /** `annotations`: sorted by row, each of a row of the portion. */
  portion(job: PortionJob, plan: PlanData, annotations: readonly RowAnnotation[], bytes: Buffer): ResultPortion {
    const { rows, people } = this;
    rows.startIn(people.memory.resultRoom(job.room));
    let prop64Rows = 0;
    let next = 0;
    const count = job.rows.length;
    for (let index = 0; index < count; ) {
      const { near, rewritten, firstRow, from } = stretchPlan(plan, index);
      // People whose rows stand one behind the other in the file are written in one go.
      do index++;
      while (near && !rewritten && index < count && isInFile(stretchPlan(plan, index)));
      const following = stretchPlan(plan, index);
      const first = next;
      while (next < annotations.length && annotations[next]!.row < job.rows[0]! + following.firstRow)
        if (annotations[next++]!.decided) prop64Rows++;
      const here = annotations.slice(first, next);
      if (near) this.near(bytes, firstRow, following.firstRow, job.rows[0]!, here, !rewritten);
      else this.apart(bytes, from, following.from, job.rows[0]! + firstRow, here);
    }
    return { ...rows.take(), rows: plan.rows, prop64Rows };
  }

  /** The rows `[first, end)` of the portion, which were set aside; `inFile`: one behind the other, as they stand in the file. */
  private near(
    bytes: Buffer,
    first: number,
    end: number,
    firstRow: number,
    annotations: readonly RowAnnotation[],
    inFile: boolean,
  ): void {
    const { rows } = this;
    let done = first;
    const blankTo = (place: number): void => {
      if (inFile && place > done) rows.keptBlankRows(bytes, done, place - done);
      else for (let each = done; each < place; each++) rows.keptRow(bytes, each, undefined);
    };
    for (const annotation of annotations) {
      const place = annotation.row - firstRow;
      blankTo(place);
      rows.keptRow(bytes, place, annotation);
      done = place + 1;
    }
    blankTo(end);
  }

  private apart(
    bytes: Buffer,
    from: number,
    to: number,
    firstRow: number,
    annotations: readonly RowAnnotation[],
  ): void {
    const reader = this.people.rows;
    let row = firstRow;
    let next = 0;
    rowsBetween(reader, bytes, from, to, () => {
      const annotation = annotations[next]?.row === row ? annotations[next++] : undefined;
      this.rows.row(reader.bytes, reader.at.edges, 0, annotation);
      row++;
    });
  }
}

function isInFile({ near, rewritten }: StretchPlan): boolean {
  return near && !rewritten;
}

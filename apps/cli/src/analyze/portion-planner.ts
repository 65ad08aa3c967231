import { DecidingRows, type PersonReader, PERSON_SCATTERED, type PlanData, PortionPlan } from '@clearway/doj-bulk';
import { type PortionJob } from './portion-jobs';

/**
 * Looks at every row of a portion, sets the edges aside, and says which rows of each person must be read. It knows nothing of law: the
 * thread that decides goes on from there, and no other thread has to compile the rules.
 */
export class PortionPlanner {
  private readonly deciding: DecidingRows;
  private readonly plan = new PortionPlan();

  constructor(private readonly people: PersonReader) {
    this.deciding = new DecidingRows(people.rows, people.memory);
  }

  /** Edges are set aside as far as the bytes are those on which the memory stands. */
  planOf({ rows, length, flags }: PortionJob, bytes: Buffer): PlanData {
    const { deciding, plan } = this;
    const { rows: reader, memory } = this.people;
    const firstRow = rows[0]!;
    const keepsNear = bytes === memory.bytes;
    let row = 0;
    let stretch = -1;
    let following = 0;
    let near = false;
    let decides = false;
    const finish = (): void => {
      if (stretch < 0) return;
      if (!near) plan.apart();
      else if (decides) deciding.finish(plan);
    };
    plan.clear();
    reader.over(bytes, length, true);
    for (let result = reader.next(); result !== 'end'; result = reader.next()) {
      if (result !== 'row') continue;
      if (row === following) {
        finish();
        stretch++;
        following = stretch + 1 < rows.length ? rows[stretch + 1]! - firstRow : Infinity;
        decides = (flags[stretch]! & PERSON_SCATTERED) === 0;
        near = true;
        plan.begin(reader.start, reader.line, row);
        deciding.begin(row);
      }
      if (near && !memory.keep(row, reader.bytes)) {
        near = keepsNear && reader.bytes !== bytes && memory.keepRewritten(row, reader.at, reader.bytes, reader.start);
        if (near) plan.rewritten();
      }
      if (near && decides) {
        deciding.add();
        row += deciding.addPlain(following - row - 1);
      }
      row++;
    }
    finish();
    return plan.data(row, length);
  }
}

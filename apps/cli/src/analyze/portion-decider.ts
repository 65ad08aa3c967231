import {
  loadPartition,
  PERSON_SCATTERED,
  type PersonMark,
  type PersonReader,
  type PlanData,
  type RowAnnotation,
  stretchPlan,
  type StretchPlan,
} from '@clearway/doj-bulk';
import { type PersonResult, type PersonWork } from './person-work';
import {
  type DecidedPortion,
  type KeptOfPerson,
  type PartitionDone,
  type PartitionJob,
  type PortionJob,
} from './portion-jobs';
import { rowsBetween } from './rows-between';

const NOTHING_PASSED_OVER = { rows: 0, counts: 0 };

/** Decides the people of portions and of partitions. */
export class PortionDecider {
  constructor(
    readonly work: PersonWork,
    private readonly people: PersonReader,
  ) {}

  /** `bytes`: of the portion; edges were set aside in the memory where it stands. */
  portion(job: PortionJob, plan: PlanData, bytes: Buffer): DecidedPortion {
    const kept: KeptOfPerson[] = [];
    const annotations: RowAnnotation[] = [];
    let next = 0;
    let stretch = stretchPlan(plan, 0);
    for (let index = 0; index < job.rows.length; index++) {
      const following = stretchPlan(plan, index + 1);
      const first = job.rows[0]! + stretch.firstRow;
      const end = job.rows[0]! + following.firstRow;
      if ((job.flags[index]! & PERSON_SCATTERED) !== 0) {
        // They were decided before.
        for (let each = job.annotations[next]; each && each.row < end; each = job.annotations[++next])
          annotations.push(each);
      } else {
        const result = this.decide(job, index, stretch, following.from, plan.pairs, bytes);
        if (result.kept !== undefined) kept.push({ person: job.people[index]!, kept: result.kept });
        for (const { row, csv, decided } of inOrder(result.annotations)) {
          if (row < first || row >= end) throw new Error('an annotation belongs to no row of its person');
          annotations.push({ row, csv, decided });
        }
      }
      stretch = following;
    }
    return { kind: 'decided', annotations, kept };
  }

  partition(job: PartitionJob): PartitionDone {
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

  private decide(
    job: PortionJob,
    index: number,
    stretch: StretchPlan,
    to: number,
    pairs: Int32Array,
    bytes: Buffer,
  ): PersonResult<unknown> {
    const { people, work } = this;
    const { memory, rows } = people;
    const { file, start, line } = job;
    if (stretch.near)
      for (let pair = stretch.firstPair; pair < stretch.endPair; pair += 2)
        for (let place = pairs[pair]!; place < pairs[pair + 1]!; place++)
          people.addRowAside(place, file, job.rows[0]! + place, start, line + memory.lineOf(place));
    else {
      let row = job.rows[0]! + stretch.firstRow;
      rowsBetween(rows, bytes, stretch.from, to, () =>
        people.addRow(file, row++, start + rows.start, line + stretch.line + rows.line),
      );
    }
    const mark = { person: job.people[index]!, id: job.ids[index]!, flags: job.flags[index]! };
    return work.decide(people.finish(mark), stretch.near ? stretch.passedOver : NOTHING_PASSED_OVER, file);
  }
}

function inOrder<Annotation extends RowAnnotation>(annotations: readonly Annotation[]): readonly Annotation[] {
  return annotations.length < 2 ? annotations : [...annotations].sort((one, other) => one.row - other.row);
}

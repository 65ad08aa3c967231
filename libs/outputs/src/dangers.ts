import { DangerBook, dangerCounts, dangerListCsv, dangerListWorkbook, DANGERS } from '@clearway/filing-book';
import { type FilingPlan, type PacketRecord } from '@clearway/papers';
import { type DecidedPerson } from '@clearway/rules';
import { type OutputFolder } from './output-folder';
import { type OutputsRun } from './outputs-run';

/** How many lines of the packets have each danger; keys in the order of dangers. */
export type DangerCounts = Readonly<Record<string, number>>;

/** What somebody who signs the papers of a run must know: people are added in any order, then the list is written. */
export class RunDangers {
  private readonly book: DangerBook;

  constructor({ policy }: Pick<OutputsRun, 'policy'>) {
    this.book = new DangerBook(policy.kind);
  }

  /** Once for each person of the run, with relief or without. */
  add(person: DecidedPerson): void {
    this.book.add(person);
  }

  /** Writes `danger_list.csv` and `danger_list.xlsx` for the packets that were released. */
  async write(folder: OutputFolder, plan: FilingPlan, packets: readonly PacketRecord[]): Promise<DangerCounts> {
    const released = new Set(packets.filter((each) => each.released).map(({ packet }) => packet));
    const lines = this.book.finish(plan.packets.filter(({ id }) => released.has(id)));
    await folder.write('danger_list.csv', dangerListCsv(lines));
    await folder.write('danger_list.xlsx', dangerListWorkbook(lines));
    return dangerCounts(lines) as DangerCounts;
  }
}

/** Counts that came through a message have lost their order. */
export function dangersInOrder(counts: DangerCounts): DangerCounts {
  return Object.fromEntries(
    DANGERS.flatMap((danger) => (counts[danger] === undefined ? [] : [[danger, counts[danger]]])),
  );
}

import { OwedList } from '@clearway/case-facts';
import { fileLabels } from '@clearway/reports';
import { type DecidedPerson } from '@clearway/rules';
import { type OutputFolder } from './output-folder';
import { type OutputsRun } from './outputs-run';

/**
 * `owed.csv` of a run without facts files or lists, where an export itself says what was granted: people are added in any order, then it is
 * written.
 */
export class OwedByRecord {
  private readonly list: OwedList;

  private constructor(run: OutputsRun) {
    this.list = new OwedList([], { facts: [], sources: fileLabels(run.files.map(({ name }) => name)) });
  }

  /** Undefined where no export says so, or where facts files have the list. */
  static of(run: OutputsRun): OwedByRecord | undefined {
    const hasList = (run.choices.cases?.facts.length ?? 0) > 0;
    return !hasList && run.files.some(({ source }) => (source?.grants ?? 0) > 0) ? new OwedByRecord(run) : undefined;
  }

  add(person: DecidedPerson): void {
    this.list.add(person);
  }

  async write(folder: OutputFolder): Promise<void> {
    await folder.write(
      'owed.csv',
      this.list.csv(() => undefined),
    );
  }
}

import { type RunSourcesCounts } from '@clearway/reports';
import { type DecidedPerson } from '@clearway/rules';
import { type ListedAs } from '@clearway/population';
import { annotationRun } from '../annotations';
import { doneListCounts, type DoneLists } from '../done-cases';
import { type OutputFolder } from '../output-folder';
import { type OutputsRun } from '../outputs-run';
import { RowFile } from '../row-file';
import { type JoinedOfRun, RunSources } from './run-sources';
import { type CoveredYears, SourceTexts } from './source-texts';

/** What bringing several sources together gave, from wherever it is kept. */
export interface SourcesOfRun extends JoinedOfRun {
  readonly covered: readonly CoveredYears[];
  /** Whose a record is that a decision names. */
  readonly personOf: (record: string) => number | undefined;
  /** Whom the people of the lists of what already happened are found to be, in their order. */
  readonly listed: readonly ListedAs[];
}

/** Writes, of people who are decided, what a run with several sources has beside the others: the bytes of the command line. */
export class DecidedSources {
  private readonly counted: RunSources;

  private constructor(
    private readonly texts: SourceTexts,
    run: OutputsRun,
    private readonly sources: SourcesOfRun,
    private readonly folder: OutputFolder,
    private readonly results: RowFile,
    private readonly oneSource: RowFile,
  ) {
    this.counted = new RunSources(run.files);
  }

  static async create(run: OutputsRun, sources: SourcesOfRun, folder: OutputFolder): Promise<DecidedSources> {
    const texts = new SourceTexts(annotationRun(run), run.files, sources.covered);
    const { sourceResults, foundInOne } = texts.heads();
    const results = await RowFile.create(folder, 'source_results.csv', sourceResults);
    const oneSource = await RowFile.create(folder, 'found_in_one_source.csv', foundInOne);
    return new DecidedSources(texts, run, sources, folder, results, oneSource);
  }

  get personOf(): SourcesOfRun['personOf'] {
    return this.sources.personOf;
  }

  /** Once for each person, in their order. */
  async add(person: DecidedPerson): Promise<void> {
    const { sourceResults, foundInOne, counts } = this.texts.rowsOf(person);
    if (sourceResults !== '') await this.results.add(sourceResults, counts.sourceResults);
    if (foundInOne !== '') await this.oneSource.add(foundInOne, counts.foundInOne);
    this.counted.add(counts);
  }

  async close(): Promise<void> {
    await this.results.close();
    await this.oneSource.close();
  }

  /**
   * Who was joined, who is asked about, and what became of each file and list.
   *
   * @param usedOf rows of a list that had an effect, by its place among the lists
   */
  write(done: DoneLists | undefined, usedOf: (list: number) => number): Promise<RunSourcesCounts> {
    const lists = done ? doneListCounts(done, this.sources.listed, usedOf) : [];
    return this.counted.write(this.folder, this.sources, lists);
  }
}

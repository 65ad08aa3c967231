import { join } from 'node:path';
import { OutputFile, type ScanOptions, type WrittenFile } from '@clearway/doj-bulk';
import {
  annotationRun,
  doneListCounts,
  otherFileCounts,
  type OutputFolder,
  type OutputsRun,
  RunSources,
  SourceTexts,
} from '@clearway/outputs';
import { sourceFilesOf, type Sources } from '@clearway/population';
import { type FileCounts, type RunSourcesCounts } from '@clearway/reports';
import { type DecisionEvent } from '@clearway/review';
import { type OpenedPopulation } from '../analyze/analyze-files';
import { type DecideMixedSettings, type KeptMixedPerson } from '../analyze/decide-mixed';
import { type DecideSettings } from '../analyze/decide-people';
import { type WorkOrder } from '../analyze/person-work';
import { openRunSources, type RunInputs } from '../sources/run-inputs';

/** What a run with sources beside the state's files does beside `writeResults`. Loaded for such a run only. */
export class MixedResults {
  private readonly results: OutputFile;
  private readonly oneSource: OutputFile;
  private found: Sources | undefined;
  private counted: RunSources | undefined;

  constructor(
    private readonly inputs: Pick<RunInputs, 'sorted' | 'done'>,
    private readonly events: readonly DecisionEvent[],
    folder: string,
  ) {
    this.results = new OutputFile(folder, 'source_results.csv');
    this.oneSource = new OutputFile(folder, 'found_in_one_source.csv');
  }

  async open(
    scan: ScanOptions,
    onProgress: (stage: 'reading people' | 'joining people', done: number, total: number) => void,
  ): Promise<OpenedPopulation> {
    const sources = await openRunSources(this.inputs, this.events, {
      ...scan,
      onReadingPeople: (people, of) => onProgress('reading people', people, of),
      onJoining: (share) => onProgress('joining people', share, 1),
    });
    this.found = sources;
    const { state, people } = sources;
    return {
      population: state,
      others: { count: people - state.people, id: (index) => sources.personId(state.people + index) },
    };
  }

  get sources(): Sources {
    if (!this.found) throw new Error('people were decided before the sources were read');
    return this.found;
  }

  /** Whose a record is that a decision names. */
  readonly personOf = (record: string): number | undefined => this.sources.joined?.decidedRecords.get(record);

  /** Counts of the files that are no state files. */
  otherFiles(): FileCounts[] {
    const { others, joined } = this.sources;
    return others.map((file, index) => otherFileCounts(file, joined?.peopleByOther[index] ?? 0));
  }

  begin(run: OutputsRun): void {
    this.counted = new RunSources(run.files);
    const heads = new SourceTexts(annotationRun(run), run.files, []).heads();
    this.results.write(Buffer.from(heads.sourceResults, 'utf8'));
    this.oneSource.write(Buffer.from(heads.foundInOne, 'utf8'));
  }

  order(settings: DecideSettings, files: readonly FileCounts[]): WorkOrder {
    const { joined, others } = this.sources;
    if (!joined) throw new Error('sources beside the state files were not joined');
    const mixed: DecideMixedSettings = {
      ...settings,
      people: joined.people,
      files,
      covered: others.flatMap(({ coverage }) => coverage),
      sourceFiles: sourceFilesOf(this.sources),
    };
    return { module: join(__dirname, '..', 'analyze', 'decide-mixed'), settings: mixed };
  }

  add({ sources: { sourceResults, foundInOne, counts } }: KeptMixedPerson): void {
    if (sourceResults !== '') this.results.write(Buffer.from(sourceResults, 'utf8'));
    if (foundInOne !== '') this.oneSource.write(Buffer.from(foundInOne, 'utf8'));
    this.results.rows += counts.sourceResults;
    this.oneSource.rows += counts.foundInOne;
    this.counted?.add(counts);
  }

  finish(): WrittenFile[] {
    const all = [this.results, this.oneSource];
    const written = all.map((file) => file.finish());
    for (const file of all) file.publish();
    return written;
  }

  /** What is written when everybody is decided. `usedOf`: rows of a list that had an effect, by its place among the lists. */
  async write(folder: OutputFolder, usedOf: (list: number) => number): Promise<RunSourcesCounts> {
    const { joined } = this.sources;
    if (!joined || !this.counted) throw new Error('the books of the sources were not begun');
    const { done } = this.inputs;
    return this.counted.write(folder, joined, done ? doneListCounts(done, joined.listed, usedOf) : []);
  }

  discard(): void {
    this.results.discard();
    this.oneSource.discard();
  }
}

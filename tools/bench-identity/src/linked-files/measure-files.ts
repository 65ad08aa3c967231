import { join } from 'node:path';
import { openSources, readPeople } from '@clearway/population';
import { type History } from '@clearway/record';
import { PairTally } from '../pair-tally';
import { type MadeFiles } from './make-files';
import { EXTRACT, STATE, TrueRecords } from './true-records';

/** What came out of the files, against what the plan knows. Records are people of the state's file, cases of the court, sheets. */
export interface MeasuredFiles {
  readonly records: number;
  readonly people: number;
  readonly precision: number;
  readonly recall: number;
  /** Without pairs of which a CII joins the records. */
  readonly precisionByModel: number;
  readonly recallByModel: number;
  readonly wrongPairs: number;
  readonly asks: number;
  /** Counts that the state's file and the extract both have, and of them those that the history has as one. */
  readonly countsInBoth: number;
  readonly countsMatched: number;
  /** Counts of a history that hold two counts of the truth. */
  readonly countsWronglyOne: number;
  /** Convictions that the extract alone has, and of them those found as such. */
  readonly onlyAtCourt: number;
  readonly onlyAtCourtFound: number;
}

/** Reads the files as a run does, and compares every history with the truth. */
export async function measureFiles(made: MadeFiles, workDir: string): Promise<MeasuredFiles> {
  const inputs = [made.stateFile, made.extract, ...made.sheets.map((name) => join(made.folder, name))];
  const sources = await openSources(
    inputs.map((path) => ({ path })),
    { workDir, threads: 0 },
  );
  const truth = new TrueRecords(made);
  const pairs = new PairTally();
  const counts = new CountTally(truth);
  let person = 0;
  for await (const history of readPeople(sources)) {
    for (const { owner, numbered } of truth.recordsOf(history)) pairs.add(owner, person, numbered);
    counts.add(history);
    person += 1;
  }
  return {
    people: sources.people,
    asks: sources.joined?.counts.asked ?? 0,
    ...pairs.result(),
    ...counts.result(made),
  };
}

/** Compares counts by the lines of the extract and by CNT_ORDER. */
class CountTally {
  private matched = 0;
  private wronglyOne = 0;
  private readonly courtOnly = new Set<number>();

  constructor(private readonly truth: TrueRecords) {}

  add({ cycles }: History): void {
    for (const { steps } of cycles)
      for (const { counts } of steps)
        for (const { rows, order } of counts) {
          const lines = rows.filter(({ file }) => file === EXTRACT).map(({ line }) => line);
          const known = new Set(lines.map((line) => this.truth.countAtLine(line)));
          if (known.size > 1) this.wronglyOne += 1;
          const [count] = known;
          if (count === undefined) continue;
          const inState = rows.some(({ file }) => file === STATE);
          if (inState && count.state === order) this.matched += 1;
          else if (inState) this.wronglyOne += 1;
          if (!inState && rows.every(({ file }) => file === EXTRACT) && count.onlyIn === 'court-extract')
            for (const line of lines) this.courtOnly.add(line);
        }
  }

  result({
    people,
  }: MadeFiles): Pick<
    MeasuredFiles,
    'countsInBoth' | 'countsMatched' | 'countsWronglyOne' | 'onlyAtCourt' | 'onlyAtCourtFound'
  > {
    const all = people.filter(({ unclear }) => !unclear).flatMap(({ counts }) => counts);
    return {
      countsInBoth: all.filter(({ state, line }) => state !== undefined && line !== undefined).length,
      countsMatched: this.matched,
      countsWronglyOne: this.wronglyOne,
      onlyAtCourt: all.filter(({ onlyIn }) => onlyIn === 'court-extract').length,
      onlyAtCourtFound: this.courtOnly.size,
    };
  }
}

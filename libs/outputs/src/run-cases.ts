import { type CaseData, FactsUse, OwedList } from '@clearway/case-facts';
import { type CorrectionEvent } from '@clearway/record';
import { type CaseFactsCounts, CorrectionsUse, fileLabels } from '@clearway/reports';
import {
  decisionsCsv,
  type DecisionEvent,
  joinStatesOf,
  type NoticeLine,
  noticeLinesOf,
  publicDefenderCsv,
  publicDefenderPdf,
} from '@clearway/review';
import { type DecidedPerson } from '@clearway/rules';
import { type OutputFolder } from './output-folder';
import { type OutputsRun } from './outputs-run';

/** Facts files and decisions of a run, read. */
export interface RunCaseData extends CaseData {
  /** Every event of the decisions file, in its order. */
  readonly events: readonly DecisionEvent[];
  /** Every event of the corrections file, in its order; absent without one. */
  readonly correctionEvents?: readonly CorrectionEvent[];
}

/**
 * What became of facts and decisions, and whom the public defender is told of: people are added in any order, then
 * `facts_unused.csv`, `owed.csv`, `decisions.csv`, `corrections.csv`, `public_defender.csv` and `Public_Defender.pdf` are written.
 */
export class RunCases {
  private readonly use: FactsUse;
  private readonly lines: NoticeLine[] = [];
  private readonly owed: OwedList | undefined;
  private readonly corrections = new CorrectionsUse();

  constructor(
    private readonly run: OutputsRun,
    private readonly data: RunCaseData,
  ) {
    this.use = new FactsUse(data);
    const facts = run.choices.cases?.facts.map(({ name }) => name) ?? [];
    if (facts.length > 0)
      this.owed = new OwedList(data.rows, { facts, sources: fileLabels(run.files.map(({ name }) => name)) });
  }

  /** Once for each person of the run. */
  add(person: DecidedPerson): void {
    this.use.add(person);
    this.owed?.add(person);
    this.corrections.add(person);
    this.lines.push(...noticeLinesOf(person));
  }

  /** Rows of a facts file, or of a list, that had an effect; known when all people were added. */
  usedRowsOf(file: number): number {
    return this.use.usedOf(file);
  }

  /**
   * Throws a SharedSubjectError when a row was used for two people.
   *
   * @param personOf whose a record is, of those that decisions about people name; absent where nobody was joined
   */
  async write(folder: OutputFolder, personOf?: (record: string) => number | undefined): Promise<CaseFactsCounts> {
    this.use.assertNobodyElse();
    const { cases } = this.run.choices;
    if (cases && cases.facts.length > 0) {
      await folder.write('facts_unused.csv', this.use.unusedCsv(cases.facts.map(({ name }) => name)));
      if (this.owed)
        await folder.write(
          'owed.csv',
          this.owed.csv((row) => this.use.reasonOf(row)),
        );
    }
    if (cases && cases.decisions !== null)
      await folder.write(
        'decisions.csv',
        decisionsCsv(this.data.events, this.use, personOf ? joinStatesOf(this.data.events, personOf) : new Map()),
      );
    const { correctionEvents, corrections } = this.data;
    if (correctionEvents) await folder.write('corrections.csv', this.corrections.csv(correctionEvents));
    await folder.write('public_defender.csv', publicDefenderCsv(this.lines));
    await folder.write('Public_Defender.pdf', publicDefenderPdf(this.run, this.lines));
    const corrected = corrections === undefined ? {} : { corrections: this.corrections.counts(corrections) };
    return {
      ...this.use.counts(),
      ...corrected,
      challenged: this.lines.filter(({ what }) => what === 'challenged').length,
    };
  }
}

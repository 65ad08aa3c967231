import {
  caseNumberOfRecord,
  ChallengePlanner,
  CourtBook,
  type CourtsText,
  drawChallenges,
  drawFilings,
  type DrawingControl,
  drawingThreads,
  type FilingOptions,
  type FilingPlan,
  FilingPlanner,
  type FilingResult,
  formsNamed,
  formsOf,
  type GivenForm,
  loadTemplates,
  openForms,
  type PacketRecord,
  type PlanMode,
  prosecutorOf,
} from '@clearway/papers';
import { FormLibrary } from '@clearway/court-forms';
import { type PapersCounts } from '@clearway/reports';
import { type DecidedPerson } from '@clearway/rules';
import { type BookState, matchesOf } from '@clearway/filing-book';
import { RunDangers } from './dangers';
import { FiledBefore, type FiledOtherwise, filedOtherwiseCsv } from './filed-before';
import { type OutputFolder } from './output-folder';
import { type OutputsRun } from './outputs-run';

export interface DrawnPapers {
  /** Lines of released batches that this run decides otherwise; none without a book of filings. */
  readonly filedOtherwise: readonly FiledOtherwise[];
  /** Courts' own forms that the courts of the run want, as `run.json` names them: edition and hash, or why one is missing. */
  readonly forms: readonly string[];
  readonly counts: PapersCounts;
  /** What became of each packet, in the order of the plan. */
  readonly packets: readonly PacketRecord[];
  /** Packets whose files were taken from an earlier batch; stands in no output, which would differ by it. */
  readonly packetsReused: number;
}

export interface PapersControl extends Omit<DrawingControl, 'forms' | 'hands'> {
  /** The office's forms; asked for only where a court wants one. */
  readonly forms?: () => Promise<FormLibrary>;
  /** Threads that draw; 0 or 1: this one. The bytes are the same. */
  readonly threads?: number;
}

/** The papers of a run: people are added in any order, then everything is drawn, read back and written. */
export class RunPapers {
  private readonly planner: FilingPlanner;
  private readonly dangers: RunDangers;
  private readonly challenges = new ChallengePlanner();
  private readonly courts: CourtBook;

  /**
   * @param courts files of court profiles that an office gave, which go before those of Clearway. Throws a CourtProfileError.
   * @param book what the office's book of filings says of cases, and of lines that were filed before
   */
  constructor(
    private readonly run: OutputsRun,
    mode: PlanMode,
    courts: readonly CourtsText[] = [],
    private readonly book?: BookState,
  ) {
    // Only citable cases may appear: said before anything is drawn.
    loadTemplates(run.choices.templates).authorities.requireCitable(
      run.policy.steps.map(({ then }) => then.authority ?? ''),
    );
    this.courts = CourtBook.of(courts);
    this.planner = new FilingPlanner(mode, {
      county: run.county,
      courts: this.courts,
      ...(book ? { matches: matchesOf(book) } : {}),
    });
    this.dangers = new RunDangers(run);
  }

  /** Once for each person of the run, with relief or without. */
  add(person: DecidedPerson): void {
    this.planner.add(person);
    this.dangers.add(person);
    this.challenges.add(person);
  }

  /** Writes the batches, `court_update.csv`, `cannot_file.csv`, the notices of challenge, the danger list and the lists beside them. */
  async draw(folder: OutputFolder, { threads = 0, forms, ...control }: PapersControl = {}): Promise<DrawnPapers> {
    const filed = this.book && new FiledBefore(this.book);
    const before = filed && filed.sha256 !== '' ? filed : undefined;
    const { plan, otherwise } = before?.apply(this.planner.finish()) ?? { plan: this.planner.finish(), otherwise: [] };
    if (before) await folder.write('filed_otherwise.csv', filedOtherwiseCsv(otherwise));
    const sink = {
      write: async (path: string, content: Uint8Array | Iterable<Uint8Array>): Promise<void> =>
        void (await folder.write(path, content)),
    };
    const named = formsNamed(plan);
    const given = named.length === 0 ? [] : formsOf(forms ? await forms() : new FormLibrary([]), named, this.run.asOf);
    const opened = await openForms(given);
    const options = filingOptions(this.run, this.courts.prosecutors);
    const hands = drawingThreads(threads, { given, opened });
    try {
      const { packets, counts } = await drawFilings(plan, options, sink, { hands, forms: opened, ...control });
      const challenges = await drawChallenges(this.challenges.finish(), options, sink, this.courts);
      const dangers = await this.dangers.write(folder, plan, packets);
      const unsigned = plan.batches.filter(({ agency }) => prosecutorOf(options, agency).attorney === undefined).length;
      return {
        packets,
        counts: {
          ...papersCounts(plan, packets, counts),
          ...(unsigned === 0 ? {} : { batchesWithoutAttorney: unsigned }),
          dangers,
          ...(challenges ? { challenges } : {}),
        },
        packetsReused: counts.packetsReused,
        forms: given.map(formWords),
        filedOtherwise: otherwise,
      };
    } finally {
      await hands.close?.();
    }
  }
}

function formWords(given: GivenForm): string {
  return 'refused' in given ? `${given.form} ${given.refused}` : `${given.form} ${given.edition} ${given.sha256}`;
}

function filingOptions(
  { county, asOf, policy, choices }: OutputsRun,
  prosecutors: NonNullable<FilingOptions['prosecutors']>,
): FilingOptions {
  const { name, title, kind, hash } = policy;
  return {
    ...(choices.office ? { office: choices.office } : {}),
    county,
    asOf,
    prosecutors,
    policy: { name, title, kind, hash },
    ...(choices.templates ? { templates: choices.templates } : {}),
  };
}

function papersCounts(
  plan: FilingPlan,
  packets: readonly PacketRecord[],
  counts: FilingResult['counts'],
): PapersCounts {
  const {
    'no-case-number': noCaseNumber = 0,
    'no-court': noCourt = 0,
    'no-record-located': noRecord = 0,
  } = counts.unfiledByReason;
  const cases = new Set<string>();
  const note = (court: string, caseNumber: string, person: string): void =>
    void cases.add(`${court}\n${caseNumber}\n${person}`);
  for (const { lines } of plan.packets)
    for (const line of lines) note(line.courtOfRecord, caseNumberOfRecord(line), line.person);
  for (const { courthouse, caseNumber, person, reason } of plan.unfiled)
    if (courthouse !== '' && caseNumber !== '' && reason !== 'no-record-located') note(courthouse, caseNumber, person);
  return {
    courtUpdateRows: counts.linesFiled,
    cannotFileRows: counts.linesUnfiled - noRecord,
    cannotFileThoughCaseKnown: counts.linesUnfiled - noRecord - noCaseNumber - noCourt,
    ...(noRecord === 0 ? {} : { noRecordLocated: noRecord }),
    cases: cases.size,
    packetsDrawn: packets.length,
    packetsReleased: counts.packets,
    packetsWithheld: counts.packetsHeldBack,
    batches: counts.batches,
    batchesNotConfirmed: counts.batchesNotConfirmed,
    linesInBatches: counts.linesInBatches,
    packetsInBatches: counts.packetsInBatches,
    casesFiled: counts.casesFiled,
    peopleFiled: counts.peopleFiled,
    files: counts.files,
    pages: counts.pages,
    unfiledByReason: Object.fromEntries(Object.entries(counts.unfiledByReason).sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}

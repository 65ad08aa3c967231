import { drawFilings, type DrawingControl, type FilingOptions, type FilingPlan, FilingPlanner, type FilingResult, loadTemplates, type PacketRecord } from '@clearway/papers';
import { type PapersCounts } from '@clearway/reports';
import { type DecidedPerson } from '@clearway/rules';
import { type OutputFolder } from './output-folder';
import { type OutputsRun } from './outputs-run';

export interface DrawnPapers {
  readonly counts: PapersCounts;
  /** What became of each packet, in the order of the plan. */
  readonly packets: readonly PacketRecord[];
}

/** The papers of a run: people are added in any order, then everything is drawn, read back and written. */
export class RunPapers {
  private readonly planner: FilingPlanner;

  constructor(
    private readonly run: OutputsRun,
    mode: 'bulk' | 'per-case',
  ) {
    // Only citable cases may appear: said before anything is drawn.
    loadTemplates(run.choices.templates).authorities.requireCitable(run.policy.steps.map(({ then }) => then.authority ?? ''));
    this.planner = new FilingPlanner(mode);
  }

  /** Once for each person of the run, with relief or without. */
  add(person: DecidedPerson): void {
    this.planner.add(person);
  }

  /** Writes the packets that were released, `court_update.csv`, `cannot_file.csv` and the lists beside them. */
  async draw(folder: OutputFolder, control: DrawingControl = {}): Promise<DrawnPapers> {
    const plan = this.planner.finish();
    const sink = { write: async (path: string, bytes: Uint8Array): Promise<void> => void (await folder.write(path, bytes)) };
    const { packets, counts } = await drawFilings(plan, filingOptions(this.run), sink, control);
    return { packets, counts: papersCounts(plan, packets, counts) };
  }
}

function filingOptions({ county, asOf, policy, choices }: OutputsRun): FilingOptions {
  const { name, title, kind, hash } = policy;
  return { county, asOf, policy: { name, title, kind, hash }, ...(choices.templates ? { templates: choices.templates } : {}) };
}

function papersCounts(plan: FilingPlan, packets: readonly PacketRecord[], counts: FilingResult['counts']): PapersCounts {
  const { 'no-case-number': noCaseNumber = 0, 'no-court': noCourt = 0, 'no-record-located': noRecord = 0 } = counts.unfiledByReason;
  const cases = new Set<string>();
  const note = (court: string, caseNumber: string, person: string): void => void cases.add(`${court}\n${caseNumber}\n${person}`);
  for (const { courthouse, lines } of plan.packets) for (const { caseNumber, person } of lines) note(courthouse.name, caseNumber, person);
  for (const { courthouse, caseNumber, person, reason } of plan.unfiled) if (courthouse !== '' && caseNumber !== '' && reason !== 'no-record-located') note(courthouse, caseNumber, person);
  return {
    courtUpdateRows: counts.linesFiled,
    cannotFileRows: counts.linesUnfiled - noRecord,
    cannotFileThoughCaseKnown: counts.linesUnfiled - noRecord - noCaseNumber - noCourt,
    ...(noRecord === 0 ? {} : { noRecordLocated: noRecord }),
    cases: cases.size,
    packetsDrawn: packets.length,
    packetsReleased: counts.packets,
    packetsWithheld: counts.packetsHeldBack,
  };
}

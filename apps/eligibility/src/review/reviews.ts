import { ContentStore } from '@clearway/content-store';
import {
  type AnsweredFile,
  type certificateOfSample,
  type drawnSample,
  MOST_PROBLEMS,
  type publicDefenderList,
  type reviewImport,
  type reviewWorkbookOfRun,
} from '@clearway/contracts';
import { type Answer, type Asked } from '@clearway/messaging';
import { guarded } from '@clearway/persistence';
import { CodedError } from '@clearway/platform';
import { type DraftDecision, isJoin } from '@clearway/review';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { OfficeDecisions } from '../decisions/office-decisions';
import { DecidedRuns, type DecidedRunView } from '../determinations/decided-runs';
import { Reviewing } from './reviewing';
import { AskedPairs } from './same-person/asked-pairs';

/** Workbooks for attorneys and what comes back in them. Files that are made belong to the run and go with it. */
@Injectable()
export class Reviews {
  constructor(
    @Inject(DataSource) private readonly source: DataSource,
    private readonly store: ContentStore,
    private readonly runs: DecidedRuns,
    private readonly reviewing: Reviewing,
    private readonly decisions: OfficeDecisions,
    private readonly pairs: AskedPairs,
  ) {}

  async workbook({ office, run, all }: Asked<typeof reviewWorkbookOfRun>): Promise<Answer<typeof reviewWorkbookOfRun>> {
    const decided = await this.runs.of(office, run);
    const { policy, inputs } = decided.settings;
    const { asks } = await this.pairs.of(decided);
    const task = {
      what: 'workbook' as const,
      decisions: await this.runs.decisionBlobs(decided),
      policy: policy.text,
      names: inputs.map(({ name }) => name),
      all,
      ...(asks === undefined ? {} : { asks: this.store.pathOf(asks) }),
    };
    const { bytes, ...counts } = await this.reviewing.run(task);
    return { file: await this.kept(decided, bytes), ...counts };
  }

  async import({
    office,
    run,
    actor,
    workbook,
    partial,
  }: Asked<typeof reviewImport>): Promise<Answer<typeof reviewImport>> {
    const decided = await this.runs.of(office, run);
    const { taken, drafts, cannotTell, problems } = await this.reviewing.run({
      what: 'import',
      workbook: this.store.pathOf(workbook),
      partial,
    });
    const shown = { problems: problems.slice(0, MOST_PROBLEMS), problemsInAll: problems.length };
    if (!taken) return { taken, recorded: {}, known: 0, cannotTell, touched: 0, head: null, ...shown };
    await this.refuseOtherRuns(decided, drafts);
    const { events, known, head } = await this.decisions.record({ office, run, actor }, drafts, workbook);
    const recorded: Record<string, number> = {};
    for (const { decision } of events) recorded[decision.kind] = (recorded[decision.kind] ?? 0) + 1;
    const touched = new Set(events.flatMap(({ decision }) => (isJoin(decision) ? decision.people : []))).size;
    return { taken, recorded, known, cannotTell, touched, head, ...shown };
  }

  async publicDefender({
    office,
    run,
    format,
  }: Asked<typeof publicDefenderList>): Promise<Answer<typeof publicDefenderList>> {
    const decided = await this.runs.of(office, run);
    const { county, asOf } = decided.settings;
    const task = {
      what: 'public-defender' as const,
      decisions: await this.runs.decisionBlobs(decided),
      format,
      county,
      asOf,
    };
    const { bytes, challenged, leftOut } = await this.reviewing.run(task);
    return { file: await this.kept(decided, bytes), challenged, leftOut };
  }

  async sample({ office, run, results, sample, seed }: Asked<typeof drawnSample>): Promise<Answer<typeof drawnSample>> {
    const decided = await this.runs.of(office, run);
    const { bytes, ...counts } = await this.reviewing.run({
      what: 'sample',
      results: results.map((sha256) => this.store.pathOf(sha256)),
      sample,
      seed,
    });
    return { file: await this.kept(decided, bytes), ...counts };
  }

  async certificate({
    office,
    run,
    workbook,
  }: Asked<typeof certificateOfSample>): Promise<Answer<typeof certificateOfSample>> {
    await this.runs.of(office, run);
    const { certificate, problems } = await this.reviewing.run({
      what: 'certificate',
      workbook: this.store.pathOf(workbook),
    });
    const strata = certificate ? certificate.strata.map((each) => ({ ...each })) : [];
    return {
      certificate: certificate && { ...certificate, strata },
      problems: problems.slice(0, MOST_PROBLEMS),
      problemsInAll: problems.length,
    };
  }

  /** A workbook of another run, or of another office, is refused whole: its rows are about other people. */
  private async refuseOtherRuns(decided: DecidedRunView, drafts: readonly DraftDecision[]): Promise<void> {
    const { office, run, revision } = decided;
    const people = [...new Set(drafts.map(({ person }) => person))];
    const rows = await guarded(
      () =>
        this.source.query(
          'SELECT person, conviction FROM determination WHERE office = $1 AND run = $2 AND revision = $3 AND person = ANY($4)',
          [office, run, revision, people],
        ) as Promise<{ person: string; conviction: string }[]>,
    );
    const here = new Set(rows.map(({ person, conviction }) => `${person} ${conviction}`));
    const asked = new Set(drafts.some(isJoinDraft) ? (await this.pairs.pairs(decided)).map(({ id }) => id) : []);
    const others = drafts.filter((draft) =>
      isJoinDraft(draft) ? !asked.has(draft.key) : !here.has(`${draft.person} ${draft.key}`),
    ).length;
    if (others > 0)
      throw new CodedError(
        'review.other-run',
        `${others} decision(s) of the workbook are about convictions or records that this run does not ask about; nothing was taken: send it to the run that it was exported from`,
      );
  }

  private async kept({ owner }: DecidedRunView, content: Uint8Array): Promise<AnsweredFile> {
    const { sha256, bytes } = await this.store.put(content, { pin: owner });
    return { sha256, bytes };
  }
}

function isJoinDraft({ decision }: DraftDecision): boolean {
  return isJoin(decision);
}

import { canonicalJson, ContentStore } from '@clearway/content-store';
import { REVISED_FROM, revised, runRequested, RunSettings } from '@clearway/contracts';
import { FollowedRuns, UnitOfWork } from '@clearway/messaging';
import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { DataSource } from 'typeorm';
import { Caller } from '../identity/caller';
import { ApiProblem } from '../problems/api-problem';
import { CaseFiles } from './case-files';
import { type AddFiles, type Renew, type RevisionView, type RunFileView } from './revision.dto';
import { appendEvents } from './run-events';
import { type RevisionReason, RunRevisionEntity } from './run-revision.entity';
import { type RunEntity } from './run.entity';
import { inputsOf, type RunView } from './run.view';
import { lockState, RunsService } from './runs.service';
import { filesOf, requestViewOf, spaceFor } from './settings-files';
import { isReplay, SettingsOfRequest } from './settings-of-request';

/** What became of a request for a new revision. */
export interface Revised {
  /** `begun`: now; `before`: the same request under the same key had begun it; `unchanged`: there was nothing new in it. */
  readonly what: 'begun' | 'before' | 'unchanged';
  readonly run: RunView;
}

/** A run made again: it decides only the people whom the change touches. */
@Injectable()
export class RevisionsService {
  constructor(
    private readonly database: DataSource,
    private readonly work: UnitOfWork,
    private readonly followed: FollowedRuns,
    private readonly store: ContentStore,
    private readonly runs: RunsService,
    private readonly settings: SettingsOfRequest,
    private readonly caseFiles: CaseFiles,
    private readonly caller: Caller,
  ) {}

  /** Files that the run has already, by their bytes, change nothing. */
  async addFiles(office: string, run: string, key: string, added: AddFiles): Promise<Revised> {
    // Without lists it is the request that it was before there were any: its key is known by the same hash.
    const { files, done } = added;
    return this.revise(office, run, key, done.length > 0 ? added : { files }, 'files-added', (same) =>
      this.settings.withFiles(office, same, added),
    );
  }

  /** What attorneys have decided, which values were corrected, or what courts have said by now. */
  async renew(office: string, run: string, key: string, { reason }: Renew): Promise<Revised> {
    return this.revise(office, run, key, { reason }, reason, async (same) => {
      const replay = isReplay(same.policy.text);
      if (replay)
        throw new ApiProblem(
          409,
          'run.replay',
          'A replay decides as it was decided then, without decisions, corrections and answers of courts: it has nothing to renew.',
        );
      if (reason === 'decisions') return { ...same, decisions: await this.caseFiles.ofOffice(office) };
      if (reason === 'corrections') return { ...same, corrections: await this.caseFiles.correctionsOfOffice(office) };
      return { ...same, book: await this.caseFiles.bookOf(office, { book: 'office' }, same.papers, replay) };
    });
  }

  /** Newest first. */
  async list(office: string, run: string): Promise<{ items: RevisionView[] }> {
    await this.runs.find(office, run);
    const rows = await this.database
      .getRepository(RunRevisionEntity)
      .find({ where: { office, run }, order: { revision: 'DESC' } });
    const items = rows.map(
      ({ revision, reason, state, settings, request, counts, failure, createdBy, createdAt, finishedAt }) => {
        const { decisions = null, corrections = null, book = null } = request;
        const when = { createdAt: createdAt.toISOString(), finishedAt: finishedAt?.toISOString() ?? null };
        return {
          revision,
          reason,
          state,
          settings,
          inputs: inputsOf(request),
          decisions,
          corrections,
          book,
          counts,
          failure,
          createdBy,
          ...when,
        };
      },
    );
    return { items };
  }

  /** The inputs of one revision, with what became of each. */
  async files(office: string, run: string, asked?: number): Promise<{ revision: number; items: RunFileView[] }> {
    const revision = await this.runs.newestDone(await this.runs.find(office, run), asked);
    const row = await this.database.getRepository(RunRevisionEntity).findOne({ where: { office, run, revision } });
    if (!row)
      throw new ApiProblem(
        404,
        'run.no-such-revision',
        'The run has no such revision; they are listed at the address of the run, /revisions.',
      );
    const items = inputsOf(row.request).map(({ name, sha256, bytes, kind }, index): RunFileView => {
      const counts = row.files?.[index];
      const numbers = {
        read: counts?.rowsRead ?? null,
        used: counts?.rowsUsed ?? null,
        rejected: counts?.rowsRejected ?? null,
      };
      const people = { people: counts?.people ?? null, joined: counts?.joined ?? null, asked: counts?.asked ?? null };
      return { name, sha256, bytes, kind, mapping: counts?.mapping ?? null, ...numbers, ...people };
    });
    return { revision, items };
  }

  private async revise(
    office: string,
    run: string,
    key: string,
    request: unknown,
    reason: RevisionReason,
    change: (same: RunSettings) => Promise<RunSettings>,
  ): Promise<Revised> {
    const found = await this.runs.findKept(office, run);
    const requestHash = createHash('sha256').update(canonicalJson(request)).digest('hex');
    const before = await this.byKey(office, run, key, requestHash);
    if (before) return { what: 'before', run: await this.runs.view(office, run) };
    const last = await this.settingsBefore(found);
    const same = RunSettings.parse(await this.store.readJson(last.settings));
    const settings = await change(same);
    if (last.stands && canonicalJson(settings) === canonicalJson(same))
      return { what: 'unchanged', run: await this.runs.view(office, run) };
    if (!REVISED_FROM.includes(found.state)) throw notEnded(found.state);

    await this.store.ensureFree(spaceFor(settings));
    const owner = `${office}/${run}`;
    const { sha256 } = await this.store.putJson(settings, { pin: owner });
    for (const file of filesOf(settings)) await this.store.pin(file, owner);
    const begun = await this.begin(found, key, requestHash, reason, settings, sha256);
    // Somebody was faster, with the same key or another.
    if (!begun && !(await this.byKey(office, run, key, requestHash)))
      throw new ApiProblem(
        409,
        'run.not-ended',
        'Another revision of this run has just begun; wait until it is done, then send this again.',
      );
    return { what: begun ? 'begun' : 'before', run: await this.runs.view(office, run) };
  }

  /**
   * What a new revision adds to: of one that failed or was cancelled nothing is kept, also not the file that it may have failed of.
   * `stands`: the run has what was made of it; a first revision that did not end well may be tried again as it was.
   */
  private async settingsBefore({
    office,
    id: run,
    state,
    settings,
  }: RunEntity): Promise<{ settings: string; stands: boolean }> {
    if (state !== 'failed' && state !== 'cancelled') return { settings, stands: true };
    const done = await this.database
      .getRepository(RunRevisionEntity)
      .findOne({ where: { office, run, state: 'done' }, order: { revision: 'DESC' } });
    return done ? { settings: done.settings, stands: true } : { settings, stands: false };
  }

  private async begin(
    { office, id: run, revision, settings: old }: RunEntity,
    key: string,
    requestHash: string,
    reason: RevisionReason,
    settings: RunSettings,
    sha256: string,
  ): Promise<boolean> {
    const actor = this.caller.actor();
    const view = JSON.stringify(requestViewOf(settings));
    return this.work.run({ office, run, revision: revision + 1, actor, causation: null }, async (transaction) => {
      const state = await lockState(transaction);
      if (!REVISED_FROM.includes(state)) return false;
      const rows = await transaction.query<{ last_event: number }>(
        `UPDATE run SET revision = revision + 1, state = $4, settings = $5, request = $6, counts = '{}', failure = NULL, stall = NULL,
           packets_sealed = false, notices_sealed = false, finished_at = NULL
         WHERE office = $1 AND id = $2 AND revision = $3 AND purged_at IS NULL RETURNING last_event`,
        [office, run, revision, revised(state), sha256, view],
      );
      const [row] = rows;
      if (!row) return false;
      await transaction.query(
        `INSERT INTO run_revision (office, run, revision, reason, idempotency_key, request_hash, settings, request, state, counts, created_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, '{}', $10)`,
        [office, run, revision + 1, reason, key, requestHash, sha256, view, revised(state), actor],
      );
      const [done] = await transaction.query<{ revision: number | null }>(
        "SELECT max(revision) AS revision FROM run_revision WHERE office = $1 AND run = $2 AND state = 'done'",
        [office, run],
      );
      const lastEvent = await appendEvents(transaction, office, run, row.last_event, [
        { type: 'state', data: { state: revised(state), revision: revision + 1, reason } },
      ]);
      await transaction.query('UPDATE run SET last_event = $3 WHERE office = $1 AND id = $2', [office, run, lastEvent]);
      await this.followed.follow(transaction);
      await transaction.publish(runRequested, { settings: sha256, before: done?.revision ?? null });
      await transaction.audit('run.revised', { before: old, after: sha256 });
      return true;
    });
  }

  private async byKey(
    office: string,
    run: string,
    idempotencyKey: string,
    requestHash: string,
  ): Promise<RunRevisionEntity | undefined> {
    const found = await this.database
      .getRepository(RunRevisionEntity)
      .findOne({ where: { office, run, idempotencyKey } });
    if (found && found.requestHash !== requestHash)
      throw new ApiProblem(
        409,
        'run.key-reused',
        'This Idempotency-Key was used for another revision of this run; use a new key for a new one.',
      );
    return found ?? undefined;
  }
}

function notEnded(state: string): ApiProblem {
  return new ApiProblem(409, 'run.not-ended', `The run is ${state}; wait until it is done, then send this again.`);
}

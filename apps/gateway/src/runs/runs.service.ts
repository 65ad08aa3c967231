import { ContentStore } from '@clearway/content-store';
import { runCancelled, runPurged, runRequested, RunSettings, transition } from '@clearway/contracts';
import { FollowedRuns, type Scope, type Transaction, UnitOfWork } from '@clearway/messaging';
import { uuidV7 } from '@clearway/platform';
import { parseCalendarDate } from '@clearway/record';
import { Injectable } from '@nestjs/common';
import { DataSource, LessThan } from 'typeorm';
import { Caller } from '../identity/caller';
import { ApiProblem } from '../problems/api-problem';
import { uploadPin } from '../uploads/uploads.service';
import { CaseFiles } from './case-files';
import { type CreateRun, type Page, type RunAgain } from './run.dto';
import { RunRevisionEntity } from './run-revision.entity';
import { RunEntity } from './run.entity';
import { appendEvents } from './run-events';
import { noteRevision } from './note-revision';
import { isEnd } from './run-projection';
import { viewOf, type Attempted, type RunView } from './run.view';
import { filesOf, requestViewOf, spaceFor } from './settings-files';
import { isReplay, SettingsOfRequest, hashOfRequest } from './settings-of-request';

/** Runs from the office's side: asked for, looked at, cancelled, destroyed. */
@Injectable()
export class RunsService {
  constructor(
    private readonly database: DataSource,
    private readonly work: UnitOfWork,
    private readonly followed: FollowedRuns,
    private readonly store: ContentStore,
    private readonly settings: SettingsOfRequest,
    private readonly caseFiles: CaseFiles,
    private readonly caller: Caller,
  ) {}

  /** Creates a run; the same request under the same key is the run that it made before. */
  async create(
    office: string,
    idempotencyKey: string,
    request: CreateRun,
  ): Promise<{ created: boolean; run: RunView }> {
    const requestHash = hashOfRequest(request);
    const before = await this.byKey(office, idempotencyKey, requestHash);
    if (before) return { created: false, run: before };

    return this.make(office, idempotencyKey, requestHash, await this.settings.read(office, request));
  }

  /**
   * A new run with the settings of another and the decisions and corrections of today. The other stays as it is: what was filed from it
   * can be compared with what the decisions change.
   */
  async again(
    office: string,
    run: string,
    idempotencyKey: string,
    { asOf }: RunAgain,
  ): Promise<{ created: boolean; run: RunView }> {
    const { settings: hash } = await this.findKept(office, run);
    const requestHash = hashOfRequest({ again: run, ...(asOf === undefined ? {} : { asOf }) });
    const before = await this.byKey(office, idempotencyKey, requestHash);
    if (before) return { created: false, run: before };

    const same = RunSettings.parse(await this.store.readJson(hash));
    const settings: RunSettings = {
      ...same,
      ...(asOf === undefined ? {} : { asOf: parseCalendarDate(asOf) }),
      decisions: isReplay(same.policy.text) ? null : await this.caseFiles.ofOffice(office),
      corrections: isReplay(same.policy.text) ? null : await this.caseFiles.correctionsOfOffice(office),
      book: await this.caseFiles.bookOf(office, { book: 'office' }, same.papers, isReplay(same.policy.text)),
    };
    return this.make(office, idempotencyKey, requestHash, settings, hash);
  }

  private async make(
    office: string,
    idempotencyKey: string,
    requestHash: string,
    settings: RunSettings,
    after?: string,
  ): Promise<{ created: boolean; run: RunView }> {
    const id = uuidV7();
    await this.store.ensureFree(spaceFor(settings));
    const owner = `${office}/${id}`;
    const { sha256 } = await this.store.putJson(settings, { pin: owner });
    for (const input of filesOf(settings)) await this.store.pin(input, owner);

    const view = JSON.stringify(requestViewOf(settings));
    const created = await this.work.run(this.scope(office, id, 1), async (transaction) => {
      const rows = await transaction.query(
        `INSERT INTO run (office, id, idempotency_key, request_hash, revision, state, settings, request, counts, last_event, packets_sealed, notices_sealed, created_by)
         VALUES ($1, $2, $3, $4, 1, 'received', $5, $6, '{}', 1, false, false, $7) ON CONFLICT (office, idempotency_key) DO NOTHING RETURNING 1`,
        [office, id, idempotencyKey, requestHash, sha256, view, this.caller.actor()],
      );
      if (rows.length === 0) return false;
      await transaction.query(
        `INSERT INTO run_revision (office, run, revision, reason, request_hash, settings, request, state, counts, created_by) VALUES ($1, $2, 1, 'first', $3, $4, $5, 'received', '{}', $6)`,
        [office, id, requestHash, sha256, view, this.caller.actor()],
      );
      await appendEvents(transaction, office, id, 0, [{ type: 'state', data: { state: 'received' } }]);
      await this.followed.follow(transaction);
      await transaction.publish(runRequested, { settings: sha256, before: null });
      await transaction.audit('run.requested', { after: sha256, ...(after === undefined ? {} : { before: after }) });
      return true;
    });
    if (created) return { created, run: await this.view(office, id) };
    // Somebody was faster with the same key.
    await this.store.unpinAll(owner);
    const other = await this.byKey(office, idempotencyKey, requestHash);
    if (!other)
      throw new ApiProblem(
        503,
        'run.busy',
        'Another request with this key is just being carried out; send yours again.',
        undefined,
        1,
      );
    return { created: false, run: other };
  }

  /** Newest first; `after` is the id of the last run of the page before (ids are made in the order of time). */
  async list(office: string, page: Page): Promise<{ items: RunView[]; next: string | null }> {
    if (page.after !== undefined && !UUID.test(page.after))
      throw new ApiProblem(
        422,
        'request.invalid',
        'The cursor is not one of this list; use the `next` of the page before.',
      );
    const rows = await this.database.getRepository(RunEntity).find({
      where: { office, ...(page.after === undefined ? {} : { id: LessThan(page.after) }) },
      order: { id: 'DESC' },
      take: page.limit + 1,
    });
    const items = rows.slice(0, page.limit);
    return { items: await this.viewsOf(items), next: rows.length > page.limit ? (items.at(-1)?.id ?? null) : null };
  }

  async view(office: string, run: string): Promise<RunView> {
    return this.viewOfRun(await this.find(office, run));
  }

  private async viewOfRun(run: RunEntity): Promise<RunView> {
    return viewOf(run, (await this.attempted([run])).get(run.id));
  }

  private async viewsOf(runs: readonly RunEntity[]): Promise<RunView[]> {
    const attempted = await this.attempted(runs);
    return runs.map((run) => viewOf(run, attempted.get(run.id)));
  }

  /** Of runs whose newest revision failed or was cancelled after another was done: both. */
  private async attempted(runs: readonly RunEntity[]): Promise<Map<string, Attempted>> {
    const ended = runs.filter(({ revision, state }) => revision > 1 && (state === 'failed' || state === 'cancelled'));
    if (ended.length === 0) return new Map();
    const where = ended
      .map(({ office, id, revision }) => [
        { office, run: id, revision },
        { office, run: id, state: 'done' as const },
      ])
      .flat();
    const rows = await this.database.getRepository(RunRevisionEntity).find({ where, order: { revision: 'DESC' } });
    return new Map(
      ended.flatMap(({ id }) => {
        const [attempt, done] = rows.filter(({ run }) => run === id);
        return attempt && done ? [[id, { attempt, done }] as const] : [];
      }),
    );
  }

  async find(office: string, run: string): Promise<RunEntity> {
    const found = await this.database.getRepository(RunEntity).findOne({ where: { office, id: run } });
    if (!found)
      throw new ApiProblem(
        404,
        'run.not-found',
        'This office has no such run; its runs are listed at /api/offices/OFFICE/runs.',
      );
    return found;
  }

  /** A run whose data still exists. */
  async findKept(office: string, run: string): Promise<RunEntity> {
    const found = await this.find(office, run);
    if (found.purgedAt)
      throw new ApiProblem(410, 'run.purged', 'The data of this run were destroyed; only hashes and counts are kept.');
    return found;
  }

  /**
   * Of a run whose data still exists, the revision that a caller looks at: the one asked for, else the newest that is done (what a
   * revision that failed or goes on has made so far is not shown in its place), else the newest.
   */
  async revisionShown(
    office: string,
    run: string,
    asked?: number,
  ): Promise<{ office: string; run: string; revision: number }> {
    return { office, run, revision: await this.newestDone(await this.findKept(office, run), asked) };
  }

  /** The same of a run that may be purged. */
  async newestDone({ office, id: run, revision, state }: RunEntity, asked?: number): Promise<number> {
    if (asked !== undefined && asked > revision)
      throw new ApiProblem(
        404,
        'run.no-such-revision',
        'The run has no such revision; they are listed at the address of the run, /revisions.',
      );
    if (asked !== undefined || state === 'done') return asked ?? revision;
    const done = await this.database
      .getRepository(RunRevisionEntity)
      .findOne({ where: { office, run, state: 'done' }, order: { revision: 'DESC' } });
    return done?.revision ?? revision;
  }

  /** Stops a run; every service drops its work at its next batch. Cancelling again changes nothing. */
  async cancel(office: string, run: string): Promise<RunView> {
    const { revision } = await this.find(office, run);
    await this.work.run(this.scope(office, run, revision), async (transaction) => {
      const state = await lockState(transaction);
      if (state === 'cancelled') return;
      if (isEnd(state))
        throw new ApiProblem(
          409,
          'run.ended',
          `The run is ${state} already; only a run that goes on can be cancelled.`,
        );
      await endRun(transaction, transition(state, 'cancelled'));
      await this.followed.end(transaction, 'cancelled');
      await transaction.publish(runCancelled, { reason: 'caller.asked' });
      await transaction.audit('run.cancelled');
    });
    return this.view(office, run);
  }

  /**
   * Destroys a run's personal data everywhere: files, histories, determinations, outputs, and the uploads that no other
   * run needs. Hashes and counts stay. Purging again repeats the destruction of what may have come late.
   */
  async purge(office: string, run: string): Promise<RunView> {
    const { revision } = await this.find(office, run);
    const loose = await this.work.run(this.scope(office, run, revision), async (transaction) => {
      const state = await lockState(transaction);
      if (!isEnd(state))
        throw new ApiProblem(409, 'run.not-ended', `The run is ${state}; cancel it first, then purge it.`);
      const [row] = await transaction.query<{ settings: string }>(
        'UPDATE run SET purged_at = COALESCE(purged_at, now()) WHERE office = $1 AND id = $2 RETURNING settings',
        [office, run],
      );
      await this.followed.end(transaction, 'purged');
      await transaction.publish(runPurged, { reason: 'caller.asked' });
      await transaction.audit('run.purged', row ? { before: row.settings } : {});
      return this.uploadsOfNobodyElse(transaction);
    });
    // A service may have let go of the run already: then nobody but this upload's own pin held its bytes.
    for (const sha256 of loose) await this.store.release(uploadPin(office, sha256));
    await this.store.release(`${office}/${run}`);
    return this.view(office, run);
  }

  private async uploadsOfNobodyElse(transaction: Transaction): Promise<string[]> {
    const { office, run } = transaction.scope;
    const rows = await transaction.query<{ sha256: string }>(
      `WITH needed AS (
         SELECT r.run AS id, (SELECT purged_at FROM run WHERE office = r.office AND id = r.run) AS purged_at, needed.sha256 FROM run_revision r,
           LATERAL (SELECT jsonb_array_elements(r.request->'inputs')->>'sha256' AS sha256 UNION SELECT r.request->>'contacts'
                  UNION SELECT jsonb_array_elements(r.request->'facts')->>'sha256' UNION SELECT r.request->>'decisions' UNION SELECT r.request->>'corrections') AS needed
         WHERE r.office = $1 AND needed.sha256 IS NOT NULL)
       DELETE FROM upload u WHERE u.office = $1
         AND u.sha256 IN (SELECT sha256 FROM needed WHERE id = $2)
         AND u.sha256 NOT IN (SELECT sha256 FROM needed WHERE id <> $2 AND purged_at IS NULL)
       RETURNING u.sha256`,
      [office, run],
    );
    return rows.map(({ sha256 }) => sha256);
  }

  private async byKey(office: string, idempotencyKey: string, requestHash: string): Promise<RunView | undefined> {
    const found = await this.database.getRepository(RunEntity).findOne({ where: { office, idempotencyKey } });
    if (!found) return undefined;
    if (found.requestHash === requestHash) return this.viewOfRun(found);
    throw new ApiProblem(
      409,
      'run.key-reused',
      'This Idempotency-Key was used for another request; use a new key for a new run.',
    );
  }

  private scope(office: string, run: string, revision: number): Scope {
    return { office, run, revision, actor: this.caller.actor(), causation: null };
  }
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The state of the run, locked until the commit. */
export async function lockState(transaction: Transaction): Promise<RunEntity['state']> {
  const { office, run } = transaction.scope;
  const [row] = await transaction.query<{ state: RunEntity['state'] }>(
    'SELECT state FROM run WHERE office = $1 AND id = $2 FOR UPDATE',
    [office, run],
  );
  if (!row)
    throw new ApiProblem(
      404,
      'run.not-found',
      'This office has no such run; its runs are listed at /api/offices/OFFICE/runs.',
    );
  return row.state;
}

async function endRun(transaction: Transaction, state: RunEntity['state']): Promise<void> {
  const { office, run } = transaction.scope;
  const [row] = await transaction.query<{ lastEvent: number }>(
    'SELECT last_event AS "lastEvent" FROM run WHERE office = $1 AND id = $2',
    [office, run],
  );
  const lastEvent = await appendEvents(transaction, office, run, row?.lastEvent ?? 0, [
    { type: 'state', data: { state } },
  ]);
  await transaction.query(
    'UPDATE run SET state = $3, last_event = $4, finished_at = now() WHERE office = $1 AND id = $2',
    [office, run, state, lastEvent],
  );
  await noteRevision(transaction);
}

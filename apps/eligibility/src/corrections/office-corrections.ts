import { type AnsweredFile, type correctionsPage, type CorrectionView, type ImportedEvents } from '@clearway/contracts';
import { ContentStore } from '@clearway/content-store';
import { type Answer, type Asked, type Transaction, UnitOfWork } from '@clearway/messaging';
import { copyLine, guarded } from '@clearway/persistence';
import { Clock, CodedError } from '@clearway/platform';
import {
  type ChainedCorrection,
  chainCorrections,
  continueCorrections,
  correctionId,
  type CorrectionEvent,
  correctionsInForce,
  type CorrectionRecorder,
  type DraftCorrection,
  type DraftUndo,
  NO_LINE_BEFORE,
  printCorrections,
  readCorrections,
} from '@clearway/record';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type RecordingScope, refusePurged } from '../decisions/office-decisions';
import { recorderOf } from '../decisions/recorder';
import { CORRECTION_COLUMNS } from './correction.entity';
import {
  correctionEvents,
  correctionStates,
  correctionView,
  STORED_CORRECTION,
  type StoredCorrection,
} from './correction-rows';

export interface RecordedCorrections {
  readonly recorded: number;
  /** Drafts that the office had already. */
  readonly known: number;
  /** Hash of the office's last event. */
  readonly head: string | null;
}

const AUDIT_COLUMNS = ['office', 'run', 'actor', 'action', 'before', 'after'] as const;

/** The corrections of an office: recorded as events, listed with their states, printed as the command line's file. */
@Injectable()
export class OfficeCorrections {
  constructor(
    @Inject(DataSource) private readonly source: DataSource,
    private readonly units: UnitOfWork,
    private readonly store: ContentStore,
    private readonly clock: Clock,
  ) {}

  /** Adds what the office has not yet, all or nothing, with an audit row for each. */
  async record(
    { office, run, actor }: RecordingScope,
    drafts: readonly (DraftCorrection | DraftUndo)[],
  ): Promise<RecordedCorrections> {
    const recorder = this.recorder(actor);
    return this.units.run({ office, run, revision: 1, actor, causation: null }, async (transaction) => {
      // What stands can be taken back as long as it stands, whatever became of the run on which it was made.
      if (drafts.some((draft) => !('of' in draft))) await refusePurged(transaction);
      const added = await append(transaction, (end, known) => chainCorrections(end, known, drafts, recorder));
      return { recorded: added.recorded, known: drafts.length - added.recorded, head: added.head };
    });
  }

  /**
   * Adds the events of a corrections file that the office has not yet, in the order of the file and as they were recorded there, with
   * an audit row for each. Throws a CorrectionsFileError when a line is wrong or the chain is broken.
   */
  async import({ office, run, actor }: RecordingScope, text: string): Promise<ImportedEvents> {
    const events = readCorrections(text);
    return this.units.run({ office, run, revision: 1, actor, causation: null }, async (transaction) => {
      await refusePurged(transaction);
      const { recorded, head, replaced } = await append(transaction, (end, known) =>
        continueCorrections(end, known, events),
      );
      return { recorded, known: events.length - recorded, replaced, head };
    });
  }

  /** Takes a correction back; the same words twice are one event. Throws `correction.unknown`. */
  async undo(
    office: string,
    actor: string,
    id: string,
    reason: string,
  ): Promise<{ event: CorrectionView; known: boolean }> {
    const row = (await this.rows(office)).filter((each) => each.id === id).pop();
    if (!row?.line)
      throw new CodedError(
        'correction.unknown',
        'this office has no such correction, or it was destroyed with its run: take the id from the list of corrections',
      );
    const draft: DraftUndo = { of: id, reason };
    const { known } = await this.record({ office, run: row.run, actor }, [draft]);
    const rows = await this.rows(office);
    const made = rows.filter((each) => each.id === correctionId(draft)).pop();
    if (!made) throw new CodedError('correction.lost', 'an undo was recorded and is not there', 'bug');
    return { event: correctionView(made, correctionStates(correctionEvents(rows))), known: known > 0 };
  }

  async page({ office, state, limit, cursor }: Asked<typeof correctionsPage>): Promise<Answer<typeof correctionsPage>> {
    const rows = await this.rows(office);
    const states = correctionStates(correctionEvents(rows));
    const views = rows.map((row) => correctionView(row, states)).reverse();
    const counts: Answer<typeof correctionsPage>['counts'] = {};
    for (const view of views) counts[view.state] = (counts[view.state] ?? 0) + 1;
    const before = cursor === null ? Infinity : Number(cursor);
    const wanted = views.filter((view) => view.seq < before && (state === null || view.state === state));
    const items = wanted.slice(0, limit);
    return { items, next: wanted.length > limit ? String(items.at(-1)?.seq) : null, counts };
  }

  /** The events that are left, as a corrections file; pinned for the office until the next one is made. */
  async file(office: string): Promise<{ file: AnsweredFile | null; events: number }> {
    const events = correctionEvents(await this.rows(office));
    if (events.length === 0) return { file: null, events: 0 };
    const owner = correctionsOwner(office);
    const bytes = Buffer.from(printCorrections(events), 'utf8');
    await this.store.unpinAll(owner);
    const { sha256 } = await this.store.put(bytes, { pin: owner });
    return { file: { sha256, bytes: bytes.length }, events: events.length };
  }

  private rows(office: string): Promise<StoredCorrection[]> {
    const sql = `SELECT ${STORED_CORRECTION} FROM correction WHERE office = $1 ORDER BY seq`;
    return guarded(() => this.source.query(sql, [office]) as Promise<StoredCorrection[]>);
  }

  /** As the command line has it: the name alone, and the day of this machine. */
  private recorder(actor: string): CorrectionRecorder {
    const now = this.clock.now();
    const day = now.getFullYear() * 10_000 + (now.getMonth() + 1) * 100 + now.getDate();
    return { by: actor.replace(/^user:/, ''), at: now.toISOString(), day };
  }
}

/** Adds events at the end of the office's chain, with an audit row for each; who records waits for whoever records now. */
async function append(
  transaction: Transaction,
  follow: (end: string, known: ReadonlySet<string>) => readonly ChainedCorrection[],
): Promise<{ readonly recorded: number; readonly replaced: number; readonly head: string | null }> {
  const { office, run, actor } = transaction.scope;
  await transaction.query('SELECT pg_advisory_xact_lock(hashtext($1))', [`clearway.corrections.${office}`]);
  const [last] = await transaction.query<{ seq: number; hash: string }>(
    'SELECT seq, hash FROM correction WHERE office = $1 ORDER BY seq DESC LIMIT 1',
    [office],
  );
  const before = await transaction.query<{ id: string; person: string | null; line: string }>(
    'SELECT id, person, line FROM correction WHERE office = $1 AND line IS NOT NULL ORDER BY seq',
    [office],
  );
  const people = new Map(before.map(({ id, person }) => [id, person]));
  const chained = follow(last?.hash ?? NO_LINE_BEFORE, new Set(people.keys()));
  const rows = chained.map(({ event, line, hash }, index) => {
    const { id, event: what, previous, recordedBy, recordedAt } = event;
    const person = what.what === 'undo' ? (people.get(what.of) ?? null) : what.person;
    people.set(id, person);
    const seq = (last?.seq ?? 0) + index + 1;
    return copyLine([
      office,
      seq,
      id,
      run,
      what.what,
      person,
      line,
      hash,
      previous,
      recorderOf(recordedBy),
      recordedAt,
    ]);
  });
  await transaction.copy('correction', CORRECTION_COLUMNS, rows.join(''));
  const audit = chained.map(({ event: { event, previous }, hash }) =>
    copyLine([office, run, actor, event.what === 'undo' ? 'correction.undone' : 'correction.recorded', previous, hash]),
  );
  await transaction.copy('audit', AUDIT_COLUMNS, audit.join(''));
  const events = before.map(({ line }) => JSON.parse(line) as CorrectionEvent);
  const inForce = new Set(correctionsInForce([...events, ...chained.map(({ event }) => event)]).map(({ id }) => id));
  const replaced = correctionsInForce(events).filter(({ id }) => !inForce.has(id)).length;
  return { recorded: chained.length, replaced, head: chained.at(-1)?.hash ?? last?.hash ?? null };
}

/** The owner under which the newest corrections file of an office is pinned. */
export function correctionsOwner(office: string): string {
  return `${office}/corrections`;
}

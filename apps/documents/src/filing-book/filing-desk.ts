import { ContentStore } from '@clearway/content-store';
import {
  type filingBatch,
  type filingBatches,
  type FilingDangers,
  type filingEvents,
  type filingVerified,
} from '@clearway/contracts';
import { type BatchState, type BookEvent, standingOf, type VerifiedBatch } from '@clearway/filing-book';
import { type Answer, type Asked, UnitOfWork } from '@clearway/messaging';
import { CodedError } from '@clearway/platform';
import { Injectable } from '@nestjs/common';
import { Exchanging } from '../filing-exchange/exchanging';
import { BatchContents, type LyingBatch } from './batch-contents';
import { batchView, dangersOf, lineView } from './batch-views';
import { OfficeBook, type StandingBook } from './office-book';

/** A message has at most one megabyte. */
const MOST_CHANGES = 500;

/** What an office sees of its batches. */
@Injectable()
export class FilingDesk {
  constructor(
    private readonly book: OfficeBook,
    private readonly contents: BatchContents,
    private readonly store: ContentStore,
    private readonly exchanging: Exchanging,
    private readonly units: UnitOfWork,
  ) {}

  async batches({
    office,
    run,
    stage,
    limit,
    cursor,
  }: Asked<typeof filingBatches>): Promise<Answer<typeof filingBatches>> {
    const { state, head } = await this.book.read(office);
    const lying = await this.contents.lying(office);
    const ofRun =
      run === null ? undefined : new Set(lying.filter((each) => each.run === run).map(({ batch }) => batch));
    const all = [...state.batches.values()].reverse();
    const after = cursor === null ? 0 : all.findIndex(({ batch }) => batch === cursor) + 1;
    const wanted = all
      .slice(after)
      .filter(({ batch, stage: at }) => (!ofRun || ofRun.has(batch)) && (stage === null || at === stage));
    const items = wanted.slice(0, limit).map((batch) => batchView(batch, lying));
    const refused = lying.flatMap((each) =>
      each.refused !== null && (run === null || each.run === run)
        ? [{ batch: each.batch, run: each.run, code: each.refused }]
        : [],
    );
    return {
      items,
      next: wanted.length > limit ? (items.at(-1)?.batch ?? null) : null,
      refused: refused.slice(0, limit),
      head,
    };
  }

  async batch({
    office,
    batch: id,
    standing,
    limit,
    cursor,
  }: Asked<typeof filingBatch>): Promise<Answer<typeof filingBatch>> {
    const book = await this.book.read(office);
    const batch = batchOf(book, id);
    const lines = [...batch.lines.values()].filter((line) => standing === null || standingOf(batch, line) === standing);
    const from = cursor === null ? 0 : lines.findIndex(({ ref }) => ref === cursor) + 1;
    const shown = lines.slice(from, from + limit).map((line) => lineView(batch, line));
    return {
      batch: batchView(batch, await this.contents.lying(office, { batch: id })),
      dangers: await this.dangers(office, batch, book),
      lines: shown,
      next: from + limit < lines.length ? (shown.at(-1)?.ref ?? null) : null,
    };
  }

  async dangers(office: string, batch: BatchState, { state }: StandingBook): Promise<FilingDangers> {
    const lying = await this.contents.of(office, batch.batch, batch.manifestSha256);
    const sha256 = lying?.dangers ?? null;
    const has = sha256 !== null && (await this.store.has(sha256));
    return dangersOf(batch, state, has ? { sha256, bytes: await this.store.sizeOf(sha256) } : null);
  }

  async verify({ office, batch: id, actor }: Asked<typeof filingVerified>): Promise<Answer<typeof filingVerified>> {
    const batch = batchOf(await this.book.read(office), id);
    const lying = await this.kept(office, batch);
    const { changes, checked } = await this.verified(office, lying);
    const scope = { office, run: lying.run, revision: lying.revision, actor, causation: null };
    await this.units.run(scope, (transaction) =>
      transaction.audit('filing.verified', { before: batch.manifestSha256 }),
    );
    return {
      changes: changes.slice(0, MOST_CHANGES).map((each) => ({ ...each })),
      changesInAll: changes.length,
      checked,
    };
  }

  /** Compares every file with the manifest, in a thread. */
  async verified(office: string, lying: LyingBatch): Promise<VerifiedBatch> {
    const files = await this.contents.files(office, lying);
    return this.exchanging.run({
      what: 'verify',
      manifest: this.store.pathOf(lying.manifest),
      update: this.store.pathOf(lying.dataFile),
      files: [...files].map(([path, sha256]) => ({ path, at: this.store.pathOf(sha256) })),
    });
  }

  /** Where the papers of a batch lie; throws when they are destroyed. */
  async kept(office: string, { batch, manifestSha256 }: BatchState): Promise<LyingBatch> {
    const lying = await this.contents.of(office, batch, manifestSha256);
    if (lying && (await this.store.has(lying.manifest))) return lying;
    throw new CodedError(
      'batch.destroyed',
      'the papers of this batch were destroyed with their run; only hashes and counts are kept',
    );
  }

  async events({ office, batch, limit, cursor }: Asked<typeof filingEvents>): Promise<Answer<typeof filingEvents>> {
    const { events, state, destroyed } = await this.book.read(office);
    const before = cursor === null ? Infinity : Number(cursor);
    const wanted = events
      .map((event, i) => ({ event, seq: i + 1 }))
      .filter(({ event, seq }) => seq < before && (batch === null || batchIdOf(event) === batch))
      .reverse();
    const items = wanted.slice(0, limit).map(({ event, seq }) => ({
      seq,
      kind: event.kind,
      batch: batchIdOf(event),
      lines: linesOf(event),
      event: event.sha256,
      recordedBy: event.by,
      recordedAt: event.at,
      undone: state.undone.has(event.sha256),
      destroyed: destroyed.has(event.sha256),
    }));
    return { items, next: wanted.length > limit ? String(items.at(-1)?.seq) : null };
  }
}

/** Throws `batch.unknown` when the office has no such batch. */
export function batchOf({ state }: StandingBook, id: string): BatchState {
  const batch = state.batches.get(id);
  if (batch) return batch;
  throw new CodedError('batch.unknown', 'this office has no such batch: take the id from the list of batches');
}

function batchIdOf(event: BookEvent): string | null {
  return 'batch' in event && event.batch !== '' ? event.batch : null;
}

function linesOf(event: BookEvent): number {
  switch (event.kind) {
    case 'match-answered':
      return event.replies.length;
    case 'match-asked':
    case 'state-told':
    case 'undone':
      return event.refs.length;
    case 'batch-made':
    case 'receipt-recorded':
      return event.lines.length;
    case 'batch-corrected':
      return event.moved.length + event.withdrawn.length;
    default:
      return 0;
  }
}

import { type FilingAct, type recordFiling } from '@clearway/contracts';
import { type Answer, type Asked } from '@clearway/messaging';
import { Clock, CodedError } from '@clearway/platform';
import {
  batchCorrected,
  type BatchDifference,
  type BatchState,
  compareRows,
  correctedChain,
  differenceOfRows,
  type DraftEvent,
  NO_DIFFERENCE,
  stateDuties,
} from '@clearway/filing-book';
import { Injectable } from '@nestjs/common';
import { dayOf } from '../filing-exchange/days';
import { NO_RUN } from '../filing-exchange/no-run';
import { BatchContents } from './batch-contents';
import { batchView, dangersOf } from './batch-views';
import { batchOf, FilingDesk } from './filing-desk';
import { OfficeBook, type StandingBook } from './office-book';

type ActOf<Name extends FilingAct['act']> = Extract<FilingAct, { act: Name }>;
type Planned = readonly DraftEvent[];

/** What people do with batches: checked as the command line checks it, then recorded. The same twice is recorded once. */
@Injectable()
export class FilingActs {
  constructor(
    private readonly book: OfficeBook,
    private readonly desk: FilingDesk,
    private readonly contents: BatchContents,
    private readonly clock: Clock,
  ) {}

  async record({ office, actor, act }: Asked<typeof recordFiling>): Promise<Answer<typeof recordFiling>> {
    const about = 'batch' in act ? act.batch : null;
    const plan = await this.prepared(office, act);
    const [lying] = about === null ? [] : await this.contents.lying(office, { batch: about });
    const { events, book } = await this.book.record({ office, run: lying?.run ?? NO_RUN, actor }, plan);
    const batch = about === null ? undefined : book.state.batches.get(about);
    return {
      events: events.map(({ sha256 }) => sha256),
      known: events.length === 0,
      batch: batch ? batchView(batch, await this.contents.lying(office, { batch: batch.batch })) : null,
      head: book.head,
      lines: events.reduce((sum, event) => sum + linesOf(event), 0),
    };
  }

  /** Does the slow part first, outside of the lock; the plan looks at the book as it is then. */
  private async prepared(office: string, act: FilingAct): Promise<(book: StandingBook) => Planned> {
    const before = await this.book.read(office);
    switch (act.act) {
      case 'release':
        return this.release(office, before, act);
      case 'sent':
        return this.sent(office, before, act);
      case 'void': {
        const difference = await this.difference(office, batchOf(before, act.batch));
        return ({ state }) =>
          state.batches.get(act.batch)?.stage === 'voided'
            ? []
            : [{ kind: 'release-voided', batch: act.batch, why: act.why, difference }];
      }
      case 'correct': {
        await this.assertHolds(office, batchOf(before, act.with));
        return (book) => corrected(book, act);
      }
      case 'told':
        this.assertPast(act.on);
        return (book) => told(book, act);
      case 'undo':
        return (book) => undone(book, act);
      case 'note':
        return (book) => {
          const { lines } = batchOf(book, act.batch);
          if (act.ref !== '' && !lines.has(act.ref))
            throw new CodedError('line.unknown', 'the batch has no such line', 'refused', ['ref']);
          return [{ kind: 'note', batch: act.batch, ref: act.ref, text: act.text }];
        };
    }
  }

  private async release(
    office: string,
    before: StandingBook,
    act: ActOf<'release'>,
  ): Promise<(book: StandingBook) => Planned> {
    const { batch: id, signedBy, on } = act;
    this.assertPast(on);
    const batch = batchOf(before, id);
    if (isReleased(batch, act)) return () => [];
    await this.assertHolds(office, batch);
    const { file } = await this.desk.dangers(office, batch, before);
    return (book) => {
      const now = batchOf(book, id);
      if (isReleased(now, act)) return [];
      // Within the lock: what another batch's receipt adds to the list meanwhile was not read.
      const { sha256 } = dangersOf(now, book.state, file);
      if (act.dangers !== sha256)
        throw new CodedError(
          'batch.dangers-not-read',
          'the danger list must be read first: look at the batch, work through its dangers, and give back the hash of the list that you have read',
          'refused',
          ['dangers'],
        );
      return [
        { kind: 'batch-released', batch: id, manifestSha256: now.manifestSha256, signedBy, on, dangersRead: true },
      ];
    };
  }

  private async sent(
    office: string,
    before: StandingBook,
    { batch: id, on, how }: ActOf<'sent'>,
  ): Promise<(book: StandingBook) => Planned> {
    this.assertPast(on);
    const same = ({ sent }: BatchState): boolean => sent !== undefined && sent.on === on && sent.how === how;
    const batch = batchOf(before, id);
    if (!same(batch)) await this.assertHolds(office, batch);
    return (book) => (same(batchOf(book, id)) ? [] : [{ kind: 'batch-sent', batch: id, on, how }]);
  }

  /** Everything is as it was made; what is signed is what is filed. */
  private async assertHolds(office: string, batch: BatchState): Promise<void> {
    const { changes } = await this.desk.verified(office, await this.desk.kept(office, batch));
    if (changes.length > 0)
      throw new CodedError(
        'batch.differs',
        `${changes.length} file(s) of the batch differ from its manifest: look at them with verify, and make the run again, or void the release`,
      );
  }

  /** What differs from what was signed, for the event that voids it. */
  private async difference(office: string, batch: BatchState): Promise<BatchDifference> {
    const lying = await this.contents.of(office, batch.batch, batch.manifestSha256);
    const files = lying
      ? (await this.desk.verified(office, lying)).changes
      : [{ path: 'manifest.json', kind: 'manifest' as const, what: 'missing' as const }];
    if (!batch.outdated) return { ...NO_DIFFERENCE, files: [...files] };
    const rowsOf = await this.contents.rowsOf(office, [batch.batch, batch.outdated.by]);
    const [old, later] = [rowsOf(batch.batch), rowsOf(batch.outdated.by)];
    return { ...(old && later ? differenceOfRows(compareRows(old, later)) : NO_DIFFERENCE), files: [...files] };
  }

  private assertPast(day: string): void {
    if (day > dayOf(this.clock.now()).text)
      throw new CodedError('filing.day-to-come', 'this is a day that has not come yet', 'refused', ['on']);
  }
}

function isReleased({ stage, released }: BatchState, { signedBy, on }: ActOf<'release'>): boolean {
  return (stage === 'released' || stage === 'sent') && released?.signedBy === signedBy && released.on === on;
}

function corrected(book: StandingBook, { batch, with: next, why, rest, withdraw }: ActOf<'correct'>): Planned {
  const [before, later] = [batchOf(book, batch), batchOf(book, next)];
  if (before.correctedBy.includes(next)) return [];
  // A line can still stand in a batch that the old one had corrected.
  const further = correctedChain(book.state, later)
    .filter((each) => each.batch !== batch)
    .map((each) => batchCorrected(each, later, why))
    .filter(({ moved }) => moved.length > 0);
  return [batchCorrected(before, later, why, rest === 'withdrawn' ? 'rest' : withdraw), ...further];
}

function told({ state }: StandingBook, { batch: only, on, how }: ActOf<'told'>): Planned {
  const refs = new Map<string, string[]>();
  for (const { batch, line, orderedOn } of stateDuties(state, on)) {
    if (orderedOn > on || (only !== null && batch.batch !== only)) continue;
    refs.set(batch.batch, [...(refs.get(batch.batch) ?? []), line.ref]);
  }
  return [...refs].map(([batch, own]): DraftEvent => ({ kind: 'state-told', batch, refs: own, on, how }));
}

function undone({ events, state }: StandingBook, { event, refs, why }: ActOf<'undo'>): Planned {
  const [only, ...others] = events.filter(({ sha256 }) => sha256.startsWith(event));
  if (!only || others.length > 0)
    throw new CodedError(
      'event.unknown',
      'no single event of the book has this id: take it from the list of events',
      'refused',
      ['event'],
    );
  if (state.undone.has(only.sha256)) return [];
  const lines = undoableLines(only);
  if (lines && refs.some((ref) => !lines.has(ref)))
    throw new CodedError(
      'line.unknown',
      'the event has no such line: leave refs out to take all of it back',
      'refused',
      ['refs'],
    );
  return [{ kind: 'undone', of: only.sha256, refs, why }];
}

function undoableLines(event: StandingBook['events'][number]): ReadonlySet<string> | undefined {
  switch (event.kind) {
    case 'receipt-recorded':
      return new Set(event.lines.map(({ ref }) => ref));
    case 'match-answered':
      return new Set(event.replies.map(({ ref }) => ref));
    case 'state-told':
      return new Set(event.refs);
    default:
      return undefined;
  }
}

function linesOf(event: StandingBook['events'][number]): number {
  if (event.kind === 'state-told' || event.kind === 'undone') return event.refs.length;
  return event.kind === 'batch-corrected' ? event.moved.length + event.withdrawn.length : 0;
}

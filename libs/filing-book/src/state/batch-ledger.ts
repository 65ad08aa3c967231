import { compareLines } from '../batch/difference';
import { type BookEvent, type EventOf } from '../events/event';
import { type BatchState, type BookProblem, type LineState } from './book-state';
import { answersTaken, toldTaken } from './take-answers';

type BatchEvent = Exclude<BookEvent, { kind: 'match-asked' | 'match-answered' | 'undone' }>;

/** The batches of a book. What an event says that cannot be is reported; the batch then stays as it was. */
export class BatchLedger {
  private readonly byId = new Map<string, BatchState>();

  constructor(private readonly note: (problem: BookProblem) => void) {}

  batches(): ReadonlyMap<string, BatchState> {
    return this.byId;
  }

  apply(event: BatchEvent): void {
    if (event.kind === 'batch-made') return this.made(event);
    if (event.kind === 'note' && event.batch === '') return;
    const batch = this.byId.get(event.batch);
    if (!batch)
      return this.report(
        event,
        'batch.unknown',
        [],
        'no such batch stands in the book: take its folder in first (clearway court batches FOLDER)',
      );
    switch (event.kind) {
      case 'batch-released':
        return this.released(batch, event);
      case 'release-voided':
        if (batch.stage === 'released')
          return this.put({
            ...batch,
            stage: 'voided',
            voided: { why: event.why, at: event.at, difference: event.difference },
          });
        return this.report(
          event,
          batch.stage === 'sent' ? 'batch.sent-already' : 'batch.not-released',
          [],
          batch.stage === 'sent'
            ? 'the court has it: what is wrong is put right by a new batch that corrects it'
            : 'it is not released',
        );
      case 'batch-sent':
        return this.sent(batch, event);
      case 'batch-corrected':
        return this.corrected(batch, event);
      case 'receipt-recorded':
        return this.put(answersTaken(batch, event, (code, refs, words) => this.report(event, code, refs, words)));
      case 'state-told':
        return this.put(toldTaken(batch, event, (code, refs, words) => this.report(event, code, refs, words)));
      case 'note':
        return this.put({
          ...batch,
          notes: [...batch.notes, { ref: event.ref, text: event.text, by: event.by, at: event.at }],
        });
    }
  }

  private made(event: EventOf<'batch-made'>): void {
    const known = this.byId.get(event.batch);
    if (known) {
      const same = known.manifestSha256 === event.manifestSha256;
      return this.report(
        event,
        same ? 'batch.known' : 'batch.changed',
        [],
        same
          ? 'it stands in the book already'
          : 'a batch of this id stands in the book with another manifest: its files were changed after they were made',
      );
    }
    if (event.corrects !== '' && !this.byId.has(event.corrects))
      return this.report(event, 'batch.corrects-unknown', [], 'it corrects a batch that does not stand in the book');
    const lines = new Map(event.lines.map((line): [string, LineState] => [line.ref, line]));
    if (lines.size !== event.lines.length)
      return this.report(event, 'batch.ref-twice', [], 'two of its lines have one reference: make the batch again');
    this.noteLater(event);
    const { batch, corrects, court, agency, asOf, manifestSha256, files, pages, dangers, at } = event;
    this.put({
      batch,
      corrects,
      court,
      agency,
      asOf,
      manifestSha256,
      files,
      pages,
      dangers,
      madeAt: at,
      stage: 'made',
      correctedBy: [],
      lines,
      notes: [],
    });
  }

  /** A later run of the same filing: earlier batches that nobody signed are replaced, signed ones may say something else. */
  private noteLater(event: EventOf<'batch-made'>): void {
    for (const earlier of this.byId.values()) {
      if (
        earlier.court.ori !== event.court.ori ||
        earlier.court.name !== event.court.name ||
        earlier.agency !== event.agency ||
        earlier.batch === event.corrects
      )
        continue;
      if (earlier.stage !== 'made' && earlier.stage !== 'released') continue;
      const { shared, added, removed, changed } = compareLines(earlier.lines.values(), event.lines);
      if (shared === 0) continue;
      if (earlier.stage === 'made') this.put({ ...earlier, supersededBy: event.batch });
      else if (added.length + removed.length + changed.length > 0)
        this.put({ ...earlier, outdated: { by: event.batch, added, removed, changed } });
    }
  }

  private released(batch: BatchState, event: EventOf<'batch-released'>): void {
    if (batch.stage === 'voided')
      return this.report(
        event,
        'batch.voided',
        [],
        'its release was voided: make the batch again and release that one, or take the voiding back with undo',
      );
    if (batch.stage !== 'made')
      return this.report(
        event,
        'batch.released-already',
        [],
        'it is released already, and what is released does not change',
      );
    if (batch.manifestSha256 !== event.manifestSha256)
      return this.report(
        event,
        'batch.changed',
        [],
        'its manifest is not the one that was taken in: its files were changed',
      );
    if (batch.supersededBy !== undefined)
      return this.report(
        event,
        'batch.superseded',
        [],
        `a later run made batch ${batch.supersededBy} for the same filing: release that one`,
      );
    if (batch.corrects !== '' && !this.byId.get(batch.corrects)?.correctedBy.includes(batch.batch))
      return this.report(
        event,
        'batch.not-linked',
        [],
        `it corrects batch ${batch.corrects}: record that first (clearway court correct)`,
      );
    const [granted, filed] = this.filedElsewhere(batch);
    if (granted.length > 0)
      return this.report(
        event,
        'batch.granted-already',
        granted,
        'a court has answered these lines for good in another batch: run again with the facts of the book (clearway court facts)',
      );
    if (filed.length > 0)
      return this.report(
        event,
        'batch.filed-already',
        filed,
        'these lines are before the court in another batch: make this one a correction of it, or void the other',
      );
    this.put({ ...batch, stage: 'released', released: { signedBy: event.signedBy, on: event.on, at: event.at } });
  }

  /** Lines of a batch that another one has: answered for good there, or still before the court. */
  private filedElsewhere(batch: BatchState): readonly [readonly string[], readonly string[]] {
    const keys = new Map([...batch.lines.values()].map(({ key, ref }) => [key, ref]));
    const granted: string[] = [];
    const filed: string[] = [];
    for (const other of this.byId.values()) {
      if (other.batch === batch.batch || (other.stage !== 'released' && other.stage !== 'sent')) continue;
      for (const line of other.lines.values()) {
        const ref = keys.get(line.key);
        if (ref === undefined || line.movedTo || line.withdrawn) continue;
        const said = line.answer?.answer;
        if (said === 'granted' || said === 'already-relieved' || said === 'destroyed') granted.push(ref);
        else if (said === undefined) filed.push(ref);
      }
    }
    return [granted, filed];
  }

  private sent(batch: BatchState, event: EventOf<'batch-sent'>): void {
    if (batch.stage === 'sent') return this.report(event, 'batch.sent-already', [], 'it was sent already');
    if (batch.stage !== 'released' || !batch.released)
      return this.report(event, 'batch.not-released', [], 'only what is released is sent');
    if (batch.outdated)
      return this.report(
        event,
        'batch.outdated',
        batch.outdated.changed.map(({ ref }) => ref),
        `a later run (batch ${batch.outdated.by}) decided otherwise since it was signed: look at the difference, then void the release or take the later batch back with undo`,
      );
    if (event.on < batch.released.on)
      return this.report(
        event,
        'batch.sent-before-release',
        [],
        'it cannot be sent before the day on which it was signed',
      );
    this.put({ ...batch, stage: 'sent', sent: { on: event.on, how: event.how } });
  }

  private corrected(batch: BatchState, event: EventOf<'batch-corrected'>): void {
    const next = this.byId.get(event.correctedBy);
    if (!next)
      return this.report(
        event,
        'batch.unknown',
        [],
        'the batch that corrects it does not stand in the book: take its folder in first',
      );
    if (!this.corrects(next, batch.batch))
      return this.report(
        event,
        'batch.corrects-another',
        [],
        'the manifest of the new batch names neither this one as the one that it corrects, nor one that corrects this one',
      );
    if (batch.stage !== 'released' && batch.stage !== 'sent')
      return this.report(
        event,
        'batch.not-released',
        [],
        'only what is released is corrected: make the batch again instead',
      );
    if (next.stage !== 'made')
      return this.report(event, 'batch.released-already', [], 'the new batch is released already');
    const moved = new Map(event.moved.map(({ ref, to }) => [ref, to]));
    const wrong = [
      ...event.moved.filter(({ to }) => !next.lines.has(to)).map(({ ref }) => ref),
      ...[...moved.keys(), ...event.withdrawn].filter((ref) => !batch.lines.has(ref)),
    ];
    if (wrong.length > 0) return this.report(event, 'line.unknown', wrong, 'one of the two batches has no such line');
    const settled = [...moved.keys(), ...event.withdrawn]
      .map((ref) => batch.lines.get(ref))
      .filter((line) => line !== undefined && (line.movedTo !== undefined || line.withdrawn || isSettled(line)));
    if (settled.length > 0)
      return this.report(
        event,
        'line.answered',
        settled.map((line) => line?.ref ?? ''),
        'the court has answered these lines, or they went on in another batch: leave them out of the correction',
      );
    const withdrawn = new Set(event.withdrawn);
    const lines = new Map<string, LineState>();
    for (const [ref, line] of batch.lines) {
      const to = moved.get(ref);
      if (to !== undefined) lines.set(ref, { ...line, movedTo: { batch: next.batch, ref: to } });
      else if (withdrawn.has(ref)) lines.set(ref, { ...line, withdrawn: true });
      else lines.set(ref, line);
    }
    this.put({ ...batch, lines, correctedBy: [...batch.correctedBy, next.batch] });
  }

  /** Does a batch correct another, or one that corrects it? */
  private corrects(next: BatchState, batch: string): boolean {
    const seen = new Set<string>();
    for (let at: BatchState | undefined = next; at && !seen.has(at.batch); at = this.byId.get(at.corrects)) {
      if (at.corrects === batch) return true;
      seen.add(at.batch);
    }
    return false;
  }

  private put(batch: BatchState): void {
    this.byId.set(batch.batch, batch);
  }

  private report(event: BatchEvent, code: string, refs: readonly string[], words: string): void {
    this.note({ code, event: event.sha256, kind: event.kind, batch: event.batch, refs, words });
  }
}

/** Answered, and not with what is sent again. */
function isSettled({ answer }: LineState): boolean {
  return (
    answer !== undefined && answer.answer !== 'not-found' && answer.answer !== 'mismatch' && answer.answer !== 'denied'
  );
}

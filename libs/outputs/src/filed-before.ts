import { createHash } from 'node:crypto';
import { type CourtUpdateRow } from '@clearway/court-exchange';
import { type BatchState, type BookState, type LineState, madeLines, standingOf } from '@clearway/filing-book';
import { type FiledLines, type FilingBatch, type FilingPlan, planWithout } from '@clearway/papers';
import { csvRow, safeCell } from '@clearway/spreadsheets';

/** A line of a released batch that this run decides otherwise. Refs only: the names stand in the batches. */
export interface FiledOtherwise {
  readonly batch: string;
  readonly ref: string;
  /** How it stands in that batch. */
  readonly standing: string;
  /** `changed`: something that the court was told is different now; `not-asked`: this run does not ask for it any more. */
  readonly what: 'changed' | 'not-asked';
}

export const FILED_OTHERWISE_COLUMNS = ['batch', 'ref', 'standing', 'what', 'what_to_do'] as const;

const ANSWERED = new Set(['granted', 'already-relieved', 'destroyed']);

interface Filed {
  readonly batch: BatchState;
  readonly line: LineState;
  readonly standing: string;
}

/**
 * What an office's book of filings knows of the lines of a run: those that stand in a released batch as they are decided now, or that a
 * court has answered for good, are not filed again. What a court denied is filed again, and stands on the danger list of its release.
 */
export class FiledBefore {
  private readonly lines = new Map<string, Filed>();
  private readonly otherwise: FiledOtherwise[] = [];

  constructor(state: BookState) {
    for (const batch of state.batches.values()) {
      if (batch.stage !== 'released' && batch.stage !== 'sent') continue;
      for (const line of batch.lines.values()) {
        const standing = standingOf(batch, line);
        if (standing !== 'moved' && standing !== 'withdrawn') this.lines.set(line.key, { batch, line, standing });
      }
    }
  }

  /** What it is that stands; '' for nothing. Answers that change nothing of it do not change the hash. */
  get sha256(): string {
    if (this.lines.size === 0) return '';
    const standing = [...this.lines].map(([key, { batch, line, standing: how }]) => [
      key,
      batch.batch,
      line.ref,
      line.row,
      how,
    ]);
    standing.sort(([a = ''], [b = '']) => (a < b ? -1 : 1));
    return createHash('sha256').update(JSON.stringify(standing), 'utf8').digest('hex');
  }

  /** The plan without what was filed before; a batch whose lines are decided otherwise names the batch that it corrects. */
  apply(plan: FilingPlan): { readonly plan: FilingPlan; readonly otherwise: readonly FiledOtherwise[] } {
    const left = planWithout(plan, (batch, rows) => this.filed(batch, rows));
    return { plan: left, otherwise: this.otherwise };
  }

  private filed({ courthouse, agency }: FilingBatch, rows: readonly CourtUpdateRow[]): FiledLines {
    const left = new Map<string, string>();
    const again = new Set<string>();
    const batches = new Set<string>();
    const asked = new Set<string>();
    let corrected: BatchState | undefined;
    const correct = ({ batch, line, standing }: Filed, what: FiledOtherwise['what']): void => {
      this.otherwise.push({ batch: batch.batch, ref: line.ref, standing, what });
      if (!ANSWERED.has(standing) && (!corrected || batch.madeAt > corrected.madeAt)) corrected = batch;
    };
    for (const { ref, key, row } of madeLines(rows)) {
      const before = this.lines.get(key);
      if (!before) continue;
      const { batch, line, standing } = before;
      asked.add(key);
      batches.add(batch.batch);
      const changed = line.row !== row;
      if (changed && standing !== 'denied') correct(before, 'changed');
      if (ANSWERED.has(standing) || (!changed && standing !== 'denied'))
        left.set(ref, `batch ${batch.batch} line ${line.ref} ${standing}`);
      else again.add(ref);
    }
    // A court that is not in this run at all says nothing: the files may be of another county.
    for (const [key, before] of this.lines)
      if (
        !asked.has(key) &&
        before.standing === 'open' &&
        before.batch.agency === agency &&
        before.batch.court.name === courthouse.name &&
        before.batch.court.profile === courthouse.profile
      )
        correct(before, 'not-asked');
    return { left, again, batches: [...batches], corrects: corrected?.batch ?? '' };
  }
}

/** `filed_otherwise.csv`. */
export function filedOtherwiseCsv(lines: readonly FiledOtherwise[]): string {
  const rows = lines.map(({ batch, ref, standing, what }) => [batch, ref, standing, what, todo(standing, what)]);
  return [FILED_OTHERWISE_COLUMNS, ...rows].map((cells) => csvRow(cells.map(safeCell))).join('');
}

function todo(standing: string, what: FiledOtherwise['what']): string {
  if (ANSWERED.has(standing))
    return 'the court has answered it for good: look at the order, and run with the facts of the book (clearway court facts)';
  if (what === 'changed')
    return 'it stands in the new batch of this court: clearway court correct, or void the release where it was not sent';
  return 'look at why: clearway court correct with --withdraw takes it out, or void the release where it was not sent';
}

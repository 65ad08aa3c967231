import { createHash } from 'node:crypto';
import { type FilingBatchView, type FilingDangers, type filingBatch } from '@clearway/contracts';
import { type Answer } from '@clearway/messaging';
import {
  type BatchState,
  type BookState,
  countsOf,
  DANGER_WORDS,
  DANGERS,
  deniedBefore,
  LINE_STANDINGS,
  type LineState,
  standingOf,
} from '@clearway/filing-book';
import { type LyingBatch } from './batch-contents';

/** A batch as callers see it: no name, no number of a case. */
export function batchView(batch: BatchState, lying: readonly LyingBatch[]): FilingBatchView {
  const { lines, ...counts } = countsOf(batch);
  const { released, sent, supersededBy, outdated, court } = batch;
  return {
    batch: batch.batch,
    stage: batch.stage,
    court: { profile: court.profile, ori: court.ori, name: court.name },
    agency: batch.agency,
    asOf: batch.asOf,
    manifest: batch.manifestSha256,
    files: batch.files,
    pages: batch.pages,
    madeAt: batch.madeAt,
    runs: [...new Set(lying.filter((each) => isOf(each, batch)).map(({ run }) => run))],
    released: released ? { signedBy: released.signedBy, on: released.on, at: released.at } : null,
    sent: sent ? { on: sent.on, how: sent.how } : null,
    voidedAt: batch.voided?.at ?? null,
    corrects: batch.corrects,
    correctedBy: [...batch.correctedBy],
    supersededBy: supersededBy ?? null,
    outdatedBy: outdated?.by ?? null,
    lines,
    counts: Object.fromEntries(LINE_STANDINGS.map((standing) => [standing, counts[standing]])),
  };
}

function isOf(lying: LyingBatch, { batch, manifestSha256 }: BatchState): boolean {
  return lying.batch === batch && lying.manifest === manifestSha256;
}

type LineView = Answer<typeof filingBatch>['lines'][number];

export function lineView(batch: BatchState, line: LineState): LineView {
  const { answer, movedTo } = line;
  return {
    ref: line.ref,
    relief: line.relief,
    standing: standingOf(batch, line),
    answer: answer ? { answer: answer.answer, on: answer.on, event: answer.event } : null,
    movedTo: movedTo ?? null,
    told: line.told ?? null,
  };
}

const DENIED_BEFORE = {
  what: 'A court denied these lines in another batch.',
  todo: 'See that something is different now, and say it in the motion.',
};

/** The danger list of a batch. Its hash is of everything that stands in it, and of the batch: whoever read an older one is told. */
export function dangersOf(
  batch: BatchState,
  state: BookState,
  file: { readonly sha256: string; readonly bytes: number } | null,
): FilingDangers {
  const listed = batch.dangers;
  const items = DANGERS.flatMap((danger) => {
    const lines = listed?.[danger] ?? 0;
    return lines === 0 ? [] : [{ danger: danger as string, lines, ...wordsOf(danger) }];
  });
  const denied = deniedBefore(batch, state);
  if (denied > 0) items.push({ danger: 'denied-before', lines: denied, ...DENIED_BEFORE });
  const content = JSON.stringify([
    batch.batch,
    batch.manifestSha256,
    listed !== null,
    items.map(({ danger, lines }) => [danger, lines]),
    file?.sha256 ?? null,
  ]);
  return { sha256: createHash('sha256').update(content).digest('hex'), listed: listed !== null, items, file };
}

function wordsOf(danger: (typeof DANGERS)[number]): { readonly what: string; readonly todo: string } {
  const { what, todo } = DANGER_WORDS[danger];
  return { what, todo };
}

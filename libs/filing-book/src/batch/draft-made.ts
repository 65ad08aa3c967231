import { type BatchManifest, type CourtUpdate } from '@clearway/court-exchange';
import { type DraftEvent } from '../events/event';
import { madeLines } from './line-identity';

/** The event with which a batch comes into the book. */
export function batchMade(
  manifest: BatchManifest,
  manifestSha256: string,
  update: CourtUpdate,
  dangers: Readonly<Record<string, number>> | null,
): DraftEvent {
  const { batch, corrects, court, agency, asOf, totals } = manifest;
  const { profile, ori, name } = court;
  return {
    kind: 'batch-made',
    batch,
    corrects,
    court: { profile, ori, name },
    agency,
    asOf,
    manifestSha256,
    files: totals.files,
    pages: totals.pages,
    lines: [...madeLines(update.rows)],
    dangers: dangers === null ? null : { ...dangers },
  };
}

/** Closed lists that court, office and state share. A code once given out keeps its meaning. */

/** What a court says when it is asked whether it has a case, before a motion is drawn. */
export const MATCH_ANSWERS = [
  'exists',
  'destroyed',
  'already-granted',
  'renumbered',
  'transferred',
  'not-found',
] as const;
export type MatchAnswer = (typeof MATCH_ANSWERS)[number];

/** What a court did with a line of an order. */
export const RECEIPT_ANSWERS = ['granted', 'denied', 'not-found', 'already-relieved', 'destroyed', 'mismatch'] as const;
export type ReceiptAnswer = (typeof RECEIPT_ANSWERS)[number];

/** A file of a batch: what it is. */
export const BATCH_FILE_KINDS = [
  'motion',
  'order',
  'motion-and-order',
  'exhibit',
  'confidential-exhibit',
  'court-form',
  'memorandum',
  'proof-of-service',
  'separator',
  'volume',
  'index',
  'court-update',
  'control-totals',
] as const;
export type BatchFileKind = (typeof BATCH_FILE_KINDS)[number];

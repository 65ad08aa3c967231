import { type Transaction } from '@clearway/messaging';

/** Brings what the run says of itself into its newest revision, which keeps it when the next one begins. */
export async function noteRevision(transaction: Transaction): Promise<void> {
  const { office, run } = transaction.scope;
  await transaction.query(
    `UPDATE run_revision v SET state = r.state, counts = r.counts, failure = r.failure, finished_at = r.finished_at FROM run r
     WHERE v.office = $1 AND v.run = $2 AND r.office = v.office AND r.id = v.run AND r.revision = v.revision`,
    [office, run],
  );
}

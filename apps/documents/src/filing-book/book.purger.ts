import { ContentStore } from '@clearway/content-store';
import { FILING_LISTS } from '@clearway/contracts';
import { type Purger, type Transaction } from '@clearway/messaging';
import { Injectable } from '@nestjs/common';
import { listsOwner } from '../filing-exchange/court-lists';

/**
 * The papers and data files of a run's batches go with the run's files. Of the book stay events with refs, hashes and counts; what
 * courts and people wrote goes with the last run that made the batch, and what courts said of cases with the office's last run.
 */
@Injectable()
export class BookPurger implements Purger {
  constructor(private readonly store: ContentStore) {}

  async purge(transaction: Transaction): Promise<void> {
    const { office, run } = transaction.scope;
    const emptied = await transaction.query<{ seq: number }>(
      `WITH kept AS (
         SELECT r.run FROM followed_run r WHERE r.office = $1 AND r.run <> $2 AND r.state <> 'purged'),
       gone AS (
         SELECT b.batch FROM run_batch b WHERE b.office = $1 AND b.run = $2
         EXCEPT SELECT b.batch FROM run_batch b JOIN kept ON kept.run = b.run WHERE b.office = $1)
       UPDATE filing_words w SET words = NULL FROM filing_event e
       WHERE w.office = $1 AND w.words IS NOT NULL AND e.office = w.office AND e.seq = w.seq
         AND (e.batch IN (SELECT batch FROM gone) OR (e.batch IS NULL AND NOT EXISTS (SELECT 1 FROM kept)))
       RETURNING w.seq`,
      [office, run],
    );
    if (emptied.length > 0) await transaction.audit('filing.words-destroyed');
    // Lists that were made to answer hold names; they are made again when somebody asks.
    for (const list of [...FILING_LISTS, 'book', 'answers']) await this.store.release(listsOwner(office, list));
  }
}

import { Injectable } from '@nestjs/common';
import { ContentStore } from '@clearway/content-store';
import { type Purger, type Transaction } from '@clearway/messaging';
import { destroyCorrections } from '../corrections/destroy-corrections';
import { correctionsOwner } from '../corrections/office-corrections';
import { decisionsOwner } from '../decisions/office-decisions';
import { PurgedPairs } from '../review/same-person/purged-pairs';

/**
 * What was decided about people goes; which batches and decisions there were, by hash and count, stays. A decision of an
 * attorney, and a correction, stays whole while another run of the office still holds the person.
 */
@Injectable()
export class EligibilityPurger implements Purger {
  constructor(
    private readonly store: ContentStore,
    private readonly pairs: PurgedPairs,
  ) {}

  async purge(transaction: Transaction): Promise<void> {
    const { office, run } = transaction.scope;
    const emptied = await transaction.query<{ person: string | null }>(
      `WITH of_run AS (
         SELECT person FROM determination WHERE office = $1 AND run = $2
         UNION SELECT person FROM case_decision WHERE office = $1 AND run = $2 AND person IS NOT NULL),
       kept AS (SELECT d.person FROM determination d JOIN of_run USING (person) WHERE d.office = $1 AND d.run <> $2)
       UPDATE case_decision SET person = NULL, conviction = NULL, line = NULL
       WHERE office = $1 AND conviction LIKE '%:%' AND person IN (SELECT person FROM of_run) AND person NOT IN (SELECT person FROM kept)
       RETURNING person`,
      [office, run],
    );
    const corrections = await destroyCorrections(transaction);
    const joins = await this.pairs.destroyDecisions(transaction);
    for (const table of ['determination', 'determination_change', 'touched_person'])
      await transaction.query(`DELETE FROM ${table} WHERE office = $1 AND run = $2`, [office, run]);
    // The file that was printed last holds them; runs that were made with it pin it for themselves.
    if (emptied.length + joins > 0) {
      await transaction.audit('decisions.destroyed');
      await this.store.release(decisionsOwner(office));
    }
    if (corrections > 0) {
      await transaction.audit('corrections.destroyed');
      await this.store.release(correctionsOwner(office));
    }
  }
}

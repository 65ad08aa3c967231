import { Injectable } from '@nestjs/common';
import { type Purger, type Transaction } from '@clearway/messaging';

/** What was decided about people goes; which batches there were, by hash and count, stays. */
@Injectable()
export class EligibilityPurger implements Purger {
  async purge(transaction: Transaction): Promise<void> {
    await transaction.query('DELETE FROM determination WHERE office = $1 AND run = $2', [transaction.scope.office, transaction.scope.run]);
  }
}

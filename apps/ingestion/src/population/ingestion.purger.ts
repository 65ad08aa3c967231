import { Injectable } from '@nestjs/common';
import { type Purger, type Transaction } from '@clearway/messaging';

/** Which people a run had goes; which batches there were, by hash and count, stays. */
@Injectable()
export class IngestionPurger implements Purger {
  async purge(transaction: Transaction): Promise<void> {
    await transaction.query('DELETE FROM person_place WHERE office = $1 AND run = $2', [
      transaction.scope.office,
      transaction.scope.run,
    ]);
  }
}

import { Injectable } from '@nestjs/common';
import { historiesSealed, type MessageContract } from '@clearway/contracts';
import { type Consumer, type Work } from '@clearway/messaging';
import { Sealing } from './sealing';

type HistoriesSealed = typeof historiesSealed extends MessageContract<string, infer Data> ? Data : never;

/** Everyone was announced: notes how many batches there are; whoever brings the last of all seals the determinations. */
@Injectable()
export class SealHistories implements Consumer<HistoriesSealed> {
  readonly contract = historiesSealed;
  readonly stage = 'deciding';

  constructor(private readonly sealing: Sealing) {}

  async handle(work: Work<HistoriesSealed>): Promise<void> {
    const { office, run, revision, data } = work.message;
    await work.once(async (transaction) => {
      await transaction.query(
        'INSERT INTO decided_run (office, run, revision, before, settings, histories, population, rejected_rows) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)',
        [office, run, revision, data.before, data.settings, data.manifest, data.population, data.rejectedRows.sha256],
      );
      const stage = await transaction.advance('deciding', { announced: data.batches });
      if (stage.first) await transaction.startStage('deciding');
      if (stage.complete) await this.sealing.seal(transaction);
    });
  }
}

import { WorkerPool } from '@clearway/platform';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { type ExchangingReplies, type ExchangingReply, type ExchangingTask } from './exchanging.messages';

/** The thread that verifies batches and reads and writes courts' files: one at a time, so that drawing goes on. */
@Injectable()
export class Exchanging implements OnApplicationShutdown {
  private readonly pool = new WorkerPool<ExchangingTask, ExchangingReply>(__dirname, 'exchanging.worker', 1);

  async run<What extends ExchangingTask['what']>(
    task: Extract<ExchangingTask, { what: What }>,
  ): Promise<ExchangingReplies[What]> {
    return (await this.pool.run(task)) as ExchangingReplies[What];
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool.close();
  }
}

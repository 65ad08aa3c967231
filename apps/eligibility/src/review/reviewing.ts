import { WorkerPool } from '@clearway/platform';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { type ReviewingReplies, type ReviewingReply, type ReviewingTask } from './reviewing.messages';

/** The thread that reads and writes workbooks: one at a time, so that deciding goes on. */
@Injectable()
export class Reviewing implements OnApplicationShutdown {
  private readonly pool = new WorkerPool<ReviewingTask, ReviewingReply>(__dirname, 'reviewing.worker', 1);

  async run<What extends ReviewingTask['what']>(
    task: Extract<ReviewingTask, { what: What }>,
  ): Promise<ReviewingReplies[What]> {
    return (await this.pool.run(task)) as ReviewingReplies[What];
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool.close();
  }
}

import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { CONFIGURATION } from '@clearway/messaging';
import { WorkerPool } from '@clearway/platform';
import { type EligibilityConfiguration } from '../configuration';
import { type Decided, type DecidingTask } from './deciding.messages';

/** The threads that decide. */
@Injectable()
export class Deciding implements OnApplicationShutdown {
  private readonly pool: WorkerPool<DecidingTask, Decided>;

  constructor(@Inject(CONFIGURATION) configuration: EligibilityConfiguration) {
    this.pool = new WorkerPool(__dirname, 'deciding.worker', configuration.threads);
  }

  decide(task: DecidingTask): Promise<Decided> {
    return this.pool.run(task);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool.close();
  }
}

import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { ContentStore } from '@clearway/content-store';
import { Clock, Log } from '@clearway/platform';

const EVERY_MILLISECONDS = 60 * 60 * 1000;
/** An upload that no run asked for in a day was given up: a state file is not left lying about. */
const GRACE_MILLISECONDS = 24 * 60 * 60 * 1000;

/** Removes from the content store what nobody needs: uploads that were never run, files half written by a process that died. */
@Injectable()
export class Sweeping implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly store: ContentStore,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.sweep(), EVERY_MILLISECONDS);
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  async sweep(): Promise<number> {
    try {
      const count = await this.store.sweep(this.clock.now(), GRACE_MILLISECONDS);
      if (count > 0) this.log.info('files that nobody needs were removed', { count });
      return count;
    } catch (error) {
      this.log.failure('the content store could not be swept', error);
      return 0;
    }
  }
}

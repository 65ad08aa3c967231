import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { guarded } from '@clearway/persistence';
import { Log } from '@clearway/platform';
import { NatsLink } from './nats-link';

const AT_ONCE = 200;
const EVERY_MILLISECONDS = 1000;

interface Waiting {
  readonly seq: string;
  readonly id: string;
  readonly office: string;
  readonly run: string;
  readonly type: string;
  readonly body: string;
}

/**
 * The relay: publishes what transactions left in the outbox, in the order written, under the id they gave it. It runs after
 * each transaction and again every second, for what an earlier process left behind or a broker that was away.
 */
@Injectable()
export class Outbox implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private flushing: Promise<void> | undefined;
  private again = false;
  private closed = false;

  constructor(
    @Inject(DataSource) private readonly source: DataSource,
    private readonly link: NatsLink,
    private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.flush(), EVERY_MILLISECONDS);
  }

  async onApplicationShutdown(): Promise<void> {
    this.closed = true;
    clearInterval(this.timer);
    await this.flushing;
  }

  /** Publishes all that waits. Never throws: what could not be published stays, and is tried again. */
  async flush(): Promise<void> {
    if (this.closed) return;
    if (this.flushing) {
      this.again = true;
      return this.flushing;
    }
    this.flushing = this.drain()
      .catch((error: unknown) => this.log.failure('messages wait in the outbox', error))
      .finally(() => (this.flushing = undefined));
    return this.flushing;
  }

  private async drain(): Promise<void> {
    do {
      this.again = false;
      while ((await this.publishSome()) === AT_ONCE);
    } while (this.again && !this.closed);
  }

  private async publishSome(): Promise<number> {
    return guarded(async () => {
      const runner = this.source.createQueryRunner();
      try {
        await runner.startTransaction();
        const rows = (await runner.query(
          `SELECT seq, id, office, run, type, body FROM outbox WHERE published_at IS NULL ORDER BY seq LIMIT ${AT_ONCE} FOR UPDATE SKIP LOCKED`,
        )) as Waiting[];
        const answers = await Promise.allSettled(
          rows.map(({ type, office, run, id, body }) => this.link.publish(type, office, run, id, body)),
        );
        const taken = rows.filter((_, index) => answers[index]?.status === 'fulfilled');
        // What was taken is noted also when the rest was refused: a full stream must not be offered the same again and again.
        if (taken.length > 0)
          await runner.query('UPDATE outbox SET published_at = now() WHERE seq = ANY($1::bigint[])', [
            taken.map(({ seq }) => seq),
          ]);
        await runner.commitTransaction();
        const refused = answers.find((answer) => answer.status === 'rejected');
        if (refused) throw refused.reason;
        return rows.length;
      } catch (error) {
        await runner.rollbackTransaction().catch(() => undefined);
        throw error;
      } finally {
        await runner.release().catch(() => undefined);
      }
    });
  }
}

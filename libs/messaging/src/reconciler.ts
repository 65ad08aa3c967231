import { DataSource } from 'typeorm';
import { CONSUMERS, serviceQuestions, type MessageType, type ServiceName } from '@clearway/contracts';
import { guarded } from '@clearway/persistence';
import { Log, uuidV7 } from '@clearway/platform';
import { type NatsLink } from './nats-link';
import { type QuestionClient } from './questions';
import { type RunBooks } from './bookkeeping.controller';

export interface ReconcilerTools {
  readonly service: ServiceName;
  readonly source: DataSource;
  readonly link: NatsLink;
  readonly books: RunBooks;
  readonly questions: QuestionClient;
  readonly log: Log;
}

/** Messages of one type that this service published and another has not handled. */
interface Gap {
  readonly consumer: ServiceName;
  readonly type: MessageType;
  readonly handled: number;
  readonly written: number;
  /** The consumer gave some of the run's messages up: what it lacks may be those, and they wait for a person. */
  readonly givenUp: boolean;
}

/**
 * Compares what this service announced with what the services after it have done. A gap that does not move between two
 * looks, while the broker holds nothing for that consumer, means that the broker lost messages (its folder was deleted, its
 * disk was): they are published again under new ids, and inboxes drop those that were done. Dead letters are no such gap:
 * to send them again is for a person who removed the cause.
 */
export class Reconciler {
  private readonly seen = new Map<string, number>();
  /** Runs without a gap, with their revision and how much it had written then: looked at again when they write more. */
  private readonly settled = new Map<string, string>();

  constructor(private readonly tools: ReconcilerTools) {}

  /** One look at every run whose work is not settled; returns how many messages were published again. */
  async look(): Promise<number> {
    let again = 0;
    for (const { office, run, revision, written } of await this.active()) {
      if (this.settled.get(`${office}/${run}`) === `${revision}:${written}`) continue;
      const gaps = await this.gapsOf(office, run, revision);
      if (gaps === undefined) continue;
      for (const gap of gaps) if (!gap.givenUp) again += await this.close(gap, office, run, revision);
      if (gaps.length === 0) this.settle(office, run, `${revision}:${written}`);
    }
    return again;
  }

  private async active(): Promise<{ office: string; run: string; revision: number; written: number }[]> {
    return guarded(() =>
      this.tools.source.query(
        `SELECT f.office, f.run, f.revision, count(*)::int AS written FROM followed_run f JOIN outbox o USING (office, run, revision)
         WHERE f.state = 'active' GROUP BY f.office, f.run, f.revision ORDER BY f.office, f.run`,
      ),
    );
  }

  /** Undefined while somebody does not answer. */
  private async gapsOf(office: string, run: string, revision: number): Promise<Gap[] | undefined> {
    const { service, books, questions } = this.tools;
    const { written, waiting } = await books.of(service, office, run);
    if (waiting > 0) return undefined;
    const gaps: Gap[] = [];
    for (const [consumer, types] of Object.entries(CONSUMERS) as [ServiceName, readonly MessageType[]][]) {
      const mine = types.filter((type) => (written[type] ?? 0) > 0);
      if (mine.length === 0 || consumer === service) continue;
      const there = await questions.ask(serviceQuestions(consumer).state, { office, run }, 3000).catch(() => undefined);
      if (there === undefined) return undefined;
      // One that has heard only of an older revision has done nothing of this one, however that ended.
      const behind = there.revision < revision && there.state !== 'purged';
      if (!behind && there.state !== 'active' && there.state !== 'unknown') continue;
      for (const type of mine) {
        const [done, all] = [behind ? 0 : (there.handled[type] ?? 0), written[type] ?? 0];
        if (done < all) gaps.push({ consumer, type, handled: done, written: all, givenUp: there.deadLetters > 0 });
      }
    }
    return gaps;
  }

  private async close(gap: Gap, office: string, run: string, revision: number): Promise<number> {
    const key = `${office}/${run}/${revision}/${gap.consumer}/${gap.type}`;
    const before = this.seen.get(key);
    this.seen.set(key, gap.handled);
    if (before !== gap.handled || (await this.tools.link.unfinished(gap.consumer, gap.type)) > 0) return 0;
    this.seen.delete(key);
    const rows: { id: string; body: string }[] = await guarded(() =>
      this.tools.source.query(
        'SELECT DISTINCT ON (batch) id, body FROM outbox WHERE office = $1 AND run = $2 AND revision = $3 AND type = $4 ORDER BY batch, seq',
        [office, run, revision, gap.type],
      ),
    );
    for (const { body } of rows) {
      const id = uuidV7();
      await this.tools.link.publish(gap.type, office, run, id, JSON.stringify({ ...(JSON.parse(body) as object), id }));
    }
    this.tools.log.note('messages that the broker lost are published again', {
      type: gap.type,
      office,
      run,
      count: rows.length,
    });
    return rows.length;
  }

  private settle(office: string, run: string, written: string): void {
    this.settled.set(`${office}/${run}`, written);
    for (const key of this.seen.keys()) if (key.startsWith(`${office}/${run}/`)) this.seen.delete(key);
  }
}

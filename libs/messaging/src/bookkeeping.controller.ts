import { Controller, Inject, Injectable, type Type } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { DataSource } from 'typeorm';
import { serviceQuestions, type RunInService, type ServiceName } from '@clearway/contracts';
import { guarded } from '@clearway/persistence';
import { DeadLetters } from './dead-letters';
import { Question, type Answer, type Asked } from './questions';

type Questions = ReturnType<typeof serviceQuestions>;

/** What a service's own tables say of a run: announced against done. */
@Injectable()
export class RunBooks {
  constructor(@Inject(DataSource) private readonly source: DataSource) {}

  async of(service: ServiceName, office: string, run: string): Promise<RunInService> {
    const ask = <Row>(sql: string): Promise<Row[]> =>
      guarded(() => this.source.query(sql, [office, run]) as Promise<Row[]>);
    const [followed] = await ask<{ revision: number; state: RunInService['state'] }>(
      'SELECT revision, state FROM followed_run WHERE office = $1 AND run = $2',
    );
    const stages = await ask<RunInService['stages'][number]>(
      'SELECT stage, revision, announced, done, finished FROM stage WHERE office = $1 AND run = $2 ORDER BY revision, stage',
    );
    // All of one revision, the one that the service follows: what an older one did says nothing of the work that goes on.
    const newest = '(SELECT max(revision) FROM followed_run WHERE office = $1 AND run = $2)';
    const handled = await ask<{ step: string; n: number }>(
      `SELECT step, count(*)::int AS n FROM inbox WHERE office = $1 AND run = $2 AND revision = ${newest} GROUP BY step ORDER BY step`,
    );
    const written = await ask<{ type: string; n: number; waiting: number }>(
      `SELECT type, count(DISTINCT batch)::int AS n, count(*) FILTER (WHERE published_at IS NULL)::int AS waiting FROM outbox
       WHERE office = $1 AND run = $2 AND revision = ${newest} GROUP BY type ORDER BY type`,
    );
    const [dead] = await ask<{ n: number }>(
      `SELECT count(*)::int AS n FROM dead_letter WHERE office = $1 AND run = $2 AND revision >= COALESCE(${newest}, 0) AND replayed_as IS NULL`,
    );
    return {
      service,
      state: followed?.state ?? 'unknown',
      revision: followed?.revision ?? 0,
      stages,
      handled: Object.fromEntries(handled.map(({ step, n }) => [step, n])),
      written: Object.fromEntries(written.map(({ type, n }) => [type, n])),
      waiting: written.reduce((sum, { waiting }) => sum + waiting, 0),
      deadLetters: dead?.n ?? 0,
    };
  }
}

/** The questions that every service answers about its own books. */
export function bookkeepingController(service: ServiceName): Type {
  const questions = serviceQuestions(service);

  @Controller()
  class BookkeepingController {
    constructor(
      private readonly books: RunBooks,
      private readonly deadLetters: DeadLetters,
    ) {}

    @Question(questions.state)
    state(@Payload() asked: Asked<Questions['state']>): Promise<Answer<Questions['state']>> {
      return this.books.of(service, asked.office, asked.run);
    }

    @Question(questions.deadLetters)
    async list(@Payload() asked: Asked<Questions['deadLetters']>): Promise<Answer<Questions['deadLetters']>> {
      const items = await this.deadLetters.list(asked.office, asked.run, asked.limit, asked.cursor);
      return { items, next: items.length === asked.limit ? (items.at(-1)?.hash ?? null) : null };
    }

    @Question(questions.replay)
    async replay(@Payload() asked: Asked<Questions['replay']>): Promise<Answer<Questions['replay']>> {
      return { id: await this.deadLetters.replay(service, asked.office, asked.hash) };
    }
  }

  return BookkeepingController;
}

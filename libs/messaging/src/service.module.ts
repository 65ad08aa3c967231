import { Module, type DynamicModule, type InjectionToken, type Provider, type Type } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type ServiceName, type Stage } from '@clearway/contracts';
import { ContentStore } from '@clearway/content-store';
import { guarded, migrate, serviceDataSource, type ServiceDatabase } from '@clearway/persistence';
import { Clock, HealthController, Log, READINESS_CHECKS, type ServiceConfiguration } from '@clearway/platform';
import { CrashPoints } from '@clearway/testing';
import { RunBooks, bookkeepingController } from './bookkeeping.controller';
import { BOOKKEEPING } from './bookkeeping';
import { DeadLetters } from './dead-letters';
import { FollowedRuns } from './followed-runs';
import { NatsLink } from './nats-link';
import { Outbox } from './outbox';
import { QuestionClient } from './questions';
import { Reconciler } from './reconciler';
import { runEndings, type Purger } from './run-endings';
import { ServiceRunner } from './service-runner';
import { UnitOfWork } from './unit-of-work';
import { type Consumer } from './work';

export interface ServiceParts {
  readonly service: ServiceName;
  readonly configuration: ServiceConfiguration;
  /** The service's own entities; the tables of inbox and outbox come with them. */
  readonly entities: ServiceDatabase['entities'];
  readonly migrations: ServiceDatabase['migrations'];
  /** Classes that are Consumers; one for each message type that `CONSUMERS` gives this service and that is not handled here. */
  readonly consumers: readonly Type<Consumer>[];
  /** Destroys the service's rows about people when a run is purged. */
  readonly purger?: Type<Purger>;
  /** Stage that failures of the ending messages are reported under. */
  readonly stage: Stage;
  /** Other providers and controllers of the service: they can inject everything that this module exports. */
  readonly providers?: readonly Provider[];
  readonly controllers?: readonly Type[];
}

/** Injects the service's configuration; its type is the service's own. */
export const CONFIGURATION = Symbol('configuration');

/**
 * The ground that every service stands on: configuration, log, database (migrated when the process starts), broker, content
 * store, inbox and outbox, consumers, questions, health.
 */
@Module({})
export class ServiceModule {
  static forService(parts: ServiceParts): DynamicModule {
    const { service, configuration } = parts;
    const database: ServiceDatabase = {
      service,
      entities: [...BOOKKEEPING, ...parts.entities],
      migrations: parts.migrations,
    };
    const own: Provider[] = [...parts.consumers, ...(parts.purger ? [parts.purger] : []), ...(parts.providers ?? [])];
    const ground: Provider[] = [
      { provide: CONFIGURATION, useValue: configuration },
      { provide: Log, useFactory: () => new Log(service, configuration.logLevel) },
      Clock,
      {
        provide: CrashPoints,
        useFactory: () => new CrashPoints(service, configuration.crashPointsEnabled, configuration.crashAt),
      },
      {
        provide: ContentStore,
        useFactory: () => new ContentStore(configuration.contentDir, configuration.diskFreeBytes),
      },
      { provide: DataSource, useFactory: () => openDatabase(database, configuration) },
      { provide: NatsLink, useFactory: () => NatsLink.open(configuration, service) },
      { provide: QuestionClient, useFactory: () => new QuestionClient(configuration) },
      Outbox,
      UnitOfWork,
      FollowedRuns,
      DeadLetters,
      RunBooks,
      runnerOf(parts),
      { provide: READINESS_CHECKS, inject: [ServiceRunner], useFactory: (runner: ServiceRunner) => runner.checks() },
    ];
    return {
      module: ServiceModule,
      providers: [...ground, ...own],
      controllers: [HealthController, bookkeepingController(service), ...(parts.controllers ?? [])],
      exports: [
        CONFIGURATION,
        Log,
        Clock,
        ContentStore,
        DataSource,
        NatsLink,
        QuestionClient,
        UnitOfWork,
        FollowedRuns,
        DeadLetters,
        RunBooks,
        ServiceRunner,
      ],
    };
  }
}

async function openDatabase(database: ServiceDatabase, configuration: ServiceConfiguration): Promise<DataSource> {
  await migrate(database, configuration.ownerUrl, configuration.databaseUrl);
  return guarded(() => serviceDataSource(database, configuration.databaseUrl).initialize());
}

function runnerOf(parts: ServiceParts): Provider {
  const { service, configuration } = parts;
  const tokens: InjectionToken[] = [
    UnitOfWork,
    FollowedRuns,
    ContentStore,
    NatsLink,
    CrashPoints,
    DeadLetters,
    Log,
    DataSource,
    RunBooks,
    QuestionClient,
  ];
  const purger = parts.purger ? [parts.purger] : [];
  return {
    provide: ServiceRunner,
    inject: [...tokens, ...purger, ...parts.consumers],
    useFactory: (
      units: UnitOfWork,
      runs: FollowedRuns,
      store: ContentStore,
      link: NatsLink,
      crashPoints: CrashPoints,
      deadLetters: DeadLetters,
      log: Log,
      source: DataSource,
      books: RunBooks,
      questions: QuestionClient,
      ...rest: unknown[]
    ) => {
      const own = rest.slice(purger.length) as Consumer[];
      const purges = purger.length > 0 ? (rest[0] as Purger) : undefined;
      const handled = new Set(own.map(({ contract }) => contract.type));
      const endings = runEndings(runs, store, purges, parts.stage).filter(
        ({ contract }) => !handled.has(contract.type) && handlesEndings(service, contract.type),
      );
      const tools = { units, runs, store, link, crashPoints, deadLetters, log, configuration, service };
      return new ServiceRunner(
        [...own, ...endings],
        tools,
        source,
        new Reconciler({ service, source, link, books, questions, log }),
      );
    },
  };
}

/** The gateway writes the cancelling and purging messages itself. */
function handlesEndings(service: ServiceName, type: string): boolean {
  return service !== 'gateway' || type === 'run.failed';
}

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type INestApplication, type Provider, type Type } from '@nestjs/common';
import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { CONSUMERS, MESSAGES, contractOf, type MessageType, type ServiceName } from '@clearway/contracts';
import { scratchDatabase, testServers, type ScratchDatabase } from '@clearway/persistence';
import { SERVICE_SETTINGS, readConfiguration, uuidV7, type ServiceConfiguration } from '@clearway/platform';
import { ServiceModule } from './service.module';
import { closeService, openService } from './start-service';
import { type Consumer, type Work } from './work';

/** Makes the tables that the entities ask for: only for databases that are thrown away. */
class TablesOfTheEntities1700000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const { upQueries } = await runner.connection.driver.createSchemaBuilder().log();
    for (const { query } of upQueries) await runner.query(query);
  }
  async down(): Promise<void> {}
}

export type Handlers = Partial<Record<MessageType, (work: Work<never>) => Promise<void>>>;

/** Services of a test on real servers, under a subject prefix, a database and a content store of their own. */
export class TestBus {
  private readonly open: INestApplication[] = [];

  private constructor(
    readonly scratch: ScratchDatabase,
    readonly contentDir: string,
  ) {}

  static async create(services: readonly ServiceName[]): Promise<TestBus> {
    return new TestBus(await scratchDatabase(services), await mkdtemp(join(tmpdir(), 'clearway-bus-')));
  }

  environment(service: ServiceName): Record<string, string> {
    const { databaseUrl, ownerUrl } = this.scratch.of(service);
    return {
      CLEARWAY_DATABASE_URL: databaseUrl,
      CLEARWAY_OWNER_DATABASE_URL: ownerUrl,
      CLEARWAY_NATS_URL: testServers().natsUrl,
      CLEARWAY_CONTENT_DIR: this.contentDir,
      CLEARWAY_SUBJECT_PREFIX: this.scratch.name,
      CLEARWAY_LOG_LEVEL: 'error',
      CLEARWAY_MAX_ATTEMPTS: '3',
      CLEARWAY_ACK_WAIT_SECONDS: '1',
    };
  }

  configuration(service: ServiceName, more: Record<string, string> = {}): ServiceConfiguration {
    return readConfiguration(SERVICE_SETTINGS, { ...this.environment(service), ...more });
  }

  /** A service whose consumers are the given functions; its other messages are only noted. */
  async start(
    service: ServiceName,
    handlers: Handlers,
    more: Record<string, string> = {},
    controllers: Type[] = [],
    providers: Provider[] = [],
  ): Promise<INestApplication> {
    const own = CONSUMERS[service].filter(
      (type) => handlers[type] !== undefined || !type.startsWith('run.') || type === 'run.requested',
    );
    const consumers = own.map((type): Type<Consumer> => {
      class Given implements Consumer {
        readonly contract = contractOf(type);
        readonly stage = 'deciding';
        async handle(work: Work<never>): Promise<void> {
          await handlers[type]?.(work);
        }
      }
      return Given;
    });
    const configuration = this.configuration(service, more);
    const module = ServiceModule.forService({
      service,
      configuration,
      stage: 'deciding',
      entities: [],
      migrations: [TablesOfTheEntities1700000000000],
      consumers,
      controllers,
      providers,
    });
    const { application } = await openService(service, configuration, module);
    this.open.push(application);
    return application;
  }

  async stop(application: INestApplication): Promise<void> {
    this.open.splice(this.open.indexOf(application), 1);
    await closeService(application);
  }

  async close(): Promise<void> {
    for (const application of this.open.splice(0)) await closeService(application);
    await this.scratch.drop();
    await rm(this.contentDir, { recursive: true, force: true });
  }
}

/** The bytes of a message of any type, with a new id. */
export function messageBytes(
  type: MessageType,
  run: string,
  data: unknown,
  more: { readonly revision?: number; readonly batch?: number | null; readonly id?: string } = {},
): { readonly id: string; readonly body: string } {
  const id = more.id ?? uuidV7();
  const version = MESSAGES.find((message) => message.type === type)?.version;
  const envelope = {
    envelope: 1,
    id,
    type,
    version,
    office: 'test-da',
    run,
    revision: more.revision ?? 1,
    batch: more.batch ?? null,
    causation: null,
    actor: 'user:test',
  };
  return { id, body: JSON.stringify({ ...envelope, data }) };
}

/** Waits until it is true; throws after `milliseconds`. */
export async function eventually<Value>(
  look: () => Promise<Value | undefined | false> | Value | undefined | false,
  milliseconds = 15_000,
): Promise<Value> {
  const until = performance.now() + milliseconds;
  for (;;) {
    const value = await look();
    if (value !== undefined && value !== false) return value;
    if (performance.now() > until) throw new Error('what the test waits for did not happen');
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

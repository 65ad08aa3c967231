import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect, type NatsConnection } from 'nats';
import { Client } from 'pg';
import { MESSAGES, contractOf, durableOf, streamOf, type MessageType, type RunSettings, type ServiceName } from '@clearway/contracts';
import { ContentStore } from '@clearway/content-store';
import { scratchDatabase, testServers, type ScratchDatabase } from '@clearway/persistence';
import { uuidV7 } from '@clearway/platform';
import { ServiceProcess } from './service-process';

/** A message as it stood on the bus. */
export interface SeenMessage {
  readonly type: string;
  readonly office: string;
  readonly run: string;
  readonly revision: number;
  readonly batch: number | null;
  readonly data: Record<string, unknown>;
}

/** Settings of a synthetic run in Los Angeles. */
export const someSettings = (given: Partial<RunSettings> = {}): RunSettings => ({
  version: 6,
  office: 'test-da',
  county: 'LOS ANGELES',
  policy: { name: 'los-angeles-2020', text: 'los-angeles-2020', hash: 'c'.repeat(64) },
  asOf: 20200701,
  papers: 'none',
  letters: false,
  contacts: null,
  withIdentityNumbers: false,
  inputs: [{ name: 'synthetic.csv', sha256: 'd'.repeat(64), bytes: 1, kind: 'state-file', mapping: null }],
  facts: [],
  decisions: null,
  courts: [],
  book: null,
  templates: [],
  corrections: null,
  done: [],
  ...given,
});

/** One service, as processes that can be killed, with a database, a subject prefix and a content store of its own. */
export class ServiceUnderTest {
  readonly office = 'test-da';
  readonly store: ContentStore;
  readonly environment: Readonly<Record<string, string>>;
  private readonly processes: ServiceProcess[] = [];
  private readonly seen: SeenMessage[] = [];

  private constructor(
    readonly service: ServiceName,
    readonly scratch: ScratchDatabase,
    private readonly folder: string,
    private readonly broker: NatsConnection,
    /** The administrator's. */
    readonly database: Client,
    more: Readonly<Record<string, string>>,
  ) {
    const { databaseUrl, ownerUrl } = scratch.of(service);
    this.store = new ContentStore(folder);
    this.environment = {
      CLEARWAY_DATABASE_URL: databaseUrl,
      CLEARWAY_OWNER_DATABASE_URL: ownerUrl,
      CLEARWAY_NATS_URL: testServers().natsUrl,
      CLEARWAY_CONTENT_DIR: folder,
      CLEARWAY_SUBJECT_PREFIX: scratch.name,
      CLEARWAY_ACK_WAIT_SECONDS: '1',
      CLEARWAY_DISK_FREE_BYTES: '0',
      ...more,
    };
    for (const { type } of MESSAGES) broker.subscribe(`${scratch.name}.${type}.>`, { callback: (_error, message) => void this.seen.push(message.json<SeenMessage>()) });
  }

  static async create(service: ServiceName, more: Readonly<Record<string, string>> = {}): Promise<ServiceUnderTest> {
    const scratch = await scratchDatabase([service]);
    const database = new Client({ connectionString: scratch.adminUrl });
    await database.connect();
    const broker = await connect({ servers: testServers().natsUrl });
    return new ServiceUnderTest(service, scratch, await mkdtemp(join(tmpdir(), `clearway-${service}-`)), broker, database, more);
  }

  /** Ends what a test left running, so that it does not work for the next. */
  async stopAll(): Promise<void> {
    for (const process of this.processes) await process.stop('SIGKILL');
  }

  async close(): Promise<void> {
    await this.stopAll();
    const manager = await this.broker.jetstreamManager();
    for await (const { config } of manager.streams.list()) if (config.name.startsWith(`${this.scratch.name}_`)) await manager.streams.delete(config.name);
    await this.broker.close();
    await this.database.end();
    await this.scratch.drop();
    await rm(this.folder, { recursive: true, force: true });
  }

  async start(more: Readonly<Record<string, string>> = {}): Promise<ServiceProcess> {
    const process = ServiceProcess.start(this.service, { ...this.environment, ...more });
    this.processes.push(process);
    await process.listening();
    return process;
  }

  /** Publishes a message from outside, under a new id. */
  async send(type: MessageType, run: string, data: unknown, more: { readonly revision?: number; readonly batch?: number } = {}): Promise<void> {
    const id = uuidV7();
    const { version } = contractOf(type);
    const envelope = { envelope: 1, id, type, version, office: this.office, run, revision: more.revision ?? 1, batch: more.batch ?? null, causation: null, actor: 'user:test' };
    await this.broker.jetstream().publish(`${this.scratch.name}.${type}.${this.office}.${run}`, Buffer.from(JSON.stringify({ ...envelope, data })), { msgID: id });
  }

  /** Waits until it is true; throws with what the last process wrote. */
  async until<Value>(look: () => Value | undefined | false | Promise<Value | undefined | false>, milliseconds = 120_000): Promise<Value> {
    const last = performance.now() + milliseconds;
    for (;;) {
      const value = await look();
      if (value !== undefined && value !== false) return value;
      if (performance.now() > last) throw new Error(`what the test waits for did not happen; the process wrote: ${this.processes.at(-1)?.output}`);
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  }

  /** The first message of a type in a run. */
  one(run: string, type: MessageType, revision = 1): SeenMessage | undefined {
    return this.all(run, type).find((message) => message.revision === revision);
  }

  all(run: string, type: MessageType): SeenMessage[] {
    return this.seen.filter((message) => message.run === run && message.type === type);
  }

  /** The batches that were announced, each with its blob, without repetitions, in order. */
  blobs(run: string, type: MessageType): string[] {
    return [...new Set(this.all(run, type).map(({ batch, data }) => `${String(batch).padStart(4, '0')} ${String(data['blob'])}`))].sort();
  }

  /** How often messages of a type were delivered to the service, and how many are not finished. */
  async deliveries(type: MessageType): Promise<{ readonly delivered: number; readonly unfinished: number }> {
    const manager = await this.broker.jetstreamManager();
    const info = await manager.consumers.info(streamOf(this.scratch.name, contractOf(type).stream), durableOf(this.service, type));
    return { delivered: info.delivered.consumer_seq, unfinished: info.num_pending + info.num_ack_pending };
  }
}

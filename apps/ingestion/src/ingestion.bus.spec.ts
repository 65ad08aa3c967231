// Real: the process, its reading thread, Postgres, nats-server, the content store. The state file is synthetic.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { CONSUMERS, MESSAGES, durableOf, populationOfRun, serviceQuestions, streamOf, type RunSettings } from '@clearway/contracts';
import { ContentStore } from '@clearway/content-store';
import { COLUMN_NAMES } from '@clearway/doj-bulk';
import { NatsLink, QuestionClient } from '@clearway/messaging';
import { scratchDatabase, testServers, type ScratchDatabase } from '@clearway/persistence';
import { SERVICE_SETTINGS, readConfiguration, uuidV7, type ServiceConfiguration } from '@clearway/platform';
import { CRASH_POINTS, ServiceProcess, convictedRow, stateFile } from '@clearway/testing';

interface Seen {
  readonly type: string;
  readonly batch: number | null;
  readonly revision: number;
  readonly data: Record<string, unknown>;
}

const PEOPLE = 11;
const office = 'test-da';
const file = stateFile(COLUMN_NAMES, Array.from({ length: PEOPLE }, (_, n) => convictedRow(n)));

describe('ingestion', () => {
  let scratch: ScratchDatabase;
  let folder: string;
  let environment: Record<string, string>;
  let link: NatsLink;
  let questions: QuestionClient;
  let store: ContentStore;
  let database: Client;
  const running: ServiceProcess[] = [];
  const seen = new Map<string, Seen[]>();

  beforeAll(async () => {
    scratch = await scratchDatabase(['ingestion']);
    folder = await mkdtemp(join(tmpdir(), 'clearway-ingestion-'));
    const { databaseUrl, ownerUrl } = scratch.of('ingestion');
    environment = {
      CLEARWAY_DATABASE_URL: databaseUrl,
      CLEARWAY_OWNER_DATABASE_URL: ownerUrl,
      CLEARWAY_NATS_URL: testServers().natsUrl,
      CLEARWAY_CONTENT_DIR: folder,
      CLEARWAY_SUBJECT_PREFIX: scratch.name,
      CLEARWAY_ACK_WAIT_SECONDS: '1',
      CLEARWAY_BATCH_PERSONS: '2',
      CLEARWAY_SCAN_THREADS: '1',
      CLEARWAY_DISK_FREE_BYTES: '0',
    };
    const configuration: ServiceConfiguration = readConfiguration(SERVICE_SETTINGS, environment);
    link = await NatsLink.open(configuration, 'gateway');
    questions = new QuestionClient(configuration);
    store = new ContentStore(folder);
    database = new Client({ connectionString: scratch.adminUrl });
    await database.connect();
    for (const { type } of MESSAGES) {
      link.connection.subscribe(`${scratch.name}.${type}.>`, {
        callback: (_error, message) => {
          const run = message.subject.split('.').at(-1) ?? '';
          seen.set(run, [...(seen.get(run) ?? []), message.json<Seen>()]);
        },
      });
    }
  }, 60_000);

  afterAll(async () => {
    for (const process of running) await process.stop('SIGKILL');
    await questions.onApplicationShutdown();
    await link.onApplicationShutdown();
    await database.end();
    await scratch.drop();
    await rm(folder, { recursive: true, force: true });
  }, 60_000);

  const start = async (more: Record<string, string> = {}): Promise<ServiceProcess> => {
    const process = ServiceProcess.start('ingestion', { ...environment, ...more });
    running.push(process);
    await process.listening();
    return process;
  };
  const send = async (type: string, run: string, data: unknown, revision = 1): Promise<void> => {
    const id = uuidV7();
    await link.publish(type, office, run, id, JSON.stringify({ envelope: 1, id, type, version: 1, office, run, revision, batch: null, causation: null, actor: 'user:test', data }));
  };
  const request = async (run: string, more: Partial<RunSettings> = {}, revision = 1): Promise<void> => {
    const { sha256, bytes } = await store.put(file, { pin: `${office}/${run}` });
    const settings: RunSettings = {
      office, county: 'Los Angeles', policy: { name: 'los-angeles-2020', text: 'los-angeles-2020', hash: 'c'.repeat(64) }, asOf: 20200701,
      papers: 'none', letters: false, contacts: null, withIdentityNumbers: false, inputs: [{ name: 'synthetic.csv', sha256, bytes }], ...more,
    };
    const stored = await store.putJson(settings, { pin: `${office}/${run}` });
    await send('run.requested', run, { settings: stored.sha256 }, revision);
  };
  const until = async <Value>(look: () => Value | undefined | false | Promise<Value | undefined | false>): Promise<Value> => {
    const last = performance.now() + 40_000;
    for (;;) {
      const value = await look();
      if (value !== undefined && value !== false) return value;
      if (performance.now() > last) throw new Error(`what the test waits for did not happen; the process wrote: ${running.at(-1)?.output}`);
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  };
  const one = (run: string, type: string, revision = 1): Seen | undefined => seen.get(run)?.find((message) => message.type === type && message.revision === revision);
  const batches = (run: string): string[] =>
    [...new Set((seen.get(run) ?? []).filter(({ type }) => type === 'histories.batch').map(({ batch, data }) => `${batch} ${String(data['blob'])}`))].sort();
  const deliveries = async (): Promise<number> => {
    const manager = await link.connection.jetstreamManager();
    return (await manager.consumers.info(streamOf(scratch.name, 'RUNS'), durableOf('ingestion', 'run.requested'))).delivered.consumer_seq;
  };

  let undisturbed: { readonly manifest: unknown; readonly batches: string[] };

  it('turns a state file into sealed batches of histories', async () => {
    const process = await start();
    const run = uuidV7();
    await request(run);
    const sealed = await until(() => one(run, 'histories.sealed'));
    expect(sealed.data).toMatchObject({ batches: 6, persons: PEOPLE, inputs: [{ rowsRead: PEOPLE, rowsUsed: PEOPLE, rowsRejected: 0 }] });
    await until(() => batches(run).length === 6);
    undisturbed = { manifest: sealed.data['manifest'], batches: batches(run) };
    expect(await questions.ask(populationOfRun, { office, run })).toMatchObject({ sealed: true, batches: 6, persons: PEOPLE, population: sealed.data['population'] });
    expect((await questions.ask(serviceQuestions('ingestion').state, { office, run })).written).toMatchObject({ 'histories.batch': 6, 'histories.sealed': 1, 'stage.started': 2 });
    expect((await database.query('SELECT count(*)::int AS n FROM ingestion.person_place WHERE run = $1', [run])).rows).toEqual([{ n: PEOPLE }]);

    await request(run, { asOf: 20210701 }, 2);
    expect((await until(() => one(run, 'histories.sealed', 2))).data['manifest']).toBe(undisturbed.manifest);
    await process.stop();
    expect((await process.end()).code).toBe(0);
    expect(process.output).not.toMatch(/SYNTHETIC\d|10000003|A000000003/);
  }, 60_000);

  it.each(CRASH_POINTS)('loses and doubles nothing when it is killed %s', async (point) => {
    const run = uuidV7();
    const before = await deliveries();
    // The first transaction notes the run, the second the resolving; the batches come after.
    const crashing = await start({ CLEARWAY_CRASH_POINTS: 'yes', CLEARWAY_CRASH_AT: `ingestion:${point}:5` });
    await request(run);
    expect((await crashing.end()).signal).toBe('SIGKILL');
    const half = await database.query('SELECT (SELECT count(*)::int FROM ingestion.history_batch WHERE run = $1) AS stored, manifest FROM ingestion.read_run WHERE run = $1', [run]);
    expect(half.rows[0]).toMatchObject({ manifest: null });
    expect(half.rows[0].stored).toBeGreaterThan(0);
    expect(half.rows[0].stored).toBeLessThan(6);

    // Another batch size must not change what was begun.
    const process = await start({ CLEARWAY_BATCH_PERSONS: '5' });
    const sealed = await until(() => one(run, 'histories.sealed'));
    await until(() => batches(run).length >= 6);
    expect(sealed.data['manifest']).toBe(undisturbed.manifest);
    expect(batches(run)).toEqual(undisturbed.batches);
    expect(await deliveries()).toBeGreaterThanOrEqual(before + 2);
    await process.stop();
  }, 90_000);

  it('refuses a county that the file does not name, and lists those that it does', async () => {
    const process = await start();
    const run = uuidV7();
    await request(run, { county: 'ALPINE' });
    const failed = await until(() => one(run, 'run.failed'));
    expect(failed.data).toMatchObject({ stage: 'indexing', kind: 'refused', code: 'county.not-in-file' });
    expect(failed.data['message']).toMatch(/LOS ANGELES/);
    await process.stop();
  }, 60_000);

  it('stops for a run that is cancelled, and destroys one that is purged, but for hashes and counts', async () => {
    const process = await start();
    const run = uuidV7();
    await send('run.cancelled', run, { reason: 'user.asked' });
    await until(async () => (await questions.ask(serviceQuestions('ingestion').state, { office, run })).state === 'cancelled');
    await request(run);
    await until(async () => (await link.unfinished('ingestion', 'run.requested')) === 0);
    expect(batches(run)).toEqual([]);

    const purged = uuidV7();
    await request(purged);
    const sealed = await until(() => one(purged, 'histories.sealed'));
    await send('run.purged', purged, { reason: 'user.asked' });
    await until(async () => (await store.pinnedBy(`${office}/${purged}`)).length === 0);
    const { rows } = await database.query('SELECT (SELECT count(*)::int FROM ingestion.person_place WHERE run = $1) AS people, (SELECT count(*)::int FROM ingestion.history_batch WHERE run = $1) AS batches', [purged]);
    expect(rows).toEqual([{ people: 0, batches: 6 }]);
    expect(await questions.ask(populationOfRun, { office, run: purged })).toMatchObject({ sealed: true, persons: PEOPLE });
    expect(sealed.data['manifest']).toBe(undisturbed.manifest);
    await process.stop();
  }, 60_000);

  it('consumes every message that it must', () => {
    expect(CONSUMERS.ingestion).toEqual(['run.requested', 'run.cancelled', 'run.failed', 'run.purged']);
  });
});

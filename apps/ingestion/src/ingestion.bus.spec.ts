// Real: the process, its reading thread, Postgres, nats-server, the content store. The state file is synthetic.
import { populationOfRun, serviceQuestions, type RunSettings } from '@clearway/contracts';
import { COLUMN_NAMES } from '@clearway/doj-bulk';
import { QuestionClient } from '@clearway/messaging';
import { SERVICE_SETTINGS, readConfiguration, uuidV7 } from '@clearway/platform';
import { CRASH_POINTS, ServiceUnderTest, convictedRow, someSettings, stateFile } from '@clearway/testing';

const PEOPLE = 11;
const office = 'test-da';
const file = stateFile(
  COLUMN_NAMES,
  Array.from({ length: PEOPLE }, (_, n) => convictedRow(n)),
);

describe('ingestion', () => {
  let ingestion: ServiceUnderTest;
  let questions: QuestionClient;

  beforeAll(async () => {
    ingestion = await ServiceUnderTest.create('ingestion', { CLEARWAY_BATCH_PERSONS: '2', CLEARWAY_SCAN_THREADS: '1' });
    questions = new QuestionClient(readConfiguration(SERVICE_SETTINGS, ingestion.environment));
  }, 180_000);

  afterEach(() => ingestion.stopAll());
  afterAll(async () => {
    await questions.onApplicationShutdown();
    await ingestion.close();
  }, 180_000);

  const request = async (run: string, more: Partial<RunSettings> = {}, revision = 1): Promise<void> => {
    const { sha256, bytes } = await ingestion.store.put(file, { pin: `${office}/${run}` });
    const settings = someSettings({
      county: 'Los Angeles',
      inputs: [{ name: 'synthetic.csv', sha256, bytes, kind: 'state-file', mapping: null }],
      ...more,
    });
    const stored = await ingestion.store.putJson(settings, { pin: `${office}/${run}` });
    await ingestion.send('run.requested', run, { settings: stored.sha256, before: null }, { revision });
  };
  const batches = (run: string): string[] => ingestion.blobs(run, 'histories.batch');
  const rows = async (sql: string, run: string): Promise<Record<string, unknown>[]> =>
    (await ingestion.database.query<Record<string, unknown>>(sql, [run])).rows;

  let undisturbed: { readonly manifest: unknown; readonly batches: string[] };

  it('turns a state file into sealed batches of histories', async () => {
    const process = await ingestion.start();
    const run = uuidV7();
    await request(run);
    const sealed = await ingestion.until(() => ingestion.one(run, 'histories.sealed'));
    expect(sealed.data).toMatchObject({
      batches: 6,
      persons: PEOPLE,
      inputs: [{ rowsRead: PEOPLE, rowsUsed: PEOPLE, rowsRejected: 0 }],
    });
    await ingestion.until(() => batches(run).length === 6);
    undisturbed = { manifest: sealed.data['manifest'], batches: batches(run) };
    expect(await questions.ask(populationOfRun, { office, run })).toMatchObject({
      sealed: true,
      batches: 6,
      persons: PEOPLE,
      population: sealed.data['population'],
    });
    expect((await questions.ask(serviceQuestions('ingestion').state, { office, run })).written).toMatchObject({
      'histories.batch': 6,
      'histories.sealed': 1,
      'stage.started': 2,
    });
    expect(await rows('SELECT count(*)::int AS n FROM ingestion.person_place WHERE run = $1', run)).toEqual([
      { n: PEOPLE },
    ]);

    await request(run, { asOf: 20210701 }, 2);
    expect((await ingestion.until(() => ingestion.one(run, 'histories.sealed', 2))).data['manifest']).toBe(
      undisturbed.manifest,
    );
    await process.stop();
    expect((await process.end()).code).toBe(0);
    expect(process.output).not.toMatch(/SYNTHETIC\d|10000003|A000000003/);
  }, 180_000);

  it.each(CRASH_POINTS)(
    'loses and doubles nothing when it is killed %s',
    async (point) => {
      const run = uuidV7();
      const { delivered } = await ingestion.deliveries('run.requested');
      // The first transaction notes the run, the second the resolving; the batches come after.
      const crashing = await ingestion.start({
        CLEARWAY_CRASH_POINTS: 'yes',
        CLEARWAY_CRASH_AT: `ingestion:${point}:5`,
      });
      await request(run);
      expect((await crashing.end()).signal).toBe('SIGKILL');
      const [half] = await rows(
        'SELECT (SELECT count(*)::int FROM ingestion.history_batch WHERE run = $1) AS stored, manifest FROM ingestion.read_run WHERE run = $1',
        run,
      );
      expect(half).toMatchObject({ manifest: null });
      expect(half?.['stored']).toBeGreaterThan(0);
      expect(half?.['stored']).toBeLessThan(6);

      // Another batch size must not change what was begun.
      const process = await ingestion.start({ CLEARWAY_BATCH_PERSONS: '5' });
      const sealed = await ingestion.until(() => ingestion.one(run, 'histories.sealed'));
      await ingestion.until(() => batches(run).length >= 6);
      expect(sealed.data['manifest']).toBe(undisturbed.manifest);
      expect(batches(run)).toEqual(undisturbed.batches);
      expect((await ingestion.deliveries('run.requested')).delivered).toBeGreaterThanOrEqual(delivered + 2);
      await process.stop();
    },
    240_000,
  );

  it('refuses a county that the file does not name, and lists those that it does', async () => {
    const process = await ingestion.start();
    const run = uuidV7();
    await request(run, { county: 'ALPINE' });
    const failed = await ingestion.until(() => ingestion.one(run, 'run.failed'));
    expect(failed.data).toMatchObject({ stage: 'indexing', kind: 'refused', code: 'county.not-in-file' });
    expect(failed.data['message']).toMatch(/LOS ANGELES/);
    await process.stop();
  }, 180_000);

  it('stops for a run that is cancelled, and destroys one that is purged, but for hashes and counts', async () => {
    const process = await ingestion.start();
    const run = uuidV7();
    await ingestion.send('run.cancelled', run, { reason: 'user.asked' });
    await ingestion.until(
      async () => (await questions.ask(serviceQuestions('ingestion').state, { office, run })).state === 'cancelled',
    );
    await request(run);
    await ingestion.until(async () => (await ingestion.deliveries('run.requested')).unfinished === 0);
    expect(batches(run)).toEqual([]);

    const purged = uuidV7();
    await request(purged);
    const sealed = await ingestion.until(() => ingestion.one(purged, 'histories.sealed'));
    await ingestion.send('run.purged', purged, { reason: 'user.asked' });
    await ingestion.until(async () => (await ingestion.store.pinnedBy(`${office}/${purged}`)).length === 0);
    const left = await rows(
      'SELECT (SELECT count(*)::int FROM ingestion.person_place WHERE run = $1) AS people, (SELECT count(*)::int FROM ingestion.history_batch WHERE run = $1) AS batches',
      purged,
    );
    expect(left).toEqual([{ people: 0, batches: 6 }]);
    expect(await questions.ask(populationOfRun, { office, run: purged })).toMatchObject({
      sealed: true,
      persons: PEOPLE,
    });
    expect(sealed.data['manifest']).toBe(undisturbed.manifest);
    await process.stop();
  }, 180_000);
});

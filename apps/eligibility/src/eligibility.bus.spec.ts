// Real: the process, its deciding threads, the rules, Postgres, nats-server, the content store. The histories are synthetic.
import { packBytes } from '@clearway/content-store';
import { convictionInWords, determinationCounts, determinationsPage, historyMembers, serviceQuestions } from '@clearway/contracts';
import { QuestionClient } from '@clearway/messaging';
import { SERVICE_SETTINGS, readConfiguration, uuidV7 } from '@clearway/platform';
import { type History } from '@clearway/record';
import { CRASH_POINTS, ServiceUnderTest, aCharge, aCount, aCycle, aHistory, aStep, someSettings } from '@clearway/testing';

const office = 'test-da';
const BATCHES = 5;

/** Two people a batch; one conviction each, of the second of each batch HS 11357(a) on a day that nobody knows. */
function people(batch: number): History[] {
  const undated = aCount(batch * 2 + 1, { charged: aCharge('11359'), dispositions: [{ kind: 'convicted', text: 'CONVICTED', date: 0, dispositionDate: 0, severity: 'felony', severityText: 'FELONY', row: 0 }] });
  return [aHistory(batch * 2), aHistory(batch * 2 + 1, { birthDates: [19900000], cycles: [aCycle([aStep([undated], { date: 0 })], { date: 0 })] })];
}

describe('eligibility', () => {
  let eligibility: ServiceUnderTest;
  let questions: QuestionClient;
  let settings: string;

  beforeAll(async () => {
    eligibility = await ServiceUnderTest.create('eligibility', { CLEARWAY_THREADS: '1', CLEARWAY_MAX_ATTEMPTS: '3' });
    questions = new QuestionClient(readConfiguration(SERVICE_SETTINGS, eligibility.environment));
    settings = (await eligibility.store.putJson(someSettings())).sha256;
  }, 180_000);

  afterEach(() => eligibility.stopAll());
  afterAll(async () => {
    await questions.onApplicationShutdown();
    await eligibility.close();
  }, 180_000);

  const sendBatch = async (run: string, batch: number): Promise<void> => {
    const { sha256: blob, bytes } = await eligibility.store.put(packBytes(historyMembers(people(batch))).blob, { pin: `${office}/${run}` });
    await eligibility.send('histories.batch', run, { settings, blob, bytes, persons: 2, rows: 2, sources: null, before: null, listed: null }, { batch });
  };
  const seal = async (run: string): Promise<void> => {
    const hash = 'e'.repeat(64);
    await eligibility.send('histories.sealed', run, { settings, batches: BATCHES, persons: BATCHES * 2, manifest: hash, population: hash, rejectedRows: { name: 'rejected_rows.csv', sha256: hash, bytes: 1 }, inputs: [], before: null });
  };
  const sealed = (run: string) => eligibility.until(() => eligibility.one(run, 'determinations.sealed'));
  const batches = (run: string): string[] => eligibility.blobs(run, 'determinations.batch');
  const stored = async (run: string): Promise<number> => Number((await eligibility.database.query('SELECT count(*) AS n FROM eligibility.determination WHERE run = $1', [run])).rows[0].n);

  let undisturbed: { readonly manifest: unknown; readonly batches: string[] };

  it('decides everyone, and seals when all that was announced is done, in whatever order it comes', async () => {
    const process = await eligibility.start();
    const run = uuidV7();
    await seal(run);
    for (const batch of [3, 0, 4, 1, 2, 1]) await sendBatch(run, batch);
    const { data } = await sealed(run);
    expect(data).toMatchObject({ batches: BATCHES, persons: BATCHES * 2, convictions: BATCHES * 2, settings, histories: 'e'.repeat(64) });
    await eligibility.until(() => batches(run).length === BATCHES);
    undisturbed = { manifest: data['manifest'], batches: batches(run) };
    expect(await stored(run)).toBe(BATCHES * 2);

    const other = uuidV7();
    for (let batch = 0; batch < BATCHES; batch++) await sendBatch(other, batch);
    await eligibility.until(async () => (await stored(other)) === BATCHES * 2);
    expect(eligibility.one(other, 'determinations.sealed')).toBeUndefined();
    await seal(other);
    expect((await sealed(other)).data['manifest']).toBe(undisturbed.manifest);
    expect(eligibility.all(other, 'determinations.sealed')).toHaveLength(1);
    await process.stop();
    expect(process.output).not.toMatch(/SYNTHETIC|10000003|A000000003|SYN3/);
  }, 180_000);

  it('answers page by page, with filters, and one conviction whole', async () => {
    const process = await eligibility.start();
    const run = uuidV7();
    for (let batch = 0; batch < BATCHES; batch++) await sendBatch(run, batch);
    await seal(run);
    await sealed(run);
    const asked = { office, run, limit: 4, cursor: null };
    const seen: string[] = [];
    for (let cursor: string | null = null; ; ) {
      const page: Awaited<ReturnType<typeof ask>> = await ask(cursor);
      seen.push(...page.items.map(({ source }) => String(source.row)));
      if (page.next === null) break;
      cursor = page.next;
    }
    async function ask(cursor: string | null) {
      return questions.ask(determinationsPage, { ...asked, cursor });
    }
    expect(seen).toEqual(Array.from({ length: BATCHES * 2 }, (_, row) => String(row)));

    const counts = await questions.ask(determinationCounts, { office, run });
    expect(counts).toMatchObject({ persons: 10, convictions: 10, sealed: true, sections: { 'HS 11358': 5, 'HS 11359': 5 } });
    const review = await questions.ask(determinationsPage, { ...asked, limit: 100, outcome: 'review' });
    expect(review.items).toHaveLength(counts.outcomes.review ?? -1);
    expect(review.items.length).toBeGreaterThan(0);
    const [question = ''] = review.items[0]?.questions ?? [];
    expect((await questions.ask(determinationsPage, { ...asked, limit: 100, question })).items).toEqual(review.items);
    expect((await questions.ask(determinationsPage, { ...asked, section: 'HS 11357' })).items).toEqual([]);
    expect((await questions.ask(determinationsPage, { ...asked, office: 'other-da' })).items).toEqual([]);

    const [{ person, conviction } = { person: '', conviction: '' }] = review.items;
    const whole = await questions.ask(convictionInWords, { office, run, person, conviction });
    expect(whole).toMatchObject({ person, outcome: 'review', citation: 'HS 11359', questions: [expect.objectContaining({ code: question })] });
    expect(whole.trace.length).toBeGreaterThan(3);
    expect(whole.words.join('\n')).toMatch(/synthetic\.csv, line/);
    await expect(questions.ask(convictionInWords, { office: 'other-da', run, person, conviction })).rejects.toMatchObject({ code: 'conviction.unknown' });

    await eligibility.send('run.purged', run, { reason: 'user.asked' });
    await eligibility.until(async () => (await stored(run)) === 0);
    expect(await questions.ask(serviceQuestions('eligibility').state, { office, run })).toMatchObject({ state: 'purged', stages: [{ stage: 'deciding', done: BATCHES, finished: true }] });
    await process.stop();
  }, 180_000);

  it.each(CRASH_POINTS)('loses and doubles nothing when it is killed %s', async (point) => {
    const run = uuidV7();
    const { delivered } = await eligibility.deliveries('histories.batch');
    const crashing = await eligibility.start({ CLEARWAY_CRASH_POINTS: 'yes', CLEARWAY_CRASH_AT: `eligibility:${point}:3` });
    for (let batch = 0; batch < BATCHES; batch++) await sendBatch(run, batch);
    await seal(run);
    expect((await crashing.end()).signal).toBe('SIGKILL');
    expect(eligibility.one(run, 'determinations.sealed')).toBeUndefined();
    expect(await stored(run)).toBeLessThan(BATCHES * 2);

    const process = await eligibility.start();
    expect((await sealed(run)).data['manifest']).toBe(undisturbed.manifest);
    await eligibility.until(() => batches(run).length === BATCHES);
    expect(batches(run)).toEqual(undisturbed.batches);
    expect(await stored(run)).toBe(BATCHES * 2);
    expect((await eligibility.deliveries('histories.batch')).delivered).toBeGreaterThan(delivered + BATCHES);
    await process.stop();
  }, 240_000);

  it('gives up a batch whose blob is damaged, says so, and finishes the run when it is replayed', async () => {
    const process = await eligibility.start();
    const run = uuidV7();
    const blob = packBytes(historyMembers(people(2))).blob;
    const { sha256, bytes } = await eligibility.store.put(blob);
    await eligibility.store.put(Buffer.from('SYNTHETIC,PERSON not a blob'));
    await eligibility.send('histories.batch', run, { settings, blob: 'f'.repeat(64), bytes: 1, persons: 2, rows: 2, sources: null, before: null, listed: null }, { batch: 0 });
    const stalled = await eligibility.until(() => eligibility.one(run, 'stage.stalled'));
    expect(stalled.data).toMatchObject({ stage: 'deciding', service: 'eligibility', code: 'blob.unreadable' });
    const { items } = await questions.ask(serviceQuestions('eligibility').deadLetters, { office, run, limit: 10, cursor: null });
    expect(items).toEqual([expect.objectContaining({ hash: stalled.data['deadLetter'], code: 'blob.unreadable', attempts: 3 })]);
    await eligibility.send('histories.batch', run, { settings, blob: sha256, bytes, persons: 2, rows: 2, sources: null, before: null, listed: null }, { batch: 0 });
    await eligibility.until(async () => (await stored(run)) === 2);
    await process.stop();
    expect(process.output).not.toMatch(/SYNTHETIC/);
  }, 180_000);

  it('refuses a policy that cannot be read, in words', async () => {
    const process = await eligibility.start();
    const run = uuidV7();
    const bad = await eligibility.store.putJson(someSettings({ policy: { name: 'mine', text: 'no-such-policy', hash: 'c'.repeat(64) } }));
    const { sha256: blob, bytes } = await eligibility.store.put(packBytes(historyMembers(people(0))).blob);
    await eligibility.send('histories.batch', run, { settings: bad.sha256, blob, bytes, persons: 2, rows: 2, sources: null, before: null, listed: null }, { batch: 0 });
    const failed = await eligibility.until(() => eligibility.one(run, 'run.failed'));
    expect(failed.data).toMatchObject({ stage: 'deciding', kind: 'refused', code: 'policy.unknown' });
    await process.stop();
  }, 180_000);
});

// Real: the process, its thread, Postgres, nats-server, the content store. The batch is synthetic and has no PDF.
import {
  filingBatch,
  filingBatches,
  filingBook,
  filingEvents,
  filingList,
  filingReceipt,
  filingVerified,
  recordFiling,
} from '@clearway/contracts';
import { type CourtUpdateRow } from '@clearway/court-exchange';
import { batchMade, type BookEvent, chainEvents, NOTHING_BEFORE, readBook } from '@clearway/filing-book';
import { QuestionClient } from '@clearway/messaging';
import { readConfiguration, SERVICE_SETTINGS, uuidV7 } from '@clearway/platform';
import { ServiceUnderTest } from '@clearway/testing';
import { sampleManifest, sampleRows } from '../testing/sample-filing';
import { withoutWords } from './event-words';

const office = 'test-da';
const actor = 'user:deputy';
const BATCH = '00000000000000a1';
const LINES = 3;
/** Stands nowhere but in what a court writes, and in the confidential data file. */
const [SECRET, NAME] = ['ZQXKNUMBER77', 'ZQXKPERSON'];
const NOW = new Date();
const TODAY = `${NOW.getFullYear()}-${String(NOW.getMonth() + 1).padStart(2, '0')}-${String(NOW.getDate()).padStart(2, '0')}`;

describe('the book of filings', () => {
  let documents: ServiceUnderTest;
  let questions: QuestionClient;
  let process: Awaited<ReturnType<ServiceUnderTest['start']>>;
  const runs = [uuidV7(), uuidV7()].sort() as [string, string];
  const rows: readonly CourtUpdateRow[] = sampleRows(LINES, NAME);
  const refs = rows.map(({ ref }) => ref);

  beforeAll(async () => {
    documents = await ServiceUnderTest.create('documents', { CLEARWAY_THREADS: '1' });
    questions = new QuestionClient(readConfiguration(SERVICE_SETTINGS, documents.environment));
    process = await documents.start();
    await seed();
  }, 180_000);
  afterAll(async () => {
    await questions.onApplicationShutdown();
    await documents.close();
  }, 180_000);

  /** The batch as the closing of two runs leaves it. */
  async function seed(): Promise<void> {
    const update = { format: 'clearway-court-update-1' as const, batch: BATCH, rows };
    const manifest = sampleManifest(BATCH, rows, await documents.store.putJson(update));
    const pinned = async (run: string, value: unknown): Promise<string> =>
      (await documents.store.putJson(value, { pin: `${office}/${run}` })).sha256;
    for (const run of runs) {
      const [manifestSha256, data] = [await pinned(run, manifest), await pinned(run, update)];
      const outputs = [
        { name: 'papers/x/y/manifest.json', sha256: manifestSha256, bytes: 1 },
        { name: 'papers/x/y/confidential/court_update.json', sha256: data, bytes: 1 },
      ];
      await sql('INSERT INTO drawn_run (office, run, revision, manifest) VALUES ($1, $2, 1, $3)', [
        office,
        run,
        await pinned(run, { outputs, counts: {} }),
      ]);
      await sql("INSERT INTO followed_run (office, run, revision, state) VALUES ($1, $2, 1, 'active')", [office, run]);
      await sql(
        "INSERT INTO run_batch (office, batch, run, revision, folder, manifest, data_file) VALUES ($1, $2, $3, 1, 'papers/x/y', $4, $5)",
        [office, BATCH, run, manifestSha256, data],
      );
    }
    const { sha256 } = await documents.store.putJson(manifest);
    const made = batchMade(manifest, sha256, update, { serving: 2 });
    const recorder = { office, by: 'service:documents', at: NOW.toISOString() };
    const [event] = chainEvents(NOTHING_BEFORE, [made], recorder) as [BookEvent];
    await sql(
      'INSERT INTO filing_event (office, seq, kind, batch, body, hash, previous, recorded_by, recorded_at) VALUES ($1, 1, $2, $3, $4, $5, $6, $7, now())',
      [
        office,
        event.kind,
        BATCH,
        JSON.stringify(withoutWords(event).body),
        event.sha256,
        event.prev,
        'service:documents',
      ],
    );
  }
  const sql = async (text: string, values: readonly unknown[] = []): Promise<Record<string, unknown>[]> => {
    await documents.database.query('SET search_path TO documents');
    return (await documents.database.query(text, [...values])).rows as Record<string, unknown>[];
  };
  const look = (of = office) =>
    questions.ask(filingBatch, { office: of, batch: BATCH, standing: null, limit: 100, cursor: null });
  const release = (dangers: string, signedBy = 'Jane Roe') =>
    questions.ask(recordFiling, { office, actor, act: { act: 'release', batch: BATCH, signedBy, on: TODAY, dangers } });
  const list = (name: 'open' | 'state' | 'resend', format: 'csv' | null = null) =>
    questions.ask(filingList, { office, actor, list: name, batch: null, asOf: TODAY, format });
  const receipt = async (text: string) => {
    const { sha256: file } = await documents.store.put(Buffer.from(text));
    return questions.ask(filingReceipt, {
      office,
      actor,
      file,
      name: 'r.csv',
      batch: BATCH,
      on: TODAY,
      partial: false,
    });
  };

  it('shows a batch with its dangers, its lines in pages, and no name; to its own office only', async () => {
    const { batch, dangers, lines } = await look();
    expect(batch).toMatchObject({ stage: 'made', lines: LINES, runs: [...runs].reverse(), released: null });
    expect(dangers.items).toMatchObject([{ danger: 'serving', lines: 2 }]);
    expect(lines.map(({ ref, standing }) => [ref, standing])).toEqual(refs.map((ref) => [ref, 'not-filed']));
    const first = await questions.ask(filingBatch, { office, batch: BATCH, standing: null, limit: 2, cursor: null });
    const rest = await questions.ask(filingBatch, {
      office,
      batch: BATCH,
      standing: null,
      limit: 2,
      cursor: first.next,
    });
    expect([...first.lines, ...rest.lines].map(({ ref }) => ref)).toEqual(refs);
    expect(rest.next).toBeNull();
    expect(JSON.stringify(await look())).not.toContain(NAME);
    await expect(look('other-da')).rejects.toMatchObject({ code: 'batch.unknown' });
    const none = { office: 'other-da', run: null, stage: null, limit: 10, cursor: null };
    expect((await questions.ask(filingBatches, none)).items).toEqual([]);
  });

  it('is released once, by whoever read the danger list as it stands, however many ask at once', async () => {
    await expect(release('')).rejects.toMatchObject({ code: 'batch.dangers-not-read' });
    const { dangers } = await look();
    const tries = await Promise.all(Array.from({ length: 6 }, () => release(dangers.sha256)));
    expect(tries.filter(({ known }) => !known)).toHaveLength(1);
    await expect(release(dangers.sha256, 'John Doe')).rejects.toMatchObject({ code: 'batch.released-already' });
    const kinds = await sql('SELECT kind, recorded_by AS by FROM filing_event ORDER BY seq');
    expect(kinds).toEqual([
      { kind: 'batch-made', by: 'service:documents' },
      { kind: 'batch-released', by: actor },
    ]);
    expect(await sql("SELECT actor FROM audit WHERE action = 'filing.batch-released'")).toEqual([{ actor }]);
  });

  it('takes a receipt whole or not at all, and every problem is said with its line and column', async () => {
    const head = 'ref,answer,answered_on,note';
    const wrong = await receipt(`${head}\n${refs[0]},granted,${TODAY},\nffffffffffff-9,granted,${TODAY},${SECRET}\n`);
    expect([wrong.taken, wrong.problems.map(({ line, column }) => [line, column])]).toEqual([false, [[3, 'ref']]]);
    expect(JSON.stringify(wrong)).not.toContain(SECRET);
    expect((await list('open')).lines).toBe(LINES);
    const other = await documents.store.put(Buffer.from(`${head}\n*,granted,${TODAY},\n`));
    const elsewhere = {
      office: 'other-da',
      actor,
      file: other.sha256,
      name: 'r.csv',
      batch: BATCH,
      on: TODAY,
      partial: false,
    };
    expect((await questions.ask(filingReceipt, elsewhere)).problems.map(({ column }) => column)).toEqual(['batch']);

    const right = await receipt(`${head}\n*,granted,${TODAY},\n${refs[1]},not found,${TODAY},${SECRET}\n`);
    expect([right.recorded, right.batches[0]?.open]).toEqual([{ granted: LINES - 1, 'not-found': 1 }, 0]);
    expect((await list('resend')).counts).toEqual({ 'not-found': 1 });
    const { file, lines } = await list('state', 'csv');
    expect(lines).toBe(LINES - 1);
    expect((await documents.store.read(file?.sha256 ?? '')).toString('utf8')).toContain('A10000000');
    expect(JSON.stringify(await sql('SELECT * FROM filing_event'))).not.toContain(SECRET);
  });

  it('verifies what lies in the content store, and says what is missing', async () => {
    const asked = { office, batch: BATCH, actor };
    expect(await questions.ask(filingVerified, asked)).toMatchObject({ changes: [], checked: { rows: LINES } });
    const stray = [{ name: 'papers/x/y/added.pdf', sha256: 'a'.repeat(64), bytes: 1 }];
    const [row] = await sql('SELECT manifest FROM drawn_run WHERE run = $1', [runs[1]]);
    const before = (await documents.store.readJson(String(row?.manifest))) as { outputs: object[] };
    const changed = await documents.store.putJson({ ...before, outputs: [...before.outputs, ...stray] });
    await sql('UPDATE drawn_run SET manifest = $2 WHERE run = $1', [runs[1], changed.sha256]);
    expect((await questions.ask(filingVerified, asked)).changes).toEqual([
      { path: 'added.pdf', kind: 'unknown', what: 'added' },
    ]);
    await expect(
      questions.ask(recordFiling, { office, actor, act: { act: 'sent', batch: BATCH, on: TODAY, how: '' } }),
    ).rejects.toMatchObject({ code: 'batch.differs' });
    await sql('UPDATE drawn_run SET manifest = $2 WHERE run = $1', [runs[1], row?.manifest]);
  });

  it('keeps what courts wrote while a run holds the batch; then hashes and counts are left', async () => {
    const words = async (): Promise<unknown> => (await sql('SELECT count(words)::int AS n FROM filing_words'))[0]?.n;
    const purge = async (run: string, left: number): Promise<void> => {
      await documents.send('run.purged', run, { reason: 'user.asked' });
      await documents.until(async () => (await look()).batch.runs.length === left);
    };
    const before = await look();
    await purge(runs[0], 1);
    expect(await words()).toBe(1);
    await purge(runs[1], 0);
    expect(await words()).toBe(0);
    const after = await look();
    expect([after.batch.counts, after.lines]).toEqual([before.batch.counts, before.lines]);
    await expect(questions.ask(filingVerified, { office, batch: BATCH, actor })).rejects.toMatchObject({
      code: 'batch.destroyed',
    });
    // The state must still be told; with what its record is found by is gone.
    expect((await list('state')).counts).toEqual({ destroyed: LINES - 1 });
    const events = await questions.ask(filingEvents, { office, batch: null, limit: 10, cursor: null });
    expect(events.items.map(({ kind, destroyed }) => [kind, destroyed])).toEqual([
      ['receipt-recorded', true],
      ['batch-released', false],
      ['batch-made', false],
    ]);
    const { file } = await questions.ask(filingBook, { office, part: 'whole' });
    const text = (await documents.store.read(file?.sha256 ?? '')).toString('utf8');
    expect(text).not.toContain(SECRET);
    expect(readBook(text).events).toHaveLength(3);
    expect(process.output).not.toMatch(new RegExp(`${SECRET}|${NAME}`));
  });
});

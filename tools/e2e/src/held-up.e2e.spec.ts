import { connect } from 'nats';
import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { type RunView } from './api-client';
import { Cluster } from './cluster';
import { countyFile, runOver } from './county-file';
import { PATIENCE_MS } from './patience';

interface DeadLetterView {
  readonly hash: string;
  readonly service: string;
  readonly type: string;
  readonly run: string;
  readonly batch: number | null;
  readonly code: string;
  readonly attempts: number;
  readonly replayedAs: string | null;
}

const ATTEMPTS = 3;

// Real: five service processes, Postgres, NATS, the content store. What holds the run up is taken away from them, not played.
describe('a run that is held up', () => {
  let cluster: Cluster;
  let upload: { sha256: string };
  let undisturbed: Record<string, string>;

  beforeAll(async () => {
    cluster = await Cluster.begin({ settings: { CLEARWAY_BATCH_PERSONS: '1', CLEARWAY_MAX_ATTEMPTS: String(ATTEMPTS), CLEARWAY_RECONCILE_SECONDS: '1' } });
    upload = await cluster.api.upload(countyFile(800));
    const { id } = await cluster.api.createRun(runOver(upload.sha256), 'undisturbed-run');
    expect((await cluster.api.untilEnd(id)).state).toBe('done');
    undisturbed = await cluster.api.outputs(id);
  });
  afterAll(() => cluster?.stop());

  async function rowsOf<Row>(sql: string, ...parameters: unknown[]): Promise<Row[]> {
    const client = new Client({ connectionString: cluster.databaseUrl });
    await client.connect();
    try {
      return (await client.query(sql, parameters)).rows as Row[];
    } finally {
      await client.end();
    }
  }
  async function deadLetters(run: string): Promise<readonly DeadLetterView[]> {
    const { status, body } = await cluster.api.request<{ items: DeadLetterView[]; silent: string[] }>('GET', `/offices/:office/dead-letters?run=${run}`);
    expect([status, body.silent]).toEqual([200, []]);
    return body.items;
  }
  /** The run stands, not ended, with one dead letter, which is listed by its hash. */
  async function stalled(run: string): Promise<DeadLetterView> {
    const { stall, state } = await cluster.api.until(run, (seen) => seen.stall !== null);
    const [letter, ...more] = await deadLetters(run);
    expect(more).toEqual([]);
    if (!letter) throw new Error('no dead letter is listed');
    expect([stall?.deadLetter, stall?.service, stall?.code]).toEqual([letter.hash, letter.service, letter.code]);
    expect(['done', 'failed', 'cancelled']).not.toContain(state);
    expect([letter.attempts, letter.replayedAs]).toEqual([ATTEMPTS, null]);
    return letter;
  }
  /** Replays it; returns the id under which it was published again, which is not the one that it had. */
  async function replay({ service, hash, type, run, batch }: DeadLetterView): Promise<string> {
    const before = await rowsOf<{ id: string }>(`SELECT id FROM ingestion.outbox WHERE run = $1 AND type = $2 AND batch = $3 UNION SELECT id FROM gateway.outbox WHERE run = $1 AND type = $2 AND batch = $3`, run, type, batch ?? -1);
    const { status, body } = await cluster.api.request<{ id: string }>('POST', `/offices/:office/dead-letters/${service}/${hash}/replay`);
    expect([status, before.length]).toEqual([201, 1]);
    expect(body.id).not.toBe(before[0]?.id);
    return body.id;
  }
  async function endsAsUndisturbed(run: string): Promise<RunView> {
    const ended = await cluster.api.untilEnd(run);
    expect([ended.state, ended.failure, ended.stall]).toEqual(['done', null, null]);
    expect(await cluster.api.outputs(run)).toEqual(undisturbed);
    return ended;
  }

  it('by a batch that cannot be read: given up after some tries, listed by hash, replayed under a new id, and done as if nothing had been', async () => {
    await cluster.services.eligibility.stop();
    const { id } = await cluster.api.createRun(runOver(upload.sha256), 'held-up-by-a-batch');
    await cluster.api.until(id, ({ counts }) => counts['historyBatches'] !== undefined);
    const [{ blob } = { blob: '' }] = await rowsOf<{ blob: string }>('SELECT blob FROM ingestion.history_batch WHERE run = $1 AND batch = 1', id);
    const path = join(cluster.folder, 'content', 'blobs', blob.slice(0, 2), blob);
    renameSync(path, `${path}.away`);
    await cluster.services.eligibility.start();
    const letter = await stalled(id);
    expect(letter).toMatchObject({ service: 'eligibility', type: 'histories.batch', batch: 1, code: 'blob.unreadable', run: id });

    // Several looks of every reconciler: what was given up waits for a person.
    await new Promise((resolve) => setTimeout(resolve, 3000));
    expect(await deadLetters(id)).toEqual([letter]);

    renameSync(`${path}.away`, path);
    const replayed = await replay(letter);
    await endsAsUndisturbed(id);
    expect(await deadLetters(id)).toEqual([{ ...letter, replayedAs: replayed }]);
    expect(await rowsOf("SELECT message FROM eligibility.inbox WHERE run = $1 AND step = 'histories.batch' AND batch = 1", id)).toEqual([{ message: replayed }]);
  });

  it('by a disk without room where it is read: given up, and replayed when there is room', async () => {
    await cluster.services.ingestion.stop();
    await cluster.services.ingestion.start({ CLEARWAY_DISK_FREE_BYTES: String(Number.MAX_SAFE_INTEGER) });
    const { id } = await cluster.api.createRun(runOver(upload.sha256), 'held-up-by-the-disk');
    const letter = await stalled(id);
    expect(letter).toMatchObject({ service: 'ingestion', type: 'run.requested', code: 'disk.full' });
    await cluster.services.ingestion.stop();
    await cluster.services.ingestion.start();
    await replay(letter);
    await endsAsUndisturbed(id);
  });

  it('by a full stream: what the broker refuses waits, and goes on when there is room', async () => {
    await cluster.services.eligibility.stop();
    const connection = await connect({ servers: cluster.natsUrl });
    try {
      const manager = await connection.jetstreamManager();
      const stream = `${cluster.prefix}_HISTORIES`;
      await manager.streams.update(stream, { max_bytes: 3000 });
      const { id } = await cluster.api.createRun(runOver(upload.sha256), 'held-up-by-a-stream');
      const waiting = async (): Promise<number> => (await rowsOf<{ n: number }>('SELECT count(*)::int AS n FROM ingestion.outbox WHERE run = $1 AND published_at IS NULL', id))[0]?.n ?? 0;
      for (const until = performance.now() + PATIENCE_MS; (await sealedByIngestion(id)) === 0 && performance.now() < until; ) await new Promise((resolve) => setTimeout(resolve, 50));
      const { state } = await manager.streams.info(stream);
      expect([state.messages > 0, (await waiting()) > 1]).toEqual([true, true]);
      const held = await cluster.api.run(id);
      expect([held.stall, held.failure, ['done', 'failed', 'cancelled'].includes(held.state)]).toEqual([null, null, false]);
      // It takes messages away, and gives the stream its whole size again.
      await cluster.services.eligibility.start();
      await endsAsUndisturbed(id);
      expect(await waiting()).toBe(0);
    } finally {
      await connection.close();
    }
  });

  async function sealedByIngestion(run: string): Promise<number> {
    return (await rowsOf<{ n: number }>("SELECT count(*)::int AS n FROM ingestion.outbox WHERE run = $1 AND type = 'histories.sealed'", run))[0]?.n ?? 0;
  }
});

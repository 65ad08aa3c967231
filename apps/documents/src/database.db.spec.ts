// Real: Postgres and its roles, the content store.
import { ContentStore } from '@clearway/content-store';
import { uuidV7 } from '@clearway/platform';
import { TablesUnderTest } from '@clearway/testing';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DATABASE } from './database';
import { PacketsController } from './packets/packets.controller';

describe('the tables of documents', () => {
  let tables: TablesUnderTest;
  beforeAll(async () => {
    tables = await TablesUnderTest.create(DATABASE);
  });
  afterAll(() => tables.close());

  it('are what the migrations make of an empty database, and making them again changes nothing', async () => {
    expect(await tables.migrate()).toEqual({ ran: DATABASE.migrations.length });
    const shape = await tables.shape();
    expect(shape.length).toBeGreaterThan(30);
    expect(await tables.migrate()).toEqual({ ran: 0 });
    expect(await tables.shape()).toEqual(shape);
  });

  it('are all that the role of documents reaches, and it changes nothing but their rows', async () => {
    await tables.migrate();
    const attempts = await tables.forbidden();
    expect(attempts.filter(({ refused }) => refused !== '42501')).toEqual([]);
    expect(attempts.length).toBeGreaterThan(20);
  });

  it('begin every key with the office, except the queues and logs that are read by it', async () => {
    await tables.migrate();
    expect(await tables.tablesKeyedWithoutOffice()).toEqual(['audit', 'dead_letter', 'migration', 'outbox']);
  });

  it('never give what a run of the same number made for another office', async () => {
    await tables.migrate();
    const folder = await mkdtemp(join(tmpdir(), 'clearway-documents-'));
    try {
      const [source, store, run] = [await tables.asService(), new ContentStore(folder), uuidV7()];
      for (const [n, office] of ['test-da', 'other-da'].entries()) {
        const { sha256 } = await store.putJson({ outputs: [], counts: { packets: n } });
        await source.query('INSERT INTO drawn_run (office, run, revision, manifest) VALUES ($1, $2, 1, $3)', [
          office,
          run,
          sha256,
        ]);
      }
      const controller = new PacketsController(source, store);
      const answers = await Promise.all(
        ['test-da', 'other-da', 'third-da'].map((office) => controller.packets({ office, run })),
      );
      expect(answers.map(({ sealed, counts }) => [sealed, counts['packets']])).toEqual([
        [true, 0],
        [true, 1],
        [false, undefined],
      ]);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});

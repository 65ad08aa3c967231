// Real: Postgres and its roles.
import { TablesUnderTest } from '@clearway/testing';
import { DATABASE } from './database';

describe('the tables of gateway', () => {
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

  it('are all that the role of gateway reaches, and it changes nothing but their rows', async () => {
    await tables.migrate();
    const attempts = await tables.forbidden();
    expect(attempts.filter(({ refused }) => refused !== '42501')).toEqual([]);
    expect(attempts.length).toBeGreaterThan(20);
  });

  it('begin every key with the office, except the queues and logs that are read by it', async () => {
    await tables.migrate();
    expect(await tables.tablesKeyedWithoutOffice()).toEqual(['audit', 'dead_letter', 'migration', 'outbox']);
  });

  it('keep the keys of two offices apart, and one key of one office for one run', async () => {
    await tables.migrate();
    const source = await tables.asService();
    const insert = (office: string): Promise<unknown> =>
      source.query(
        `INSERT INTO run (office, id, idempotency_key, request_hash, revision, state, settings, request, counts, last_event, packets_sealed, notices_sealed, created_by)
         VALUES ($1, gen_random_uuid(), 'the-same-key', 'a', 1, 'received', 'b', '{}', '{}', 0, false, false, 'user:test')`,
        [office],
      );
    await insert('test-da');
    await insert('other-da');
    await expect(insert('test-da')).rejects.toMatchObject({ driverError: { code: '23505', constraint: 'run_by_key' } });
  });
});

// Real: Postgres and its roles.
import { TablesUnderTest } from '@clearway/testing';
import { DATABASE } from './database';

describe('the tables of eligibility', () => {
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

  it('are all that the role of eligibility reaches, and it changes nothing but their rows', async () => {
    await tables.migrate();
    const attempts = await tables.forbidden();
    expect(attempts.filter(({ refused }) => refused !== '42501')).toEqual([]);
    expect(attempts.length).toBeGreaterThan(20);
  });

  it('begin every key with the office, except the queues and logs that are read by it', async () => {
    await tables.migrate();
    expect(await tables.tablesKeyedWithoutOffice()).toEqual(['audit', 'dead_letter', 'migration', 'outbox']);
  });
});

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

  it('let the service add decisions and empty what is personal in them, and change nothing else', async () => {
    await tables.migrate();
    const service = await tables.asService();
    const [hash, run] = ['a'.repeat(64), '00000000-0000-7000-8000-000000000000'];
    await service.query(
      `INSERT INTO case_decision (office, seq, id, run, kind, person, conviction, line, hash, previous, recorded_by, recorded_at)
       VALUES ('test-da', 1, '0123456789abcdef', $1, 'override', 'P1', '0:1', '{}', $2, $2, 'user:a', now())`,
      [run, hash],
    );
    const refused = { driverError: { code: '42501' } };
    for (const change of ["hash = ''", "recorded_by = 'user:b'", 'recorded_at = now()', "kind = 'answer'", 'seq = 2'])
      await expect(service.query(`UPDATE case_decision SET ${change}`)).rejects.toMatchObject(refused);
    await expect(service.query('DELETE FROM case_decision')).rejects.toMatchObject(refused);
    await expect(service.query('TRUNCATE case_decision')).rejects.toMatchObject(refused);
    await service.query('UPDATE case_decision SET person = NULL, other_person = NULL, conviction = NULL, line = NULL');
    expect(await service.query('SELECT line FROM case_decision')).toEqual([{ line: null }]);
  });

  it('let the service add corrections and empty what is personal in them, and change nothing else', async () => {
    await tables.migrate();
    const service = await tables.asService();
    const [hash, run] = ['a'.repeat(64), '00000000-0000-7000-8000-000000000000'];
    await service.query(
      `INSERT INTO correction (office, seq, id, run, what, person, line, hash, previous, recorded_by, recorded_at)
       VALUES ('test-da', 1, '0123456789abcdef', $1, 'correction', 'P1', '{}', $2, $2, 'user:a', now())`,
      [run, hash],
    );
    const refused = { driverError: { code: '42501' } };
    for (const change of ["hash = ''", "recorded_by = 'user:b'", 'recorded_at = now()', "what = 'undo'", 'seq = 2'])
      await expect(service.query(`UPDATE correction SET ${change}`)).rejects.toMatchObject(refused);
    await expect(service.query('DELETE FROM correction')).rejects.toMatchObject(refused);
    await service.query('UPDATE correction SET person = NULL, line = NULL');
    expect(await service.query('SELECT person, line FROM correction')).toEqual([{ person: null, line: null }]);
  });
});

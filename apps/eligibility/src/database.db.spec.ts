// Real: Postgres and its roles.
import { migrate, scratchDatabase, type ScratchDatabase } from '@clearway/persistence';
import { Client } from 'pg';
import { DATABASE } from './database';

describe('the tables of eligibility', () => {
  let scratch: ScratchDatabase;
  beforeAll(async () => {
    scratch = await scratchDatabase(['eligibility']);
  });
  afterAll(() => scratch.drop());

  it('are what the migrations make, and making them again changes nothing', async () => {
    const { ownerUrl, databaseUrl } = scratch.of('eligibility');
    expect(await migrate(DATABASE, ownerUrl, databaseUrl)).toEqual({ ran: DATABASE.migrations.length });
    expect(await migrate(DATABASE, ownerUrl, databaseUrl)).toEqual({ ran: 0 });
  });

  it('let the service add decisions and empty what is personal in them, and change nothing else', async () => {
    const { databaseUrl } = scratch.of('eligibility');
    const client = new Client({ connectionString: databaseUrl });
    await client.connect();
    try {
      const [hash, run] = ['a'.repeat(64), '00000000-0000-7000-8000-000000000000'];
      await client.query(
        `INSERT INTO eligibility.case_decision (office, seq, id, run, kind, person, conviction, line, hash, previous, recorded_by, recorded_at)
         VALUES ('test-da', 1, '0123456789abcdef', $1, 'override', 'P1', '0:1', '{}', $2, $2, 'user:a', now())`,
        [run, hash],
      );
      const refused = { code: '42501' };
      for (const change of ["hash = ''", "recorded_by = 'user:b'", 'recorded_at = now()', "kind = 'answer'", 'seq = 2'])
        await expect(client.query(`UPDATE eligibility.case_decision SET ${change}`)).rejects.toMatchObject(refused);
      await expect(client.query('DELETE FROM eligibility.case_decision')).rejects.toMatchObject(refused);
      await expect(client.query('TRUNCATE eligibility.case_decision')).rejects.toMatchObject(refused);
      const emptied = await client.query(
        'UPDATE eligibility.case_decision SET person = NULL, conviction = NULL, line = NULL',
      );
      expect(emptied.rowCount).toBe(1);
    } finally {
      await client.end();
    }
  });
});

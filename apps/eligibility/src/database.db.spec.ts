// Real: Postgres and its roles.
import { migrate, scratchDatabase, type ScratchDatabase } from '@clearway/persistence';
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
});

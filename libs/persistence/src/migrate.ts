import { type DataSource } from 'typeorm';
import { CodedError } from '@clearway/platform';
import { serviceDataSource, schemaOf, type ServiceDatabase } from './data-source';
import { guarded } from './database-error';
import { quoteName, userOf } from './names';

/**
 * Tables that the service's role may read and add to, and never change, but for the columns named: those are emptied when
 * personal data are destroyed.
 */
export const APPEND_ONLY_TABLES: Readonly<Record<string, readonly string[]>> = {
  audit: [],
  case_decision: ['person', 'other_person', 'conviction', 'line'],
  correction: ['person', 'line'],
  filing_event: [],
  filing_words: ['words'],
};

/**
 * Brings the schema of a service to its entities, as the schema's owner, under an advisory lock (a second replica waits),
 * and grants the running role its rights. Throws `migration.missing` when entities and migrations disagree.
 */
export async function migrate(
  database: ServiceDatabase,
  ownerUrl: string,
  runtimeUrl: string,
): Promise<{ readonly ran: number }> {
  const owner = serviceDataSource(database, ownerUrl, 3);
  return guarded(async () => {
    await owner.initialize();
    const lock = owner.createQueryRunner();
    try {
      await lock.query('SELECT pg_advisory_lock(hashtext($1))', [`clearway.migrate.${database.service}`]);
      const ran = await owner.runMigrations({ transaction: 'each' });
      await refuseMissing(owner);
      await grant(owner, schemaOf(database.service), userOf(runtimeUrl));
      return { ran: ran.length };
    } finally {
      await lock.query('SELECT pg_advisory_unlock_all()').catch(() => undefined);
      await lock.release();
      await owner.destroy();
    }
  });
}

/** The statements that a missing migration would hold: none when migrations and entities agree. */
export async function missingMigration(source: DataSource): Promise<string[]> {
  const { upQueries } = await source.driver.createSchemaBuilder().log();
  return upQueries.map(({ query }) => query);
}

async function refuseMissing(source: DataSource): Promise<void> {
  const missing = await missingMigration(source);
  if (missing.length === 0) return;
  throw new CodedError(
    'migration.missing',
    `the entities differ from the migrations by ${missing.length} statement(s): generate a migration and commit it`,
  );
}

async function grant(owner: DataSource, schema: string, role: string): Promise<void> {
  const [inSchema, to] = [quoteName(schema), quoteName(role)];
  await owner.query(`GRANT USAGE ON SCHEMA ${inSchema} TO ${to}`);
  await owner.query(`GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${inSchema} TO ${to}`);
  await owner.query(`GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA ${inSchema} TO ${to}`);
  const tables: { tablename: string }[] = await owner.query(
    'SELECT tablename FROM pg_tables WHERE schemaname = $1 AND tablename = ANY($2)',
    [schema, [...Object.keys(APPEND_ONLY_TABLES), 'migration']],
  );
  for (const { tablename } of tables) {
    const table = `${inSchema}.${quoteName(tablename)}`;
    await owner.query(`REVOKE UPDATE, DELETE, TRUNCATE ON ${table} FROM ${to}`);
    const columns = (APPEND_ONLY_TABLES[tablename] ?? []).map(quoteName);
    if (columns.length > 0) await owner.query(`GRANT UPDATE (${columns.join(', ')}) ON ${table} TO ${to}`);
  }
}

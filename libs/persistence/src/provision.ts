import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { schemaOf } from './data-source';
import { guarded } from './database-error';
import { quoteName } from './names';

export interface ProvisionedService {
  readonly service: string;
  /** Of the role that the process runs as: reads and writes rows of its schema, refused everywhere else. */
  readonly databaseUrl: string;
  /** Of the role that owns the schema and migrates it. */
  readonly ownerUrl: string;
}

/**
 * Creates, for each service, one schema and two roles (owner and runner) in the database of `adminUrl`, with new passwords.
 * It can be called again at every start. The database itself is taken from everyone else.
 */
export async function provisionServices(
  adminUrl: string,
  services: readonly string[],
  rolePrefix = 'clearway',
): Promise<ProvisionedService[]> {
  const admin = new Client({ connectionString: adminUrl });
  return guarded(async () => {
    await admin.connect();
    try {
      await admin.query("SELECT pg_advisory_lock(hashtext('clearway.provision'))");
      const { rows } = await admin.query<{ name: string }>('SELECT current_database() AS name');
      const database = quoteName(rows[0]?.name ?? '');
      await admin.query(`REVOKE ALL ON DATABASE ${database} FROM PUBLIC`);
      await admin.query('REVOKE ALL ON SCHEMA public FROM PUBLIC');
      const provisioned: ProvisionedService[] = [];
      for (const service of services)
        provisioned.push(await provisionService(admin, adminUrl, database, service, rolePrefix));
      return provisioned;
    } finally {
      await admin.end();
    }
  });
}

async function provisionService(
  admin: Client,
  adminUrl: string,
  database: string,
  service: string,
  prefix: string,
): Promise<ProvisionedService> {
  const schema = schemaOf(service);
  const owner = `${prefix}_${schema}_owner`;
  const runner = `${prefix}_${schema}`;
  const ownerUrl = await role(admin, adminUrl, owner);
  const databaseUrl = await role(admin, adminUrl, runner);
  await admin.query(`GRANT CONNECT ON DATABASE ${database} TO ${quoteName(owner)}, ${quoteName(runner)}`);
  await admin.query(`GRANT ${quoteName(owner)} TO CURRENT_USER`);
  await admin.query(`CREATE SCHEMA IF NOT EXISTS ${quoteName(schema)} AUTHORIZATION ${quoteName(owner)}`);
  await admin.query(`REVOKE ALL ON SCHEMA ${quoteName(schema)} FROM PUBLIC`);
  await admin.query(`GRANT USAGE ON SCHEMA ${quoteName(schema)} TO ${quoteName(runner)}`);
  return { service, databaseUrl, ownerUrl };
}

async function role(admin: Client, adminUrl: string, name: string): Promise<string> {
  const password = randomBytes(24).toString('hex');
  const { rowCount } = await admin.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [name]);
  const options = `LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION PASSWORD '${scramVerifier(password)}'`;
  await admin.query(`${rowCount ? 'ALTER' : 'CREATE'} ROLE ${quoteName(name)} WITH ${options}`);
  const url = new URL(adminUrl);
  url.username = encodeURIComponent(name);
  url.password = password;
  return url.toString();
}

/** What Postgres stores of a SCRAM-SHA-256 password (RFC 5802): the password itself never stands in a statement. */
export function scramVerifier(password: string, salt: Buffer = randomBytes(16), iterations = 4096): string {
  const salted = pbkdf2Sync(password, salt, iterations, 32, 'sha256');
  const hmac = (words: string): Buffer => createHmac('sha256', salted).update(words).digest();
  const stored = createHash('sha256').update(hmac('Client Key')).digest('base64');
  return `SCRAM-SHA-256$${iterations}:${salt.toString('base64')}$${stored}:${hmac('Server Key').toString('base64')}`;
}

import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { provisionServices, type ProvisionedService } from './provision';

/** Servers that `npm test` starts outside Jest and names in the environment. */
export function testServers(): { readonly databaseUrl: string; readonly natsUrl: string } {
  const { DATABASE_URL: databaseUrl, NATS_URL: natsUrl } = process.env;
  if (!databaseUrl || !natsUrl)
    throw new Error(
      'this test needs real servers: run `npm test`, or give DATABASE_URL (an administrator) and NATS_URL',
    );
  return { databaseUrl, natsUrl };
}

export interface ScratchDatabase {
  /** A random name of letters and digits: also good as a subject prefix. */
  readonly name: string;
  readonly adminUrl: string;
  readonly services: readonly ProvisionedService[];
  /** The roles' addresses of one service. */
  of(service: string): ProvisionedService;
  drop(): Promise<void>;
}

/** A database of its own for one test or tool, with a schema and two roles for each service; `drop` it. */
export async function scratchDatabase(
  services: readonly string[],
  databaseUrl: string = testServers().databaseUrl,
): Promise<ScratchDatabase> {
  const name = `t${randomBytes(6).toString('hex')}`;
  const url = new URL(databaseUrl);
  url.pathname = `/${name}`;
  const asAdmin = async (...statements: string[]): Promise<void> => {
    const admin = new Client({ connectionString: databaseUrl });
    await admin.connect();
    try {
      for (const statement of statements) await admin.query(statement);
    } finally {
      await admin.end();
    }
  };
  await asAdmin(`CREATE DATABASE ${name}`);
  const provisioned = await provisionServices(url.toString(), services, name);
  const roles = services.flatMap((service) => [
    `${name}_${service.replaceAll('-', '_')}`,
    `${name}_${service.replaceAll('-', '_')}_owner`,
  ]);
  return {
    name,
    adminUrl: url.toString(),
    services: provisioned,
    of: (service) => provisioned.find((one) => one.service === service) as ProvisionedService,
    drop: () =>
      asAdmin(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`, ...roles.map((role) => `DROP ROLE IF EXISTS "${role}"`)),
  };
}

import { SERVICES, type ServiceName } from '@clearway/contracts';
import { provisionServices } from '@clearway/persistence';
import { randomBytes } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { keepServers } from '../servers.mjs';
import { ApiClient } from './api-client';
import { ServiceProcess } from './service-process';

export interface ClusterOptions {
  /** Start servers of its own, so that they can be killed; otherwise those of DATABASE_URL and NATS_URL serve. */
  readonly ownServers?: boolean;
  /** Settings of every service. */
  readonly settings?: Readonly<Record<string, string>>;
}

/** Batches so small that a file of a few hundred rows goes through in many. */
const SMALL: Readonly<Record<string, string>> = {
  CLEARWAY_BATCH_PERSONS: '3',
  CLEARWAY_BATCH_PACKETS: '1',
  CLEARWAY_ACK_WAIT_SECONDS: '1',
  // A message that is killed again and again must still get through.
  CLEARWAY_MAX_ATTEMPTS: '25',
  CLEARWAY_RECONCILE_SECONDS: '2',
  CLEARWAY_CRASH_POINTS: 'yes',
  CLEARWAY_DISK_FREE_BYTES: '0',
};

interface ServerEvent {
  readonly event: 'exited' | 'started';
  readonly server: 'postgres' | 'nats';
}

type Servers = Awaited<ReturnType<typeof keepServers>>;

/** All services as processes of their own, on a database, subjects and a folder that nobody else has. */
export class Cluster {
  readonly api: ApiClient;

  private constructor(
    readonly folder: string,
    readonly prefix: string,
    readonly databaseUrl: string,
    readonly natsUrl: string,
    readonly services: Readonly<Record<ServiceName, ServiceProcess>>,
    readonly databaseUrls: Readonly<Record<ServiceName, string>>,
    private readonly servers: Servers | undefined,
    private readonly events: EventEmitter,
    private readonly dropDatabase: () => Promise<void>,
  ) {
    // The office of a command that names none: what it makes is compared with what the services make.
    this.api = new ApiClient(() => this.services.gateway.address, 'district-attorney');
  }

  static async begin(options: ClusterOptions = {}): Promise<Cluster> {
    const folder = mkdtempSync(join(tmpdir(), 'clearway-e2e-'));
    // The embedded Postgres runs as another user when the tests run as root.
    chmodSync(folder, 0o711);
    const own = options.ownServers === true || !process.env['DATABASE_URL'] || !process.env['NATS_URL'];
    const events = new EventEmitter();
    const servers = own
      ? await keepServers({ home: join(folder, 'servers'), onEvent: (event) => events.emit('server', event) })
      : undefined;
    const adminUrl = servers?.databaseUrl ?? process.env['DATABASE_URL'] ?? '';
    const natsUrl = servers?.natsUrl ?? process.env['NATS_URL'] ?? '';
    const prefix = `e2e-${randomBytes(4).toString('hex')}`;
    const database = prefix.replaceAll('-', '_');
    await execute(adminUrl, `CREATE DATABASE ${database}`);
    const databaseUrl = withDatabase(adminUrl, database);
    const roles = await provisionServices(databaseUrl, SERVICES, database);
    const logs = join(folder, 'logs');
    mkdirSync(logs);
    const entries = SERVICES.map((name) => {
      const role = roles.find(({ service }) => service === name);
      const environment = {
        ...SMALL,
        ...options.settings,
        CLEARWAY_DATABASE_URL: role?.databaseUrl ?? '',
        CLEARWAY_OWNER_DATABASE_URL: role?.ownerUrl ?? '',
        CLEARWAY_NATS_URL: natsUrl,
        CLEARWAY_CONTENT_DIR: join(folder, 'content'),
        CLEARWAY_FORMS: join(folder, 'forms'),
        CLEARWAY_SUBJECT_PREFIX: prefix,
      };
      return [name, new ServiceProcess(name, join(logs, `${name}.log`), environment)] as const;
    });
    const services = Object.fromEntries(entries) as Record<ServiceName, ServiceProcess>;
    const databaseUrls = Object.fromEntries(roles.map((role) => [role.service, role.databaseUrl])) as Record<
      ServiceName,
      string
    >;
    const drop = (): Promise<void> =>
      servers ? Promise.resolve() : execute(adminUrl, `DROP DATABASE IF EXISTS ${database} WITH (FORCE)`);
    const cluster = new Cluster(folder, prefix, databaseUrl, natsUrl, services, databaseUrls, servers, events, drop);
    try {
      await Promise.all(SERVICES.map((name) => services[name].start()));
    } catch (error) {
      await cluster.stop();
      throw error;
    }
    return cluster;
  }

  get serviceLogs(): string {
    return join(this.folder, 'logs');
  }

  /** Folders with everything that any process of this cluster said. */
  get logFolders(): string[] {
    return [this.serviceLogs, ...(this.servers ? [join(this.folder, 'servers')] : [])];
  }

  /** SIGKILL for a server of its own; resolves when it is gone. */
  async kill(server: 'postgres' | 'nats'): Promise<void> {
    await this.told('exited', server, `kill ${server}`);
  }

  /** Starts a killed server again, on the same port and folder; resolves when it answers. */
  async start(server: 'postgres' | 'nats'): Promise<void> {
    await this.told('started', server, `start ${server}`);
  }

  private told(event: ServerEvent['event'], server: ServerEvent['server'], command: string): Promise<void> {
    const servers = this.servers;
    if (!servers) throw new Error('these servers belong to somebody else: start the cluster with ownServers');
    return new Promise((resolve) => {
      this.events.on('server', function listener(this: EventEmitter, seen: ServerEvent) {
        if (seen.event !== event || seen.server !== server) return;
        this.off('server', listener);
        resolve();
      });
      servers.command(command);
    });
  }

  async stop(): Promise<void> {
    await Promise.all(SERVICES.map((name) => this.services[name].stop()));
    await this.dropDatabase();
    await this.servers?.stop();
    if (!process.env['CLEARWAY_E2E_KEEP']) rmSync(this.folder, { recursive: true, force: true });
  }
}

function withDatabase(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.toString();
}

async function execute(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

import { type ServiceName } from '@clearway/contracts';
import { Client } from 'pg';
import { Cluster } from './cluster';
import { countyFile, runOver } from './county-file';
import { deliveriesTo } from './deliveries';

const ENDS = ['done', 'failed', 'cancelled'];

/** Where each service is killed, one after the other, within one run; the number says which time it comes there. */
const KILLS: readonly (readonly [service: ServiceName, points: readonly string[]])[] = [
  [
    'ingestion',
    ['after-copy-before-commit:3', 'after-commit-before-publish:4', 'after-publish-before-ack:4', 'after-batch:4'],
  ],
  [
    'eligibility',
    ['after-copy-before-commit:2', 'after-commit-before-publish:2', 'after-publish-before-ack:2', 'after-batch:2'],
  ],
  [
    'documents',
    ['after-copy-before-commit:1', 'after-commit-before-publish:2', 'after-publish-before-ack:2', 'after-batch:1'],
  ],
  [
    'notification',
    ['after-copy-before-commit:1', 'after-commit-before-publish:1', 'after-publish-before-ack:1', 'after-batch:1'],
  ],
  [
    'gateway',
    ['after-copy-before-commit:3', 'after-commit-before-publish:2', 'after-publish-before-ack:2', 'after-batch:2'],
  ],
];

// Real: five service processes, Postgres, NATS. Each process is killed by SIGKILL at a named point of its own work.
describe('a service that is killed in the middle of its work', () => {
  let cluster: Cluster;
  let upload: { sha256: string };
  let undisturbed: Record<string, string>;
  let deliveriesOfOneRun: Record<string, number>;

  beforeAll(async () => {
    cluster = await Cluster.begin();
    upload = await cluster.api.upload(countyFile(2500));
    const before = await deliveries();
    const { id } = await cluster.api.createRun(runOver(upload.sha256), 'undisturbed-run');
    expect((await cluster.api.untilEnd(id)).state).toBe('done');
    undisturbed = await cluster.api.outputs(id);
    const after = await deliveries();
    deliveriesOfOneRun = Object.fromEntries(
      KILLS.map(([service]) => [service, (after[service] ?? 0) - (before[service] ?? 0)]),
    );
    expect(Object.keys(undisturbed).length).toBeGreaterThan(15);
  });
  afterAll(() => cluster?.stop());

  async function deliveries(): Promise<Record<string, number>> {
    const counted = KILLS.map(
      async ([service]) => [service, await deliveriesTo(cluster.natsUrl, cluster.prefix, [service])] as const,
    );
    return Object.fromEntries(await Promise.all(counted));
  }

  async function stateOf(id: string): Promise<string> {
    const client = new Client({ connectionString: cluster.databaseUrls.gateway });
    await client.connect();
    try {
      return (
        (await client.query<{ state: string }>('SELECT state FROM gateway.run WHERE id = $1', [id])).rows[0]?.state ??
        'none'
      );
    } finally {
      await client.end();
    }
  }

  it.each(KILLS)('%s: every output is the same, and something was delivered again', async (service, points) => {
    const victim = cluster.services[service];
    const before = (await deliveries())[service] ?? 0;
    const [first = '', ...others] = points;
    await victim.stop();
    await victim.start({ CLEARWAY_CRASH_AT: `${service}:${first}` });
    const { id } = await cluster.api.createRun(runOver(upload.sha256), `killed-${service}`);
    for (const point of [first, ...others]) {
      if (point !== first) await victim.start({ CLEARWAY_CRASH_AT: `${service}:${point}` }, { waitUntilReady: false });
      expect([point, (await victim.ended()).signal]).toEqual([point, 'SIGKILL']);
      expect(ENDS).not.toContain(await stateOf(id));
    }
    await victim.start();
    const ended = await cluster.api.untilEnd(id);
    expect([ended.state, ended.failure, ended.stall]).toEqual(['done', null, null]);
    expect(await cluster.api.outputs(id)).toEqual(undisturbed);
    const delivered = ((await deliveries())[service] ?? 0) - before;
    expect(delivered).toBeGreaterThan(deliveriesOfOneRun[service] ?? 0);
  });
});

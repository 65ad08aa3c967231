import { Client } from 'pg';
import { Cluster } from './cluster';
import { countyFile, runOver } from './county-file';
import { takenAgain } from './deliveries';

const ENDS = ['done', 'failed', 'cancelled'];

// Real: five service processes, and a Postgres and a NATS of this test's own, which are killed by SIGKILL under them.
describe('a server that is killed while a run goes through', () => {
  let cluster: Cluster;
  let upload: { sha256: string };
  let undisturbed: Record<string, string>;

  beforeAll(async () => {
    cluster = await Cluster.begin({ ownServers: true, settings: { CLEARWAY_BATCH_PERSONS: '1', CLEARWAY_LOG_LEVEL: 'debug' } });
    upload = await cluster.api.upload(countyFile(4000));
    const { id } = await cluster.api.createRun(runOver(upload.sha256), 'undisturbed-run');
    expect((await cluster.api.untilEnd(id)).state).toBe('done');
    undisturbed = await cluster.api.outputs(id);
  });
  afterAll(() => cluster?.stop());

  it.each(['nats', 'postgres'] as const)('%s: the run ends as if nothing had been, and something was delivered again', async (server) => {
    // Whether a message is on its way at the moment of the kill is chance: where none was, it is killed again under another run.
    let again = 0;
    for (let attempt = 1; attempt <= 4 && again === 0; attempt++) again = await killedOnce(server, attempt);
    expect(again).toBeGreaterThan(0);
  });

  /** How often something was delivered again to a run during which the server was killed. */
  async function killedOnce(server: 'nats' | 'postgres', attempt: number): Promise<number> {
    const { id } = await cluster.api.createRun(runOver(upload.sha256), `killed-${server}-000${attempt}`);
    const seen = await cluster.api.until(id, ({ counts }) => (counts['batchesDecided'] ?? 0) >= 2);
    await cluster.kill(server);
    const killedAt = new Date();
    expect(ENDS).not.toContain(seen.state);
    // Long enough that work in progress meets the missing server.
    await new Promise((resolve) => setTimeout(resolve, 1500));
    const startedAt = new Date();
    await cluster.start(server);
    const ended = await cluster.api.untilEnd(id);
    expect([ended.state, ended.failure, ended.stall]).toEqual(['done', null, null]);
    // No service went down with the server.
    expect(Object.values(cluster.services).filter(({ running }) => !running)).toEqual([]);
    // It was not ended when the server was killed, and did not end without it.
    expect(startedAt.getTime() - killedAt.getTime()).toBeGreaterThan(1000);
    expect((await finishedAt(cluster, id)).getTime()).toBeGreaterThan(startedAt.getTime());
    expect(await cluster.api.outputs(id)).toEqual(undisturbed);
    return takenAgain(cluster.serviceLogs, id);
  }
});

async function finishedAt(cluster: Cluster, run: string): Promise<Date> {
  const client = new Client({ connectionString: cluster.databaseUrls.gateway });
  await client.connect();
  try {
    return (await client.query<{ at: Date }>('SELECT finished_at AS at FROM gateway.run WHERE id = $1', [run])).rows[0]?.at ?? new Date(0);
  } finally {
    await client.end();
  }
}

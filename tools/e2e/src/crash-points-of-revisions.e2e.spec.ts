import { type ServiceName } from '@clearway/contracts';
import { type RunView } from './api-client';
import { Cluster } from './cluster';
import { countyFile } from './county-file';
import { courtExport, rapSheet } from './other-sources';
import { splitCounty } from './split-county';

const CHANGED = 'changed_determinations.csv';

/** Where each service is killed while the second revision goes through, one point after the other; the number says which time it comes there. */
const KILLS: readonly (readonly [service: ServiceName, points: readonly string[]])[] = [
  [
    'ingestion',
    ['after-copy-before-commit:2', 'after-commit-before-publish:3', 'after-publish-before-ack:3', 'after-batch:3'],
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
    ['after-copy-before-commit:2', 'after-commit-before-publish:2', 'after-publish-before-ack:2', 'after-batch:2'],
  ],
];

// Real: five service processes, Postgres, NATS. Each process is killed by SIGKILL at a named point of its own work, in a run of every kind of source.
describe('a service that is killed while a new revision goes through', () => {
  let cluster: Cluster;
  let undisturbed: Record<string, string>;
  let changes: unknown;
  const county = countyFile(1500);
  const { first, second } = splitCounty(county);
  const begun: { name: string; sha256: string }[] = [];
  const added: { name: string; sha256: string }[] = [];

  const revised = async (id: string): Promise<RunView> =>
    cluster.api.until(id, ({ revision, state }) => revision === 2 && ['done', 'failed', 'cancelled'].includes(state));
  const add = (id: string) =>
    cluster.api.request<RunView>(
      'POST',
      `/offices/:office/runs/${id}/files`,
      { files: added },
      { 'Idempotency-Key': `add-to-${id}` },
    );
  const changesOf = async (id: string): Promise<unknown> =>
    (await cluster.api.request('GET', `/offices/:office/runs/${id}/changes?limit=500`)).body;

  async function doneOnce(key: string): Promise<string> {
    const settings = {
      files: begun,
      county: 'Fresno',
      policy: { name: 'california-statute' },
      asOf: '2026-11-23',
      papers: 'bulk',
    };
    const { id } = await cluster.api.createRun(settings, key);
    const ended = await cluster.api.untilEnd(id);
    expect([ended.state, ended.failure]).toEqual(['done', null]);
    return id;
  }

  beforeAll(async () => {
    cluster = await Cluster.begin();
    const upload = async (name: string, bytes: Buffer): Promise<{ name: string; sha256: string }> => ({
      name,
      sha256: (await cluster.api.upload(bytes)).sha256,
    });
    begun.push(await upload('first.dat', first), await upload('sheet.txt', rapSheet(county, 4)));
    added.push(await upload('second.dat', second), await upload('court.csv', courtExport(county)));
    const id = await doneOnce('undisturbed-run');
    expect((await add(id)).status).toBe(201);
    const seen = await revised(id);
    expect([seen.state, seen.failure, seen.stall]).toEqual(['done', null, null]);
    undisturbed = await cluster.api.outputs(id);
    changes = await changesOf(id);
    expect(undisturbed[CHANGED]).toBeDefined();
  });
  afterAll(() => cluster?.stop());

  it.each(KILLS)('%s: every output and every change is the same, and nothing is lost', async (service, points) => {
    const victim = cluster.services[service];
    const id = await doneOnce(`killed-${service}`);
    const [point = '', ...others] = points;
    await victim.stop();
    await victim.start({ CLEARWAY_CRASH_AT: `${service}:${point}` });
    // The gateway may be killed while it answers.
    await add(id).catch(() => undefined);
    for (const each of [point, ...others]) {
      if (each !== point) await victim.start({ CLEARWAY_CRASH_AT: `${service}:${each}` }, { waitUntilReady: false });
      expect([each, (await victim.ended()).signal]).toEqual([each, 'SIGKILL']);
    }
    await victim.start();
    // Sent again under its key: it was begun once.
    expect((await add(id)).body.revision).toBe(2);
    const seen = await revised(id);
    expect([seen.state, seen.failure, seen.stall]).toEqual(['done', null, null]);
    expect(await cluster.api.outputs(id)).toEqual(undisturbed);
    expect(await changesOf(id)).toEqual(changes);
    // What the first revision made is still there.
    const { body } = await cluster.api.request<{ items: unknown[] }>(
      'GET',
      `/offices/:office/runs/${id}/outputs?revision=1`,
    );
    expect(body.items.length).toBeGreaterThan(15);
  });
});

import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { sha256, type RunView } from './api-client';
import { Cluster } from './cluster';
import { countyFile } from './county-file';
import { grantsByNumber, listByName, OUR_MAPPING } from './done-list';
import { courtExport } from './other-sources';

// Real: five service processes, Postgres, NATS, the content store, the built command line.
describe('lists of what already happened that name people by name and birth date alone, through the services', () => {
  let cluster: Cluster;
  const county = countyFile(2500);
  const inputs = {
    'county.dat': county,
    'court.csv': courtExport(county),
    'list.csv': listByName(county),
    'grants.csv': grantsByNumber(county),
  };
  type Name = keyof typeof inputs;
  const hashes = new Map<Name, string>();
  const at = (name: string): string => join(cluster.folder, 'inputs', name);
  const named = (name: Name): Record<string, unknown> => ({ name, sha256: hashes.get(name) });
  const LISTS = (): Record<string, unknown>[] => [
    { ...named('list.csv'), mapping: { text: OUR_MAPPING } },
    named('grants.csv'),
  ];
  const settings = (files: readonly Name[], done: readonly unknown[]): Record<string, unknown> => ({
    files: files.map(named),
    done,
    county: 'Fresno',
    policy: { name: 'california-statute' },
    asOf: '2026-11-23',
    papers: 'bulk',
  });
  const made = async (request: Record<string, unknown>, key: string): Promise<RunView> => {
    const run = await cluster.api.untilEnd((await cluster.api.createRun(request, key)).id);
    expect([run.state, run.failure]).toEqual(['done', null]);
    return run;
  };
  const output = async (run: RunView, name: string): Promise<string> =>
    (await cluster.api.download(run.id, name)).bytes.toString('utf8');

  beforeAll(async () => {
    cluster = await Cluster.begin();
    mkdirSync(join(cluster.folder, 'inputs'));
    for (const [name, bytes] of Object.entries(inputs)) {
      writeFileSync(at(name), bytes);
      hashes.set(
        name as Name,
        (await cluster.api.upload(bytes, /^(?:list|grants)/.test(name) ? 'done-list' : 'source')).sha256,
      );
    }
    writeFileSync(at('ours.yaml'), OUR_MAPPING);
  });
  afterAll(() => cluster?.stop());

  async function commandLine(files: readonly Name[], out: string): Promise<Record<string, string>> {
    const choices = [
      '--county',
      'Fresno',
      '--policy',
      'california-statute',
      '--as-of',
      '2026-11-23',
      '--papers',
      'bulk',
      '--letters',
    ];
    const lists = ['--done', at('list.csv'), '--done', at('grants.csv'), '--mapping', `list.csv=${at('ours.yaml')}`];
    const folder = join(cluster.folder, out);
    const cli = join(__dirname, '..', '..', 'cli', 'clearway.js');
    // Not while everything waits: the gateway closes connections that are silent for long.
    await promisify(execFile)(process.execPath, [
      cli,
      'analyze',
      ...files.map(at),
      ...choices,
      ...lists,
      '--out',
      folder,
      '--office',
      cluster.api.office,
    ]);
    const names = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
      // The clock stands in this one alone.
      .filter((name) => name !== 'run.log.json');
    return Object.fromEntries(names.map((name) => [name, sha256(readFileSync(join(folder, name)))]));
  }

  it('give the bytes of the command line, beside files of the state alone', async () => {
    const run = await made(settings(['county.dat'], LISTS()), 'done-lists-01');
    const fromCli = await commandLine(['county.dat'], 'state');
    expect(await cluster.api.outputs(run.id)).toEqual(fromCli);
    expect(Object.keys(fromCli)).toEqual(
      expect.arrayContaining(['owed.csv', 'facts_unused.csv', 'same_person.csv', 'sources.csv']),
    );
    const owed = await output(run, 'owed.csv');
    expect(owed).toMatch(/granted 2020-06-01/);
    expect(owed).toMatch(/grants\.csv line 2/);
    expect(await output(run, 'facts_unused.csv')).toMatch(/no-such-person/);
    expect(await output(run, 'facts_unused.csv')).toMatch(/person-asked/);
  });

  it("give them beside courts' exports, and a revision with the lists decides again only whom they name", async () => {
    const files: Name[] = ['county.dat', 'court.csv'];
    const run = await made(settings(files, []), 'done-lists-02');
    const { body } = await cluster.api.request<RunView>(
      'POST',
      `/offices/:office/runs/${run.id}/files`,
      { done: LISTS() },
      { 'Idempotency-Key': 'done-lists-03' },
    );
    expect(body.revision).toBe(2);
    const revised = await cluster.api.until(
      run.id,
      (seen) => seen.revision === 2 && ['done', 'failed'].includes(seen.state),
    );
    expect([revised.state, revised.failure]).toEqual(['done', null]);
    const { 'changed_determinations.csv': changed, ...outputs } = await cluster.api.outputs(run.id);
    expect(changed).toMatch(/^[0-9a-f]{64}$/);
    expect(outputs).toEqual(await commandLine(files, 'mixed'));
    const touched = (revised.counts['personsDecided'] ?? 0) - (revised.counts['personsCarried'] ?? 0);
    expect(touched).toBeGreaterThan(0);
    expect(touched).toBeLessThan(8);
    const again = await cluster.api.request<{ revised: boolean }>(
      'POST',
      `/offices/:office/runs/${run.id}/files`,
      { done: LISTS() },
      { 'Idempotency-Key': 'done-lists-04' },
    );
    expect([again.status, again.body.revised]).toEqual([200, false]);
  });

  it('are refused by field where nobody can read them, and say what kind of list they are', async () => {
    const refused = async (done: readonly unknown[]): Promise<unknown> => {
      const { status, body } = await cluster.api.request<{ errors: { path: string; message: string }[] }>(
        'POST',
        '/offices/:office/runs',
        settings(['county.dat'], done),
        { 'Idempotency-Key': 'done-lists-05' },
      );
      expect(status).toBe(422);
      return body.errors;
    };
    expect(await refused([named('list.csv')])).toEqual([
      { path: 'done.0', message: expect.stringContaining('no mapping that comes with Clearway reads this list') },
    ]);
    const silent = OUR_MAPPING.replace(/^list: .*\n/m, '');
    expect(await refused([{ ...named('list.csv'), mapping: { text: silent } }])).toEqual([
      { path: 'done.0', message: expect.stringContaining('does not say what kind of list it is') },
    ]);
    expect(await refused([{ name: 'none.csv', sha256: 'f'.repeat(64) }])).toEqual([
      { path: 'done.0.sha256', message: expect.stringContaining('upload the file first') },
    ]);
  });

  it('go through with the command line that sends files', async () => {
    const cli = join(__dirname, '..', '..', 'cli', 'clearway.js');
    const out = join(cluster.folder, 'sent');
    const choices = [
      '--county',
      'Fresno',
      '--as-of',
      '2026-11-23',
      '--out',
      out,
      '--url',
      cluster.services.gateway.address,
      '--office',
      cluster.api.office,
    ];
    await promisify(execFile)(process.execPath, [
      cli,
      'run',
      at('county.dat'),
      ...choices,
      '--done',
      at('list.csv'),
      '--done',
      at('grants.csv'),
      '--mapping',
      `list.csv=${at('ours.yaml')}`,
    ]);
    expect(sha256(readFileSync(join(out, 'owed.csv')))).toBe(
      sha256(readFileSync(join(cluster.folder, 'state', 'owed.csv'))),
    );
  });
});

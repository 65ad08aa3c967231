import { execFile } from 'node:child_process';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { Client } from 'pg';
import { sha256, type RunView } from './api-client';
import { Cluster } from './cluster';
import { countyFile, runOver } from './county-file';
import { splitCounty } from './split-county';
import { PATIENCE_MS } from './patience';

interface Determination {
  readonly person: string;
  readonly conviction: string;
  readonly outcome: string;
  readonly relief: string;
  readonly floor: string;
  readonly standing: string;
  readonly questions: readonly string[];
  readonly source: { readonly file: number; readonly row: number };
}

interface Change {
  readonly why: string;
  readonly before: Determination | null;
  readonly after: Determination | null;
}

const CHANGED = 'changed_determinations.csv';

// Real: five service processes, Postgres, NATS, the content store.
describe('a file that is added to a finished run', () => {
  let cluster: Cluster;
  let run: RunView;
  let first: Record<string, string>;
  const county = countyFile(2500);
  const files = splitCounty(county);
  const hashes = { first: '', second: '' };
  const path = (more: string): string => `/offices/:office/runs/${run.id}${more}`;

  beforeAll(async () => {
    cluster = await Cluster.begin();
    hashes.first = (await cluster.api.upload(files.first)).sha256;
    hashes.second = (await cluster.api.upload(files.second)).sha256;
    run = await cluster.api.untilEnd((await cluster.api.createRun(runOver(hashes.first), 'revision-0001')).id);
    expect([run.state, run.failure]).toEqual(['done', null]);
    first = await cluster.api.outputs(run.id);
  });
  afterAll(() => cluster?.stop());

  const add = (sha: string, key: string) =>
    cluster.api.request<RunView & { revised: boolean; because: string; code?: string }>(
      'POST',
      path('/files'),
      { files: [{ sha256: sha, name: 'second.dat' }] },
      { 'Idempotency-Key': key },
    );
  const doneAt = (revision: number): Promise<RunView> =>
    cluster.api.until(
      run.id,
      (seen) =>
        seen.lastAttempt?.revision === revision ||
        (seen.revision === revision && ['done', 'failed', 'cancelled'].includes(seen.state)),
    );

  async function outputsOf(revision: number): Promise<Record<string, string>> {
    const { body } = await cluster.api.request<{ revision: number; items: { name: string; sha256: string }[] }>(
      'GET',
      path(`/outputs?revision=${revision}`),
    );
    expect(body.revision).toBe(revision);
    return Object.fromEntries(body.items.map(({ name, sha256: hash }) => [name, hash]));
  }

  async function allOf<Item>(address: string): Promise<Item[]> {
    const all: Item[] = [];
    for (let after = ''; ; ) {
      const { status, body } = await cluster.api.request<{ items: Item[]; next: string | null }>(
        'GET',
        path(`${address}&limit=7${after}`),
      );
      expect(status).toBe(200);
      all.push(...body.items);
      if (body.next === null) return all;
      after = `&after=${encodeURIComponent(body.next)}`;
    }
  }

  it('changes nothing when it has the bytes of a file that the run has', async () => {
    const { status, body } = await add(hashes.first, 'revision-same');
    expect([status, body.revised, body.revision, body.state]).toEqual([200, false, 1, 'done']);
    expect(body.because).toMatch(/nothing changes/);
    expect(await cluster.api.outputs(run.id)).toEqual(first);
  });

  it('makes a new revision, once for one key', async () => {
    const both = await Promise.all([1, 2, 3].map(() => add(hashes.second, 'revision-add-1')));
    expect(both.map(({ status }) => status).sort()).toEqual([200, 200, 201]);
    const seen = await doneAt(2);
    expect([seen.state, seen.failure, seen.revision]).toEqual(['done', null, 2]);
    const again = await add(hashes.second, 'revision-add-1');
    expect([again.status, again.body.revision, again.body.revised]).toEqual([200, 2, true]);
    const other = await add(hashes.first, 'revision-add-1');
    expect([other.status, other.body.code]).toEqual([409, 'run.key-reused']);
  });

  it('gives the bytes of one run over all the files, and a list of what changed beside them', async () => {
    const fresh = await cluster.api.createRun(
      {
        ...runOver(hashes.first),
        files: [
          { sha256: hashes.first, name: 'county.dat' },
          { sha256: hashes.second, name: 'second.dat' },
        ],
      },
      'revision-fresh',
    );
    expect((await cluster.api.untilEnd(fresh.id)).state).toBe('done');
    const { [CHANGED]: changed, ...rest } = await outputsOf(2);
    expect(rest).toEqual(await cluster.api.outputs(fresh.id));
    expect(changed).toMatch(/^[0-9a-f]{64}$/);
    expect(rest['run.json']).not.toBe(first['run.json']);
  });

  it('decides again only the people whom the file touches', async () => {
    const { counts } = await cluster.api.run(run.id);
    const client = new Client({ connectionString: cluster.databaseUrls.eligibility });
    await client.connect();
    try {
      const touched = await client.query<{ person: string; why: string }>(
        'SELECT person, why FROM eligibility.touched_person WHERE run = $1 AND revision = 2',
        [run.id],
      );
      expect(touched.rowCount).toBe((counts['persons'] ?? 0) - (counts['personsCarried'] ?? 0));
      expect(counts['personsCarried']).toBeGreaterThan((counts['persons'] ?? 0) / 2);
      const places = await new Client({ connectionString: cluster.databaseUrls.ingestion });
      await places.connect();
      // Who has a row in the second file, asked of the determinations of a run over that file alone.
      const alone = await cluster.api.createRun(runOver(hashes.second), 'revision-alone');
      expect((await cluster.api.untilEnd(alone.id)).state).toBe('done');
      const there = await places.query<{ person: string }>('SELECT person FROM ingestion.person_place WHERE run = $1', [
        alone.id,
      ]);
      const before = await places.query<{ person: string }>(
        'SELECT person FROM ingestion.person_place WHERE run = $1 AND revision = 1',
        [run.id],
      );
      await places.end();
      const known = new Set(before.rows.map(({ person }) => person));
      const expected = there.rows.map(({ person }) => `${person} ${known.has(person) ? 'history' : 'new-person'}`);
      expect(touched.rows.map(({ person, why }) => `${person} ${why}`).sort()).toEqual(expected.sort());
      expect(new Set(touched.rows.map(({ why }) => why))).toEqual(new Set(['history', 'new-person']));
    } finally {
      await client.end();
    }
  });

  it('lists exactly the determinations that differ, page by page and as a file', async () => {
    const [before, after] = [
      await allOf<Determination>('/determinations?revision=1'),
      await allOf<Determination>('/determinations?revision=2'),
    ];
    const place = ({ source: { file, row } }: Determination): string => `${file}:${row}`;
    const was = new Map(before.map((each) => [place(each), each]));
    const says = (each: Determination | undefined): string =>
      each ? JSON.stringify([each.person, each.outcome, each.relief, each.floor, each.standing, each.questions]) : '';
    const expected = after
      .filter((each) => says(was.get(place(each))) !== says(each))
      .map((each) => `${each.person} ${each.conviction}`);
    const changes = await allOf<Change>('/changes?revision=2');
    expect(changes.map(({ after: now }) => `${now?.person} ${now?.conviction}`)).toEqual(expected);
    expect(changes.length).toBeGreaterThan(3);
    expect(changes.length).toBeLessThan(after.length);
    expect((await cluster.api.run(run.id)).counts['determinationsChanged']).toBe(changes.length);
    const { bytes } = await cluster.api.download(run.id, CHANGED);
    expect(bytes.toString('utf8').trimEnd().split('\n')).toHaveLength(changes.length + 1);
    expect((await cluster.api.request<{ total: number }>('GET', path('/changes?revision=1'))).body.total).toBe(0);
    expect((await cluster.api.request('GET', path('/changes?revision=9'))).status).toBe(404);
  });

  it('leaves what the first revision made at its address', async () => {
    expect(await outputsOf(1)).toEqual(first);
    const response = await cluster.api.download(run.id, 'All_Results.csv?revision=1');
    expect([response.status, sha256(response.bytes)]).toEqual([200, first['All_Results.csv']]);
    const { body } = await cluster.api.request<{ items: { revision: number; reason: string; state: string }[] }>(
      'GET',
      path('/revisions'),
    );
    expect(body.items.map(({ revision, reason, state }) => [revision, reason, state])).toEqual([
      [2, 'files-added', 'done'],
      [1, 'first', 'done'],
    ]);
  });

  it('is cancelled, and the run is as the revision before left it', async () => {
    const third = await cluster.api.upload(countyFile(1500, 12));
    const { status } = await add(third.sha256, 'revision-add-2');
    expect(status).toBe(201);
    expect((await add(hashes.first, 'revision-while')).body.revised).toBe(false);
    const cancelled = await cluster.api.request<RunView>('POST', path('/cancel'));
    expect([cancelled.status, cancelled.body.state, cancelled.body.revision]).toEqual([200, 'done', 2]);
    expect(cancelled.body.lastAttempt).toMatchObject({ revision: 3, state: 'cancelled', failure: null });
    const { body } = await cluster.api.request<{ revision: number }>('GET', path('/outputs'));
    expect(body.revision).toBe(2);
    // What was cancelled can be asked for again: the next one is held against the last that is done.
    const fourth = await add(third.sha256, 'revision-add-3');
    expect([fourth.status, fourth.body.revised, fourth.body.revision]).toEqual([201, true, 4]);
    const seen = await doneAt(4);
    expect([seen.state, seen.failure]).toEqual(['done', null]);
    expect(seen.counts['personsCarried']).toBeGreaterThan(20);
    expect((await cluster.api.request<{ before: number }>('GET', path('/changes'))).body.before).toBe(2);
  });

  it('changes nothing when it adds the same file packed', async () => {
    const packed = await cluster.api.upload(gzipSync(files.second));
    const { status, body } = await add(packed.sha256, 'revision-packed');
    expect([status, body.revised, body.revision]).toEqual([200, false, 4]);
  });

  it('fails and leaves the run as it was, with the reason, and the file that it failed of is not in the next revision', async () => {
    const broken = await cluster.api.upload(Buffer.concat([files.second, Buffer.from('x')]), 'contacts');
    await cluster.api.upload(gzipSync(files.second).subarray(0, 4000));
    const cut = sha256(gzipSync(files.second).subarray(0, 4000));
    expect((await add(cut, 'revision-cut')).status).toBe(201);
    const before = await cluster.api.request<{ items: RunView[] }>('GET', path('/revisions'));
    const failed = await doneAt(5);
    expect([failed.state, failed.revision, failed.failure]).toEqual(['done', 4, null]);
    expect(failed.counts).toEqual(before.body.items.find(({ revision }) => revision === 4)?.counts);
    expect(failed.lastAttempt).toMatchObject({
      revision: 5,
      state: 'failed',
      failure: { stage: 'indexing', kind: 'refused' },
    });
    const listed = await cluster.api.request<{ items: RunView[] }>('GET', '/offices/:office/runs?limit=5');
    expect(listed.body.items.find(({ id }) => id === run.id)).toEqual(failed);
    // What the run has is still there: adding it again changes nothing.
    expect((await add(hashes.second, 'revision-known')).body.revised).toBe(false);
    expect((await add(broken.sha256, 'revision-good')).status).toBe(201);
    const good = await doneAt(6);
    expect([good.state, good.failure]).toEqual(['done', null]);
    expect(good.lastAttempt).toBeNull();
    const { body } = await cluster.api.request<{
      items: { revision: number; state: string; inputs: unknown[]; failure: RunView['failure'] }[];
    }>('GET', path('/revisions'));
    // The reason is kept when the next revision has begun.
    expect(body.items.filter(({ failure }) => failure !== null)).toMatchObject([
      { revision: 5, failure: failed.lastAttempt?.failure },
    ]);
    expect(body.items.map(({ revision, state, inputs }) => [revision, state, inputs.length])).toEqual([
      [6, 'done', 4],
      [5, 'failed', 4],
      [4, 'done', 3],
      [3, 'cancelled', 3],
      [2, 'done', 2],
      [1, 'done', 1],
    ]);
  });

  it('is followed over all its revisions', async () => {
    const response = await fetch(
      `${cluster.services.gateway.address}/api/offices/${cluster.api.office}/runs/${run.id}/events`,
    );
    const events = [...(await response.text()).matchAll(/^event: state\ndata: (.*)$/gm)].map(
      (match) => JSON.parse(match[1] ?? '{}') as { state: string; revision?: number },
    );
    expect(events.filter(({ state }) => state === 'received').map(({ revision }) => revision ?? 1)).toEqual([
      1, 2, 3, 4, 5, 6,
    ]);
    expect(events.at(-1)?.state).toBe('done');
  });

  it('is added by the command line, which downloads what changed beside the results', async () => {
    const cli = join(__dirname, '..', '..', 'cli', 'clearway.js');
    // Not while everything waits: the gateway closes connections that are silent for long.
    const clearway = async (...more: string[]): Promise<string> =>
      (
        await promisify(execFile)(process.execPath, [
          cli,
          'run',
          'add',
          run.id,
          ...more,
          '--url',
          cluster.services.gateway.address,
          '--office',
          cluster.api.office,
        ])
      ).stdout;
    const [known, fresh, out] = ['second.dat', 'another.dat', 'out'].map((name) => join(cluster.folder, name)) as [
      string,
      string,
      string,
    ];
    writeFileSync(known, files.second);
    expect(await clearway(known)).toContain('nothing changes');
    const refused = join(cluster.folder, 'cut.dat.gz');
    writeFileSync(refused, gzipSync(countyFile(400, 14)).subarray(0, 4000));
    await expect(clearway(refused)).rejects.toMatchObject({
      code: 3,
      stderr: expect.stringMatching(/What was added was refused: .* is as it was: done, at revision 6\./) as string,
    });
    writeFileSync(fresh, countyFile(400, 13));
    const said = await clearway(fresh, '--out', out);
    expect(said).toContain('revision 8');
    expect(said).toMatch(/of them as the revision before decided them/);
    expect(readFileSync(join(out, CHANGED), 'utf8')).toContain('new-person');
    expect(readdirSync(out)).toContain('run.json');
  });

  it('is purged with all its revisions', async () => {
    expect((await cluster.api.request('POST', path('/purge'))).status).toBe(200);
    for (const revision of [1, 2, 8])
      expect((await cluster.api.download(run.id, `summary.json?revision=${revision}`)).status).toBe(410);
    expect((await add(hashes.second, 'revision-late')).status).toBe(410);
    const client = new Client({ connectionString: cluster.databaseUrls.eligibility });
    await client.connect();
    try {
      for (const table of ['determination', 'determination_change', 'touched_person']) {
        let left = -1;
        for (const until = performance.now() + PATIENCE_MS; left !== 0 && performance.now() < until; ) {
          left =
            (
              await client.query<{ n: number }>(`SELECT count(*)::int AS n FROM eligibility.${table} WHERE run = $1`, [
                run.id,
              ])
            ).rows[0]?.n ?? -1;
          if (left !== 0) await new Promise((resolve) => setTimeout(resolve, 100));
        }
        expect([table, left]).toEqual([table, 0]);
      }
    } finally {
      await client.end();
    }
  });
});

import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { sha256, type RunView } from './api-client';
import { Cluster } from './cluster';
import { countyFile } from './county-file';
import { denyingExport } from './other-sources';

interface Determination {
  readonly person: string;
  readonly conviction: string;
  readonly outcome: string;
  readonly floor: string;
}

// Real: five service processes, Postgres, NATS, the content store, the built command line.
describe('a conviction that a court calls dismissed, through the services', () => {
  let cluster: Cluster;
  let run: RunView;
  const county = countyFile(600);
  const files = [
    ['county.dat', county],
    ['court.csv', denyingExport(county)],
  ] as const;
  const RUN = ['--county', 'Fresno', '--policy', 'california-statute', '--as-of', '2026-11-23', '--papers', 'bulk'];
  const ofRun = (more: string): string => `/offices/:office/runs/${run.id}${more}`;
  const asked = async (): Promise<readonly Determination[]> =>
    (
      await cluster.api.request<{ items: Determination[] }>(
        'GET',
        ofRun('/determinations?question=disputed-conviction'),
      )
    ).body.items;

  /** Every file of the command line by its hash. */
  async function fromCommandLine(name: string, ...more: string[]): Promise<Record<string, string>> {
    const folder = join(cluster.folder, name);
    mkdirSync(folder);
    const paths = files.map(([file, bytes]) => {
      writeFileSync(join(folder, file), bytes);
      return join(folder, file);
    });
    const out = join(folder, 'out');
    const cli = join(__dirname, '..', '..', 'cli', 'clearway.js');
    const args = ['analyze', ...paths, ...RUN, '--out', out, '--office', cluster.api.office, ...more];
    await promisify(execFile)(process.execPath, [cli, ...args]);
    const names = readdirSync(out, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name !== 'run.log.json')
      .map((entry) => join(entry.parentPath, entry.name).slice(out.length + 1));
    return Object.fromEntries(names.map((each) => [each, sha256(readFileSync(join(out, each)))]));
  }

  beforeAll(async () => {
    cluster = await Cluster.begin();
    const named: { name: string; sha256: string }[] = [];
    for (const [name, bytes] of files) named.push({ name, sha256: (await cluster.api.upload(bytes)).sha256 });
    const settings = {
      files: named,
      county: 'Fresno',
      policy: { name: 'california-statute' },
      asOf: '2026-11-23',
      papers: 'bulk',
      decisions: 'office',
    };
    run = await cluster.api.untilEnd((await cluster.api.createRun(settings, 'disputed-1')).id);
  });
  afterAll(() => cluster?.stop());

  it('is open in the queue with what each source says; the bytes are those of the command line', async () => {
    expect([run.state, run.failure]).toEqual(['done', null]);
    const [one, ...more] = await asked();
    expect([one?.outcome, one?.floor, more]).toEqual(['review', 'none', []]);
    const address = `/people/${one?.person}/convictions/${one?.conviction}`;
    const { body } = await cluster.api.request<{ questions: { code: string; words: string }[] }>('GET', ofRun(address));
    const words = body.questions.find(({ code }) => code === 'disputed-conviction')?.words;
    expect(words).toMatch(/county\.dat, line \d+: CONVICTED\S* on [\d-]+; court\.csv, line 2: DISMISSED on [\d-]+/);
    const explained = await cluster.api.request<{ questions: { words: string }[] }>(
      'GET',
      ofRun(`${address}/explanation`),
    );
    expect(explained.body.questions.map((each) => each.words)).toContain(words);
    const outputs = await cluster.api.outputs(run.id);
    const same = await fromCommandLine('first');
    expect(outputs['review.csv']).toBe(same['review.csv']);
    expect(outputs['source_results.csv']).toBe(same['source_results.csv']);
    expect(outputs['court_update.csv']).toBe(same['court_update.csv']);
    expect(outputs['data_quality_rows.csv']).toBe(same['data_quality_rows.csv']);
    expect(outputs['tie_out.xlsx']).toBeDefined();
  });

  it('is decided by an answer through the API, in a revision that decides nobody else, and undone again', async () => {
    const [one] = await asked();
    const target = `/people/${one?.person}/convictions/${one?.conviction}/decisions`;
    const answer = { kind: 'answer', question: 'disputed-conviction', by: 'D. Deputy', on: '2026-11-20' };
    const refused = await cluster.api.request('POST', ofRun(target), { ...answer, answer: 'perhaps' });
    expect(refused.status).toBe(422);
    const made = await cluster.api.request<{ event: { id: string } }>('POST', ofRun(target), {
      ...answer,
      answer: 'not-convicted',
    });
    expect(made.status).toBe(201);
    const revised = async (key: string, revision: number): Promise<RunView> => {
      await cluster.api.request('POST', ofRun('/revisions'), { reason: 'decisions' }, { 'Idempotency-Key': key });
      return cluster.api.until(run.id, (seen) => seen.revision === revision && ['done', 'failed'].includes(seen.state));
    };
    const seen = await revised('disputed-no', 2);
    expect([seen.state, (seen.counts['persons'] ?? 0) - (seen.counts['personsCarried'] ?? 0)]).toEqual(['done', 1]);
    expect(await asked()).toEqual([]);
    const event = made.body.event.id;
    await cluster.api.request('POST', `/offices/:office/decisions/${event}/undo`, { reason: 'the wrong docket' });
    expect((await revised('disputed-undone', 3)).state).toBe('done');
    expect(await asked()).toHaveLength(1);
  });
});

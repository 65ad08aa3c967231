import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { sha256, type RunView } from './api-client';
import { Cluster } from './cluster';
import { countyFile } from './county-file';
import { courtExport, rapSheet } from './other-sources';
import { splitOnePerson } from './split-county';

const CHANGED = 'changed_determinations.csv';

interface RunFile {
  readonly name: string;
  readonly kind: string;
  readonly mapping: { readonly name: string; readonly how: string } | null;
  readonly read: number;
  readonly used: number;
  readonly rejected: number;
  readonly joined: number;
  readonly asked: number;
}

// Real: five service processes, Postgres, NATS, the content store, the built command line.
describe("files of the state, courts' exports and RAP sheets in one run", () => {
  let cluster: Cluster;
  let run: RunView;
  const county = countyFile(2500);
  const files: readonly (readonly [name: string, bytes: Buffer])[] = [
    ['sheet.txt', rapSheet(county, 4)],
    ['court.csv', courtExport(county)],
    ['county.dat', county],
  ];
  const named: { name: string; sha256: string }[] = [];
  const settings = (some: typeof named, more: Readonly<Record<string, unknown>> = {}) => ({
    files: some,
    county: 'Fresno',
    policy: { name: 'california-statute' },
    asOf: '2026-11-23',
    papers: 'bulk',
    ...more,
  });
  const ofRun = (more: string, id = run.id): string => `/offices/:office/runs/${id}${more}`;

  beforeAll(async () => {
    cluster = await Cluster.begin();
    for (const [name, bytes] of files) {
      const upload = await cluster.api.upload(bytes);
      named.push({ name, sha256: upload.sha256 });
      expect([name, (upload as { content?: string }).content]).toEqual([
        name,
        { 'sheet.txt': 'rap-sheet', 'court.csv': 'court-extract', 'county.dat': 'state-file' }[name],
      ]);
    }
    run = await cluster.api.untilEnd((await cluster.api.createRun(settings(named), 'mixed-sources-1')).id);
  });
  afterAll(() => cluster?.stop());

  it('gives the bytes of the command line, file by file', async () => {
    expect([run.state, run.failure]).toEqual(['done', null]);
    const out = join(cluster.folder, 'cli');
    const folder = join(cluster.folder, 'inputs');
    mkdirSync(folder);
    for (const [name, bytes] of files) writeFileSync(join(folder, name), bytes);
    const cli = join(__dirname, '..', '..', 'cli', 'clearway.js');
    // Not while everything waits: the gateway closes connections that are silent for long.
    await promisify(execFile)(process.execPath, [
      cli,
      'analyze',
      ...files.map(([name]) => join(folder, name)),
      '--county',
      'Fresno',
      '--policy',
      'california-statute',
      '--as-of',
      '2026-11-23',
      '--out',
      out,
      '--office',
      cluster.api.office,
      '--papers',
      'bulk',
      '--letters',
    ]);
    const names = readdirSync(out, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(out.length + 1))
      // The clock stands in this one alone.
      .filter((name) => name !== 'run.log.json');
    const fromCli = Object.fromEntries(names.map((name) => [name, sha256(readFileSync(join(out, name)))]));
    expect(await cluster.api.outputs(run.id)).toEqual(fromCli);
    expect(names).toEqual(
      expect.arrayContaining([
        'source_results.csv',
        'found_in_one_source.csv',
        'people_joined.csv',
        'source_notes.csv',
        'unknown_codes.csv',
        'same_person.csv',
        'sources.csv',
        'tie_out.xlsx',
      ]),
    );
  });

  it('tells of each file what it is, what was used and rejected, whom it joined and asks about', async () => {
    const { body } = await cluster.api.request<{ items: RunFile[] }>('GET', ofRun('/files'));
    expect(body.items.map(({ name, kind, mapping }) => [name, kind, mapping])).toEqual([
      ['county.dat', 'state-file', null],
      ['sheet.txt', 'rap-sheet', null],
      ['court.csv', 'court-extract', { name: 'generic', how: 'shipped' }],
    ]);
    for (const { read, used, rejected } of body.items) expect(read).toBe(used + rejected);
    const [, sheet, court] = body.items;
    expect([sheet?.joined, court?.rejected, court?.asked]).toEqual([1, 1, 1]);
    expect(court?.joined).toBeGreaterThan(3);
    expect(run.counts['rowsRead']).toBe(body.items.reduce((sum, { read }) => sum + read, 0));
  });

  it('decides again only whom other sources touch, when they are added to a finished run', async () => {
    const alone = await cluster.api.untilEnd(
      (await cluster.api.createRun(settings(named.slice(2)), 'mixed-sources-2')).id,
    );
    expect([alone.state, alone.failure]).toEqual(['done', null]);
    const added = await cluster.api.request<RunView>(
      'POST',
      ofRun('/files', alone.id),
      { files: named.slice(0, 2) },
      { 'Idempotency-Key': 'mixed-add-1' },
    );
    expect([added.status, added.body.revision]).toEqual([201, 2]);
    const seen = await cluster.api.until(
      alone.id,
      ({ revision, state }) => revision === 2 && ['done', 'failed'].includes(state),
    );
    expect([seen.state, seen.failure]).toEqual(['done', null]);
    const { [CHANGED]: changed, ...rest } = await cluster.api.outputs(alone.id);
    expect(rest).toEqual(await cluster.api.outputs(run.id));
    expect(changed).toBeDefined();
    // Also whose record lacks something by what the export covers.
    expect(seen.counts['personsCarried']).toBeGreaterThan(0);
    expect(seen.counts['personsCarried']).toBeLessThan(seen.counts['persons'] ?? 0);
    const { body } = await cluster.api.request<{
      items: { why: string; before: object | null; after: { person: string } | null }[];
    }>('GET', ofRun('/changes?limit=500', alone.id));
    expect(new Set(body.items.map(({ why }) => why))).toEqual(new Set(['new-person', 'history']));
    // What stood in a file of the state alone is not gone: it was taken over or decided again.
    expect(body.items.filter(({ after }) => after === null)).toEqual([]);
  });

  it('finds convictions again whose row is another one, when the file of the state comes after the others', async () => {
    const others = await cluster.api.untilEnd(
      (await cluster.api.createRun(settings(named.slice(0, 2)), 'mixed-sources-3')).id,
    );
    expect([others.state, others.failure]).toEqual(['done', null]);
    const added = await cluster.api.request<RunView>(
      'POST',
      ofRun('/files', others.id),
      { files: named.slice(2) },
      { 'Idempotency-Key': 'mixed-add-2' },
    );
    expect([added.status, added.body.revision]).toEqual([201, 2]);
    const seen = await cluster.api.until(
      others.id,
      ({ revision, state }) => revision === 2 && ['done', 'failed'].includes(state),
    );
    expect([seen.state, seen.failure]).toEqual(['done', null]);
    const { [CHANGED]: _changed, ...rest } = await cluster.api.outputs(others.id);
    expect(rest).toEqual(await cluster.api.outputs(run.id));
    const { body } = await cluster.api.request<{
      items: { why: string; before: object | null; after: object | null }[];
    }>('GET', ofRun('/changes?limit=500', others.id));
    expect(body.items.filter(({ after }) => after === null)).toEqual([]);
    expect(body.items.some(({ before, after }) => before !== null && after !== null)).toBe(true);
  });

  it('decides again only the one person whom a further file of the state touches, though it moves the numbers of the other files', async () => {
    const { first, second } = splitOnePerson(county);
    const [most, rest] = [await cluster.api.upload(first), await cluster.api.upload(second)];
    const over = (...state: { name: string; sha256: string }[]) => settings([...state, ...named.slice(0, 2)]);
    const [file, later] = [
      { name: 'county.dat', sha256: most.sha256 },
      { name: 'later.dat', sha256: rest.sha256 },
    ];
    const before = await cluster.api.untilEnd((await cluster.api.createRun(over(file), 'mixed-further-1')).id);
    expect([before.state, before.failure]).toEqual(['done', null]);
    const added = await cluster.api.request<RunView>(
      'POST',
      ofRun('/files', before.id),
      { files: [later] },
      { 'Idempotency-Key': 'mixed-further-2' },
    );
    expect(added.status).toBe(201);
    const seen = await cluster.api.until(
      before.id,
      ({ revision, state }) => revision === 2 && ['done', 'failed'].includes(state),
    );
    expect([seen.state, seen.failure]).toEqual(['done', null]);
    expect((seen.counts['personsDecided'] ?? 0) - (seen.counts['personsCarried'] ?? 0)).toBe(1);
    const { body } = await cluster.api.request<{ items: { after: { person: string } | null }[] }>(
      'GET',
      ofRun('/changes?limit=500', before.id),
    );
    expect(new Set(body.items.map(({ after }) => after?.person)).size).toBeLessThan(2);
    const fresh = await cluster.api.untilEnd((await cluster.api.createRun(over(file, later), 'mixed-further-3')).id);
    expect([fresh.state, fresh.failure]).toEqual(['done', null]);
    const { [CHANGED]: _changed, ...outputs } = await cluster.api.outputs(before.id);
    expect(outputs).toEqual(await cluster.api.outputs(fresh.id));
  });

  it('makes one person of two when somebody decides so, and decides again nobody else', async () => {
    const questions = await cluster.api.request<{ items: { id: string; records: { person: string }[] }[] }>(
      'GET',
      ofRun('/review/same-person'),
    );
    const [question] = questions.body.items;
    expect([questions.status, questions.body.items.length]).toEqual([200, 1]);
    const nothing = await cluster.api.request<{ revised: boolean }>(
      'POST',
      ofRun('/revisions'),
      { reason: 'decisions' },
      { 'Idempotency-Key': 'mixed-decide-0' },
    );
    expect([nothing.status, nothing.body.revised]).toEqual([200, false]);
    const decided = await cluster.api.request('POST', ofRun(`/review/same-person/${question?.id}/decisions`), {
      kind: 'same-person',
      reason: 'one photo',
      by: 'D. Deputy',
      on: '2026-11-20',
    });
    expect(decided.status).toBe(201);
    const again = await cluster.api.request<RunView>(
      'POST',
      ofRun('/revisions'),
      { reason: 'decisions' },
      { 'Idempotency-Key': 'mixed-decide-1' },
    );
    expect([again.status, again.body.revision]).toEqual([201, 2]);
    const seen = await cluster.api.until(
      run.id,
      ({ revision, state }) => revision === 2 && ['done', 'failed'].includes(state),
    );
    expect([seen.state, seen.failure]).toEqual(['done', null]);
    expect([
      (run.counts['persons'] ?? 0) - (seen.counts['persons'] ?? 0),
      (seen.counts['persons'] ?? 0) - (seen.counts['personsCarried'] ?? 0),
    ]).toEqual([1, 1]);
    const { body } = await cluster.api.request<{
      items: { why: string; before: { person: string } | null; after: { person: string } | null }[];
    }>('GET', ofRun('/changes?limit=500'));
    const people = new Set(question?.records.map(({ person }) => person));
    expect(body.items.length).toBeGreaterThan(0);
    expect(body.items.map(({ why }) => why)).toContain('another-person');
    for (const { before, after } of body.items)
      expect([
        people.has(before?.person ?? after?.person ?? ''),
        people.has(after?.person ?? before?.person ?? ''),
      ]).toEqual([true, true]);
    const fresh = await cluster.api.untilEnd((await cluster.api.createRun(settings(named), 'mixed-decided')).id);
    const { [CHANGED]: _changed, ...rest } = await cluster.api.outputs(run.id);
    expect(rest).toEqual(await cluster.api.outputs(fresh.id));
    expect(rest['decisions.csv']).toBeDefined();
  });
});

import { type CorrectionView } from '@clearway/contracts';
import { readCsv } from '@clearway/spreadsheets';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sha256, type RunView } from './api-client';
import { Cluster } from './cluster';
import { countyFile, runOver } from './county-file';
import { filledWorkbook } from './filled-workbook';
import { ReviewOffice } from './review-office';

type Row = Readonly<Record<string, string>>;

interface Corrections {
  readonly items: readonly CorrectionView[];
  readonly counts: Readonly<Record<string, number>>;
}

const CHANGED = 'changed_determinations.csv';
const STATUTE = { policy: { name: 'california-statute' }, asOf: '2026-11-23' };

// Real: five service processes, Postgres, NATS, the content store, the built command line. Nothing is replaced.
describe('values that were found elsewhere, through the services', () => {
  let cluster: Cluster;
  let office: ReviewOffice;
  let run: RunView;
  let worklist: Buffer;
  let first: Row;
  let before: Record<string, string>;
  const county = countyFile(12_000, 7);
  const at = (name: string): string => join(cluster.folder, name);

  beforeAll(async () => {
    cluster = await Cluster.begin();
    office = new ReviewOffice(cluster);
    const upload = await cluster.api.upload(county);
    run = await office.run(runOver(upload.sha256, STATUTE), 'corrections-0001');
    expect([run.state, run.failure]).toEqual(['done', null]);
    before = await cluster.api.outputs(run.id);
    const rows = rowsOf(await office.output(run, 'data_quality_rows.csv'));
    first = rows.find((each) => each['Field'] === 'birth-date' && each['Which'] !== '') ?? {};
  });
  afterAll(() => cluster?.stop());

  function rowsOf(text: string): Row[] {
    const [head = [], ...rows] = [...readCsv(text.replace('\uFEFF', ''))].map(({ fields }) => fields);
    return rows.map((fields) => Object.fromEntries(head.map((name, i) => [name, fields[i] ?? ''])));
  }
  const outcomes = async (): Promise<Map<string, string>> =>
    new Map(
      rowsOf(await office.output(run, 'Prop64_Results.csv'))
        .filter((each) => each['Conviction'] !== '')
        .map((each) => [`${each['Person'] ?? ''} ${each['Conviction'] ?? ''}`, each['Outcome'] ?? '']),
    );
  const renew = async (revision: number): Promise<RunView> => {
    const asked = await office.post<RunView>(
      `runs/${run.id}/revisions`,
      { reason: 'corrections' },
      `renew-${revision}-key`,
    );
    expect(asked.status).toBe(201);
    const done = await cluster.api.until(
      run.id,
      (each) => each.revision === revision && ['done', 'failed'].includes(each.state),
    );
    expect([done.state, done.failure]).toEqual(['done', null]);
    return done;
  };
  const corrections = async (): Promise<Corrections> => (await office.get<Corrections>('corrections?limit=500')).body;

  it('go out as the worklist that the command line writes', async () => {
    const kind = first['Kind'] ?? '';
    worklist = await office.file(`runs/${run.id}/worklists/${kind}`);
    mkdirSync(at('results'));
    for (const name of ['data_quality_rows.csv', 'run.json'])
      writeFileSync(at(`results/${name}`), await office.output(run, name));
    office.cli('fix', 'export', at('results'), '--kind', kind, '--out', at('cli.xlsx'));
    expect(sha256(worklist)).toBe(sha256(readFileSync(at('cli.xlsx'))));
    expect((await office.get(`runs/${run.id}/worklists/nothing`)).status).toBe(404);
  });

  it('come back filled in, and a revision decides again only the person whom they touch', async () => {
    const fill = (value: string): Promise<Buffer> =>
      filledWorkbook(worklist, (_sheet, row) => {
        if (!row.text('Code').includes(first['Person'] ?? '?') || row.text('What is corrected') !== 'date of birth')
          return;
        row.set('Value', value);
        row.set('Evidence', 'booking sheet');
        row.set('By', 'DDA ROE');
      });
    const refused = await office.post<{ code: string }>(`runs/${run.id}/worklists`, await fill('in May'));
    expect([refused.status, refused.body.code]).toEqual([422, 'fix.unusable']);
    expect((await corrections()).items).toEqual([]);
    const filled = await fill('1950-05-01');
    const taken = await office.post(`runs/${run.id}/worklists`, filled);
    expect([taken.status, taken.body]).toEqual([200, { recorded: 1, known: 0, leftOut: [], warnings: [] }]);
    expect((await office.post(`runs/${run.id}/worklists`, filled)).body).toMatchObject({ recorded: 0, known: 1 });

    const [key = ''] = (first['Which'] ?? '').split('; ');
    const place = `${first['Person'] ?? ''} ${key}`;
    expect((await outcomes()).get(place)).toBe('review');
    const revised = await renew(2);
    expect((await outcomes()).get(place)).not.toBe('review');
    expect((revised.counts['personsDecided'] ?? 0) - (revised.counts['personsCarried'] ?? 0)).toBe(1);
    expect(rowsOf(await office.output(run, CHANGED)).map((each) => each['person'])).toContain(first['Person']);
  });

  it('are refused of a worklist of another run, by name, and one that does not say whose it is is taken with a warning', async () => {
    const upload = await cluster.api.upload(countyFile(900, 8));
    const other = await office.run(runOver(upload.sha256, STATUTE), 'corrections-0002');
    const refused = await office.post<{ code: string; detail: string }>(`runs/${other.id}/worklists`, worklist);
    expect([refused.status, refused.body.code]).toEqual([422, 'fix.other-files']);
    expect(JSON.stringify(refused.body)).toMatch(/Export the worklist from this run/);
    const silent = await filledWorkbook(worklist, () => undefined, 'Made of');
    const taken = await office.post<{ warnings: string[] }>(`runs/${other.id}/worklists`, silent);
    expect([taken.status, taken.body.warnings]).toEqual([200, [expect.stringContaining('does not say which files')]]);
    await office.purge(other);
  });

  it('give the bytes of the command line with the same file', async () => {
    writeFileSync(at('county.dat'), county);
    writeFileSync(at('corrections.jsonl'), await office.file('corrections/file'));
    const [choices, out] = [
      ['--county', 'Fresno', '--policy', 'california-statute', '--as-of', '2026-11-23'],
      at('cli'),
    ];
    const made = ['--out', out, '--office', cluster.api.office, '--papers', 'bulk', '--letters'];
    office.cli('analyze', at('county.dat'), ...choices, ...made, '--corrections', at('corrections.jsonl'));
    const names = readdirSync(out, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(out.length + 1))
      .filter((name) => name !== 'run.log.json');
    const { [CHANGED]: _, ...outputs } = await cluster.api.outputs(run.id);
    expect(outputs).toEqual(Object.fromEntries(names.map((name) => [name, sha256(readFileSync(join(out, name)))])));
    expect(names).toContain('corrections.csv');
  });

  it('are taken back with a reason, and the next revision decides as before', async () => {
    const [{ id } = { id: '' }] = (await corrections()).items;
    expect((await office.post(`corrections/${id}/undo`, { reason: 'another person' })).status).toBe(201);
    expect((await corrections()).counts).toEqual({ undone: 1, recorded: 1 });
    await renew(3);
    const after = await cluster.api.outputs(run.id);
    for (const name of ['Prop64_Results.csv', 'review.csv', 'data_quality_rows.csv'])
      expect([name, after[name]]).toEqual([name, before[name]]);
  });

  it('are destroyed with the last run that holds the person', async () => {
    expect(await office.purge(run)).toBeLessThan(300);
    await office.until(async () => (await corrections()).counts['destroyed'] === 2);
    expect((await office.get('corrections/file')).status).toBe(404);
    expect(await office.count('SELECT count(*)::int AS n FROM eligibility.correction WHERE line IS NOT NULL')).toBe(0);
  });
});

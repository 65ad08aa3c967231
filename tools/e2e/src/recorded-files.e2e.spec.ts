import { type CorrectionView } from '@clearway/contracts';
import { appendCorrections, type DraftCorrection, recorderAt } from '@clearway/record';
import { type DraftDecision, pairId, recordDecisions } from '@clearway/review';
import { readCsv } from '@clearway/spreadsheets';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type RunView, sha256 } from './api-client';
import { Cluster } from './cluster';
import { countyFile, runOver } from './county-file';
import { filledWorkbook } from './filled-workbook';
import { ReviewOffice } from './review-office';

type Row = Readonly<Record<string, string>>;

interface Corrections {
  readonly run: string | null;
  readonly revision: number | null;
  readonly items: readonly (CorrectionView & {
    readonly use: { readonly state: string; readonly why: string } | null;
  })[];
}

interface Imported {
  readonly recorded: number;
  readonly known: number;
  readonly replaced: number;
  readonly code?: string;
  readonly detail?: string;
}

const STATUTE = { policy: { name: 'california-statute' }, asOf: '2026-11-23' };

// Real: five service processes, Postgres, NATS, the content store, the built command line. Nothing is replaced.
describe('files of corrections and decisions that the command line kept, in the history of the services', () => {
  let cluster: Cluster;
  let office: ReviewOffice;
  let run: RunView;
  let first: Row;
  const at = (name: string): string => join(cluster.folder, name);
  const importFile = (what: 'corrections' | 'decisions', text: string) =>
    office.post<Imported>(`runs/${run.id}/${what}/import`, Buffer.from(text, 'utf8'));
  const corrections = async (query = ''): Promise<Corrections> =>
    (await office.get<Corrections>(`corrections?limit=500${query}`)).body;
  const usesOf = async (): Promise<Record<string, string | undefined>> =>
    Object.fromEntries((await corrections()).items.map(({ value, use }) => [value ?? 'undo', use?.state]));

  beforeAll(async () => {
    cluster = await Cluster.begin();
    office = new ReviewOffice(cluster);
    const upload = await cluster.api.upload(countyFile(12_000, 7));
    run = await office.run(runOver(upload.sha256, { ...STATUTE, papers: 'none' }), 'recorded-0001');
    expect([run.state, run.failure]).toEqual(['done', null]);
    mkdirSync(at('results'));
    for (const name of ['data_quality_rows.csv', 'run.json'])
      writeFileSync(at(`results/${name}`), await office.output(run, name));
    const [head = [], ...rows] = [
      ...readCsv(readFileSync(at('results/data_quality_rows.csv'), 'utf8').replace('\uFEFF', '')),
    ].map(({ fields }) => fields);
    const all = rows.map((fields): Row => Object.fromEntries(head.map((name, i) => [name, fields[i] ?? ''])));
    first = all.find((each) => each['Field'] === 'birth-date' && each['Which'] !== '') ?? {};
    const kind = first['Kind'] ?? '';
    office.cli('fix', 'export', at('results'), '--kind', kind, '--out', at('worklist.xlsx'));
    const filled = await filledWorkbook(readFileSync(at('worklist.xlsx')), (_sheet, row) => {
      if (!row.text('Code').includes(first['Person'] ?? '?') || row.text('What is corrected') !== 'date of birth')
        return;
      row.set('Value', '1950-05-01');
      row.set('Evidence', 'booking sheet');
      row.set('By', 'DDA ROE');
    });
    writeFileSync(at('filled.xlsx'), filled);
    office.cli('fix', 'import', at('filled.xlsx'), '--results', at('results'), '--corrections', at('ours.jsonl'));
  });
  afterAll(() => cluster?.stop());

  it('take corrections in once, as they were recorded, and give back the same bytes', async () => {
    const text = readFileSync(at('ours.jsonl'), 'utf8');
    const taken = await importFile('corrections', text);
    expect([taken.status, taken.body]).toEqual([201, { recorded: 1, known: 0, replaced: 0 }]);
    const again = await importFile('corrections', text);
    expect([again.status, again.body]).toEqual([200, { recorded: 0, known: 1, replaced: 0 }]);
    expect((await office.file('corrections/file')).toString('utf8')).toBe(text);
    const { recordedAt, recordedBy } = JSON.parse(text) as { recordedAt: string; recordedBy: string };
    expect((await corrections()).items).toMatchObject([
      { by: 'DDA ROE', recordedBy: `user:${recordedBy}`, recordedAt: new Date(recordedAt).toISOString() },
    ]);
    expect(
      await office.count("SELECT count(*)::int AS n FROM eligibility.audit WHERE action = 'correction.recorded'"),
    ).toBe(1);
  });

  it('refuse a file of which a line was changed, by its line, and take nothing', async () => {
    const text = readFileSync(at('ours.jsonl'), 'utf8');
    const second = JSON.stringify({ ...(JSON.parse(text) as object), id: '0'.repeat(16), previous: 'f'.repeat(64) });
    const refused = await importFile('corrections', `${text}${second}\n`);
    expect([refused.status, refused.body.code]).toEqual([422, 'corrections.unusable']);
    expect(refused.body.detail).toMatch(/line 2: .*changed, moved or taken out.*Nothing was taken/);
    expect((await importFile('corrections', '')).status).toBe(422);
    expect((await corrections()).items).toHaveLength(1);
  });

  it('say of each correction whether the newest revision used it, or why not', async () => {
    const birth = { kind: 'partial-date', field: 'birth-date', key: '', evidence: 'booking sheet' } as const;
    const found = { ...birth, by: 'P. Legal', on: 20261120 };
    const person = first['Person'] ?? '';
    const nobodys = { ...found, person: 'nobody0nobody0no', was: '', value: '1961-01-01' };
    const nowhere = { ...found, person, key: '0:1', field: 'severity', was: 'felony', value: 'MISDEMEANOR' } as const;
    // Recorded elsewhere, over other files: at this run they would be refused.
    const { status } = await office.post(`runs/${run.id}/corrections`, {
      corrections: [
        { field: 'birth-date', evidence: 'x', by: 'P. Legal', person: nobodys.person, was: '', value: nobodys.value },
      ],
    });
    expect(status).toBe(422);
    const elsewhere = (drafts: readonly DraftCorrection[]): string =>
      appendCorrections('', drafts, recorderAt('cli', new Date('2026-11-21T10:00:00Z'))).text;
    expect((await importFile('corrections', elsewhere([nobodys, nowhere]))).body).toMatchObject({ recorded: 2 });
    expect(await usesOf()).toEqual({ '1950-05-01': 'waiting', '1961-01-01': 'waiting', MISDEMEANOR: 'waiting' });
    expect((await office.post(`runs/${run.id}/revisions`, { reason: 'corrections' }, 'recorded-renew')).status).toBe(
      201,
    );
    await cluster.api.until(run.id, (each) => each.revision === 2 && each.state === 'done');
    expect(await usesOf()).toEqual({
      '1950-05-01': 'used',
      '1961-01-01': 'no-such-place',
      MISDEMEANOR: 'no-such-place',
    });
    const page = await corrections(`&run=${run.id}`);
    expect([page.run, page.revision]).toEqual([run.id, 2]);
    expect(page.items.map(({ use }) => use?.why)).toEqual(
      expect.arrayContaining([
        expect.stringContaining('no such person, or no such count'),
        'the revision decided with it',
      ]),
    );
    // Found once more, beside another value than the record has: the later one stands, and is stale.
    const stale = { ...found, person, was: '1900', value: '1950-05-02' };
    expect((await importFile('corrections', elsewhere([stale]))).body).toMatchObject({ recorded: 1, replaced: 1 });
    expect((await usesOf())['1950-05-02']).toBe('waiting');
    expect((await office.post(`runs/${run.id}/revisions`, { reason: 'corrections' }, 'recorded-again')).status).toBe(
      201,
    );
    await cluster.api.until(run.id, (each) => each.revision === 3 && each.state === 'done');
    expect(await usesOf()).toEqual({
      '1950-05-01': 'replaced',
      '1950-05-02': 'stale',
      '1961-01-01': 'no-such-place',
      MISDEMEANOR: 'no-such-place',
    });
  });

  it('are of the newest revision: another one is given at its address, or it is told plainly that it is not there', async () => {
    const path = (more: string): string => `/offices/:office/runs/${run.id}${more}`;
    for (const address of [
      '/review?revision=1',
      '/public-defender?revision=1',
      '/review/same-person?revision=1',
      '/review/same-person/0123456789abcdef?revision=1',
    ]) {
      const { status, body } = await cluster.api.request<{ errors: { path: string; message: string }[] }>(
        'GET',
        path(address),
      );
      expect([address, status, body.errors]).toEqual([
        address,
        422,
        [{ path: 'revision', message: expect.stringMatching(/newest revision .* leave it out/) }],
      ]);
    }
    const certified = await cluster.api.request('POST', path('/certify?revision=1'), Buffer.from('x'));
    expect(certified.status).toBe(422);
    const bytesOf = async (address: string): Promise<string> => {
      const response = await fetch(
        `${cluster.services.gateway.address}/api${path(address).replace(':office', cluster.api.office)}`,
      );
      expect([address, response.status]).toEqual([address, 200]);
      return sha256(Buffer.from(await response.arrayBuffer()));
    };
    const worklist = `/worklists/${first['Kind'] ?? ''}`;
    expect(await bytesOf(`${worklist}?revision=1`)).toBe(sha256(readFileSync(at('worklist.xlsx'))));
    const sample = '/certify?sample=20&seed=a';
    expect(await bytesOf(`${sample}&revision=3`)).toBe(await bytesOf(sample));
    expect(await bytesOf(`${sample}&revision=2`)).not.toBe(await bytesOf(sample));
    expect((await cluster.api.request('GET', path(`${sample}&revision=9`))).status).toBe(404);
  });

  it('say how many standing corrections a file put aside, and go back to the command line whole', async () => {
    const [, ...lines] = (await office.file('corrections/file')).toString('utf8').trim().split('\n');
    expect(lines).toHaveLength(3);
    office.cli(
      'fix',
      'undo',
      String((JSON.parse(readFileSync(at('ours.jsonl'), 'utf8')) as { id: string }).id),
      '--reason',
      'another person',
      '--corrections',
      at('ours.jsonl'),
    );
    const undone = await importFile('corrections', readFileSync(at('ours.jsonl'), 'utf8'));
    expect(undone.body).toEqual({ recorded: 1, known: 1, replaced: 0 });
    writeFileSync(at('all.jsonl'), await office.file('corrections/file'));
    office.cli('fix', 'list', '--corrections', at('all.jsonl'));
    expect(existsSync(at('all.jsonl.lock'))).toBe(false);
  });

  it('take decisions in the same way, also who is one person, and give back the same bytes', async () => {
    const records = ['r-0001', 'r-0002'] as const;
    const signed = { by: 'DDA ROE', on: 20261101 };
    const drafts: DraftDecision[] = [
      {
        person: first['Person'] ?? '',
        key: '0:101001001000',
        basis: 'b',
        decision: { kind: 'override', relief: 'dismiss-and-seal', reason: 'interest of justice' },
        signed,
      },
      {
        person: 'p1',
        key: pairId(...records),
        basis: 'b',
        decision: { kind: 'different-people', records, people: ['p1', 'p2'], reason: 'twins' },
        signed,
      },
    ];
    const { text } = recordDecisions('', drafts, { by: 'roe', at: '2026-11-01T10:00:00.000Z', day: 20261101 });
    expect((await importFile('decisions', text)).body).toEqual({ recorded: 2, known: 0, replaced: 0 });
    const again = await importFile('decisions', text);
    expect([again.status, again.body]).toEqual([200, { recorded: 0, known: 2, replaced: 0 }]);
    expect((await office.file('decisions/file')).toString('utf8')).toBe(text);
    expect(
      (await office.decisions()).items.map(({ what, recordedBy, people }) => [what, recordedBy, people]),
    ).toMatchObject([
      ['records r-0001 and r-0002: twins', 'user:roe', ['p1', 'p2']],
      [expect.stringContaining('dismiss'), 'user:roe', [first['Person']]],
    ]);
    const cut = text.split('\n').slice(1).join('\n');
    const refused = await importFile('decisions', cut);
    expect([refused.status, refused.body.code]).toEqual([422, 'decisions.unusable']);
  });
});

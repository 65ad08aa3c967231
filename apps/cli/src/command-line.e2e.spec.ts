import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

// Real: the built program, its threads, files and signals. No server.
const BIN = join(__dirname, '..', '..', '..', 'tools', 'cli', 'clearway.js');

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

function clearway(args: readonly string[], interruptAfter?: RegExp): Promise<Ended> {
  const child = spawn(process.execPath, [BIN, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  let out = '';
  let err = '';
  let interrupted = false;
  const look = (): void => {
    if (interrupted || !interruptAfter?.test(out + err)) return;
    interrupted = true;
    child.kill('SIGINT');
  };
  child.stdout.on('data', (data) => ((out += data), look()));
  child.stderr.on('data', (data) => ((err += data), look()));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, out, err }));
  });
}

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
const hashes = (folder: string): Record<string, string> =>
  Object.fromEntries(
    filesBelow(folder)
      .filter((path) => path !== 'run.log.json')
      .map((path) => [
        path,
        createHash('sha256')
          .update(readFileSync(join(folder, path)))
          .digest('hex'),
      ]),
  );

jest.setTimeout(180_000);

describe('clearway', () => {
  let folder: string;
  let county: string;
  const analyze = (out: string, ...more: string[]): string[] => [
    'analyze',
    county,
    '--county',
    'los angeles',
    '--policy',
    'los-angeles-2020',
    '--as-of',
    '2020-07-01',
    '--out',
    join(folder, out),
    ...more,
  ];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'clearway-cli-'));
    county = join(folder, 'county.csv');
    expect(
      await clearway([
        'synth',
        '--county',
        'LOS ANGELES',
        '--rows',
        '8000',
        '--seed',
        '3',
        '--scatter',
        '0.05',
        '--out',
        county,
      ]),
    ).toMatchObject({ code: 0, err: '' });
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('makes the same county twice, with the truth beside it', async () => {
    const again = join(folder, 'again.csv');
    await clearway([
      'synth',
      '--county',
      'los angeles',
      '--rows',
      '8000',
      '--seed',
      '3',
      '--scatter',
      '0.05',
      '--out',
      again,
    ]);
    const once = readFileSync(county);
    writeFileSync(`${county}.truth.jsonl.unfinished`, 'left behind by a killed run');
    const other = ['synth', '--county', 'FRESNO', '--rows', '100', '--seed', '4', '--no-truth', '--out', county];
    const refused = await clearway(other);
    expect(refused).toMatchObject({ code: 5 });
    expect(refused.err).toContain(
      'county.csv: this file is there already. Nothing was replaced; give --out another name, or say --replace.',
    );
    expect(readFileSync(county).equals(once)).toBe(true);
    expect(existsSync(`${county}.truth.jsonl.unfinished`)).toBe(false);
    expect(readFileSync(again).equals(readFileSync(county))).toBe(true);
    expect(readFileSync(`${again}.truth.jsonl`).equals(readFileSync(`${county}.truth.jsonl`))).toBe(true);
  });

  it('analyzes with papers and letters; the same bytes with and without threads; every hash of run.json is right', async () => {
    const first = await clearway(analyze('one', '--papers', 'bulk', '--papers-of-a-replay', '--letters', '--json'));
    expect(first.code).toBe(0);
    const told = JSON.parse(first.out) as { files: string[]; rows: { read: number; used: number; rejected: number } };
    expect(told.rows.read).toBe(told.rows.used + told.rows.rejected);
    expect(told.rows.rejected).toBeGreaterThan(0);
    expect(
      (await clearway(analyze('two', '--papers', 'bulk', '--papers-of-a-replay', '--letters', '--threads', '0'))).code,
    ).toBe(0);
    const found = hashes(join(folder, 'one'));
    expect(hashes(join(folder, 'two'))).toEqual(found);
    expect(Object.keys(found)).toEqual([...told.files].sort());
    expect(Object.keys(found)).toEqual(
      expect.arrayContaining([
        'All_Results.csv',
        'Prop64_Results.csv',
        'Summary_Report.pdf',
        'cannot_file.csv',
        'court_update.csv',
        'mail_merge.csv',
        'mail_merge.xlsx',
        'rejected_rows.csv',
        'review.csv',
        'run.json',
        'summary.json',
        'tie_out.xlsx',
        'traces.csv',
      ]),
    );
    const record = JSON.parse(readFileSync(join(folder, 'one', 'run.json'), 'utf8')) as {
      outputs: { path: string; sha256: string }[];
    };
    for (const { path, sha256 } of record.outputs) expect([path, found[path]]).toEqual([path, sha256]);
    expect(record.outputs.length).toBe(Object.keys(found).length - 1);
    for (const path of filesBelow(join(folder, 'one')))
      expect([path, statSync(join(folder, 'one', path)).mode & 0o777]).toEqual([path, 0o600]);
  });

  it('replaces the results of an earlier run and leaves other files alone', async () => {
    await clearway(analyze('again', '--letters'));
    writeFileSync(join(folder, 'again', 'notes.txt'), 'mine');
    expect((await clearway(analyze('again'))).code).toBe(0);
    const names = readdirSync(join(folder, 'again'));
    expect(names).not.toContain('mail_merge.csv');
    expect(names).toContain('notes.txt');
  });

  it('leaves nothing half-written after Ctrl-C', async () => {
    const large = join(folder, 'large.csv');
    await clearway([
      'synth',
      '--county',
      'LOS ANGELES',
      '--rows',
      '150000',
      '--seed',
      '4',
      '--no-truth',
      '--out',
      large,
    ]);
    const out = join(folder, 'interrupted');
    const child = spawn(
      process.execPath,
      [
        BIN,
        'analyze',
        large,
        '--county',
        'LOS ANGELES',
        '--policy',
        'los-angeles-2020',
        '--as-of',
        '2020-07-01',
        '--out',
        out,
      ],
      { stdio: 'ignore' },
    );
    const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
    const begun = (): boolean => {
      try {
        return filesBelow(out).some((path) => path.includes('All_Results') && statSync(join(out, path)).size > 0);
      } catch {
        return false;
      }
    };
    while (!begun() && child.exitCode === null) await new Promise((resolve) => setTimeout(resolve, 10));
    child.kill('SIGINT');
    expect(await ended).toBe(130);
    expect(existsSync(out)).toBe(false);
    const half = await clearway(
      ['synth', '--county', 'FRESNO', '--rows', '20000000', '--seed', '1', '--out', join(folder, 'endless.csv')],
      /writing/,
    );
    expect(half.code).toBe(130);
    expect(readdirSync(folder).filter((name) => name.startsWith('endless'))).toEqual([]);
  });

  it('ends quietly when whoever reads its output has seen enough', () => {
    const { status, stderr } = spawnSync(
      'sh',
      ['-c', `"${process.execPath}" "${BIN}" analyze --help | true; "${process.execPath}" "${BIN}" --help | head -n 1`],
      { encoding: 'utf8' },
    );
    expect([status, stderr]).toEqual([0, '']);
  });

  it('explains a person in words', async () => {
    const truth = readFileSync(`${county}.truth.jsonl`, 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as { subjectId?: string; convictions?: { expected?: { reason: string } }[] });
    const person = truth.find((one) => one.convictions?.some((each) => each.expected?.reason === '50 years or older'));
    const { code, out } = await clearway([
      'explain',
      county,
      '--subject',
      String(person?.subjectId),
      '--county',
      'LOS ANGELES',
      '--policy',
      'los-angeles-2020',
      '--as-of',
      '2020-07-01',
    ]);
    expect(code).toBe(0);
    expect(out).toContain('Reason: 50 years or older.');
    expect(out).toMatch(/county\.csv, line \d+/);
  });

  it('checks a policy: its words, its errors with the line, and what it gives more or less in a county', async () => {
    const listed = await clearway(['policy', 'list', '--json']);
    expect((JSON.parse(listed.out) as { policies: { name: string }[] }).policies.map(({ name }) => name)).toContain(
      'dismiss-all',
    );
    const own = join(folder, 'own.yaml');
    writeFileSync(own, (await clearway(['policy', 'show', 'dismiss-all'])).out);
    const { code, out } = await clearway([
      'policy',
      'check',
      own,
      county,
      '--county',
      'LOS ANGELES',
      '--as-of',
      '2020-07-01',
      '--json',
    ]);
    expect(code).toBe(0);
    const told = JSON.parse(out) as {
      warnings: string[];
      counts: { more: number; less: number };
      rows: { rule: string; direction: string }[];
    };
    expect(told.warnings).toHaveLength(2);
    expect(told.counts).toMatchObject({ less: 0 });
    expect(told.counts.more).toBeGreaterThan(0);
    expect(told.rows[0]).toMatchObject({ rule: 'all-cannabis', direction: 'more' });
    const replay = await clearway([
      'policy',
      'check',
      'los-angeles-2020',
      county,
      '--county',
      'LOS ANGELES',
      '--as-of',
      '2020-07-01',
    ]);
    expect(replay.out).toMatch(/Less than the statute: [1-9]/);
    writeFileSync(own, readFileSync(own, 'utf8').replace('outcome: dismiss-and-seal', 'outcome: review'));
    const wrong = await clearway(['policy', 'check', own]);
    expect(wrong.code).toBe(4);
    expect(wrong.err).toMatch(/own\.yaml, line \d+: elections\.0\.then\.outcome: an election can only add/);
    expect((await clearway(['policy', 'check', own, county])).code).toBe(2);
  });

  it('files under the statute: papers, letters and numbers that tie out', async () => {
    const args = analyze('statute', '--papers', 'bulk', '--letters').map((one) =>
      one === 'los-angeles-2020' ? 'california-statute' : one,
    );
    expect(await clearway(args)).toMatchObject({ code: 0 });
    const record = JSON.parse(readFileSync(join(folder, 'statute', 'run.json'), 'utf8')) as {
      ruleSet: { traceRules: string[] };
    };
    const [, first = ''] = readFileSync(join(folder, 'statute', 'traces.csv'), 'utf8').split('\n');
    expect(first.split(',')[4]).toHaveLength(record.ruleSet.traceRules.length);
  });

  it.each([
    [
      'no such file',
      3,
      'state-file.missing|system.enoent',
      (): string[] => [
        'analyze',
        '/nowhere.csv',
        '--county',
        'X',
        '--policy',
        'los-angeles-2020',
        '--as-of',
        '2020-07-01',
        '--out',
        join(folder, 'e'),
      ],
    ],
    [
      'a county that is not there',
      3,
      'county.not-in-file',
      (): string[] => analyze('e').map((one) => (one === 'los angeles' ? 'ATLANTIS' : one)),
    ],
    [
      'a policy that is not there',
      4,
      'policy.',
      (): string[] => analyze('e').map((one) => (one === 'los-angeles-2020' ? 'no-such-policy' : one)),
    ],
    [
      'a file that is no state file',
      3,
      'source.unknown-kind',
      (): string[] => analyze('e').map((one) => (one === county ? __filename : one)),
    ],
    ['an output folder that is a file', 5, 'output.folder', (): string[] => analyze('county.csv')],
    ['a contact file without columns', 3, 'contacts.', (): string[] => analyze('e', '--contacts', __filename)],
    ['papers under a replay', 2, 'usage.papers-of-a-replay', (): string[] => analyze('e', '--papers', 'bulk')],
    [
      'a day before the Act, for filing',
      3,
      'input.as-of-before-the-act',
      (): string[] =>
        analyze('e').map((one) =>
          one === 'los-angeles-2020' ? 'california-statute' : one === '2020-07-01' ? '2016-11-08' : one,
        ),
    ],
    ['nobody of this number', 3, 'subject.not-found', (): string[] => ['explain', county, '--subject', '1']],
    [
      'no gateway of this folder',
      6,
      'services.none-here',
      (): string[] => ['run', county, '--county', 'X', '--as-of', '2020-07-01'],
    ],
    ['no gateway', 6, 'services.unreachable', (): string[] => ['run', 'list', '--url', 'http://127.0.0.1:9']],
  ])('says in one line what is wrong and how to cure it: %s', async (_what, exitCode, code, args) => {
    const { code: ended, err } = await clearway([...args(), '--json']);
    expect(ended).toBe(exitCode);
    const { error } = JSON.parse(err) as { error: { code: string; exitCode: number; message: string } };
    expect(error.code).toMatch(new RegExp(`^(?:${code})`));
    expect(error.exitCode).toBe(exitCode);
    expect(existsSync(join(folder, 'e')) ? readdirSync(join(folder, 'e')) : []).toEqual([]);
  });

  it('answers a wrong command line with 2 and help with 0', async () => {
    expect((await clearway(['analyze'])).code).toBe(2);
    expect((await clearway(['fly'])).code).toBe(2);
    expect((await clearway([...analyze('e'), '--as-of', '2020-02-30'])).code).toBe(2);
    for (const command of [[], ['analyze'], ['explain'], ['synth'], ['run'], ['run', 'list'], ['run', 'purge']]) {
      const { code, out } = await clearway([...command, '--help']);
      expect([command, code]).toEqual([command, 0]);
      expect(out).toContain('Usage: clearway');
    }
  });
});

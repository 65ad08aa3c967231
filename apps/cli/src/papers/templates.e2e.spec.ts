// Real: the built program and its files. No server.
import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { clearway } from '../testing/run-clearway';

jest.setTimeout(120_000);

describe('templates of an office, through the command line', () => {
  let folder: string;
  const at = (name: string): string => join(folder, name);
  const edit = (name: string, from: string, to: string): void => {
    const text = readFileSync(at(`ours/${name}`), 'utf8');
    expect(text).toContain(from);
    writeFileSync(at(`ours/${name}`), text.replaceAll(from, to));
  };
  const analyze = (out: string, ...more: string[]): ReturnType<typeof clearway> =>
    clearway(
      'analyze',
      at('county.csv'),
      '--county',
      'FRESNO',
      '--policy',
      'california-statute',
      '--as-of',
      '2026-11-23',
      '--threads',
      '1',
      '--out',
      at(out),
      ...more,
    );
  const run = (out: string): { settings: Record<string, string>; outputs: { path: string; sha256: string }[] } =>
    JSON.parse(readFileSync(at(`${out}/run.json`), 'utf8')) as ReturnType<typeof run>;
  const pdfs = (out: string): Record<string, string> =>
    Object.fromEntries(
      run(out)
        .outputs.filter(({ path }) => path.endsWith('.pdf') && path.startsWith('papers/'))
        .map(({ path, sha256 }) => [path, sha256]),
    );

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'clearway-templates-'));
    const made = await clearway(
      'synth',
      '--county',
      'FRESNO',
      '--rows',
      '1500',
      '--seed',
      '5',
      '--out',
      at('county.csv'),
    );
    expect(made.code).toBe(0);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('are exported, never over a file that is there, and load', async () => {
    expect((await clearway('papers', 'templates', 'export', at('ours'))).code).toBe(0);
    appendFileSync(at('ours/index.md'), '\nOurs.\n');
    const again = await clearway('papers', 'templates', 'export', at('ours'));
    expect([again.code, again.err]).toEqual([5, expect.stringContaining('index.md, ')]);
    expect(readFileSync(at('ours/index.md'), 'utf8')).toContain('Ours.');
    const checked = await clearway('papers', 'templates', 'check', at('ours'), '--json');
    expect(checked.code).toBe(0);
    expect(JSON.parse(checked.out)).toMatchObject({
      changed: ['index.md'],
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
    });
  });

  it('do not load with an unknown name: file, line, column and the nearest known name; and nothing is drawn', async () => {
    edit('motion-bulk.md', '{countyName}', '{cuontyName}');
    edit('order-bulk.md', '{block: judge}', '{block: juge}');
    const { code, err } = await clearway('papers', 'templates', 'check', at('ours'));
    expect(code).toBe(3);
    expect(err).toMatch(
      /motion-bulk\.md, line \d+, column \d+: there is no value \{cuontyName\}; the nearest known one is \{countyName\}/,
    );
    expect(err).toMatch(
      /order-bulk\.md, line \d+, column 1: there is no block \{block: juge\}; the nearest known one is \{block: judge\}/,
    );
    expect((await analyze('wrong', '--papers', 'bulk', '--templates', at('ours'))).code).toBe(3);
    expect(() => readdirSync(at('wrong'))).toThrow();
    edit('motion-bulk.md', '{cuontyName}', '{countyName}');
    edit('order-bulk.md', '{block: juge}', '{block: judge}');
  });

  it('are what papers say, and their hash stands in run.json', async () => {
    expect((await analyze('shipped', '--papers', 'bulk')).code).toBe(0);
    edit('motion-bulk.md', 'do not challenge', 'do not oppose');
    expect((await analyze('own', '--papers', 'bulk', '--templates', at('ours'))).code).toBe(0);
    const { sha256 } = JSON.parse((await clearway('papers', 'templates', 'check', at('ours'), '--json')).out) as {
      sha256: string;
    };
    expect(run('own').settings['templates']).toBe(sha256);
    expect(run('shipped').settings['templates']).not.toBe(sha256);
    const [before, after] = [pdfs('shipped'), pdfs('own')];
    expect(Object.keys(after)).toEqual(Object.keys(before));
    const changed = Object.keys(after).filter((path) => after[path] !== before[path]);
    expect(changed.length).toBeGreaterThan(0);
    // The index names the batch, whose id is of what its packets are drawn from.
    expect(new Set(changed.map((path) => path.slice(path.lastIndexOf('/'))))).toEqual(
      new Set(['/motion.pdf', '/index.pdf']),
    );
    await analyze('none');
    expect(run('none').settings['templates']).toBeUndefined();
  });

  it.each([
    ['without papers', ['--templates', 'FOLDER'], 2, 'say --papers bulk'],
    [
      'a folder that is not there',
      ['--papers', 'bulk', '--templates', 'FOLDER/none'],
      3,
      'there is no such folder of templates',
    ],
  ])('%s are refused with the cure', async (_, options, code, words) => {
    const ended = await analyze('refused', ...options.map((each) => each.replace('FOLDER', at('ours'))));
    expect([ended.code, ended.err]).toEqual([code, expect.stringContaining(words)]);
  });

  it('and no authority of an election cites what papers may not cite', async () => {
    const policy = (await clearway('policy', 'show', 'dismiss-all')).out;
    writeFileSync(
      at('ours.yaml'),
      policy.replaceAll(
        '[Counsel states here the authority',
        'People v. Samra (2018) [Counsel states here the authority',
      ),
    );
    const args = [
      at('county.csv'),
      '--county',
      'FRESNO',
      '--policy',
      at('ours.yaml'),
      '--as-of',
      '2026-11-23',
      '--threads',
      '1',
      '--papers',
      'bulk',
    ];
    const ended = await clearway('analyze', ...args, '--out', at('uncitable'));
    expect([ended.code, ended.err]).toEqual([
      4,
      expect.stringContaining('People v. Samra (2018): it is not published'),
    ]);
  });

  it('may name the values that are printed', async () => {
    const { code, out } = await clearway('papers', 'values');
    expect(code).toBe(0);
    expect(out.trimEnd()).toBe(readFileSync(join(__dirname, '../../../../docs/paper-values.md'), 'utf8').trimEnd());
  });
});

import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BatchManifest } from '@clearway/court-exchange';
import { clearway, told } from '../testing/run-clearway';

// Real: the built program and every file that it writes.
jest.setTimeout(240_000);

const SIGN = ['--by', 'Jane Roe', '--on', '2026-11-24', '--i-have-read-the-dangers'];

describe('a run with the book of filings', () => {
  let folder: string;
  const at = (name: string): string => join(folder, name);
  const text = (name: string): string => readFileSync(at(name), 'utf8');
  const book = (): string[] => ['--filing-book', at('book')];
  const court = (...args: string[]): ReturnType<typeof told> => told('court', ...args, ...book());
  const analyze = async (out: string, files: string[], policy: string, more = book()): Promise<Counts> => {
    const options = ['--county', 'FRESNO', '--policy', policy, '--as-of', '2026-11-23', '--papers', 'per-case'];
    const said = await told('analyze', ...files.map(at), ...options, '--out', at(out), ...more);
    return (said as unknown as { papers: Counts }).papers;
  };
  const manifestsOf = (out: string): BatchManifest[] => {
    const papers = at(`${out}/papers`);
    if (!existsSync(papers)) return [];
    return readdirSync(papers, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('manifest.json'))
      .map((path) => JSON.parse(readFileSync(join(papers, path), 'utf8')) as BatchManifest);
  };

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'clearway-filed-before-'));
    await clearway('synth', '--county', 'FRESNO', '--rows', '1500', '--seed', '4', '--out', at('a.dat'));
    await clearway('synth', '--county', 'FRESNO', '--rows', '1500', '--seed', '5', '--out', at('b.dat'));
    await analyze('first', ['a.dat'], 'california-statute', ['--office', 'fresno-da']);
    await told('court', 'batches', at('first'), ...book(), '--office', 'fresno-da');
    for (const { batch } of manifestsOf('first')) await court('release', batch, ...SIGN);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('draws nothing again that was released, says why, and ties out', async () => {
    const first = manifestsOf('first').reduce((sum, { totals }) => sum + totals.lines, 0);
    expect(first).toBeGreaterThan(5);
    const counts = await analyze('again', ['a.dat'], 'california-statute');
    expect([counts.courtUpdateRows, counts.unfiledByReason['already-filed']]).toEqual([0, first]);
    expect(manifestsOf('again')).toEqual([]);
    expect(text('again/cannot_file.csv')).toMatch(/^already-filed,batch [0-9a-f]{16} line [0-9a-f]{12}-\d+ open,/m);
    expect(text('again/filed_otherwise.csv').trim().split('\n')).toHaveLength(1);
    expect(text('again/run.json')).toMatch(/"filedBefore": "[0-9a-f]{64}"/);
  });

  it('makes a batch of what is new, of the same office, which can be released beside the other', async () => {
    await analyze('more', ['a.dat', 'b.dat'], 'california-statute');
    const made = manifestsOf('more');
    expect(made.map(({ corrects, office }) => [corrects, office])).toContainEqual(['', 'fresno-da']);
    const refs = new Set(manifestsOf('first').flatMap(({ packets }) => packets.map(({ packet }) => packet)));
    expect(made.flatMap(({ packets }) => packets.filter(({ packet }) => refs.has(packet)))).toEqual([]);
  });

  it('names the batch that is corrected where lines are decided otherwise, and it can be released as that', async () => {
    const counts = await analyze('otherwise', ['a.dat'], 'dismiss-all');
    const first = new Map(manifestsOf('first').map((each) => [each.batch, each]));
    const corrections = manifestsOf('otherwise').filter(({ corrects }) => first.has(corrects));
    expect(corrections.length).toBeGreaterThan(0);
    expect(counts.unfiledByReason['already-filed']).toBeGreaterThan(0);
    expect(text('otherwise/filed_otherwise.csv')).toMatch(/^[0-9a-f]{16},[0-9a-f]{12}-\d+,open,changed,/m);
    await told('court', 'batches', at('otherwise'), ...book());
    for (const { batch, corrects } of corrections) {
      await court('sent', corrects, '--on', '2026-11-25', '--how', 'by hand').catch(() => undefined);
      await court('correct', corrects, '--with', batch, '--why', 'the office elects more');
      await court('release', batch, ...SIGN);
    }
    const again = await analyze('settled', ['a.dat'], 'dismiss-all');
    expect([again.courtUpdateRows, text('settled/filed_otherwise.csv').trim().split('\n').length]).toEqual([0, 1]);
  });

  it('needs papers, and the book of the same office', async () => {
    const ask = [
      'analyze',
      at('a.dat'),
      '--county',
      'FRESNO',
      '--policy',
      'california-statute',
      '--as-of',
      '2026-11-23',
    ];
    const none = await clearway(...ask, '--out', at('none'), ...book());
    const other = await clearway(...ask, '--out', at('none'), '--papers', ...book(), '--office', 'kern-da');
    expect([none.code, none.err, other.err]).toEqual([
      2,
      expect.stringContaining('--papers'),
      expect.stringContaining('another office'),
    ]);
  });
});

interface Counts {
  readonly courtUpdateRows: number;
  readonly unfiledByReason: Readonly<Record<string, number>>;
}

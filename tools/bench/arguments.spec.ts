import { readBenchArguments, WrongBenchArguments } from './arguments.mjs';
import { median, markdownTable } from './table.mjs';

describe('npm run bench', () => {
  it('measures a million rows five times unless told otherwise', () => {
    expect(readBenchArguments([])).toEqual({
      parts: ['count', 'analyze', 'services', 'papers', 'deciding'],
      variants: [{ name: 'base', rows: 1_000_000, scatter: 0 }],
      runs: 5,
      threads: undefined,
      help: false,
    });
    expect(readBenchArguments(['--quick', '--parts', 'analyze,count', '--variants', 'shuffled'])).toMatchObject({
      parts: ['count', 'analyze'],
      variants: [{ name: 'shuffled', rows: 100_000, scatter: 1 }],
      runs: 1,
    });
    expect(readBenchArguments(['--rows', '200,000', '--variants', 'large']).variants).toEqual([
      { name: 'large', rows: 1_000_000, scatter: 0 },
    ]);
  });

  it('refuses what it does not know, with the usage', () => {
    for (const args of [['--rows', 'many'], ['--parts', 'fly'], ['--what']])
      expect(() => readBenchArguments(args)).toThrow(WrongBenchArguments);
  });

  it('takes the middle of the runs', () => {
    expect(median([5, 1, 3])).toBe(3);
    expect(median([4, 1, 3, 2])).toBe(2.5);
  });

  it('writes a table that Markdown shows', () => {
    expect(markdownTable(['part', 'seconds'], [['count', '21.0']])).toBe(
      '| part | seconds |\n|---|---|\n| count | 21.0 |',
    );
  });
});

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readFactsFile } from '@clearway/case-facts';
import { EXIT } from '../exit-codes';
import { openTerminal, type Terminal } from '../terminal/terminal';
import { owedByFactsFiles } from './owed-by-facts-files';
import { factsFromLists, type FactsOptions } from './facts-from-list';

describe(factsFromLists.name, () => {
  let folder: string;
  let said: string[];
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'clearway-facts-'));
    said = [];
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  async function run(
    kind: FactsOptions['kind'],
    lists: readonly (readonly string[])[],
  ): Promise<{ code: number; csv: string }> {
    const paths = lists.map((lines, i) => {
      const path = join(folder, `list${i + 1}.csv`);
      writeFileSync(path, lines.join('\r\n'));
      return path;
    });
    const terminal: Terminal = {
      ...openTerminal(true, new AbortController().signal),
      say: (line) => void said.push(line),
      result: () => undefined,
    };
    const out = join(folder, 'facts.csv');
    const code = await factsFromLists(paths, { kind, out }, terminal);
    return { code, csv: readFileSync(out, 'utf8') };
  }

  it('writes a file that analyze --facts takes, with the source of each fact', async () => {
    const head = 'CII,Case Number,Section,Granted On,Destroyed';
    const { code, csv } = await run('court-grants', [
      [head, 'A0000001,0012-B,11357(a),6/1/2020,'],
      [head, 'A0000002,0013,,yes,'],
    ]);
    expect(code).toBe(EXIT.done);
    expect(readFactsFile(Buffer.from(csv))).toMatchObject([
      { line: 2, cii: 'A0000001', caseNumber: '0012B', section: { section: '11357', path: ['a'] }, granted: 20200601 },
      { line: 3, cii: 'A0000002', caseNumber: '0013', granted: 0 },
    ]);
    expect(csv).toContain('list1.csv line 2 (court-grants)');
    expect(csv).toContain('list2.csv line 2 (court-grants)');
  });

  it('keeps automatic relief without making relief of the statute granted', async () => {
    const { csv } = await run('automatic-relief', [['CII,Case Number,Relief Date', 'A0000001,1,8/1/2022']]);
    expect(readFactsFile(Buffer.from(csv))).toMatchObject([
      { granted: undefined, relieved: { on: 20220801, under: 'PC 1203.425' } },
    ]);
  });

  it('leaves out what a facts file would refuse, by the line of the list, and says what stays owed', async () => {
    const { code, csv } = await run('filings-2020', [
      [
        'CII,Case Number,Section,Result,Result Date,Challenged On,Challenged By,Ground,Evidence,Evidence Kind',
        'A0000001,1,11359,granted,6/1/2020,,,,,',
        'A0000001,2,11359,challenged,,6/1/2020,Office,because,"a\nb",court-record',
        'A0000001,3,11359,filed,,,,,,',
      ],
    ]);
    expect(code).toBe(EXIT.input);
    expect(readFactsFile(Buffer.from(csv))).toHaveLength(1);
    expect(said.join('\n')).toContain('list1.csv, line 3: rejected: ground: write one of c1-criteria');
    expect(said.join('\n')).toContain(
      'No fact, so relief stays owed:\n  line 5: filed, and no answer of the court is recorded',
    );
  });

  it('lists per conviction what is still owed, with the source of each fact', async () => {
    const { csv } = await run('state-list-2019', [
      [
        'CII_NUMBER,SUBJECT_ID,CASE_NUMBER,OFFENSE_DESCR,CONVICTION_DATE',
        'A0000001,,0012,11359 HS,',
        'A0000001,,0013,11359 HS,',
      ],
    ]);
    writeFileSync(join(folder, 'listed.csv'), csv);
    const granted = await run('court-grants', [
      ['CII,Case Number,Section,Granted On,Destroyed', 'A0000001,0013,,yes,'],
    ]);
    writeFileSync(join(folder, 'granted.csv'), granted.csv);
    const terminal: Terminal = {
      ...openTerminal(true, new AbortController().signal),
      say: (line) => void said.push(line),
      result: () => undefined,
    };
    const out = join(folder, 'owed.csv');
    await owedByFactsFiles([join(folder, 'listed.csv'), join(folder, 'granted.csv')], out, terminal);
    expect(readFileSync(out, 'utf8').split('\n').slice(1, 3)).toEqual([
      'A0000001,,0012,,HS 11359,,owed,,,listed.csv line 2',
      'A0000001,,0013,,HS 11359,,granted,,,listed.csv line 3; granted.csv line 2',
    ]);
    expect(said.slice(-6)).toEqual([
      '2 convictions on the list:',
      '  1 of 1 person: still owed',
      '  0 of 0 people: perhaps done: a fact of the case does not say which count',
      '  1 of 1 person: granted',
      '  0 of 0 people: challenged',
      '  0 of 0 people: no record of the court any more',
    ]);
  });
});

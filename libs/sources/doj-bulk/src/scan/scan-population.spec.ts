import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type History } from '@clearway/record';
import { COLUMN_NAMES, type ColumnName } from '../columns';
import { type Population, readPersons, requireCounty, scanPopulation } from '../index';

const HEADER = COLUMN_NAMES.join(',');

describe('scanPopulation', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'clearway-scan-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  async function scan(...files: (string | Buffer)[]): Promise<{ population: Population; people: History[]; rejected: string[] }> {
    const inputs = files.map((content, index) => {
      const path = join(folder, `county-${index + 1}.dat`);
      writeFileSync(path, typeof content === 'string' ? Buffer.from(content, 'latin1') : content);
      return { path };
    });
    const population = await scanPopulation(inputs, { workDir: join(folder, 'work'), threads: 0 });
    const people: History[] = [];
    for await (const history of readPersons(population)) people.push(history);
    return { population, people, rejected: readFileSync(population.rejectedRowsFile, 'utf8').trimEnd().split('\n').slice(1) };
  }

  const refusal = async (content: string | Buffer): Promise<string> =>
    scan(content).then(
      () => 'accepted',
      (error: Error & { code?: string }) => `${error.code}: ${error.message}`,
    );

  it('joins people by CII over files, and by SUBJECT_ID within one file only', async () => {
    const { people } = await scan(
      `${row({ SUBJECT_ID: '1', CII_NUMBER: 'A1' })}\n${row({ SUBJECT_ID: '2' })}\n`,
      `${row({ SUBJECT_ID: '7', CII_NUMBER: 'a1' })}\n${row({ SUBJECT_ID: '2' })}\n`,
    );
    expect(people.map(({ subjects }) => subjects.map(({ file, subjectId }) => `${file}/${subjectId}`))).toEqual([['0/1', '1/7'], ['0/2'], ['1/2']]);
  });

  it('refuses a file that is given twice, also under another name or packed: all of it would count twice', async () => {
    const text = `${row({ SUBJECT_ID: '1', CII_NUMBER: 'A1' })}\n`;
    const twice = 'state-file.twice: county-2.dat is the same file as county-1.dat, and would count twice. Name each file once.';
    const refusalOf = (run: Promise<unknown>): Promise<string> => run.then(() => 'accepted', (error: Error & { code?: string }) => `${error.code}: ${error.message}`);
    expect(await refusalOf(scan(text, text))).toBe(twice);
    expect(await refusalOf(scan(text, gzipSync(text)))).toBe(twice);
    expect(await refusalOf(scan(gzipSync(text), gzipSync(text, { level: 0 })))).toBe(twice);
    const path = join(folder, 'county-1.dat');
    symlinkSync(path, join(folder, 'linked.dat'));
    const scanned = (...paths: string[]): Promise<unknown> => scanPopulation(paths.map((each) => ({ path: each })), { workDir: join(folder, 'work'), threads: 0 });
    expect(await refusalOf(scanned(path, path))).toContain('county-1.dat is given twice, and would count twice');
    expect(await refusalOf(scanned(path, join(folder, 'linked.dat')))).toContain('linked.dat is the same file as county-1.dat');
    expect(await refusalOf(scan(text, `${text}\n`))).toBe('accepted');
  });

  it('sees that a file was cut in the middle of a row, in a quoted field too', async () => {
    const whole = `${row({ SUBJECT_ID: '1' })}\n${row({ SUBJECT_ID: '2', PRI_NAME: '"ROE,ANA"' })}`;
    const cutShort = async (text: string): Promise<boolean> => (await scan(text)).population.files[0]!.cutShort;
    expect(await cutShort(whole.slice(0, -20))).toBe(true);
    expect(await cutShort(whole.slice(0, whole.lastIndexOf('ANA') + 1))).toBe(true);
    for (const text of [whole, `${whole}\n`, `${whole}\nX\n`, `X\n${whole}`]) expect(await cutShort(text)).toBe(false);
  });

  it('makes two people of a SUBJECT_ID with two CIIs, and says so', async () => {
    const { people } = await scan(`${row({ SUBJECT_ID: '1', CII_NUMBER: 'A1' })}\n${row({ SUBJECT_ID: '1', CII_NUMBER: 'A2' })}\n`);
    expect(people.map(({ problems }) => problems.some(({ code }) => code === 'two-ciis-one-subject'))).toEqual([true, true]);
    expect(people.map(({ incomplete }) => incomplete)).toEqual([false, false]);
  });

  it('gives rows without a CII to the first of two, and takes neither record for whole', async () => {
    const { people } = await scan(['A1', 'A2', ''].map((cii) => row({ SUBJECT_ID: '1', CII_NUMBER: cii })).join('\n'));
    expect(people.map(({ incomplete }) => incomplete)).toEqual([true, true]);
  });

  it('counts a count once that two files have, with the rows of both', async () => {
    const line = row({ SUBJECT_ID: '1', CII_NUMBER: 'A1', STP_EVENT_DATE: '19990101', OFFENSE_DESCR: '11358 HS-CULT', DISP_DESCR: 'CONVICTED', SENT_LENGTH: '90', SENT_TIME_CODE: 'D' });
    const { people } = await scan(`${line}\n`, `${HEADER}\n${line}\n`);
    const counts = people.flatMap(({ cycles }) => cycles.flatMap(({ steps }) => steps.flatMap((step) => step.counts)));
    expect(counts).toHaveLength(1);
    expect(counts[0]!.rows.map(({ file, line: at }) => `${file}:${at}`)).toEqual(['0:1', '1:2']);
    expect([counts[0]!.dispositions.length, counts[0]!.sentences.length]).toEqual([1, 1]);
  });

  it.each<[string, string, string]>([
    ['one field too many', `${row({ SUBJECT_ID: '1' })},`, '96,,96 fields instead of 95,its own'],
    ['one field too few', row({ SUBJECT_ID: '1' }).slice(0, -1), '94,COMMENT_TEXT,94 fields instead of 95,its own'],
    ['a bare quote', row({ SUBJECT_ID: '1', COMMENT_TEXT: 'A"B' }), '94,COMMENT_TEXT,a quotation mark out of place,its own'],
    ['an open quote', row({ SUBJECT_ID: '1', COMMENT_TEXT: '"A' }), '94,COMMENT_TEXT,a quotation mark out of place,its own'],
    ['a carriage return outside of quotes', row({ SUBJECT_ID: '1', COMMENT_TEXT: 'A\r=B' }), '94,COMMENT_TEXT,a carriage return outside of quotes,its own'],
    ['a CNT_ORDER of eight digits', row({ SUBJECT_ID: '1', CNT_ORDER: '10100100' }), '51,CNT_ORDER,CNT_ORDER is not 9 to 12 digits,its own'],
    ['no SUBJECT_ID, but a CII', row({ SUBJECT_ID: ' ', CII_NUMBER: 'A100001' }), '3,SUBJECT_ID,no SUBJECT_ID,its own'],
  ])('rejects a row with %s and leaves the record of its person incomplete', async (_, bad, said) => {
    const good = [row({ SUBJECT_ID: '2' }), row({ SUBJECT_ID: '1', CII_NUMBER: 'A100001' }), row({ SUBJECT_ID: '3' })];
    // The other rows hold quotes too: an open one must not swallow them.
    const { population, people, rejected } = await scan(`${HEADER}\r\n${good[0]}\r\n\r\n${bad}\r\n${good[1]}\r\n${good[2]}\r\n`);
    expect(rejected).toEqual([`county-1.dat,4,${said}`]);
    expect(population).toMatchObject({ read: 4, used: 3, rejected: 1, emptyLines: 1 });
    expect(people.map(({ subjects, incomplete }) => `${subjects[0]!.subjectId} ${incomplete}`)).toEqual(['2 false', '1 true', '3 false']);
  });

  it('takes the records on both sides for incomplete when a rejected row does not say whose it was', async () => {
    const { people } = await scan(['1', '2', '', '3', '4'].map((subject) => row({ SUBJECT_ID: subject })).join('\n'));
    expect(people.map(({ incomplete }) => incomplete)).toEqual([false, true, true, false]);
  });

  it('takes doubled carriage returns at the end of a line for what they are', async () => {
    const { population, rejected } = await scan([HEADER, row({ SUBJECT_ID: '1', END_OF_REC: 'X' }), '', row({ SUBJECT_ID: '2', END_OF_REC: '"X"' }), ''].join('\r\r\n'));
    expect(rejected).toEqual([]);
    expect(population).toMatchObject({ used: 2, emptyLines: 1 });
  });

  it('reports a rejected row of somebody of whom nothing else is there', async () => {
    const { population, people } = await scan(`${row({ SUBJECT_ID: '1' })}\n${row({ SUBJECT_ID: '9', CNT_ORDER: 'X' })}\n`);
    expect([people.length, population.rejectedOfNobody, people[0]!.incomplete]).toEqual([1, 1, false]);
  });

  it('counts somebody of whom only rejected rows are there once, whatever the rows say', async () => {
    const bad = [{ SUBJECT_ID: '9', CII_NUMBER: 'A09' }, { SUBJECT_ID: '9', CII_NUMBER: 'A09' }, { SUBJECT_ID: '8' }, { SUBJECT_ID: '1' }];
    const { population } = await scan([row({ SUBJECT_ID: '1' }), ...bad.map((one) => row({ ...one, CNT_ORDER: 'X' }))].join('\n'));
    expect([population.rejected, population.rejectedOfNobody]).toEqual([4, 2]);
  });

  it('tells UTF-8 from Windows-1252 for each record', async () => {
    const { people } = await scan(`${row({ SUBJECT_ID: '1', PRI_NAME: 'PE\xc3\x91A' })}\n${row({ SUBJECT_ID: '2', PRI_NAME: 'PE\xd1A' })}\n`);
    expect(people.map(({ name }) => name)).toEqual(['PEÑA', 'PEÑA']);
  });

  it('reads packed files, whatever they are called, and hashes what lies on the disk', async () => {
    const packed = gzipSync(`\xef\xbb\xbf${HEADER}\n${row({ SUBJECT_ID: '1' })}\n`);
    const { population, people } = await scan(packed);
    expect(people).toHaveLength(1);
    expect(population.files[0]).toMatchObject({ sha256: createHash('sha256').update(packed).digest('hex'), bytes: packed.length });
  });

  it('finds its way back behind a line longer than every buffer', async () => {
    const path = join(folder, 'hole.dat');
    writeFileSync(path, `${row({ SUBJECT_ID: '1' })}\n${'\0'.repeat(400_000)}\n${row({ SUBJECT_ID: '2' })}\n`);
    const population = await scanPopulation([{ path }], { workDir: join(folder, 'work'), threads: 0, bufferBytes: 140_000 });
    expect(population).toMatchObject({ used: 2, rejected: 1, people: 2, rejectedBy: { 'too-long': 1 } });
    expect(population.files[0]!.lines).toBe(3);
  });

  it('refuses what is no state file, each with its reason and a cure', async () => {
    expect(await refusal('')).toMatch(/^state-file\.empty: county-1\.dat is empty\./);
    expect(await refusal(`${HEADER}\n`)).toMatch(/^state-file\.empty: .*but for its header/);
    expect(await refusal('a,b\n1,2\n')).toMatch(/^state-file\.not-one: .*number of fields/);
    expect(await refusal(`${HEADER.replace('CII_NUMBER', 'CII')}\n`)).toMatch(/^state-file\.not-one: .*column 5 of its header should be REQ_CII_NUMBER/);
    expect(await refusal(`${HEADER}\r${row({ SUBJECT_ID: '1' })}\r`)).toMatch(/its lines end with a carriage return only/);
    expect(await refusal(`${HEADER.replaceAll(',', '\t')}\n`)).toMatch(/its columns are divided by tabs/);
    expect(await refusal('PK\x03\x04rest')).toMatch(/Excel workbook/);
    expect(await refusal('\xff\xfeR\0')).toMatch(/UTF-16/);
    expect(await refusal(gzipSync(row({ SUBJECT_ID: '1' })).subarray(0, 30))).toMatch(/^state-file\.gzip/);
    await expect(scanPopulation([{ path: join(folder, 'absent.dat') }], { workDir: folder })).rejects.toMatchObject({ code: 'state-file.missing' });
    execFileSync('mkfifo', [join(folder, 'a-pipe')]);
    await expect(scanPopulation([{ path: join(folder, 'a-pipe') }], { workDir: folder })).rejects.toMatchObject({ code: 'state-file.unreadable' });
    mkdirSync(join(folder, 'a-folder'));
    await expect(scanPopulation([{ path: join(folder, 'a-folder') }], { workDir: folder })).rejects.toMatchObject({ code: 'state-file.unreadable' });
  });

  it('refuses a packed file that is cut short also while it waits for its turn', async () => {
    const large = gzipSync(`${row({ SUBJECT_ID: '1', CII_NUMBER: 'A1' })}\n`.repeat(60_000));
    const cut = gzipSync(row({ SUBJECT_ID: '2', CII_NUMBER: 'A2' })).subarray(0, 30);
    const code = await scan(large, cut).then(
      () => 'accepted',
      (error: Error & { code?: string }) => error.code,
    );
    expect(code).toBe('state-file.gzip');
  });

  it('knows a county in any case, and lists those that occur when it does not', async () => {
    const { population } = await scan(['LOS ANGELES', ' kern ', ''].map((county) => row({ SUBJECT_ID: '1', STP_ORI_CNTY_NAME: county })).join('\n'));
    expect(requireCounty(population, ' los  angeles ')).toBe('LOS ANGELES');
    expect(() => requireCounty(population, 'YOLO')).toThrow('KERN, LOS ANGELES');
  });
});

function row(cells: Partial<Record<ColumnName, string>>): string {
  return COLUMN_NAMES.map((name) => cells[name] ?? (name === 'CNT_ORDER' ? '101001001000' : name === 'PRI_NAME' ? '"ROE,ANA"' : '')).join(',');
}

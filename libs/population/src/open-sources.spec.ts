import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type JoinDecision } from '@clearway/identity';
import { COLUMN_NAMES } from '@clearway/doj-bulk';
import { type History, personIdOf } from '@clearway/record';
import { openSources } from './open-sources';
import { readPeople } from './read-people';
import { type Sources } from './sources';

const COURT =
  'CII,Person Number,Name,Birth Date,Sex,Case Number,Defendant Number,Court,County,Arrest Date,Count,Charge,Code,Disposition,Disposition Date,Severity,Sentence,Comment';
const courtRow = (cii: string, name: string, born: string, caseNumber: string, number = ''): string =>
  `${cii},${number},"${name}",${born},F,${caseNumber},,CASC FRESNO,FRESNO,,1,11358,HS,guilty,1999-09-09,felony,,`;
const sheet = (cii: string, name: string, caseNumber: string): string =>
  `CII/${cii}\nDOB/19600101 SEX/F\nNAM/01 ${name}\n\n* * * *\nCOURT: NAM:01\n19990909  CASC KINGS\nCNT:001 #${caseNumber}\n  11357 HS-POSSESS\n*DISPO:CONVICTED\n   CONV STATUS:FELONY\n* * * END OF MESSAGE * * *\n`;

/** A PDF of one page, which is a picture; readers find its objects without a table of places. */
const SCANNED = `%PDF-1.4
1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj
2 0 obj\n<< /Type /Pages /Count 1 /Kids [3 0 R] >>\nendobj
3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /XObject << /I 5 0 R >> >> >>\nendobj
4 0 obj\n<< /Length 28 >>\nstream\nq 612 0 0 792 0 0 cm /I Do Q\nendstream\nendobj
5 0 obj\n<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1 >>\nstream\nX\nendstream\nendobj
trailer\n<< /Size 6 /Root 1 0 R >>
%%EOF
`;

function stateRow(subject: string, cii: string, name: string, born: string, caseNumber: string): string {
  const cells: Record<string, string> = {
    SUBJECT_ID: subject,
    CII_NUMBER: cii,
    PRI_NAME: `"${name}"`,
    PRI_DOB: born,
    GENDER: 'F',
    STP_TYPE_DESCR: 'COURT ACTION',
    STP_ORI_CNTY_NAME: 'FRESNO',
    STP_EVENT_DATE: '19990909',
    CNT_ORDER: '101001001000',
    OFFENSE_DESCR: '11358 HS-X',
    DISP_DESCR: 'CONVICTED',
    OFN: caseNumber,
  };
  return COLUMN_NAMES.map((column) => cells[column] ?? '').join(',');
}

describe('openSources and readPeople', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'clearway-sources-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const file = (name: string, content: string | Buffer): string => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };
  const open = (paths: readonly string[], decisions: readonly JoinDecision[] = []): Promise<Sources> =>
    openSources(
      paths.map((path) => ({ path })),
      { workDir: join(folder, 'work'), threads: 0, decisions },
    );
  async function people(sources: Sources): Promise<History[]> {
    const found: History[] = [];
    for await (const history of readPeople(sources)) found.push(history);
    return found;
  }
  const places = ({ cycles }: History): string[] =>
    cycles
      .flatMap(({ steps }) =>
        steps.flatMap(({ counts }) => counts.flatMap(({ rows }) => rows.map(({ file: at, line }) => `${at}:${line}`))),
      )
      .sort();

  const state = (): string =>
    file(
      'county.dat',
      `${COLUMN_NAMES.join(',')}\n${stateRow('1', 'A1', 'OKONKWO,JANE', '19600101', 'F1')}\n${stateRow('2', '', 'QUIJANO,ANA', '19710203', 'F2')}\n${stateRow('3', 'A3', 'HALLORAN,BRIDGET', '19800404', 'F3')}\n`,
    );
  const court = (): string =>
    file(
      'court.csv',
      `${COURT}\n${courtRow('', 'ELSEWHERE,NORA', '1950-05-05', 'F9', '3')}\n${courtRow('A7', 'QUIJANO,ANA', '1971-02-03', 'F2')}\n${courtRow('A1', 'OKONKWO,JANE', '1960-01-01', 'F8')}\n`,
    );

  it('gives everybody once, those of the state first, each with the rows of every source', async () => {
    const sources = await open([file('sheet.txt', sheet('A1', 'OKONKWO,JANE', 'K1')), court(), state()]);
    const found = await people(sources);
    expect(found.map(({ name }) => name)).toEqual([
      'OKONKWO,JANE',
      'QUIJANO,ANA',
      'HALLORAN,BRIDGET',
      'ELSEWHERE,NORA',
    ]);
    expect([sources.people, sources.state.people]).toEqual([4, 3]);
    expect(found.map(({ person }) => person)).toEqual([0, 1, 2, 3].map((person) => sources.personId(person)));
    // One without a CII in the state's file has that of the court, and its id.
    expect(found[1]!.person).toBe(personIdOf({ cii: 'A7' }));
    expect(new Set(found[0]!.cycles.flatMap(({ subject }) => found[0]!.subjects[subject]!.file))).toEqual(
      new Set([0, 1, 2]),
    );
    expect(places(found[1]!)).toEqual(['0:3', '2:3']);
    expect(places(found[2]!)).toEqual(['0:4']);
    expect(sources.counties).toEqual(['FRESNO', 'KINGS']);
    expect(sources.state.counties).toEqual(sources.counties);
  });

  it('takes no number of a court for a SUBJECT_ID of the state', async () => {
    const found = await people(await open([state(), court()]));
    expect(found.map(({ subjects }) => subjects.map(({ subjectId }) => subjectId))).toEqual([
      ['1', ''],
      ['2', ''],
      ['3'],
      [''],
    ]);
  });

  it('gives a run of state files as it always was', async () => {
    const sources = await open([state()]);
    expect([sources.joined, sources.people, (await people(sources)).length]).toEqual([undefined, 3, 3]);
  });

  it('says of extracts what they cover, and what became of their rows', async () => {
    const { others, state: own } = await open([
      state(),
      file('court.csv', `${readFileSync(court(), 'utf8')}A1,too,short\n`),
    ]);
    expect(others).toMatchObject([
      {
        index: 1,
        name: 'court.csv',
        read: 4,
        used: 3,
        rejected: 1,
        rowsInHistories: 3,
        namedRows: 3,
        histories: 3,
        coverage: [{ county: 'FRESNO', from: 1999, to: 1999 }],
        mapping: { how: 'shipped' },
      },
    ]);
    expect(readFileSync(own.rejectedRowsFile, 'utf8').split('\n').slice(1, 2)).toEqual([
      expect.stringMatching(/^court\.csv,5,,,it has another number of cells/),
    ]);
  });

  it('tells what somebody should look at, by file and line, and counts codes that nobody knows', async () => {
    const text = readFileSync(court(), 'utf8').replace('guilty', 'ZX9');
    const unread = sheet('A1', 'OKONKWO,JANE', 'K1').replace('11357 HS-POSSESS', 'POSSESS OF SOMETHING');
    const sources = await open([state(), file('court.csv', text), file('sheet.txt', unread)]);
    expect(sources.others.map(({ notes, unknownCodes }) => ({ notes, unknownCodes }))).toEqual([
      {
        notes: { 'unknown-disposition': 1 },
        unknownCodes: [{ code: 'ZX9', column: '"Disposition"', table: 'disposition', rows: 1 }],
      },
      { notes: { 'unknown-courthouse': 1, 'unreadable-charge': 1, 'unreadable-cii': 1 }, unknownCodes: [] },
    ]);
    const said = (): string[] =>
      [...sources.joined!.notes()].map(({ file: at, line, code, text: words }) => `${at} ${line} ${code} ${words}`);
    expect(said().filter((each) => !/cii|courthouse/.test(each))).toEqual([
      '1 2 unknown-disposition ZX9',
      '2 page 1 line 9 unreadable-charge POSSESS OF SOMETHING',
    ]);
    expect(said()).toEqual(said());
  });

  it('reports a scanned sheet by its pages and uses all other files; it is nobody, and no empty history', async () => {
    const scanned = file('scan.pdf', SCANNED);
    const alone = await people(await open([state(), court()]));
    const sources = await open([state(), scanned, court()]);
    expect(sources.others[0]).toMatchObject({
      name: 'scan.pdf',
      kind: 'rap-sheet',
      read: 1,
      used: 0,
      rejected: 1,
      histories: 0,
      pictures: [1],
    });
    expect(readFileSync(sources.state.rejectedRowsFile, 'utf8')).toMatch(
      /\nscan\.pdf,page 1,,,.*text recognition.*,nobody's\n/,
    );
    expect((await people(sources)).map(({ name, incomplete }) => [name, incomplete])).toEqual(
      alone.map(({ name, incomplete }) => [name, incomplete]),
    );
    await expect(open([scanned])).rejects.toMatchObject({ code: 'rap-sheet.page-without-text', file: 'scan.pdf' });
    await expect(open([scanned, file('copy.pdf', SCANNED.replace('\nX\n', '\nY\n'))])).rejects.toMatchObject({
      code: 'rap-sheet.page-without-text',
    });
    expect((await open([scanned, court()])).people).toBe(3);
  });

  it('applies what people decided, and never joins again what somebody refused, not even by a CII', async () => {
    const paths = [state(), court()];
    const { joined } = await open(paths);
    const records = [...joined!.joins()][0]!.records;
    expect(records.map(({ name }) => name)).toEqual(['QUIJANO,ANA', 'QUIJANO,ANA']);
    const refusal: JoinDecision = {
      id: 'd1',
      kind: 'refused',
      records: [records[0].id, records[1].id],
      by: 'N',
      at: '2026-01-01T00:00:00Z',
    };
    const sources = await open(paths, [refusal]);
    const found = await people(sources);
    expect(found.map(({ name }) => name)).toEqual([
      'OKONKWO,JANE',
      'QUIJANO,ANA',
      'HALLORAN,BRIDGET',
      'ELSEWHERE,NORA',
      'QUIJANO,ANA',
    ]);
    expect(new Set(found.map(({ person }) => person)).size).toBe(5);
    expect([...sources.joined!.decidedRecords.values()].sort()).toEqual([1, 4]);
  });

  it('keeps to a refusal when the court sends its next export, with a new case in it', async () => {
    const paths = [state(), file('next.csv', `${COURT}\n${courtRow('', 'QUIJANO,ANA', '1971-02-03', 'F2')}\n`)];
    const { records } = [...(await open(paths)).joined!.joins()][0]!;
    const refusal: JoinDecision = {
      id: 'd1',
      kind: 'refused',
      records: [records[0].id, records[1].id],
      by: 'N',
      at: '2026-01-01T00:00:00Z',
    };
    const later = file(
      'later.csv',
      `${COURT}\n${courtRow('', 'NEWCOMER,OLA', '1990-01-01', 'F77')}\n${courtRow('', 'QUIJANO,ANA', '1971-02-03', 'F2')}\n`,
    );
    const sources = await open([paths[0]!, later], [refusal]);
    expect([...sources.joined!.joins()]).toEqual([]);
    expect(sources.joined!.decidedRecords.size).toBe(2);
    expect((await people(sources)).filter(({ name }) => name === 'QUIJANO,ANA')).toHaveLength(2);
  });

  it('takes two exports of one court that overlap: records of their own, one person', async () => {
    const first = file('first.csv', `${COURT}\n${courtRow('', 'ELSEWHERE,NORA', '1950-05-05', 'F9')}\n`);
    const second = file(
      'second.csv',
      `${COURT}\n${courtRow('', 'ELSEWHERE,NORA', '1950-05-05', 'F9')}\n${courtRow('', 'OTHER,OLA', '1970-05-05', 'F10')}\n`,
    );
    const found = await people(await open([first, second]));
    expect(found.map(({ name, cycles }) => [name, cycles.length])).toEqual([
      ['ELSEWHERE,NORA', 1],
      ['OTHER,OLA', 1],
    ]);
  });

  it('tells how far joining is, and ends when it is told to', async () => {
    const inputs = [state(), court()].map((path) => ({ path }));
    const shares: number[] = [];
    const options = { workDir: join(folder, 'work'), threads: 0 };
    await openSources(inputs, { ...options, onJoining: (share) => shares.push(share) });
    expect(shares.length).toBeGreaterThan(3);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    const control = new AbortController();
    const opened = openSources(inputs, {
      ...options,
      signal: control.signal,
      onJoining: () => control.abort(new Error('enough')),
    });
    await expect(opened).rejects.toThrow('enough');
  });

  describe('a row that carries the CII of somebody else', () => {
    const wrong = (): string => courtRow('A1', 'PHAM,LINH', '1991-09-11', 'F8');
    const right = (): string => courtRow('A1', 'OKONKWO,JANE', '1960-01-01', 'F7');
    const seen = async (...rows: readonly string[]): Promise<{ found: History[]; sources: Sources }> => {
      const sources = await open([state(), file('court.csv', `${COURT}\n${rows.join('\n')}\n`)]);
      return { found: await people(sources), sources };
    };

    it('is a person of its own and a question, and its number finds nothing', async () => {
      const { found, sources } = await seen(wrong());
      expect(found.map(({ name, incomplete }) => [name, incomplete])).toEqual([
        ['OKONKWO,JANE', true],
        ['QUIJANO,ANA', false],
        ['HALLORAN,BRIDGET', false],
        ['PHAM,LINH', true],
      ]);
      expect(found[0]!.person).toBe(personIdOf({ cii: 'A1' }));
      expect(new Set(found.map(({ person }) => person)).size).toBe(4);
      expect(found[3]!.subjects.map(({ cii }) => cii)).toEqual(['']);
      const [question, ...more] = [...sources.joined!.questions()];
      expect(more).toEqual([]);
      expect(question).toMatchObject({
        why: 'number',
        guardWords: 'the number says same, name and birth date say different',
        records: expect.arrayContaining([
          expect.objectContaining({ name: 'OKONKWO,JANE', cii: 'A1' }),
          expect.objectContaining({ name: 'PHAM,LINH', cii: 'A1', place: 'line 2' }),
        ]) as unknown,
      });
    });

    it('takes no rows of the export away from the person of the number, wherever it stands', async () => {
      for (const rows of [
        [right(), wrong()],
        [wrong(), right()],
      ]) {
        const { found, sources } = await seen(...rows);
        const [jane, , , linh] = found;
        expect(places(jane!)).toEqual(['0:2', `1:${rows.indexOf(right()) + 2}`]);
        expect(places(linh!)).toEqual([`1:${rows.indexOf(wrong()) + 2}`]);
        expect([...sources.joined!.questions()]).toHaveLength(1);
      }
      const ids = async (...rows: string[]): Promise<string[]> =>
        (await seen(...rows)).found.map(({ person }) => person);
      expect(await ids(right(), wrong())).toEqual(await ids(wrong(), right()));
    });

    it('is joined once somebody says so, and stays apart once somebody refuses', async () => {
      const { sources } = await seen(right(), wrong());
      const { records } = [...sources.joined!.questions()][0]!;
      const decided = async (kind: 'joined' | 'refused'): Promise<Sources> =>
        open(
          [join(folder, 'county.dat'), join(folder, 'court.csv')],
          [{ id: 'd1', kind, records: [records[0].id, records[1].id], by: 'N', at: '2026-01-01T00:00:00Z' }],
        );
      for (const [kind, count] of [
        ['joined', 3],
        ['refused', 4],
      ] as const) {
        const answered = await decided(kind);
        expect([kind, answered.people, [...answered.joined!.questions()].length]).toEqual([kind, count, 0]);
        expect((await people(answered)).map(({ incomplete }) => incomplete)).not.toContain(true);
      }
    });
  });

  it('refuses the same file twice, also packed', async () => {
    const text = readFileSync(court());
    await expect(open([join(folder, 'court.csv'), file('other.csv.gz', gzipSync(text))])).rejects.toMatchObject({
      code: 'source.twice',
      file: 'other.csv.gz',
    });
  });

  it.each<[string, string, string | Buffer, string]>([
    ['a page that is a picture or broken', 'a.pdf', '%PDF-1.4\n', 'rap-sheet.pdf-broken'],
    ['two sheets in one file', 'a.txt', sheet('A1', 'X,Y', 'K') + sheet('A2', 'Z,Z', 'L'), 'rap-sheet.several-sheets'],
    ['a broken gzip file', 'a.gz', gzipSync(COURT.repeat(2000) + '\n').subarray(0, 300), 'source.unreadable'],
    ['a workbook that is none', 'a.xlsx', Buffer.from('PK\x03\x04nothing', 'latin1'), 'workbook.unreadable'],
    ['an export of nothing but its header', 'a.csv', `${COURT}\n`, 'extract.empty'],
  ])('refuses %s, by its name', async (_, name, content, code) => {
    const error: unknown = await open([state(), file(name, content)]).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code });
    expect((error as Error).message).toContain(name);
  });
});

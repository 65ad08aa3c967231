import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EXIT, exitCodeOf } from '../exit-codes';
import { openTerminal, type Terminal } from '../terminal/terminal';
import { guessCourtExtract } from './guess-court-extract';
import { readCourtExtract } from './read-court-extract';

const EXPORT = `Case No,Defendant,DOB,Charge,Dispo,Dispo Date,Judge
0012345-B,"ROE, ANA",2/3/1970,11357(a) HS,GUILTY PLEA,5/6/1998,J
0012345-B,"ROE, ANA",2/3/1970,11359 HS,DISMISSED,5/6/1998,J
too,few
`;

describe('sources guess and sources read --mapping', () => {
  let folder: string;
  let said: string[];
  let result: Record<string, unknown>;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'clearway-extract-'));
    writeFileSync(join(folder, 'export.csv'), EXPORT);
    said = [];
    result = {};
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const terminal = (json = true): Terminal => ({
    ...openTerminal(json, new AbortController().signal),
    say: (line) => void said.push(line),
    result: (value) => void (result = value as Record<string, unknown>),
  });

  it('proposes a mapping that then reads the file, and shows rows as it understood them', async () => {
    const out = join(folder, 'ours.yaml');
    expect(await guessCourtExtract(join(folder, 'export.csv'), out, terminal())).toBe(EXIT.done);
    expect(said).toContain('To decide: columns: 1 of 7 are not known and are ignored: say what they are');
    expect(said).toContain(
      'line 2: ROE,ANA, born 1970-02-03; case #0012345-B\n    HS 11357(a); 1998-05-06 GUILTY PLEA'.replace(
        'GUILTY PLEA',
        'CONVICTED',
      ),
    );
    expect(readFileSync(out, 'utf8')).toContain('{ column: "Case No", as: case-number }');
    await expect(guessCourtExtract(join(folder, 'export.csv'), out, terminal())).rejects.toMatchObject({
      code: 'EEXIST',
    });

    said = [];
    expect(await readCourtExtract(join(folder, 'export.csv'), { mapping: out, rows: 1 }, terminal())).toBe(EXIT.input);
    expect(said).toContain('3 rows: 2 used, 1 rejected. 1 defendant, 1 case, 2 counts.');
    expect(said.join('\n')).toContain('Rejected:\n  line 4: it has another number of cells than the header');
    expect(result).toMatchObject({
      account: { rows: 3, used: 2, rejected: 1 },
      histories: [{ name: 'ROE,ANA', cycles: [{ order: '101' }] }],
    });
  });

  it('proposes to read a list of what was done as facts, and shows them', async () => {
    writeFileSync(
      join(folder, 'done.csv'),
      'Defendant,DOB,Docket,Charge,Date Granted\n"ROE, ANA",1970-02-03,0012-B,11358 HS,2019-05-05\n"DOE, BEN",1970-02-03,13,11358 HS,no\n',
    );
    expect(await guessCourtExtract(join(folder, 'done.csv'), undefined, terminal())).toBe(EXIT.done);
    expect(said.join('\n')).toContain('reads: facts\nlist: court-grants\n');
    expect(said).toContain('line 2: ROE,ANA, born 1970-02-03; case #0012-B\n    HS 11358; granted on 2019-05-05');
    expect(said).toContain('done.csv: 2 rows: 1 fact, 1 without a fact, 0 rejected.');
    expect(result).toMatchObject({ doubts: [], account: { rows: 2, facts: 1, without: 1 } });
  });

  it('says what is missing, and refuses a mapping that does not fit as an input', async () => {
    writeFileSync(join(folder, 'other.csv'), 'Judge,Room\nA,B\n');
    expect(await guessCourtExtract(join(folder, 'other.csv'), undefined, terminal())).toBe(EXIT.input);
    expect(said.join('\n')).toContain('no column is the case-number: add it');
    const reading = readCourtExtract(join(folder, 'other.csv'), { mapping: 'generic', rows: 1 }, terminal());
    const error: unknown = await reading.catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'extract.columns' });
    expect(exitCodeOf(error)).toBe(EXIT.input);
    await expect(
      readCourtExtract(join(folder, 'other.csv'), { mapping: 'genric', rows: 1 }, terminal()),
    ).rejects.toThrow('did you mean "generic"?');
  });
});

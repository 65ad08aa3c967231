import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { mappingProblem, sheetProblem } from './check-source';

const KNOWN =
  'Case Number,Defendant Name,Date of Birth,Count,Charge,Disposition,Disposition Date\n' +
  'F1010001,"OKONKWO,JANE",1960-03-14,1,11357(A) HS,CONVICTED,2001-02-03\n'.repeat(9000);
const UNKNOWN = `xa,xb,xc\n${'q,r,s\n'.repeat(90_000)}`;

describe('a source that nothing reads', () => {
  const folder = mkdtempSync(join(tmpdir(), 'clearway-check-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const file = (bytes: string | Buffer): string => {
    const path = join(folder, 'a-file');
    writeFileSync(path, bytes);
    return path;
  };

  it.each([
    ['short', UNKNOWN.slice(0, 600)],
    ['long', UNKNOWN],
    ['packed', gzipSync(UNKNOWN)],
  ])('is told from its first lines, with the cure: %s', (_what, bytes) =>
    expect(mappingProblem(file(bytes), 'court.csv')).toMatch(/^court\.csv: .*clearway sources guess/),
  );

  it.each([
    ['a table whose columns say what they are', KNOWN],
    ['the same, packed', gzipSync(KNOWN)],
    ['a workbook, which is only read whole', 'PK\x03\x04'],
  ])('is not said of %s', (_what, bytes) => {
    const path = file(bytes);
    expect(mappingProblem(path, 'court.csv')).toBeUndefined();
  });

  it('is told of a sheet without the marks of one', async () => {
    expect(await sheetProblem(file('PETITION\nForm CR-400\n'), 'a.pdf')).toMatch(/not a California RAP sheet/);
  });
});

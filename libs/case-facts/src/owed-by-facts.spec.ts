import { readFactsFile } from './facts-file';
import { owedByFacts } from './owed-by-facts';

const HEAD =
  'cii,subject_id,case_number,count,section,conviction_date,on_list,challenged_on,challenged_by,ground,evidence,evidence_kind,granted_on,relieved_on,relieved_under,destroyed';
function standings(...rows: string[]): string[] {
  return owedByFacts(readFactsFile(Buffer.from([HEAD, ...rows].join('\n')))).map(
    ({ listed, standing, relieved, because }) =>
      `${listed.line} ${standing}${relieved ? ' relieved' : ''} by ${because.map(({ line }) => line).join('+')}`,
  );
}
const LISTED = 'A1,S1,0012-B,,HS 11359,1998-05-06,yes,,,,,,,,,';

describe(owedByFacts.name, () => {
  it.each([
    ['nothing was done', 'A9,,,,11359,,,,,,,,yes,,,', '2 owed by 2'],
    ['the case was granted', 'A1,,12 B,,,,,,,,,,yes,,,', '2 owed by 2'],
    ['the case was granted, its number written otherwise', 'A1,,0012 b,,,,,,,,,,2020-06-01,,,', '2 granted by 2+3'],
    ['another section was granted', 'A1,,0012B,,11358,,,,,,,,yes,,,', '2 owed by 2'],
    [
      'one count was granted, and the list names none',
      'A1,,0012B,101001001000,,,,,,,,,yes,,,',
      '2 perhaps-done by 2+3',
    ],
    [
      'a subdivision was granted, and the list names none',
      'A1,,0012B,,11359(a),,,,,,,,yes,,,',
      '2 perhaps-done by 2+3',
    ],
    ['it was challenged', 'A1,,0012B,,,,,2020-06-01,X,c2-criteria,Y,testimony,,,,', '2 challenged by 2+3'],
    ['the record was destroyed', 'A1,,0012B,,,,,,,,,,,,,yes', '2 destroyed by 2+3'],
    ['the state gave relief by itself', 'A1,,0012B,,,,,,,,,,,2022-08-01,PC 1203.425,', '2 owed relieved by 2+3'],
    ['the same subject with another CII was granted', 'A2,S1,0012B,,,,,,,,,,yes,,,', '2 owed by 2'],
    ['the same subject without a CII was granted', ',S1,0012B,,,,,,,,,,yes,,,', '2 granted by 2+3'],
  ])('%s', (_name, row, standing) => expect(standings(LISTED, row)).toEqual([standing]));

  it('counts a conviction that the list has twice once', () => {
    const listed = LISTED.replace('0012-B,,', '0012-B,101001001000,');
    expect(standings(listed, listed)).toEqual(['2 owed by 2']);
    expect(standings(LISTED, LISTED)).toHaveLength(2);
  });
});

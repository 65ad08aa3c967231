import { describeHistories, extractOf, historiesFrom } from '../testing/describe-histories';

const HEAD =
  'Courtno,SFNO,True Name,DOB,Conviction Date,Sentence Date,Case Type,Dispo Code,Disposition,11357(a),11357(b),11357(c),11359,11359(a),11359(b),11360(a),11360(b),Other,Petition Created,Drafted,Submitted,Granted,Sent to PDR,Notes,Copy Requested,Email,Mailing Address,Media,Phone';
/** Courtno, SFNO, name, then the nine cells of sections. */
function line(court: string, sfno: string, name: string, sections: readonly string[]): string {
  const cells = [court, sfno, `"${name}"`, '2/3/1970', '5/6/1998', '5/20/1998', 'M', '018', 'GUILTY PLEA'];
  return [...cells, ...sections, '', '', '', '', '', 'seen', '', '', '', '', ''].join(',');
}
const NONE = Array.from({ length: 9 }, () => '#N/A');
const with_ = (at: number, text: string): string[] => NONE.map((each, i) => (i === at ? text : each));

describe('a row for each case with a column for each section (San Francisco)', () => {
  const file = Buffer.from(
    [
      HEAD,
      line('0100234', '0', 'PEÑA, ZOË', with_(1, '11357(b) HS-M')),
      line(
        '0100235',
        '445566',
        'ROE, ANA',
        with_(0, 'x').map((each, i) => (i === 8 ? '11352(a) HS' : each)),
      ),
      line('0100236', '445566', 'ROE, ANA', with_(7, '11360(b) HS')),
      line('0100237', '0', 'DOE, BEN', NONE),
      line('0100238', '0', 'DOE, CAL', with_(1, '')),
    ].join('\r\n'),
    'latin1',
  );

  it('gives each filled column a count, each SF number one person, and 0 no person number', () => {
    expect(describeHistories(historiesFrom(file, 'san-francisco'))).toEqual([
      '2: PEÑA,ZOË 1970-02-03 | CASC SAN FRANCISCO #0100234 101001001 | HS 11357(b) | 1998-05-06 | convicted misdemeanor',
      '3: ROE,ANA 1970-02-03 | CASC SAN FRANCISCO #0100235 101001001 | HS 11357(a) | 1998-05-06 | convicted misdemeanor',
      '3: ROE,ANA 1970-02-03 | CASC SAN FRANCISCO #0100235 101001002 | HS 11352(a) | 1998-05-06 | convicted misdemeanor',
      '4: ROE,ANA 1970-02-03 | CASC SAN FRANCISCO #0100236 102001001 | HS 11360(b) | 1998-05-06 | convicted misdemeanor',
    ]);
  });

  it('rejects a case without a section, also where an empty cell ticked the box before', () => {
    const { rejected, account, unusedColumns } = extractOf(file, 'san-francisco');
    expect(rejected.map((each) => `${each.line} ${each.reason}`)).toEqual(['5 no-count', '6 no-count']);
    expect(account).toEqual({ rows: 5, used: 3, rejected: 2, counts: 4, cases: 3, defendants: 2 });
    expect(unusedColumns).toEqual([]);
  });
});

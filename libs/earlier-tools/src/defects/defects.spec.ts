import { type RawRow } from '../raw-rows';
import { DEFECTS } from './defects';
import { ciiOwners, inputOf, sharesCii } from './input';

const CLEAN: RawRow = {
  SUBJECT_ID: '1',
  CII_NUMBER: 'A1',
  PRI_DOB: '19800101',
  CNT_ORDER: '101002001000',
  STP_EVENT_DATE: '20150101',
  STP_TYPE_DESCR: 'COURT ACTION',
  OFFENSE_DESCR: '11359 HS-SALE',
  OFFENSE_TOC: 'F',
  DISP_DESCR: 'CONVICTED',
  CONV_STAT_DESCR: 'FELONY',
  SENT_LENGTH: '90',
  SENT_TIME_CODE: 'D',
  COMMENT_TEXT: '',
  CONV_OFFENSE_DESCR: '',
  DISP_OFFENSE_DESCR: '',
};

/** Names of the defects that rows show, asked for the first row's conviction. */
function names(...changes: readonly Partial<RawRow>[]): string {
  const rows = changes.map((each, i) => ({ ...CLEAN, CNT_ORDER: `10${i + 1}002001000`, ...each }) as RawRow);
  const subject = rows.filter((each) => each['SUBJECT_ID'] === rows[0]?.['SUBJECT_ID']);
  const run = { tool: 'los-angeles', asOf: '2020-07-01' } as const;
  const input = inputOf(subject, rows[0]?.['CNT_ORDER'] ?? '', run, sharesCii(subject, ciiOwners(rows)));
  return DEFECTS.filter((each) => each.shows(input))
    .map((each) => each.id)
    .join(' ');
}

describe('the named defects', () => {
  it('a row without any shows none', () => {
    expect(names({})).toBe('');
    expect(
      names(
        {},
        { OFFENSE_DESCR: '187 PC-MURDER' },
        { OFFENSE_DESCR: 'SEE COMMENT FOR CHARGE', COMMENT_TEXT: '11357(B) HS-POSSESS -28.5 GRAMS' },
      ),
    ).toBe('');
  });

  it.each<[string, Partial<RawRow>[]]>([
    ['G1', [{ OFFENSE_DESCR: '11357.5 HS-X' }]],
    ['G2', [{ OFFENSE_DESCR: '21135900 PC-X' }]],
    ['G2', [{ OFFENSE_DESCR: '11358 PC-X' }]],
    ['G2', [{ OFFENSE_DESCR: '11357/11360 HS-TWO' }]],
    ['G4', [{}, { OFFENSE_DESCR: 'CRIME' }]],
    ['G4', [{ OFFENSE_DESCR: '  ', COMMENT_TEXT: 'NOTHING' }]],
    ['G3 G4', [{}, { OFFENSE_DESCR: '664-11358 HS-ATT' }]],
    ['G4', [{ OFFENSE_DESCR: 'SEE COMMENT FOR CHARGE', COMMENT_TEXT: 'SCN-12345 11360(A) HS' }]],
    ['G4 G5', [{ OFFENSE_DESCR: 'SEE COMMENT FOR CHARGES', COMMENT_TEXT: '11360(A) HS' }]],
    ['G6', [{ PRI_DOB: '19500000' }]],
    ['G6', [{ PRI_DOB: '' }]],
    ['G7', [{}, { STP_EVENT_DATE: '20190000' }]],
    ['G8', [{ SUBJECT_ID: ' ' }]],
    ['G9', [{}, {}, { CNT_ORDER: '101002001000' }]],
    ['G10', [{ STP_EVENT_DATE: '20160701', SENT_LENGTH: '4', SENT_TIME_CODE: 'Y' }]],
    ['G11', [{ SENT_LENGTH: 'LIFE' }]],
    ['G12', [{}, { CNT_ORDER: '101002001000', DISP_DESCR: 'DISMISSED/1203.4' }]],
    ['G13', [{ CONV_OFFENSE_DESCR: '11357(B) HS' }]],
    ['G14', [{ CONV_STAT_DESCR: ' FELONY' }]],
    ['G14', [{ CONV_STAT_DESCR: '', OFFENSE_TOC: 'N' }]],
    ['G15', [{ CNT_ORDER: '10100' }]],
    ['G17', [{}, { OFFENSE_DESCR: '537 PC-X' }]],
    ['G18', [{}, { OFFENSE_DESCR: '187(A) PC-MURDER' }]],
    ['G18 G19', [{}, { OFFENSE_DESCR: '288(A) PC-X' }]],
    ['G20', [{}, { OFFENSE_DESCR: '272 PC-X' }]],
    [
      'G21',
      [
        {},
        {
          STP_TYPE_DESCR: 'REGISTRATION',
          DISP_DESCR: '',
          OFFENSE_DESCR: 'SEE COMMENT FOR CHARGE',
          COMMENT_TEXT: '290 PC',
        },
      ],
    ],
    ['G27', [{}, { SUBJECT_ID: '2' }]],
    ['G31', [{}, { PRI_DOB: '19810101' }]],
    ['G32', [{}, { STP_TYPE_DESCR: 'ARREST/DETAINED/CITED' }]],
    [
      'L1',
      [
        {},
        { CNT_ORDER: '105002001000', OFFENSE_DESCR: '136.1 PC-X' },
        { CNT_ORDER: '105002002000', OFFENSE_DESCR: '186.22(B)(4) PC-GANG' },
      ],
    ],
    [
      'L2',
      [{}, { STP_TYPE_DESCR: 'REGISTRATION', DISP_DESCR: '', OFFENSE_DESCR: '290 PC', STP_EVENT_DATE: '20160101' }],
    ],
    ['L4', [{ OFFENSE_DESCR: '664/11359 HS' }]],
    ['L5', [{ PRI_DOB: '19940101' }]],
    ['L6', [{ OFFENSE_DESCR: '11357A HS-X' }]],
    ['L8', [{ STP_EVENT_DATE: '20050101', SENT_LENGTH: '9999' }]],
  ])('%s', (id, rows) => expect(names(...rows)).toBe(id));
});

import fc from 'fast-check';
import { COLUMN_NAMES, columnIndex, type ColumnName } from '../columns';

const POOLS: Partial<Record<ColumnName, readonly string[]>> = {
  SUBJECT_ID: ['1', '2', '3', '44', ' 2 ', '1', '2'],
  CII_NUMBER: ['A100001', 'A100002', 'a100001', '', '  -  ', 'A100003', ''],
  PRI_NAME: ['"ROE,ANA"', '"ROE,ANA "', 'ROE', '', '"D""ARC,JO"'],
  PRI_DOB: ['19700101', '19710000', '', '19709901', '00000000'],
  REQ_SSN: ['111223333', ''],
  PRI_SSN: ['999887777', '"123"'],
  PRI_CDL: ['N1234567', ''],
  CYC_DATE: ['19990101', ''],
  STP_EVENT_DATE: ['19990102', '20010000', '20010600', '', 'NULL  '],
  STP_TYPE_DESCR: ['COURT ACTION', 'ARREST/DETAINED/CITED', 'DECEASED', 'REGISTRATION'],
  STP_ORI_DESCR: ['CASC YOLO', '"CASC, KERN"', 'CAPD X'],
  STP_ORI_CNTY_NAME: ['YOLO', ' yolo ', 'KERN', ''],
  CNT_ORDER: ['101001001000', '101002001000', '101002001', '102001001000', ' 101002002000 ', '12345678', '', 'X'],
  DISP_DATE: ['19990103', ''],
  OFN: ['NULL  ', '  -  ', '12 345', ''],
  OFFENSE_DESCR: ['11357(A) HS-POSSESS', '=11358 HS', '459 PC-BURGLARY', 'SEE COMMENT FOR CHARGE', ''],
  OFFENSE_TOC: ['F', 'm', ''],
  OFFENSE_CODE: ['35008', ''],
  CONV_OFFENSE_CODE: ['', '35009'],
  CONV_OFFENSE_DESCR: ['', '', '11357(B) HS-POSSESS'],
  DISP_DESCR: ['CONVICTED', 'CONVICTED-JAIL', 'DISMISSED/1203.4', '', 'DISMISSED'],
  CONV_STAT_DESCR: ['FELONY', ' MISDEMEANOR', ''],
  SENT_LENGTH: ['', '90', 'LIFE'],
  SENT_TIME_CODE: ['', 'D', 'y'],
  COMMENT_TEXT: [
    '',
    '11360(A) HS',
    '"two\nlines"',
    '"a\r\n\r\nb"',
    '"GARC\xc3\x8dA"',
    '"GARC\xcdA \x80"',
    'L*2B<-MZ\xff\xfa\xec\xe2\xed',
    '-cmd',
    '"+cmd"',
    '-',
    '-5',
    'a\rb',
    '\r',
  ],
};

const cells = fc
  .tuple(...COLUMN_NAMES.map((name) => (POOLS[name] ? fc.constantFrom(...POOLS[name]) : fc.constant(''))))
  .map((each) => [...each]);

type Damage = { kind: 'none' | 'drop' | 'add' | 'bare' | 'open' | 'behind' | 'cut' | 'junk'; column: number };
const damage: fc.Arbitrary<Damage> = fc.record({
  kind: fc.oneof(
    { weight: 14, arbitrary: fc.constant('none' as const) },
    {
      weight: 3,
      arbitrary: fc.constantFrom('drop', 'add', 'bare', 'open', 'behind', 'cut', 'junk') as fc.Arbitrary<
        Damage['kind']
      >,
    },
  ),
  column: fc.nat({ max: COLUMN_NAMES.length - 1 }),
});

function damaged(row: readonly string[], { kind, column }: Damage): string {
  const copy = [...row];
  if (kind === 'drop') copy.splice(column, 1);
  if (kind === 'add') copy.splice(column, 0, 'X');
  if (kind === 'bare') copy[column] = 'A"B';
  if (kind === 'open') copy[column] = '"OPEN';
  if (kind === 'behind') copy[column] = '"A"B';
  if (kind === 'junk') return '\x00,"';
  return kind === 'cut' ? copy.join(',').slice(0, column * 3) : copy.join(',');
}

const line = fc
  .tuple(cells, damage, fc.constantFrom('\n', '\n', '\r\n', '\n\n', '\r\n\r\n', '\r\r\n'))
  .map(([row, harm, end]) => damaged(row, harm) + end);

const header = `${COLUMN_NAMES.join(',')}`;

/** State files of every sort of trouble, as bytes. The first row is always a good one. */
export const messyFile: fc.Arbitrary<Buffer> = fc
  .tuple(
    fc.constantFrom('', `${header}\n`, `${header},\r\n`, `\xef\xbb\xbf${header}\n`, '\xef\xbb\xbf'),
    cells,
    fc.array(line, { maxLength: 24 }),
    fc.boolean(),
  )
  .map(([head, first, lines, whole]) => {
    first[columnIndex('SUBJECT_ID')] = '1';
    first[columnIndex('CNT_ORDER')] = '101001001000';
    first[columnIndex('COMMENT_TEXT')] = '';
    const text = `${head}${first.join(',')}\n${lines.join('')}`;
    return Buffer.from(whole ? text : text.replace(/\s+$/, ''), 'latin1');
  });

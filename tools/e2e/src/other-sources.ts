import { readCsv } from '@clearway/spreadsheets';

/** Somebody of a state file, as other sources know the same person. */
export interface Somebody {
  readonly cii: string;
  readonly name: string;
  /** `YYYYMMDD`. */
  readonly born: string;
  readonly sex: string;
}

const COLUMNS =
  'CII,Person Number,Name,Birth Date,Sex,Case Number,Defendant Number,Court,County,Arrest Date,Count,Charge,Code,Disposition,Disposition Date,Severity,Sentence,Comment';

/**
 * A court's export about people of a state file, as the mapping `generic` reads it: every third has one conviction more, some of them
 * without their number; one is nearly somebody; one is nobody of the file; one conviction is one that the file has; one row cannot be read.
 */
export function courtExport(county: Buffer): Buffer {
  const rows = peopleOf(county)
    .filter((_, index) => index % 3 === 0)
    .map((person, index) => courtRow(index % 2 === 0 ? person : { ...person, cii: '' }, `XF${1000 + index}`));
  const asked = peopleOf(county).find(({ name }, index) => index % 3 === 1 && /,\w+ \w/.test(name));
  if (asked) rows.push(courtRow({ ...asked, cii: '', name: `${asked.name.split(' ')[0]} RUI` }, 'XF2001'));
  rows.push(courtRow({ cii: '', name: 'ELSEWHERE,NOBODY', born: '19710505', sex: 'M' }, 'XF2002'));
  rows.push(convictionOfBoth(county));
  rows.push('A10000001,,"OKONKWO,JANE",1960-03-14,F,XF2003');
  return Buffer.from(`${[COLUMNS, ...rows].join('\n')}\n`, 'latin1');
}

/** The RAP sheet of one person of a state file, with a conviction that the file does not have. */
export function rapSheet(county: Buffer, index: number): Buffer {
  const person = peopleOf(county)[index];
  if (!person) throw new RangeError('the county file has too few people for this sheet');
  const lines = [
    `CII/${person.cii}`,
    `DOB/${person.born} SEX/${person.sex} RAC/WHITE`,
    `NAM/01 ${person.name}`,
    '',
    '* * * *',
    'COURT: NAM:01',
    '20010203  CASC FRESNO',
    'CNT:001 #XF3001',
    '  11359 HS-POSSESS MARIJUANA FOR SALE',
    '*DISPO:CONVICTED',
    '   CONV STATUS:FELONY',
    '* * * END OF MESSAGE * * *',
  ];
  return Buffer.from(`${lines.join('\n')}\n`, 'latin1');
}

/** A court's export that dismissed, on the same day, a conviction which a state file has. */
export function denyingExport(county: Buffer): Buffer {
  const row = convictionOfBoth(county).replace(',guilty,', ',dismissed,').replace(',felony,', ',,');
  return Buffer.from(`${[COLUMNS, row].join('\n')}\n`, 'latin1');
}

function courtRow({ cii, name, born, sex }: Somebody, caseNumber: string, section = '11358', on = '20010101'): string {
  const cells = [
    cii,
    '',
    `"${name}"`,
    dashed(born),
    sex,
    caseNumber,
    '',
    'CASC FRESNO',
    'FRESNO',
    '',
    '1',
    section,
    'HS',
    'guilty',
    dashed(on),
    'felony',
    '',
    '',
  ];
  return cells.join(',');
}

export function dashed(day: string): string {
  return `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}`;
}

/** The first conviction of cannabis of the file, as the court has it. */
function convictionOfBoth(county: Buffer): string {
  for (const { person, caseNumber, section, on } of convictionsOf(county))
    return courtRow(person, caseNumber, section, on);
  throw new RangeError('the county file has no conviction that a court could have too');
}

/** A conviction of cannabis by a court of the county, of somebody whose row says who it is. */
export interface StatedConviction {
  readonly person: Somebody;
  readonly caseNumber: string;
  readonly section: string;
  /** `YYYYMMDD`. */
  readonly on: string;
}

/** Those of a state file, in its order. */
export function* convictionsOf(county: Buffer): Generator<StatedConviction> {
  const people = new Map(peopleOf(county).map((person) => [person.cii, person]));
  let columns: readonly string[] = [];
  for (const { fields } of readCsv(county.toString('latin1'))) {
    if (columns.length === 0) columns = fields;
    const cell = (name: string): string => (fields[columns.indexOf(name)] ?? '').trim();
    const person = people.get(cell('CII_NUMBER'));
    const section = /^(1135[789])\b.*\bHS\b/.exec(cell('OFFENSE_DESCR'))?.[1];
    const [on, caseNumber] = [cell('STP_EVENT_DATE'), cell('OFN')];
    if (!person || section === undefined || caseNumber === '' || !/^\d{6}(?!00)\d\d$/.test(on)) continue;
    if (
      cell('DISP_DESCR').startsWith('CONVICTED') &&
      cell('STP_TYPE_DESCR') === 'COURT ACTION' &&
      cell('STP_ORI_CNTY_NAME') === 'FRESNO' &&
      cell('CONV_OFFENSE_DESCR') === ''
    )
      yield { person, caseNumber, section, on };
  }
}

/** Those whose row has number, name, sex and a whole birth date, each once. */
function peopleOf(county: Buffer): Somebody[] {
  const rows = county.toString('latin1').matchAll(/^\d{10},[^\n]*?,#,(A\d{8}),"([^"]+)",([MF]),(\d{8}),/gm);
  const people = new Map<string, Somebody>();
  for (const [, cii = '', name = '', sex = '', born = ''] of rows)
    if (!people.has(cii) && !/0000|00$/.test(born)) people.set(cii, { cii, name: name.trim(), sex, born });
  return [...people.values()];
}

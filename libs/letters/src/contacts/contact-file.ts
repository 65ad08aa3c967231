import { CsvError, type CsvRecord, decodeCsv, readCsv } from '@clearway/spreadsheets';

/** Where to write to somebody. */
export interface Contact {
  readonly address1: string;
  readonly address2: string;
  readonly city: string;
  readonly state: string;
  /** `00501` or `94103-1234`. */
  readonly zip: string;
  /** BCP 47 in lower case (`es`, `zh-hans`), '' when the file does not say. */
  readonly language: string;
}

/** One row of a contact file: a contact and the number of the state that it belongs to. */
export interface ContactRow {
  readonly line: number;
  readonly keyedBy: 'CII' | 'SUBJECT_ID';
  readonly key: string;
  readonly contact: Contact;
}

/** One thing wrong with a contact file. */
export interface ContactProblem {
  readonly code:
    | 'contacts.missing-column'
    | 'contacts.field-count'
    | 'contacts.no-key'
    | 'contacts.no-address'
    | 'contacts.bad-state'
    | 'contacts.bad-zip'
    | 'contacts.bad-language'
    | 'contacts.empty'
    | 'contacts.quotes';
  readonly line: number;
  readonly column: string;
  readonly cure: string;
}

const SHOWN = 20;

/** A contact file that cannot be used: every problem at once, each with its line, column and cure, never a value. */
export class ContactFileError extends Error {
  readonly code = 'contacts.unusable';
  /** @param file as the caller named it; '' when it has no name, as an upload has none */
  constructor(
    readonly problems: readonly ContactProblem[],
    readonly file = '',
  ) {
    const shown = problems.slice(0, SHOWN).map(({ line, column, cure }) => `line ${line}, ${column}: ${cure}`);
    super(
      `${file === '' ? '' : `${file}: `}the contact file cannot be used (${problems.length === 1 ? 'one problem' : `${problems.length} problems`}):\n${shown.join('\n')}${problems.length > SHOWN ? '\n...' : ''}`,
    );
    this.name = 'ContactFileError';
  }
}

/** The columns of a contact file; case, blanks and underscores in a head do not matter, further columns are not read. */
export const CONTACT_COLUMNS = [
  'CII',
  'SUBJECT_ID',
  'ADDRESS_1',
  'ADDRESS_2',
  'CITY',
  'STATE',
  'ZIP',
  'LANGUAGE',
] as const;
type ContactColumn = (typeof CONTACT_COLUMNS)[number];

const REQUIRED: readonly ContactColumn[] = ['ADDRESS_1', 'CITY', 'STATE', 'ZIP'];
const OTHER_HEADS: Readonly<Record<string, ContactColumn>> = {
  CIINUMBER: 'CII',
  ADDRESS: 'ADDRESS_1',
  STREET: 'ADDRESS_1',
  ZIPCODE: 'ZIP',
  POSTALCODE: 'ZIP',
};
const STATES = new Set(
  'AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY DC PR GU VI AS MP AA AE AP FM MH PW'.split(
    ' ',
  ),
);

/**
 * Reads a contact file: CSV with a header, keyed by `CII` or `SUBJECT_ID` (or both: the CII of a row wins), UTF-8 or
 * Windows-1252. Throws a `ContactFileError` that lists every problem; a wrong address is worse than none.
 *
 * @param file name of the file for messages
 */
export function readContactFile(bytes: Uint8Array, file = ''): readonly ContactRow[] {
  const problems: ContactProblem[] = [];
  const rows: ContactRow[] = [];
  let columns: ReadonlyMap<ContactColumn, number> | undefined;
  let width = 0;
  for (const record of recordsOf(bytes, file)) {
    if (!columns) {
      columns = columnsOf(record, problems);
      width = record.fields.length;
      if (problems.length > 0) break;
      continue;
    }
    if (record.fields.length === width) readRow(record, columns, rows, problems);
    else
      problems.push({
        code: 'contacts.field-count',
        line: record.line,
        column: 'row',
        cure: `has ${record.fields.length} fields, the header has ${width}: put fields that hold a comma in quotes`,
      });
  }
  if (!columns)
    problems.push({
      code: 'contacts.empty',
      line: 1,
      column: 'header',
      cure: `the file is empty: begin with a header of ${CONTACT_COLUMNS.join(', ')}`,
    });
  if (problems.length > 0) throw new ContactFileError(problems, file);
  return rows;
}

function* recordsOf(bytes: Uint8Array, file: string): Generator<CsvRecord> {
  try {
    yield* readCsv(decodeCsv(bytes));
  } catch (error) {
    if (error instanceof CsvError)
      throw new ContactFileError(
        [
          {
            code: 'contacts.quotes',
            line: error.line,
            column: `column ${error.column}`,
            cure: error.message.replace(/^[^:]*: /, ''),
          },
        ],
        file,
      );
    throw error;
  }
}

function columnsOf(header: CsvRecord, problems: ContactProblem[]): ReadonlyMap<ContactColumn, number> {
  const found = new Map<ContactColumn, number>();
  header.fields.forEach((field, index) => {
    const plain = field.toUpperCase().replace(/[\s_-]/g, '');
    const column = OTHER_HEADS[plain] ?? CONTACT_COLUMNS.find((name) => name.replace('_', '') === plain);
    if (column && !found.has(column)) found.set(column, index);
  });
  const missing = (column: string, cure: string): number =>
    problems.push({ code: 'contacts.missing-column', line: header.line, column, cure });
  if (header.fields.length === 1 && /[;\t]/.test(header.fields[0] ?? ''))
    missing('header', 'the columns are not divided by commas: save the file as CSV (comma delimited)');
  else {
    if (!found.has('CII') && !found.has('SUBJECT_ID'))
      missing('CII', 'the header has neither CII nor SUBJECT_ID: add the column by which people are found');
    for (const column of REQUIRED)
      if (!found.has(column)) missing(column, `the header has no ${column}: add the column`);
  }
  return found;
}

function readRow(
  { line, fields }: CsvRecord,
  columns: ReadonlyMap<ContactColumn, number>,
  rows: ContactRow[],
  problems: ContactProblem[],
): void {
  const value = (column: ContactColumn): string =>
    (fields[columns.get(column) ?? -1] ?? '').replace(/\s+/g, ' ').trim();
  const before = problems.length;
  const wrong = (code: ContactProblem['code'], column: string, cure: string): number =>
    problems.push({ code, line, column, cure });
  const cii = value('CII').toUpperCase();
  const key = cii || value('SUBJECT_ID').toUpperCase();
  if (key === '') wrong('contacts.no-key', 'CII', 'neither CII nor SUBJECT_ID is filled: fill one or remove the row');
  const contact: Contact = {
    address1: value('ADDRESS_1'),
    address2: value('ADDRESS_2'),
    city: value('CITY'),
    state: value('STATE').toUpperCase(),
    zip: value('ZIP').replace(/^(\d{5})(\d{4})$/, '$1-$2'),
    language: languageOf(value('LANGUAGE')),
  };
  if (contact.address1 === '') wrong('contacts.no-address', 'ADDRESS_1', 'is blank: fill it or remove the row');
  if (contact.city === '') wrong('contacts.no-address', 'CITY', 'is blank: fill it or remove the row');
  if (!STATES.has(contact.state))
    wrong('contacts.bad-state', 'STATE', 'is not the two letters of a state: write CA for California');
  if (!/^\d{5}(-\d{4})?$/.test(contact.zip))
    wrong(
      'contacts.bad-zip',
      'ZIP',
      'is not 5 or 9 digits: a spreadsheet program may have dropped zeros in front, format the column as text',
    );
  if (!/^([a-z]{2,3}(-[a-z0-9]{2,8})*)?$/.test(contact.language))
    wrong('contacts.bad-language', 'LANGUAGE', 'is not a language: write a code such as es, or a name such as Spanish');
  if (problems.length === before) rows.push({ line, keyedBy: cii === '' ? 'SUBJECT_ID' : 'CII', key, contact });
}

/** Codes by the English names of the languages that California counties write in. */
const LANGUAGE_NAMES: Readonly<Record<string, string>> = {
  arabic: 'ar',
  armenian: 'hy',
  cambodian: 'km',
  cantonese: 'yue',
  chinese: 'zh',
  english: 'en',
  farsi: 'fa',
  hindi: 'hi',
  hmong: 'hmn',
  japanese: 'ja',
  khmer: 'km',
  korean: 'ko',
  lao: 'lo',
  mandarin: 'zh',
  persian: 'fa',
  portuguese: 'pt',
  punjabi: 'pa',
  russian: 'ru',
  spanish: 'es',
  tagalog: 'tl',
  thai: 'th',
  ukrainian: 'uk',
  vietnamese: 'vi',
};

function languageOf(text: string): string {
  const lower = text.toLowerCase();
  return LANGUAGE_NAMES[lower] ?? lower.replaceAll('_', '-');
}

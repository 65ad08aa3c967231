import { ContactBook } from './contact-book';
import { ContactFileError, readContactFile } from './contact-file';

const HEAD = 'CII,SUBJECT_ID,ADDRESS_1,ADDRESS_2,CITY,STATE,ZIP,LANGUAGE\n';
const read = (rows: string, head = HEAD): ReturnType<typeof readContactFile> =>
  readContactFile(Buffer.from(head + rows));
const keys = (
  person: string,
  ciis: readonly string[],
  subjectIds: readonly string[] = [],
): { person: string; ciis: readonly string[]; subjectIds: readonly string[] } => ({ person, ciis, subjectIds });

function problemsOf(rows: string, head = HEAD): readonly { code: string; line: number; column: string }[] {
  try {
    read(rows, head);
  } catch (error) {
    if (error instanceof ContactFileError)
      return error.problems.map(({ code, line, column }) => ({ code, line, column }));
    throw error;
  }
  return [];
}

describe('contact file', () => {
  it('keeps zeros in front, reads languages by name, tells both keys', () => {
    expect(read('A1,,1 Main St, Apt 2 ,Holtsville,ny,00501,Spanish\n,100,2 Oak Ave,,Fresno,CA,937011234,\n')).toEqual([
      {
        line: 2,
        keyedBy: 'CII',
        key: 'A1',
        contact: {
          address1: '1 Main St',
          address2: 'Apt 2',
          city: 'Holtsville',
          state: 'NY',
          zip: '00501',
          language: 'es',
        },
      },
      {
        line: 3,
        keyedBy: 'SUBJECT_ID',
        key: '100',
        contact: { address1: '2 Oak Ave', address2: '', city: 'Fresno', state: 'CA', zip: '93701-1234', language: '' },
      },
    ]);
  });

  it('takes heads as people write them', () => {
    expect(read('A1,1 Main St,Fresno,CA,93701,x\n', 'cii_number,Street,City,State,Zip Code,Phone\n')).toHaveLength(1);
  });

  it('lists every problem at once, with line and column', () => {
    expect(
      problemsOf(
        'A1,,1 Main St,,Fresno,California,93701,\n,,1 Main St,,Fresno,CA,501,??\nA2,,,,,CA,93701,\nA3,,1 Main St, Apt 2,Unit 3,Fresno,CA,93701,\n',
      ),
    ).toEqual([
      { code: 'contacts.bad-state', line: 2, column: 'STATE' },
      { code: 'contacts.no-key', line: 3, column: 'CII' },
      { code: 'contacts.bad-zip', line: 3, column: 'ZIP' },
      { code: 'contacts.bad-language', line: 3, column: 'LANGUAGE' },
      { code: 'contacts.no-address', line: 4, column: 'ADDRESS_1' },
      { code: 'contacts.no-address', line: 4, column: 'CITY' },
      { code: 'contacts.field-count', line: 5, column: 'row' },
    ]);
  });

  it.each([
    ['an empty file', '', '', 'contacts.empty'],
    ['no key column', '1 Main St,Fresno,CA,93701\n', 'ADDRESS_1,CITY,STATE,ZIP\n', 'contacts.missing-column'],
    ['another delimiter', 'A1;x\n', 'CII;ADDRESS_1;CITY;STATE;ZIP\n', 'contacts.missing-column'],
    ['an open quote', 'A1,,"1 Main St,,Fresno,CA,93701,\n', HEAD, 'contacts.quotes'],
  ])('%s is an error', (_, rows, head, code) => expect(problemsOf(rows, head)[0]).toMatchObject({ code }));

  it('names the file where it has a name', () => {
    const bytes = Buffer.from('CII,ADDRESS_1,CITY,STATE,ZIP\nA1,"1 Main St,Fresno,CA,93721\n');
    expect(() => readContactFile(bytes, 'addresses.csv')).toThrow(
      /^addresses\.csv: the contact file cannot be used \(one problem\):\nline 2, /,
    );
    expect(() => readContactFile(Buffer.from(''), 'addresses.csv')).toThrow(/^addresses\.csv: the contact file/);
    expect(() => readContactFile(Buffer.from(''))).toThrow(/^the contact file/);
  });

  it('says the place and the cure, never a value', () => {
    const failure = ((): string => {
      try {
        read('A77777777,,9 Secret Lane,,Fresno,CA,501,\n');
      } catch (error) {
        return String(error);
      }
      return '';
    })();
    expect(failure).toContain('line 2, ZIP');
    expect(failure).not.toMatch(/A77777777|Secret|501/);
  });
});

describe('ContactBook', () => {
  const row = (cii: string, subjectId: string, street: string): string =>
    `${cii},${subjectId},${street},,Fresno,CA,93701,\n`;

  it('finds by CII before SUBJECT_ID', () => {
    const book = new ContactBook(read(row('A1', '', '1 By CII St') + row('', '100', '2 By Subject St')));
    [keys('p1', ['A1'], ['100']), keys('p2', ['A2'], ['200'])].forEach((each) => book.sees(each));
    expect(book.contactOf(keys('p1', ['A1'], ['100']))?.address1).toBe('1 By CII St');
    expect(book.contactOf(keys('p2', ['A2'], ['200']))).toBeUndefined();
  });

  it('does not use a SUBJECT_ID that two people have', () => {
    const book = new ContactBook(read(row('', '100', '1 Whose St')));
    [keys('p1', ['A1'], ['100']), keys('p2', ['A2'], ['100'])].forEach((each) => book.sees(each));
    expect(book.contactOf(keys('p1', ['A1'], ['100']))).toBeUndefined();
    expect(book.counts().sharedSubjectIds).toEqual([{ lines: [2] }]);
  });

  it('does not choose between two addresses of one key', () => {
    const book = new ContactBook(
      read(
        row('A1', '', '1 Old St') +
          row('A1', '', '2 New St') +
          row('A2', '', '3 Same St') +
          row('A2', '', '3 Same St') +
          row('A9', '', '4 Nobody St'),
      ),
    );
    [keys('p1', ['A1']), keys('p2', ['A2'])].forEach((each) => book.sees(each));
    expect(book.contactOf(keys('p1', ['A1']))).toBeUndefined();
    expect(book.contactOf(keys('p2', ['A2']))?.address1).toBe('3 Same St');
    expect(book.counts()).toEqual({
      rows: 5,
      repeated: 1,
      contradictions: [{ lines: [2, 3] }],
      sharedSubjectIds: [],
      unknownKeys: 1,
    });
  });
});

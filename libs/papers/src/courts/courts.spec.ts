import { CourtBook, shippedCourts } from './court-book';
import { prosecutorOf } from '../filing/filing-options';
import { SAMPLE_OPTIONS } from '../testing/sample-filing';
import { CourtProfileError } from './errors';

const LAST_RESORT = shippedCourts().filter(({ file }) => file === 'any-county.yaml');
const FILING = `filing:
  mode: bulk
  papers: [motion, order, exhibit]
  order: separate
  copies: 1
  sort: case-number
  separators: no
  megabytes per file: 25
  delivery: files
  public: { names: yes, charges: yes, conviction dates: yes }
  service: []
`;
const file = (courthouses: string, filing = FILING): { file: string; text: string } => ({
  file: 'test.yaml',
  text: `county: Fresno\nsource: invented\nconfirmed: no\n${filing}courthouses:\n${courthouses}`,
});
const problemsOf = (courthouses: string, filing = FILING): string[] => {
  try {
    CourtBook.of([file(courthouses, filing)], LAST_RESORT);
    return [];
  } catch (error) {
    if (error instanceof CourtProfileError) return error.message.split('\n');
    throw error;
  }
};

describe('the court profiles that come with Clearway', () => {
  const book = CourtBook.of();

  it('are every courthouse of Los Angeles and one of each other pilot county, none confirmed', () => {
    const count = (county: string): number => book.all().filter((each) => each.county === county).length;
    expect(['LOS ANGELES', 'SAN FRANCISCO', 'SACRAMENTO', 'SAN JOAQUIN', 'CONTRA COSTA'].map(count)).toEqual([
      44, 1, 1, 1, 1,
    ]);
    expect(book.all().filter(({ confirmed }) => confirmed)).toEqual([]);
    expect(book.all().every(({ source }) => source !== '')).toBe(true);
  });

  it.each([
    ['CASC LOS ANGELES COMPTON', 'los-angeles-compton'],
    ['CAMC  compton ', 'los-angeles-compton'],
    ['CASC LOS ANGELES', 'los-angeles-foltz'],
    ['CASC LOS ANGELES SN FERNDO', 'los-angeles-san-fernando'],
    ['CAMC HUNTINGTON PARK', 'los-angeles-compton'],
    ['CAMC SAN PEDRO', 'los-angeles-long-beach'],
  ])('lead %s to today’s courthouse', (name, id) => {
    expect(book.find('LOS ANGELES', name, '')).toMatchObject({ known: true, profile: { id } });
  });

  it('take a court that no profile knows as its county does, and any other county as any', () => {
    expect(book.find('LOS ANGELES', 'CASC NOWHERE', '')).toMatchObject({
      known: false,
      profile: { id: 'los-angeles' },
    });
    expect(book.find('FRESNO', 'CASC FRESNO', '')).toMatchObject({ known: false, profile: { id: 'any-county' } });
    expect(book.find('FRESNO', 'CASC LOS ANGELES', '')).toMatchObject({ known: false });
  });
});

describe('CourtBook', () => {
  it('puts an office’s courthouse before the one of the same id', () => {
    const own = file('  - id: los-angeles-compton\n    name: Compton today\n    known as: [CASC X]\n');
    const book = CourtBook.of([
      {
        ...own,
        text: own.text
          .replace('Fresno', 'Los Angeles')
          .replace('confirmed: no', 'confirmed: { by: A. Clerk, on: 2026-11-01 }'),
      },
    ]);
    expect(book.profile('los-angeles-compton')).toMatchObject({
      name: 'Compton today',
      confirmed: { by: 'A. Clerk', on: '2026-11-01' },
    });
    expect(book.find('LOS ANGELES', 'CASC X', '').profile.id).toBe('los-angeles-compton');
    expect(book.find('LOS ANGELES', 'CASC COMPTON', '').known).toBe(false);
  });

  it('finds by pattern, the longest first, and by code where there is no name', () => {
    const book = CourtBook.of(
      [
        file(
          '  - { id: aa, name: A, known as: ["CASC FRESNO*"] }\n  - { id: bb, name: B, known as: ["CASC FRESNO NORTH*"], ori: [CA010015J] }\n',
        ),
      ],
      LAST_RESORT,
    );
    expect(book.find('FRESNO', 'CASC FRESNO EAST', 'CA010015J').profile.id).toBe('aa');
    expect(book.find('FRESNO', 'CASC FRESNO NORTH 2', '').profile.id).toBe('bb');
    expect(book.find('FRESNO', ' ', 'CA010015J').profile.id).toBe('bb');
  });

  it('tells every problem at once, with its line and the cure', () => {
    const bad = problemsOf(
      '  - { id: A B, name: "" }\n  - id: cc\n    name: C\n    closd: {}\n',
      FILING.replace('copies: 1', 'copies: 0').replace('[motion, order, exhibit]', '[motion, letter]'),
    );
    expect(bad).toEqual([
      'test.yaml, line 6: filing.papers.1: use motion, memorandum, order, exhibit, proof of service, or a form of the court: "form: CR-400"',
      'test.yaml, line 8: filing.copies: give a whole number from 1 to 20',
      'test.yaml, line 16: courthouses.0.id: use small letters, digits and hyphens, at most 60',
      'test.yaml, line 16: courthouses.0.name: give the present name of the courthouse',
      'test.yaml, line 19: courthouses.1.closd: is not a setting of a court profile: remove it or correct its spelling; did you mean "closed"?',
    ]);
  });

  it.each([
    [
      'an unknown successor',
      '  - { id: aa, name: A, closed: { successor: zz } }\n',
      FILING,
      /line 16: courthouses.0.closed.successor: no courthouse has this id/,
    ],
    [
      'a circular successor',
      '  - { id: aa, name: A, closed: { successor: bb } }\n  - { id: bb, name: B, closed: { successor: aa } }\n',
      FILING,
      /leads back to a closed courthouse/,
    ],
    [
      'a name for two courthouses',
      '  - { id: aa, name: A, known as: [CASC X] }\n  - { id: bb, name: B, known as: [casc x] }\n',
      FILING,
      /line 17: courthouses.1.known as.0: stands for aa too/,
    ],
    ['an id twice', '  - { id: aa, name: A }\n  - { id: aa, name: B }\n', FILING, /another courthouse has this id/],
    [
      'names held back without a ground',
      '  []\n',
      FILING.replace('names: yes', 'names: no'),
      /line 13: filing.public: what stays out of public papers goes under seal/,
    ],
    ['bulk without an exhibit', '  []\n', FILING.replace(', exhibit', ''), /lists its convictions in an exhibit/],
    [
      'combined without an order',
      '  []\n',
      FILING.replace('separate', 'combined').replace('[motion, order, exhibit]', '[motion, exhibit]'),
      /combined needs motion and order/,
    ],
    ['no YAML', '  - { id: "aa }\n', FILING, /test.yaml, line \d+: not readable as YAML/],
  ])('refuses %s', (_, courthouses, filing, words) =>
    expect(problemsOf(courthouses, filing).join('\n')).toMatch(words),
  );
});

describe('who signs', () => {
  const prosecutors = (text: string): { file: string; text: string } => ({ file: 'prosecutors.yaml', text });
  const roe = `prosecutors:
  - agency: Fresno  County District Attorney
    attorney: Jane Q. Roe
    title: Deputy District Attorney
    bar number: "123456"
    address: [2220 Tulare Street, 'Fresno, California 93721']
    telephone: "(559) 555-0100"
    email: filings@example.org
`;

  it('is read from the folder of court profiles and printed on the papers of that agency and of no other', () => {
    const { prosecutors: known } = CourtBook.of([prosecutors(roe)]);
    const options = { ...SAMPLE_OPTIONS, prosecutors: known };
    expect(prosecutorOf(options, 'FRESNO COUNTY DISTRICT ATTORNEY')).toEqual({
      attorney: 'Jane Q. Roe',
      title: 'Deputy District Attorney',
      barNumber: '123456',
      address: ['2220 Tulare Street', 'Fresno, California 93721'],
      telephone: '(559) 555-0100',
      email: 'filings@example.org',
    });
    expect(prosecutorOf(options, 'FRESNO CITY ATTORNEY')).toEqual({});
    expect(prosecutorOf(options, 'constructor')).toEqual({});
  });

  it('is refused with every problem by its line', () => {
    const wrong = roe.replace('    bar number: "123456"\n', '    barnumber: 123456\n') + roe.slice(roe.indexOf('  - '));
    expect(() => CourtBook.of([prosecutors(wrong)])).toThrow(
      /prosecutors\.yaml, line 5: prosecutors\.0\.barnumber: is not a setting/,
    );
    expect(() => CourtBook.of([prosecutors(wrong)])).toThrow(
      /prosecutors\.0\.bar number: put the State Bar number in quotes/,
    );
    expect(() => CourtBook.of([prosecutors(roe + roe.slice(roe.indexOf('  - ')))])).toThrow(
      /line 9: prosecutors\.1\.agency: stands twice/,
    );
  });
});

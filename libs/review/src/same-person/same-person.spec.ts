import { readCsv } from '@clearway/spreadsheets';
import { askedPair, seenRecord } from '../testing/asked';
import { pairId, printAskedPair, shownHash } from './asked-pair';
import { joinedLines, joinedWords } from './joined-words';
import { readJoinedPair } from './joined-pair';
import { joinWords, oddsWords } from './pair-words';
import { readAskedPairs } from './read-asked-pair';
import { readSamePersonCsv, samePersonCsv } from './same-person-csv';

const STATE = seenRecord('a1', {
  source: 'state-file',
  name: '=DOE,"JO; HN"',
  otherNames: ['ROE,J', 'X; Y'],
  births: [19800307, 19800000],
  sex: 'M',
  cii: 'A0012',
  cases: ['0012-3'],
  convictions: 2,
});
const COURT = seenRecord('b2', { place: 'page 1, line 3' });
const PAIR = askedPair(STATE, COURT, { why: 'rival', guardWords: 'as with twins' });

describe('questions about who is one person', () => {
  it('have one id, whichever record comes first', () => {
    expect(pairId('b2', 'a1')).toBe(PAIR.id);
    expect(PAIR.id).toMatch(/^[0-9a-f]{16}$/);
    expect(pairId('a1', 'b3')).not.toBe(PAIR.id);
  });

  it('come back from same_person.csv as they were', () => {
    const text = [...samePersonCsv([PAIR, askedPair(COURT, seenRecord('c3'))])].join('');
    const [first, second] = readSamePersonCsv(text);
    expect(first).toEqual({ ...PAIR, lines: PAIR.lines.map((line, i) => ({ ...line, weight: [9.13, 4, -2][i] })) });
    expect(second?.records.map(({ id }) => id)).toEqual(['b2', 'c3']);
  });

  it('stand in the file with both records side by side, and nothing that a spreadsheet program would run', () => {
    const [head, row] = [...readCsv([...samePersonCsv([PAIR])].join('').replace('\uFEFF', ''))].map(
      ({ fields }) => fields,
    );
    const cell = (name: string): string => row?.[head?.indexOf(name) ?? -1] ?? '?';
    expect(head?.slice(1, 5)).toEqual(['Name 1', 'Name 2', 'Other Names 1', 'Other Names 2']);
    expect([cell('Name 1'), cell('Born 1'), cell('CII 1'), cell('Convictions 1')]).toEqual([
      `'=DOE,"JO; HN"`,
      '1980-03-07; 1980',
      'A0012',
      '2',
    ]);
    expect([cell('Place 2'), cell('Why Asked'), cell('Odds')]).toEqual([
      'page 1, line 3',
      'one of them fits another person nearly as well; as with twins',
      '+3.3',
    ]);
  });

  it('are refused by line when a row was changed', () => {
    const text = [...samePersonCsv([PAIR])].join('');
    expect(() => [...readSamePersonCsv(text.replaceAll('b2', 'b9'))]).toThrow(/line 2 was changed/);
    expect(() => [...readSamePersonCsv('a,b\n1,2\n')]).toThrow(/line 1 was changed/);
    expect(() => [...readAskedPairs(`${printAskedPair(PAIR)}\nnull\n`)]).toThrow(/line 2/);
  });

  it('are shown by a hash that changes with what is shown', () => {
    expect(shownHash(PAIR)).toBe(shownHash({ ...PAIR, odds: 3.2501 }));
    expect(shownHash({ ...PAIR, records: [STATE, { ...COURT, births: [19810307] }] })).not.toBe(shownHash(PAIR));
  });
});

describe('joins of a run', () => {
  const kept = (by: string): string =>
    JSON.stringify({ records: PAIR.records, odds: 3.2471, lines: PAIR.lines, guardWords: 'so', by });

  it('are read as ingestion keeps them, with the id of the question about the two', () => {
    expect(readJoinedPair(kept('model'), 1)).toMatchObject({ id: PAIR.id, why: 'joined', by: 'model', odds: 3.2471 });
    expect(['number', 'decision'].map((by) => readJoinedPair(kept(by), 1).why)).toEqual(['numbered', 'decided']);
    for (const bad of ['{', 'null', '{}', kept('chance')]) expect(() => readJoinedPair(bad, 7)).toThrow(/line 7/);
  });

  it('say which record is whose, and why', () => {
    const [{ heading, words } = { heading: '', words: [] }] = joinedWords([readJoinedPair(kept('model'), 1)]);
    expect(heading).toMatch(/page 1, line 3 \(court-extract\) is of the person of .*\(state-file\), by likeness$/);
    expect(words).toContain('the birth dates differ by one digit (+4.0)');
    expect(joinedLines(joinedWords([readJoinedPair(kept('number'), 1)]))).toEqual([
      expect.stringMatching(/by a number$/),
      '  so',
    ]);
  });

  it('name records of one file together when the same speaks for each', () => {
    const at = (place: string, by = 'model') => ({
      ...readJoinedPair(kept(by), 1),
      records: [STATE, { ...COURT, place }] as const,
    });
    const headings = joinedWords([at('line 9'), at('line 7', 'number'), at('line 4'), at('line 5')]).map(
      ({ heading }) => heading,
    );
    expect(headings).toEqual([
      expect.stringMatching(/, line 9, line 4, line 5 \(court-extract\) are of the person of .*, by likeness$/),
      expect.stringMatching(/, line 7 \(court-extract\) is of the person of .*, by a number$/),
    ]);
  });
});

describe('evidence in words', () => {
  it('names every field with its weight, and ends with all together', () =>
    expect(joinWords(PAIR)).toEqual([
      'the last names are the same (+9.1)',
      'the birth dates differ by one digit (+4.0)',
      'the sex differs (-2.0)',
      'few pairs of records are one person, before anything is compared (-7.9)',
      'all together +3.3: about 10 to 1 that they are one person',
      'as with twins',
    ]));

  it.each([
    [10, 'about 1,000 to 1 that they are one person'],
    [14.2, 'about 19,000 to 1 that they are one person'],
    [-1.6, 'about 3 to 1 that they are two people'],
    [0.2, 'as likely one person as two'],
    [41, 'more than 1,000,000,000 to 1 that they are one person'],
  ])('%p bits are %s', (bits, words) => expect(oddsWords(bits)).toBe(words));
});

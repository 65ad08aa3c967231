import { type History } from '@clearway/record';
import { loadPolicy } from '@clearway/county-policy';
import * as fc from 'fast-check';
import { checkBook, countsOf } from '../book/book';
import { bookJson } from '../book/print';
import { withholdSmall } from '../book/withhold';
import { bookFiles } from '../drawing/book-files';
import { aPerson } from '../testing/people';
import { movedRow } from './rows';
import { ageBand, comparePerson, isMoved, raceOf, type Side } from './side';
import { TwoSidesTally } from './tally';
import { twoSidesBook } from './two-sides-book';
import { whyMoved } from './why';

const side = (policy: string, asOf = 20261101): Side => ({ title: policy, policy: loadPolicy(policy), asOf });
const LA = side('los-angeles-2020');
const STATUTE = side('california-statute');

function tallyOf(people: readonly History[], sides: readonly [Side, Side]): TwoSidesTally {
  const tally = new TwoSidesTally(sides);
  for (const history of people) tally.add(comparePerson(history, sides, 'LOS ANGELES'));
  return tally;
}

const bookOf = (people: readonly History[], sides: readonly [Side, Side]) =>
  twoSidesBook(tallyOf(people, sides), {
    county: 'LOS ANGELES',
    sides,
    differ: 'policy',
    ruleSetHash: 'a'.repeat(64),
    files: ['county.csv'],
  });

const conviction = fc.record({
  offence: fc.constantFrom(
    '11357(A) HS',
    '11357(C) HS',
    '11358 HS',
    '11359 HS',
    '11360(A) HS',
    '664/11359 HS',
    '187(A) PC',
    '459 PC',
  ),
  eventDate: fc.constantFrom(0, 19850101, 20050000, 20050301, 20150601, 20180101),
  convictionStatus: fc.constantFrom('FELONY', 'MISDEMEANOR', ''),
});
const person = fc.tuple(
  fc.constantFrom(0, 19400101, 19700000, 19700101, 19960101),
  fc.constantFrom('', 'BLACK', 'WHITE'),
  fc.array(conviction, { minLength: 1, maxLength: 4 }),
);
const people = fc
  .array(person, { minLength: 1, maxLength: 6 })
  .map((each) =>
    each.map(([birthDate, race, convictions], i) => aPerson(String(i + 1), { birthDate, race }, convictions)),
  );

describe('two policies', () => {
  it('a policy compared with itself moves nobody', () => {
    fc.assert(
      fc.property(people, (each) => {
        const tally = tallyOf(each, [STATUTE, STATUTE]);
        expect(tally.moved).toBe(0);
        for (const key of [...tally.convictions.keys(), ...tally.people.keys()])
          expect(key.split('|')[0]).toBe(key.split('|')[1]);
        for (const { gained, lost } of Object.values(tally.effects)) expect([gained, lost]).toEqual([0, 0]);
      }),
      { numRuns: 40 },
    );
  });

  it('from A to B is the transpose of from B to A, and every book adds up', () => {
    const turned = (counts: ReadonlyMap<string, number>): [string, number][] =>
      [...counts].map(([key, n]): [string, number] => [key.split('|').reverse().join('|'), n]).sort();
    fc.assert(
      fc.property(people, (each) => {
        const [one, other] = [tallyOf(each, [LA, STATUTE]), tallyOf(each, [STATUTE, LA])];
        expect(turned(one.convictions)).toEqual([...other.convictions].sort());
        expect(turned(one.people)).toEqual([...other.people].sort());
        for (const name of ['relief', 'felonies', 'people', 'noFelony', 'noConviction'] as const) {
          expect(one.effects[name]).toEqual({
            side0: other.effects[name].side1,
            side1: other.effects[name].side0,
            gained: other.effects[name].lost,
            lost: other.effects[name].gained,
          });
        }
        expect(() => checkBook(bookOf(each, [LA, STATUTE]))).not.toThrow();
      }),
      { numRuns: 40 },
    );
  });

  it('the small comparison: who moves, from where to where', () => {
    const county = [
      aPerson('1', { birthDate: 19600101 }, [{}]),
      aPerson('2', { birthDate: 19600101, race: 'BLACK' }, [
        { offence: '11357(C) HS', convictionStatus: 'MISDEMEANOR' },
        { offence: '459 PC', eventDate: 20200101 },
      ]),
      aPerson('3', { birthDate: 0 }, [{}]),
      aPerson('4', {}, [{ offence: '182/11359 HS' }]),
    ];
    const tally = tallyOf(county, [LA, STATUTE]);
    expect(Object.fromEntries(tally.convictions)).toEqual({
      'dismiss-and-seal|redesignate-misdemeanor': 1,
      'dismiss-and-seal|review': 1,
      'refer-to-other-prosecutor|review': 1,
      'dismiss-and-seal|not-eligible': 1,
    });
    expect(tally.effects.noConviction).toEqual({ side0: 3, side1: 0, gained: 0, lost: 3 });
    expect(tally.peopleByDimension.get('race')?.get('BLACK')).toMatchObject({ people: 1, relief0: 0, relief1: 0 });
    const compared = comparePerson(county[0] as History, [LA, STATUTE], 'LOS ANGELES');
    expect(compared.convictions.filter(isMoved)).toHaveLength(1);
    expect(movedRow(compared, compared.convictions[0]!, ['county.csv'])).toContain(
      'county.csv,2,0:101002001000,dismiss-and-seal,dismiss-and-seal',
    );
  });

  it('what is published has no number from 1 to 10, in any of its files', () => {
    const county = Array.from({ length: 40 }, (_, i) =>
      aPerson(String(i + 1), { birthDate: i < 30 ? 19600101 : 19960101, race: i < 35 ? 'WHITE' : 'BLACK' }, [
        i < 25 ? {} : { offence: '11358 HS', eventDate: 20150101 },
      ]),
    );
    const book = bookOf(county, [LA, STATUTE]);
    const published = withholdSmall(book);
    const json = JSON.parse(bookJson(published)) as {
      tables: Record<string, { rows: { counts: Record<string, number | null> }[] }>;
    };
    const counts = Object.values(json.tables).flatMap(({ rows }) => rows.flatMap((row) => Object.values(row.counts)));
    expect(counts).toContain(null);
    expect(counts.filter((n) => n !== null && n > 0 && n < 11)).toEqual([]);
    const svgs = bookFiles(book).filter(({ path }) => path.endsWith('.svg'));
    expect(svgs.length).toBeGreaterThan(4);
    for (const { content } of svgs)
      for (const [, n] of String(content).matchAll(/font-size="11">([\d,]+)</g))
        expect(Number(n) === 0 || Number(n) > 10).toBe(true);
    expect([...countsOf(book).values()].some((n) => n > 0 && n < 11)).toBe(true);
    for (const name of ['DOE', 'A1', 'person-'])
      for (const { path, content } of bookFiles(book).filter(
        (each) => each.path.startsWith('publish/') && !each.path.endsWith('.pdf'),
      ))
        expect([path, String(content).includes(name)]).toEqual([path, false]);
  });
});

describe(whyMoved.name, () => {
  it('names the day, the rule and the fact of a sentence that ends', () => {
    const history = aPerson('1', {}, [
      { eventDate: 20161001, cycleDate: 20160901, sentenceLength: '12', sentenceUnit: 'Y', sentencePlace: 'PRISON' },
    ]);
    const why = whyMoved(
      history,
      '0:101002001000',
      [side('california-statute', 20261101), side('california-statute', 20300101)],
      'LOS ANGELES',
    );
    expect(why.day).toBe(20281001);
    expect(why.rules.join(' ')).toMatch(/redesignated as one \[HS 11361\.8\(e\), \(f\)\]: not asked before, yes since/);
    expect(why.facts.join(' ')).toContain('sentence 12 years');
  });

  it('is the same whichever day is named first', () => {
    const history = aPerson('1', { birthDate: 19710615 }, [
      { offence: '11358 HS' },
      { offence: '459 PC', eventDate: 20200101 },
    ]);
    const days = [side('los-angeles-2020', 20200701), side('los-angeles-2020', 20220701)] as const;
    const [one, other] = [
      whyMoved(history, '0:101002001000', days, 'LOS ANGELES'),
      whyMoved(history, '0:101002001000', [days[1], days[0]], 'LOS ANGELES'),
    ];
    expect(one).toEqual(other);
    expect(one.day).toBe(20210615);
  });
});

describe('traits', () => {
  it.each([
    [[19700102], '50 to 59'],
    [[19561101], '70 and over'],
    [[19561102], '60 to 69'],
    [[19560000], 'not known'],
    [[], 'not known'],
    [[19700101, 19900101], 'not known'],
  ])('born %j is %s', (born, band) => expect(ageBand(born, 20261101)).toBe(band));

  it.each([
    ['', 'NOT STATED'],
    [' hispanic ', 'HISPANIC'],
    ['12345', 'OTHER WORDS'],
  ])('race %j is %s', (race, words) => expect(raceOf({ ...aPerson('1', {}, [{}]), race })).toBe(words));
});

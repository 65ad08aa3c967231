import fc from 'fast-check';
import { type Offence } from '../offence';
import { citedAnywhere, pointsToComment, readCharge } from './read-charge';
import { chargeWords, printCitation } from './print-citation';
import { showReading } from '../testing/show-reading';

const sections = fc.constantFrom(
  '11357',
  '11358',
  '11359',
  '11360',
  '11530',
  '11530.1',
  '11530.5',
  '11531',
  '11532',
  '11361',
);

/** Pieces of charges in any order, and any characters between them. */
const pieces = fc.constantFrom(
  ...[
    '664',
    '182',
    '182(A)(1)',
    '182.5',
    '11357',
    '11358',
    '11359',
    '11360',
    '11357.5',
    '11530.5',
    '288A',
    '653F',
    '187',
  ],
  ...[
    '32',
    '1203.4',
    '21:841',
    '.',
    '-',
    '/',
    ' ',
    ',',
    ';',
    ':',
    '(A)',
    '(B)',
    '(1)',
    '(IV)',
    'A',
    'B2',
    ' HS',
    'HS',
    ' PC',
  ],
  ...[
    'PC',
    ' VC',
    'H&S',
    '&',
    '(',
    ')',
    ' AND ',
    'SEE COMMENT FOR CHARGE',
    'ATTEMPT (PC 664) ',
    '-ATTEMPTED',
    'ATT ',
    'CONSP',
  ],
  ...['ATTEMPT TO COMMIT ', 'POSSESS FOR SALE', 'ß', 'İ', 'ſ', '\u00a0', '\0', '–', '_', '\\'],
);
const text = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: pieces },
      fc.string({ unit: 'binary', maxLength: 5 }),
      fc.string({ maxLength: 5 }),
    ),
    {
      maxLength: 12,
    },
  )
  .map((each) => each.join(''));

const subdivision = fc.oneof(
  fc.constantFrom('a', 'b', 'c', 'd', 'e', 'g', 'iv', 'ii', 'aa'),
  fc.integer({ min: 1, max: 29 }).map(String),
);
/** Real-looking offences: as the state's table of charges has them. */
const offence: fc.Arbitrary<Offence> = fc
  .record({
    code: fc.constantFrom('HS', 'PC', 'VC', 'BP', 'WI', 'MV', 'FG', 'GC', 'RT', 'UI'),
    section: fc.oneof(
      sections,
      fc.constantFrom(
        '288a',
        '653f',
        '273ab',
        '266j',
        '537e',
        '647a',
        '11362.1',
        '11379.6',
        '4573.6',
        '23222',
        '186.22',
        '245',
      ),
      fc
        .tuple(fc.integer({ min: 10, max: 99999 }), fc.option(fc.integer({ min: 1, max: 99 })))
        .map(([whole, part]) => (part === null ? String(whole) : `${whole}.${part}`)),
    ),
    path: fc.array(subdivision, { maxLength: 5 }),
    qualifiers: fc.subarray(['attempt', 'conspiracy'] as const),
  })
  .map((each) => (/[a-z]$/.test(each.section) ? { ...each, code: 'PC' } : each))
  .filter(({ section }) => !['664', '182', '182.5', '266', '653'].includes(section));

describe('reading a charge', () => {
  it('never throws, and is either offenses or a named problem', () => {
    fc.assert(
      fc.property(text, text, (field, comment) => {
        const charge = readCharge(field, comment);
        expect(charge.offences.length > 0).toBe(charge.problem === undefined);
        for (const each of charge.offences) expect(each).toMatchObject({ code: expect.stringMatching(/^[A-Z]{2}$/) });
        pointsToComment(field);
        citedAnywhere(comment);
        chargeWords(charge);
      }),
      { numRuns: 600 },
    );
  });

  it('reads back what it prints', () => {
    fc.assert(
      fc.property(text, text, (field, comment) => {
        for (const each of readCharge(field, comment).offences)
          expect(readCharge(printCitation(each)).offences).toEqual([each]);
      }),
      { numRuns: 600 },
    );
  });

  it('reads every printed offense to itself, leaving nothing open', () => {
    fc.assert(
      fc.property(offence, (each) => {
        expect(readCharge(printCitation(each))).toEqual({ text: printCitation(each), offences: [each] });
      }),
      { numRuns: 600 },
    );
  });

  it('is not changed by case or by blanks around', () => {
    fc.assert(
      fc.property(text, fc.constantFrom(' ', '   ', '\t', '\n', '\u00a0 '), (field, blanks) => {
        const expected = showReading(readCharge(field));
        expect(showReading(readCharge(field.toLowerCase()))).toBe(expected);
        expect(showReading(readCharge(field.toUpperCase()))).toBe(expected);
        expect(showReading(readCharge(`${blanks}${field}${blanks}`))).toBe(expected);
      }),
      { numRuns: 600 },
    );
  });

  it('reads no section out of a number that only contains it', () => {
    const digits = fc.stringMatching(/^[1-9]{1,6}$/);
    const longer = fc.oneof(
      fc
        .tuple(digits, sections)
        .map(([before, section]) => `${before}${section}`)
        .filter((each) => !each.startsWith('664')),
      fc
        .tuple(sections, digits)
        .filter(([section]) => !section.includes('.'))
        .map((each) => each.join('')),
      fc.tuple(sections, fc.constantFrom('.0', '.99', '.1.1', '.123456', ',000')).map((each) => each.join('')),
    );
    fc.assert(
      fc.property(longer, sections, fc.constantFrom('', ' HS', 'HS-POSS', '-ATTEMPTED'), (number, section, after) => {
        const found = [...readCharge(`${number}${after}`).offences, ...citedAnywhere(`CHRG ${number}${after}`)];
        expect(found.filter((each) => number.includes(each.section) && each.section === section)).toEqual([]);
      }),
      { numRuns: 600 },
    );
  });

  it('gives an attempt however the attempt is spelt before the section', () => {
    const before = fc.constantFrom(
      '664/',
      '664-',
      '664.',
      '664 ',
      '664 PC/',
      'ATT ',
      'ATTEMPT ',
      'ATTEMPTED ',
      'ATTEMPT TO COMMIT ',
    );
    fc.assert(
      fc.property(before, sections, fc.constantFrom('', ' HS', 'HS-WORDS', ' H&S'), (words, section, after) => {
        const read = readCharge(`${words}${section}${after}`);
        expect(read.offences).toEqual([{ code: 'HS', section, path: [], qualifiers: ['attempt'] }]);
      }),
    );
  });

  it.each([
    ['664/'.repeat(50_000)],
    ['11357('.repeat(50_000)],
    ['11357 (M) '.repeat(30_000)],
    ['11357 HS,'.repeat(30_000)],
    ['11357 '.repeat(30_000)],
    [`11357 HS-${'ATT ATT'.repeat(30_000)}`],
    [`11357 HS${' '.repeat(300_000)}-X`],
    [`SEE COMMENT${' FIELD'.repeat(50_000)}`],
    ['H & S '.repeat(50_000)],
    ['P. '.repeat(100_000)],
    ['1'.repeat(300_000)],
    ['A -'.repeat(100_000)],
    ['\0\u00a0'.repeat(100_000)],
  ])('takes no time for a long text (%#)', (long) => {
    const started = process.cpuUsage();
    chargeWords(readCharge(long, long));
    citedAnywhere(long);
    const { user } = process.cpuUsage(started);
    expect(user / 1000).toBeLessThan(250);
  });
});

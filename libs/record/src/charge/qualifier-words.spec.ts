import { printCitation } from './print-citation';
import { readCharge } from './read-charge';

function reading(text: string): string {
  const charge = readCharge(text);
  return charge.problem ?? charge.offences.map(printCitation).join(' + ');
}

describe('an attempt', () => {
  it.each([
    ...[
      '664/11359',
      '664-11359',
      '664.11359',
      '66411359',
      '664,11359',
      '664;11359 HS',
      '664:11359 HS',
      '664\\11359 HS',
    ],
    ...['664_11359 HS', '664 11359 HS', '664 PC 11359 HS', '664 PC-11359 HS', '664PC/11359HS', 'PC664/HS11359'],
    ...['664 (11359 HS)', '(664) 11359 HS', '664(A) PC/11359', '664 & 11359', '664 OF 11359 HS', '11359(664) HS'],
    ...[
      '11359.664 HS',
      '11359/664',
      '11359-664',
      '11359-664PC',
      '11359 HS/664 PC',
      '11359 HS-664',
      '11359 HS (664 PC)',
    ],
    ...[
      '664 PC-ATTEMPT 11359 HS',
      '11359 HS-ATTEMPTED',
      '11359 HS-ATT',
      '11359 HS ATT',
      '11359 ATT',
      '11359-ATTEMPTED',
    ],
    ...['11359 HS ATTEMPT', '11359 HS-ATT POSSESS FOR SALE', '11359 HS-ATT. POSSESS', '11359 HS - ATTEMPT POSS'],
    ...['11359 HS-POSSESS FOR SALE-ATTEMPTED', '11359 HS-POSSESS FOR SALE (ATTEMPT)', '11359 HS-POSSESS FOR SALE-ATT'],
    ...[
      '11359 HS-POSSESS FOR SALE ATTEMPTED',
      'ATTEMPT TO COMMIT 11359',
      'ATTEMPTED 11359 HS',
      'ATT 11359',
      'ATT/11359 HS',
    ],
    ...['ATTEMPT-11359 HS', 'ATTEMPTING 11359 HS', 'ATTEMPT TO VIOLATE 11359 HS', 'ATTEMPT POSS FOR SALE 11359 HS'],
  ])('is read from %j', (text) => expect(reading(text)).toBe('attempt (PC 664) HS 11359'));

  it.each([
    ['11359 HS-POSS/ATTEMPT POSS', 'HS 11359'],
    ['11359 HS-POSS OR ATTEMPT', 'HS 11359'],
    ['11359 HS-POSS, NOT ATTEMPT TO SELL', 'HS 11359'],
    ['POSS OR ATTEMPTED 11359 HS', 'HS 11359'],
    ['NOT ATTEMPT 11359 HS', 'HS 11359'],
    ['11359 HS-ATT: SMITH', 'HS 11359'],
    ['11359 HS-SEE ATT', 'HS 11359'],
    ['11357 HS/11358 HS-ATTEMPTED', 'HS 11357 + HS 11358'],
    // Sections that punish the attempt themselves: HS 11360 "attempts to import into this state or transport".
    ['11360(A) HS-ATT TRANSPORT MARIJ', 'HS 11360(a)'],
    ['11360(A) HS-ATT SELL/TRANSPORT/ETC MARIJ', 'HS 11360(a)'],
    ['ATTEMPT TRANSPORT MARIJ 11360(A) HS', 'HS 11360(a)'],
    ['69 PC-ATTEMPT/RESIST OFFICER', 'PC 69'],
    ['217.1(A) PC-ATTEMPT MURDER OFFICER', 'PC 217.1(a)'],
  ])('stays open in %j', (text, expected) => {
    expect(reading(text)).toBe(expected);
    expect(readCharge(text).open?.map((each) => each.code)).toEqual(['attempt-in-words']);
  });

  it.each([
    ['11360(A) HS-ATTEMPT SELL', 'attempt (PC 664) HS 11360(a)'],
    ['11360(A) HS-ATTEMPTED', 'attempt (PC 664) HS 11360(a)'],
    ['664/11360(A) HS-TRANSPORT', 'attempt (PC 664) HS 11360(a)'],
    ['664/187(A) PC-ATT MURDER', 'attempt (PC 664) PC 187(a)'],
    ['664 PC-ATTEMPT', 'PC 664'],
    // The offence that it is of cannot be told: it is not read as the offence without the attempt.
    ['664 PC/187(A)-MURDER', 'no-code'],
  ])('reads %j as %s', (text, expected) => {
    expect(reading(text)).toBe(expected);
    expect(readCharge(text).open).toBeUndefined();
  });

  it.each(['11359 HS-ATTY GENERAL', '11359 HS-ATTACHED', '11358 HS-664 GRAMS', '11359 HS-WATT'])(
    'is not in %j',
    (text) => {
      expect(readCharge(text).offences[0]?.qualifiers).toEqual([]);
      expect(readCharge(text).open).toBeUndefined();
    },
  );
});

describe('a conspiracy', () => {
  it.each([
    ...[
      '182/11359 HS',
      '182-11359 HS',
      '182.11359',
      '182(A)(1)/11359 PC-CONSPIRACY',
      '182(A)(1)-11359 HS',
      '182A1/11359 HS',
    ],
    ...['182(A)1/11359 HS', '182 PC/11359 HS', '182 (A) (1) PC / 11359 HS', '182.5/11359 HS', '182 PC-CONSP:11359'],
    ...['182(A)(1) PC-CONSPIRACY TO COMMIT 11359 HS', '182(A)(1) PC/11359 HS-CONSP COMMIT CRIME', 'CONSPIRACY 11359'],
    ...[
      'CONSPIRACY TO COMMIT 11359 HS',
      'CONSP 11359 HS',
      'CONSP/11359',
      '11359 HS-CONSPIRACY',
      '11359 HS-CONSP TO SELL',
    ],
    ...['11359 HS-POSS, CONSPIRACY', '11359/182 HS', '11359 HS-182', '11359(182) HS'],
  ])('is read from %j', (text) => expect(reading(text)).toBe('conspiracy (PC 182) HS 11359'));

  it.each([
    ['182(A)(1) PC-CONSPIRACY TO COMMIT CRIME', 'PC 182(a)(1)'],
    ['182.5 PC-GANG CONSPIRACY', 'PC 182.5'],
    ['182/664/11358 HS', 'attempt (PC 664) conspiracy (PC 182) HS 11358'],
    ['ATTEMPTED CONSPIRACY 11359 HS', 'attempt (PC 664) conspiracy (PC 182) HS 11359'],
    ['182 PC 12 MONTHS', 'PC 182'],
    ['CONSPIRACY TO SELL', 'no-section'],
    // Soliciting and being an accessory are offences of their own.
    ['653F(D)/11359 HS', 'PC 653f(d) + HS 11359'],
    ['11359 HS-SOLICIT', 'HS 11359'],
    ['11358 HS-182 PLANTS', 'HS 11358'],
    ['11358 HS 182 PLANTS', 'HS 11358'],
  ])('reads %j as %s', (text, expected) => expect(reading(text)).toBe(expected));
});

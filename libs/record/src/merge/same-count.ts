import { alikeCharges } from '../charge/alike-charges';
import { isFullDate } from '../partial-date';
import { type PlacedCount } from './placed-count';
import { sameCase } from './same-case';

/** A count of the one record and a count of the other that are one. */
export type Pair = readonly [PlacedCount, PlacedCount];

/**
 * Which counts of two records are the same, one to one. The same: of one county and case, with one citation; or, where a case number
 * is missing, of one county, citation and day of conviction. Of several that could be, the likest first: what the court
 * did, subdivision, day, number of the count, severity. What is left stays two.
 */
export function sameCounts(base: readonly PlacedCount[], other: readonly PlacedCount[]): readonly Pair[] {
  const candidates: { readonly pair: Pair; readonly likeness: number }[] = [];
  for (const one of other)
    for (const each of base) {
      const likeness = likenessOf(each, one);
      if (likeness > 0) candidates.push({ pair: [each, one], likeness });
    }
  // A sort keeps the order of what is alike: that of the records.
  candidates.sort((a, b) => b.likeness - a.likeness);
  const taken = new Set<PlacedCount>();
  const pairs: Pair[] = [];
  const take = (pair: Pair): void => {
    if (pair.some((each) => taken.has(each))) return;
    pair.forEach((each) => taken.add(each));
    pairs.push(pair);
  };
  for (const { pair } of candidates) take(pair);
  for (const pair of withUnreadCharge(base, other, taken)) take(pair);
  return pairs;
}

/** The number of one case, however it is written, in both; `no` where both have numbers and none is of one case. */
export function caseOfBoth(one: PlacedCount, other: PlacedCount): 'same' | 'alike' | 'no' | 'not-said' {
  if (one.numbers.length === 0 || other.numbers.length === 0) return 'not-said';
  let best: 'alike' | 'no' = 'no';
  for (const a of one.numbers)
    for (const b of other.numbers) {
      const answer = sameCase(a, b);
      if (answer === 'same') return 'same';
      if (answer === 'alike') best = 'alike';
    }
  return best;
}

export function sameRow({ count: one }: PlacedCount, { count: other }: PlacedCount): boolean {
  return one.rows.some((a) => other.rows.some((b) => a.file === b.file && a.row === b.row && a.line === b.line));
}

/** 0 for what cannot be one count. */
function likenessOf(base: PlacedCount, other: PlacedCount): number {
  if (sameRow(base, other)) return 1_000_000 + (base.count.order === other.count.order ? 1 : 0);
  if (base.ofCourt !== other.ofCourt) return 0;
  if (!base.ofCourt) return likenessOfReports(base, other);
  const charge = alikeCharges(base.charge, other.charge);
  if (charge === 'no' && !isChargeOnly(base, other)) return 0;
  const ofOneCase = caseOfBoth(base, other);
  if (ofOneCase === 'no') return 0;
  if (ofOneCase === 'not-said') {
    const sameDay = dayOfConviction(base) !== 0 && dayOfConviction(base) === dayOfConviction(other);
    if (!sameDay || charge === 'no' || base.county === '' || base.county !== other.county) return 0;
  } else if (base.county !== other.county) {
    // A sheet may not say whose court it is: then the number has to be the same to the letter.
    if ((base.county !== '' && other.county !== '') || ofOneCase !== 'same') return 0;
  }
  return (
    (ofOneCase === 'same' ? 4000 : ofOneCase === 'alike' ? 2000 : 1000) +
    (charge === 'same' ? 400 : charge === 'alike' ? 200 : 0) +
    ((base.conviction === undefined) === (other.conviction === undefined) ? 800 : 0) +
    (base.step.date !== 0 && base.step.date === other.step.date ? 100 : 0) +
    (base.number === other.number ? 50 : 0) +
    (base.conviction?.severity === other.conviction?.severity ? 10 : 0)
  );
}

function dayOfConviction({ conviction }: PlacedCount): number {
  return conviction && isFullDate(conviction.date) ? conviction.date : 0;
}

/** One source has what the court convicted of, the other only the charge from which that came; the count's number and day have to agree. */
function isChargeOnly(one: PlacedCount, other: PlacedCount): boolean {
  const told = ({ count }: PlacedCount): boolean => (count.convictedOf ?? count.disposedOf) !== undefined;
  const [more, less] = told(one) ? [one, other] : [other, one];
  if (!told(more) || told(less)) return false;
  if (more.number !== less.number || more.step.date === 0 || more.step.date !== less.step.date) return false;
  return alikeCharges(more.count.charged, less.charge) !== 'no';
}

/** Arrests, registrations, deaths: of one kind, day and agency, with the same words or citation. */
function likenessOfReports(base: PlacedCount, other: PlacedCount): number {
  const { step: one } = base;
  const { step: two } = other;
  if (one.type !== two.type || !isFullDate(one.date) || one.date !== two.date) return 0;
  if (one.agency.name !== two.agency.name && (base.county === '' || base.county !== other.county)) return 0;
  const charge = alikeCharges(base.charge, other.charge);
  if (charge === 'no' && base.charge.text !== other.charge.text) return 0;
  return 100 + (charge === 'alike' ? 0 : 20) + (base.number === other.number ? 10 : 0);
}

/**
 * A charge that nobody can read on one side, and what is left of the case on the other: one, where each has just one left of which the court
 * did the same, or just one with this number.
 */
function withUnreadCharge(
  base: readonly PlacedCount[],
  other: readonly PlacedCount[],
  taken: ReadonlySet<PlacedCount>,
): readonly Pair[] {
  const left = (all: readonly PlacedCount[]): readonly PlacedCount[] =>
    all.filter((each) => each.ofCourt && !taken.has(each) && each.numbers.length > 0);
  const ofCase = (all: readonly PlacedCount[], one: PlacedCount): readonly PlacedCount[] => {
    const found = all.filter(
      (each) =>
        each.county === one.county &&
        each.step.date === one.step.date &&
        (each.conviction === undefined) === (one.conviction === undefined) &&
        ['same', 'alike'].includes(caseOfBoth(each, one)),
    );
    return found.length > 1 ? found.filter(({ number }) => number === one.number) : found;
  };
  const [leftOfBase, leftOfOther] = [left(base), left(other)];
  return leftOfOther.flatMap((one): readonly Pair[] => {
    const [only, ...more] = ofCase(leftOfBase, one);
    if (!only || more.length > 0 || ofCase(leftOfOther, one).length !== 1) return [];
    return only.charge.offences.length === 0 || one.charge.offences.length === 0 ? [[only, one]] : [];
  });
}

import { isCaseNumber } from '../assembly/numbers-of-count';
import { alikeCharges, saysMore } from '../charge/alike-charges';
import { convictedCharge } from '../charge/convicted-charge';
import { type CaseNumber, type Count, type CountDoubt, type Sentence, type SourceRow } from '../history';
import { type Charge } from '../offence';
import { uniteDispositions } from './unite-dispositions';
import { saysOfBoth } from './what-sources-say';

/** One count of what two sources have of it: the rows of the first, then those of the other. */
export function uniteCounts(one: Count, other: Count): Count {
  const { rows, at } = uniteRows(one.rows, other.rows);
  const moved = <Each extends { readonly row: number }>(each: Each): Each => ({ ...each, row: at[each.row] ?? 0 });
  const before = new Set<CountDoubt>([...(one.doubts ?? []), ...(other.doubts ?? [])]);
  // A source that knows the number settles it.
  if (knowsNumber(one) || knowsNumber(other)) before.delete('case-number');
  const { dispositions, doubts } = uniteDispositions(one.dispositions, other.dispositions.map(moved), before);
  const { mine, theirs } = partsOf(one.sentences, other.sentences, dayOf(one), dayOf(other));
  const differing =
    mine.length === 0 || theirs.length === 0
      ? []
      : [...mine.map((each) => [one, each] as const), ...theirs.map((each) => [other, each] as const)];
  const says = saysOfBoth(one, other, doubts, differing);
  return {
    order: one.order,
    rows,
    ...chargesOf(one, other),
    dispositions,
    sentences: [...one.sentences, ...theirs.map(moved)],
    caseNumbers: [
      ...one.caseNumbers,
      ...other.caseNumbers.filter((each) => !one.caseNumbers.some((known) => isSameNumber(known, each))),
    ],
    ...(doubts.length === 0 ? {} : { doubts: [...doubts].sort() }),
    ...(says.length === 0 ? {} : { says }),
  };
}

/**
 * A row that both have stands once; one that the other names twice (a line with two parts of a sentence) stands as often as
 * before, so that rows tie out. `at`: where each row of the other stands now.
 */
function uniteRows(
  one: readonly SourceRow[],
  other: readonly SourceRow[],
): { readonly rows: readonly SourceRow[]; readonly at: readonly number[] } {
  const rows = [...one];
  const at = other.map((row) => {
    const known = one.findIndex((each) => each.file === row.file && each.row === row.row && each.line === row.line);
    return known >= 0 ? known : rows.push(row) - 1;
  });
  return { rows, at };
}

type Charges = Pick<
  Count,
  'charged' | 'convictedOf' | 'disposedOf' | 'otherCharges' | 'classOfCharge' | 'classOfConviction' | 'chargeCode'
>;

/** The citation that says more: a subdivision that one source leaves out is taken from the other. */
function chargesOf(one: Count, other: Count): Charges {
  const [mine, theirs] = [convictedCharge(one), convictedCharge(other)];
  const readable = (charge: Charge): boolean => charge.offences.length > 0;
  const alike = alikeCharges(mine, theirs) !== 'no';
  const more = readable(theirs) && (!readable(mine) || (alike && saysMore(theirs, mine)));
  const onlyCharged = one.convictedOf === undefined && other.convictedOf !== undefined;
  const convictedOf =
    more || (onlyCharged && readable(theirs) && !(alike && saysMore(mine, theirs))) ? theirs : one.convictedOf;
  return {
    charged: one.charged.problem !== undefined && other.charged.problem === undefined ? other.charged : one.charged,
    convictedOf,
    disposedOf: one.disposedOf ?? other.disposedOf,
    otherCharges: one.otherCharges,
    classOfCharge: ofBoth(one.classOfCharge, other.classOfCharge) ?? '',
    classOfConviction: ofBoth(one.classOfConviction, other.classOfConviction),
    chargeCode: one.chargeCode ?? other.chargeCode,
  };
}

/** What both say or only one; blank where they differ. */
function ofBoth(one: string | undefined, other: string | undefined): string | undefined {
  if (one === undefined || one === '') return other ?? one;
  return other === undefined || other === '' || other === one ? one : '';
}

function dayOf({ dispositions }: Count): number {
  return dispositions.find(({ kind }) => kind === 'convicted')?.date ?? 0;
}

interface Parts {
  /** Only the one has these, */
  readonly mine: readonly Sentence[];
  /** and only the other those. */
  readonly theirs: readonly Sentence[];
}

/** A part that both have is one; courts and the state write the place in other words. */
function partsOf(one: readonly Sentence[], other: readonly Sentence[], day: number, otherDay: number): Parts {
  const mine = [...one];
  const theirs = other.filter((each) => {
    const same = mine.findIndex((known) => isSamePart(known, each, day, otherDay));
    if (same >= 0) mine.splice(same, 1);
    return same < 0;
  });
  return { mine, theirs };
}

function isSamePart(one: Sentence, other: Sentence, day: number, otherDay: number): boolean {
  if (one.length !== other.length || one.unit !== other.unit) return false;
  const sameFrom =
    one.from === other.from || one.from === 0 || other.from === 0 || (one.from === day && other.from === otherDay);
  const words = (place: string): readonly string[] =>
    place
      .toUpperCase()
      .split(/[^A-Z]+/)
      .filter((each) => each !== '');
  const [mine, theirs] = [words(one.place), words(other.place)];
  const samePlace = mine.length === 0 || theirs.length === 0 || mine.some((each) => theirs.includes(each));
  return sameFrom && samePlace;
}

function isSameNumber(one: CaseNumber, other: CaseNumber): boolean {
  return one.number === other.number && one.from === other.from;
}

function knowsNumber({ caseNumbers, doubts }: Count): boolean {
  return caseNumbers.some(isCaseNumber) && !doubts?.includes('case-number');
}

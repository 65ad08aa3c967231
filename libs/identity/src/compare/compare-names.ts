import { levelCode, MISSING } from '../model/model-source';
import { type Weighing } from '../model/weighing';
import { type NameTable } from '../table/name-table';
import { compareFirst, compareLast } from './compare-tokens';
import { PairCache } from './pair-cache';

/** The levels of two names and what they weigh together. */
export interface NameLevels {
  last: number;
  first: number;
  order: number;
  middle: number;
  suffix: number;
  lastBits: number;
  firstBits: number;
  bits: number;
}

/** The first level of either name. */
const SAME = levelCode('last', 'same');
const DIFFERENT_LAST = levelCode('last', 'different');
const DIFFERENT_FIRST = levelCode('first', 'different');
const SOUND_LAST = levelCode('last', 'sound');
const CLOSE_LAST = levelCode('last', 'close');
const NICKNAME = levelCode('first', 'nickname');
const SOUND_FIRST = levelCode('first', 'sound');
const CLOSE_FIRST = levelCode('first', 'close');
const FIRST_IS_MIDDLE = levelCode('first', 'middle');
const STRAIGHT = levelCode('order', 'straight');
const SWAPPED = levelCode('order', 'swapped');
const MIDDLE = {
  same: levelCode('middle', 'same'),
  initial: levelCode('middle', 'initial'),
  different: levelCode('middle', 'different'),
};
const SUFFIX = {
  same: levelCode('suffix', 'same'),
  oneMissing: levelCode('suffix', 'one-missing'),
  different: levelCode('suffix', 'different'),
};

/** Compares names by their numbers in the table: the family name first, and with the names changed over. */
export class NameComparer {
  private readonly lastCache = new PairCache();
  private readonly firstCache = new PairCache();
  private readonly orderBits: Float64Array;
  private readonly middleBits: Float64Array;
  private readonly suffixBits: Float64Array;

  constructor(
    private readonly names: NameTable,
    private readonly weighing: Weighing,
  ) {
    this.orderBits = weighing.of('order');
    this.middleBits = weighing.of('middle');
    this.suffixBits = weighing.of('suffix');
  }

  compare(one: number, other: number): NameLevels {
    const { names } = this;
    const straight = this.levels(
      names.last(one),
      names.first(one),
      names.last(other),
      names.first(other),
      one,
      other,
      STRAIGHT,
    );
    if (straight.last !== DIFFERENT_LAST || straight.first !== DIFFERENT_FIRST) return straight;
    const [right, wrong] = this.isRightWayRound(one, other) ? [one, other] : [other, one];
    const swapped = this.levels(
      names.last(right),
      names.first(right),
      names.first(wrong),
      names.last(wrong),
      right,
      wrong,
      SWAPPED,
    );
    return swapped.last !== DIFFERENT_LAST && swapped.first !== DIFFERENT_FIRST && swapped.bits > straight.bits
      ? swapped
      : straight;
  }

  /** Of two names, one of which changed places: is it the other? What more people have as a first name is one. */
  private isRightWayRound(one: number, other: number): boolean {
    const { names } = this;
    const firsts = (right: number, wrong: number): number =>
      names.countOf('first', names.first(right)) + names.countOf('first', names.last(wrong));
    const [ofOne, ofOther] = [firsts(one, other), firsts(other, one)];
    return ofOne === ofOther ? names.text(one) < names.text(other) : ofOne > ofOther;
  }

  /** Names of one person by their first and family names. */
  areOne(one: number, other: number): boolean {
    const { last, first } = this.compare(one, other);
    return last !== DIFFERENT_LAST && last !== MISSING && first !== DIFFERENT_FIRST && first !== MISSING;
  }

  /** Names whose first names, or family names, are two. */
  areTwo(one: number, other: number): boolean {
    const { last, first } = this.compare(one, other);
    return last === DIFFERENT_LAST || first === DIFFERENT_FIRST;
  }

  private levels(
    lastOne: number,
    firstOne: number,
    lastOther: number,
    firstOther: number,
    one: number,
    other: number,
    order: number,
  ): NameLevels {
    const { names } = this;
    const last = lastOne === 0 || lastOther === 0 ? MISSING : this.lastCache.code(lastOne, lastOther, this.makeLast);
    const plainFirst =
      firstOne === 0 || firstOther === 0 ? MISSING : this.firstCache.code(firstOne, firstOther, this.makeFirst);
    const [middleOne, middleOther] = [names.middle(one), names.middle(other)];
    const usesMiddle =
      plainFirst === DIFFERENT_FIRST &&
      (this.isFullToken(firstOne, middleOther) || this.isFullToken(firstOther, middleOne));
    const first = usesMiddle ? FIRST_IS_MIDDLE : plainFirst;
    const middle = usesMiddle ? MISSING : this.middleLevel(middleOne, middleOther);
    const suffix = this.suffixLevel(names.suffix(one), names.suffix(other));
    const lastBits = this.nameBits('last', last, lastOne, lastOther);
    const firstBits = this.nameBits('first', first, firstOne, firstOther);
    const bits =
      lastBits +
      firstBits +
      (this.orderBits[order] as number) +
      (this.middleBits[middle] as number) +
      (this.suffixBits[suffix] as number);
    return { last, first, order, middle, suffix, lastBits, firstBits, bits };
  }

  private nameBits(field: 'last' | 'first', level: number, one: number, other: number): number {
    const { names, weighing } = this;
    if (level === MISSING) return 0;
    const count = names.countOf(field, one);
    if (level === SAME) return weighing.sameName(field, count, names.counted);
    return weighing.likeName(field, level, Math.min(count, names.countOf(field, other)), names.counted);
  }

  private readonly makeLast = (one: number, other: number): number => {
    const { names } = this;
    const level = compareLast(names.token(one), names.token(other));
    if (level !== DIFFERENT_LAST) return level;
    const meant = compareLast(names.token(names.meant('last', one)), names.token(names.meant('last', other)));
    return meant === SAME || meant === SOUND_LAST ? CLOSE_LAST : DIFFERENT_LAST;
  };

  /** A slip of a nickname is no more than the nickname; two slips of one name are a slip. */
  private readonly makeFirst = (one: number, other: number): number => {
    const { names } = this;
    const level = compareFirst(names.token(one), names.token(other));
    if (level !== DIFFERENT_FIRST) return level;
    const meant = compareFirst(names.token(names.meant('first', one)), names.token(names.meant('first', other)));
    if (meant === SAME || meant === SOUND_FIRST) return CLOSE_FIRST;
    return meant === NICKNAME ? NICKNAME : DIFFERENT_FIRST;
  };

  private isFullToken(first: number, middle: number): boolean {
    return first !== 0 && first === middle && this.names.token(first).joined.length > 1;
  }

  private middleLevel(one: number, other: number): number {
    if (one === 0 || other === 0) return MISSING;
    if (one === other) return this.names.token(one).joined.length > 1 ? MIDDLE.same : MIDDLE.initial;
    const [a, b] = [this.names.token(one).joined, this.names.token(other).joined];
    if (a[0] !== b[0]) return MIDDLE.different;
    if (a.length === 1 || b.length === 1) return MIDDLE.initial;
    return this.firstCache.code(one, other, this.makeFirst) === DIFFERENT_FIRST ? MIDDLE.different : MIDDLE.same;
  }

  private suffixLevel(one: number, other: number): number {
    if (one === 0 && other === 0) return MISSING;
    if (one === 0 || other === 0) return SUFFIX.oneMissing;
    return one === other ? SUFFIX.same : SUFFIX.different;
  }
}

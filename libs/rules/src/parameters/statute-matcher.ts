import { earliestDay, latestDay, type Offence, type PartialDate, printDate, type Verdict } from '@clearway/record';
import { type CodeListSource, type ListEntry, type MatchedEntry, type QualifierRule } from './code-list-source';
import { type ListMatch, NO_MATCH } from './list-match';
import { covers, SectionIndex, type Cited } from './section-index';

const FIRST_DAY = 0;
const LAST_DAY = 99991231;

interface Entry extends Cited {
  readonly matched: MatchedEntry;
  readonly from: number;
  readonly to: number;
  readonly attempts: QualifierRule;
  readonly conspiracies: QualifierRule;
}

/**
 * Offences compared with a list of the statute: the most particular entry that is in force on the day of the offence
 * decides. What the citation, the date or the row does not show is `cannot-tell`, with the fact that is asked for.
 */
export class StatuteMatcher {
  private readonly index = new SectionIndex<Entry>();

  /** Throws a RangeError when an entry is no citation, or lacks its source or mark. */
  constructor(private readonly list: CodeListSource) {
    for (const each of list.entries) this.add(typeof each === 'string' ? { offence: each } : each);
  }

  private add(source: ListEntry): void {
    this.index.add(source.offence, (cited) => ({
      ...cited,
      matched: matchedEntry(this.list, source),
      from: source.from ?? FIRST_DAY,
      to: source.to ?? LAST_DAY,
      attempts: source.attempts ?? this.list.attempts ?? 'count',
      conspiracies: source.conspiracies ?? this.list.conspiracies ?? 'count',
    }));
  }

  /** True when the answer for this offence depends on its date. */
  isDated(offence: Offence): boolean {
    return this.touching(offence).some((each) => each.from !== FIRST_DAY || each.to !== LAST_DAY);
  }

  /** `on` is the day of the offence, as far as it is known; 0 when it is not. */
  match(offence: Offence, on: PartialDate): ListMatch {
    const touching = this.touching(offence);
    if (touching.length === 0) return NO_MATCH;
    const covering = touching.filter((each) => covers(each, offence));
    const narrower = touching.filter((each) => !covers(each, offence) && inForce(each, on) !== 'no');
    if (covering.length === 0) return narrower.length === 0 ? outOfForce(touching) : subdivisionNotShown(narrower);
    const match = agree(readingsOf(covering, offence, on));
    const exceptions = narrower.filter((each) => matchOf(each, offence).verdict !== 'yes');
    return match.verdict === 'yes' && exceptions.length > 0 ? subdivisionDecides(exceptions) : match;
  }

  /** The entries that cover the offence, or would if its citation named a subdivision; qualified offences only where they count. */
  private touching(offence: Offence): readonly Entry[] {
    const attempt = offence.qualifiers.includes('attempt');
    const conspiracy = offence.qualifiers.includes('conspiracy');
    return (this.index.ofSection(offence) ?? []).filter(
      (each) =>
        !(attempt && each.attempts === 'excluded') &&
        !(conspiracy && each.conspiracies === 'excluded') &&
        (covers(each, offence) || isShortFor(offence, each)),
    );
  }
}

/** An entry with its source looked up; throws a RangeError when it names none or has no mark. */
export function matchedEntry(list: CodeListSource, entry: ListEntry): MatchedEntry {
  const { source: key, mark, ...rest } = entry;
  const source = key === undefined ? undefined : list.sources?.[key];
  if (!source || mark === undefined) {
    throw new RangeError(`the entry "${entry.offence}" of ${list.list} needs a source that the list names, and a mark`);
  }
  return { ...rest, source, mark };
}

/** `PC 288` can stand for 288(a). */
function isShortFor(offence: Offence, entry: Cited): boolean {
  return offence.path.length < entry.path.length && offence.path.every((each, i) => entry.path[i] === each);
}

function subdivisionNotShown(entries: readonly Entry[]): ListMatch {
  const [first] = entries;
  const listed = [...new Set(entries.map((each) => each.matched.offence))].join(', ');
  return {
    verdict: 'cannot-tell',
    condition: `the citation does not say which subdivision; only ${listed} ${listed.includes(',') ? 'are' : 'is'} on the list`,
    asks: 'subdivision',
    ...(first ? { entry: first.matched } : {}),
  };
}

/** `PC 289` is on the list, and the subdivision that it may stand for only under a condition. */
function subdivisionDecides(exceptions: readonly Entry[]): ListMatch {
  const [first] = exceptions;
  return {
    verdict: 'cannot-tell',
    condition: `the citation does not say which subdivision; ${first?.matched.offence} only counts where ${first?.matched.condition}`,
    asks: 'subdivision',
    ...(first ? { entry: first.matched } : {}),
  };
}

/**
 * What the entries make of the offence, one match for each way in which the unknown date can turn out: the most particular
 * entry in force decides.
 */
function readingsOf(covering: readonly Entry[], offence: Offence, on: PartialDate): readonly ListMatch[] {
  const readings: ListMatch[] = [];
  const levels = [...new Set(covering.map((each) => each.path.length))].sort((a, b) => b - a);
  for (const level of levels) {
    const entries = covering.filter((each) => each.path.length === level);
    const certain = entries.filter((each) => inForce(each, on) === 'yes');
    if (certain.length > 0) return [...readings, best(certain, offence)];
    for (const each of entries) if (inForce(each, on) === 'cannot-tell') readings.push(matchOf(each, offence));
  }
  return coversEveryDay(covering) ? readings : [...readings, outOfForce(covering)];
}

/** Then an unknown date cannot take the offence off the list. */
function coversEveryDay(entries: readonly Entry[]): boolean {
  return entries.some((each) => each.from === FIRST_DAY) && entries.some((each) => each.to === LAST_DAY);
}

function inForce(entry: Entry, on: PartialDate): Verdict {
  if (entry.from === FIRST_DAY && entry.to === LAST_DAY) return 'yes';
  const first = earliestDay(on);
  const last = latestDay(on);
  if (first >= entry.from && last <= entry.to) return 'yes';
  return last < entry.from || first > entry.to ? 'no' : 'cannot-tell';
}

/** Not on the list; or, for a section cited for a day on which it did not stand in the law, a date or citation that is wrong. */
function outOfForce(entries: readonly Entry[]): ListMatch {
  const first = entries.find((each) => each.matched.outside === 'cannot-tell');
  if (!first) return NO_MATCH;
  return {
    verdict: 'cannot-tell',
    condition: `${first.matched.offence} is on the list for offenses ${span(first)}: the date or the citation of this one is wrong`,
    asks: 'date',
    entry: first.matched,
  };
}

function span(entry: Entry): string {
  const from = entry.from === FIRST_DAY ? '' : `from ${printDate(entry.from)}`;
  const to = entry.to === LAST_DAY ? '' : `until ${printDate(entry.to)}`;
  return [from, to].filter((each) => each !== '').join(' ');
}

function best(entries: readonly Entry[], offence: Offence): ListMatch {
  const matches = entries.map((each) => matchOf(each, offence));
  return matches.find((each) => each.verdict === 'yes') ?? matches[0] ?? NO_MATCH;
}

function matchOf(entry: Entry, offence: Offence): ListMatch {
  const { matched } = entry;
  if (matched.condition !== undefined) {
    return {
      verdict: 'cannot-tell',
      condition: matched.condition,
      ...(matched.asks === undefined ? {} : { asks: matched.asks }),
      entry: matched,
    };
  }
  const open = (['attempt', 'conspiracy'] as const).find(
    (each) =>
      offence.qualifiers.includes(each) && (each === 'attempt' ? entry.attempts : entry.conspiracies) === 'cannot-tell',
  );
  if (open === undefined) return { verdict: 'yes', entry: matched };
  const name = open === 'attempt' ? 'an attempt' : 'a conspiracy';
  return {
    verdict: 'cannot-tell',
    condition: `the conviction is for ${name}: whether the list reaches that is not settled`,
    asks: open,
    entry: matched,
  };
}

/** The answer that all readings give; `cannot-tell` when they differ. */
function agree(readings: readonly ListMatch[]): ListMatch {
  const [first] = readings;
  if (!first) return NO_MATCH;
  if (readings.every((each) => each.verdict === first.verdict)) return first;
  const entry = readings.find((each) => each.entry)?.entry;
  return {
    verdict: 'cannot-tell',
    condition: 'the date of the offense decides, and it is not known well enough',
    asks: 'date',
    ...(entry ? { entry } : {}),
  };
}

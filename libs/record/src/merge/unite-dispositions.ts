import { type CountDoubt, type Disposition, type Severity } from '../history';
import { earliestDay, isFullDate, latestDay, monthOf, yearOf, type PartialDate } from '../partial-date';
import { ENDS, standingSeverity } from './what-sources-say';

export interface UnitedDispositions {
  readonly dispositions: readonly Disposition[];
  readonly doubts: readonly CountDoubt[];
}

/**
 * What two sources say that a court did with one count: what both say once, what one says kept. Where they cannot both be right
 * nothing is chosen: a severity is unknown, a date only as far as they agree, and whether it is a conviction is in doubt.
 *
 * @param doubts of both before
 */
export function uniteDispositions(
  one: readonly Disposition[],
  other: readonly Disposition[],
  doubts: ReadonlySet<CountDoubt>,
): UnitedDispositions {
  const mine = one.find(({ kind }) => kind === 'convicted');
  const theirs = other.find(({ kind }) => kind === 'convicted');
  const found = new Set(doubts);
  if (isInDoubt(one, other)) found.add('conviction');
  const news = other
    .filter((each) => each !== theirs || !mine)
    .filter((each) => !one.some((known) => isSame(known, each)))
    .filter((each) => each.kind !== 'none' || one.length === 0)
    // A later row repeats the severity of the conviction: that is nothing new.
    .map((each) => (isLater(each) && each.severity === theirs?.severity ? withoutSeverity(each) : each));
  if (!mine || !theirs) {
    const [convicted, rest] = parted(news);
    return { dispositions: mine ? [...one, ...news] : [...convicted, ...one, ...rest], doubts: [...found] };
  }
  if (!found.has('severity') && !agreeInSeverity(one, other)) found.add('severity');
  const { date, differs } = dateOfBoth(mine, theirs, found.has('date'));
  if (differs) found.add('date');
  const united = {
    ...mine,
    date,
    dispositionDate: mine.dispositionDate || theirs.dispositionDate,
    ...severityOfBoth(mine, theirs, found),
  };
  const rest = one.filter((each) => each !== mine);
  const before = one.slice(0, one.indexOf(mine));
  const after = [...rest.slice(before.length), ...news].map((each) =>
    found.has('severity') && isLater(each) ? withoutSeverity(each) : each,
  );
  return { dispositions: [...before, united, ...after], doubts: [...found] };
}

function parted(all: readonly Disposition[]): readonly [readonly Disposition[], readonly Disposition[]] {
  return [all.filter(({ kind }) => kind === 'convicted'), all.filter(({ kind }) => kind !== 'convicted')];
}

function isLater({ kind }: Disposition): boolean {
  return kind !== 'convicted' && kind !== 'reduced-17b';
}

function withoutSeverity(disposition: Disposition): Disposition {
  return { ...disposition, severity: 'unknown', severityText: '' };
}

function isSame(one: Disposition, other: Disposition): boolean {
  if (one.kind !== other.kind) return false;
  if (one.kind === 'other' && one.text !== other.text) return false;
  return one.date === other.date || one.date === 0 || other.date === 0;
}

/** One convicted, the other ended it: a dismissal of a later day is what became of the conviction, all else cannot both be right. */
function isInDoubt(one: readonly Disposition[], other: readonly Disposition[]): boolean {
  const [convictions] = parted(one);
  const [theirs] = parted(other);
  if ((convictions.length === 0) === (theirs.length === 0)) return false;
  const [convicted, silent] = convictions.length > 0 ? [one, other] : [other, one];
  const on = (convictions[0] ?? theirs[0])?.date ?? 0;
  return silent.some((each) => {
    if (!ENDS.has(each.kind) || convicted.some(({ kind }) => kind === each.kind)) return false;
    return each.kind !== 'dismissed' || on === 0 || !isFullDate(each.date) || earliestDay(each.date) <= latestDay(on);
  });
}

/** As it was convicted, or as it stands now, both say the same; one that says nothing agrees. */
function agreeInSeverity(one: readonly Disposition[], other: readonly Disposition[]): boolean {
  const first = (all: readonly Disposition[]): Severity =>
    all.find(({ kind }) => kind === 'convicted')?.severity ?? 'unknown';
  const [now, theirs] = [standingSeverity(one)?.severity, standingSeverity(other)?.severity];
  if (now === undefined || theirs === undefined || now === theirs) return true;
  return first(one) === first(other);
}

function severityOfBoth(
  mine: Disposition,
  theirs: Disposition,
  doubts: ReadonlySet<CountDoubt>,
): Pick<Disposition, 'severity' | 'severityText'> {
  if (doubts.has('severity')) {
    const texts = [mine, theirs].flatMap(({ severityText }) => severityText.split(' / ')).filter((each) => each !== '');
    return { severity: 'unknown', severityText: [...new Set(texts)].sort().join(' / ') };
  }
  const { severity, severityText } =
    mine.severity === 'unknown' && (theirs.severity !== 'unknown' || mine.severityText === '') ? theirs : mine;
  return { severity, severityText };
}

/** The more exact of two dates that agree; of two that do not, what they have in common. */
function dateOfBoth(
  mine: Disposition,
  theirs: Disposition,
  doubtful: boolean,
): { readonly date: PartialDate; readonly differs: boolean } {
  const [a, b] = [mine.date, theirs.date];
  if (doubtful) return { date: commonPart(a, b), differs: true };
  if (a === 0 || b === 0) return { date: a || b, differs: false };
  if (lies(b, a)) return { date: b, differs: false };
  if (lies(a, b)) return { date: a, differs: false };
  return { date: commonPart(a, b), differs: true };
}

function lies(inner: PartialDate, outer: PartialDate): boolean {
  return earliestDay(outer) <= earliestDay(inner) && latestDay(inner) <= latestDay(outer);
}

export function commonPart(one: PartialDate, other: PartialDate): PartialDate {
  if (one === other) return one;
  if (yearOf(one) !== yearOf(other) || one === 0) return 0;
  return monthOf(one) === monthOf(other) ? one - (one % 100) : yearOf(one) * 10_000;
}

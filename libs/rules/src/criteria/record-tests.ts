import { addYears, type CalendarDate, printDate, type SourceRow, type Verdict } from '@clearway/record';
import { fact, found, type Fact, type FactsAsked, type Finding, type Subject } from '../engine/criterion';
import { noLongerCounts } from '../law/reading/old-conviction';
import { predecessorsOf } from '../law/reading/predecessors';
import { type Conviction } from '../person/convictions';
import { questionOfUncertain } from '../sources/disputed';
import { yearsPassed } from './calendar';
import { unlessIncomplete } from '../engine/incomplete-record';

/** Which convictions of a record a test looks at, and which of them are of cannabis. */
export interface RecordReading {
  /** `no`: it is passed over. */
  readonly counts: (each: Conviction) => Verdict;
  readonly cannabis: (each: Conviction) => Verdict;
}

/** As the tools of 2019 and 2020 ran: everything counts. */
export const WHOLE_RECORD: RecordReading = { counts: () => 'yes', cannabis: (each) => each.cannabis.verdict };

/** HS 11361.7: a listed conviction of two years ago counts for nothing. Sections of before 1973 are of cannabis too. */
export function whatStillCounts({ person, asOf }: Subject): RecordReading {
  return {
    counts: (each) => {
      const gone = noLongerCounts(each, person, asOf);
      return gone === 'yes' ? 'no' : gone === 'no' ? 'yes' : 'cannot-tell';
    },
    cannabis: (each) => {
      if (each.cannabis.verdict !== 'no') return each.cannabis.verdict;
      const old = predecessorsOf(each);
      return old.length > 0 && old.length === each.charge.offences.length ? 'yes' : 'no';
    },
  };
}

/** Is every conviction that counts of cannabis? */
export function onlyCannabis({ conviction, person }: Subject, { counts, cannabis }: RecordReading): Finding {
  let open: Conviction | undefined;
  let counted = 0;
  for (const each of person.convictions) {
    const verdict = cannabis(each);
    if (verdict === 'yes') {
      counted += 1;
      continue;
    }
    const still = counts(each);
    if (still === 'no') continue;
    counted += 1;
    if (verdict === 'no' && still === 'yes' && each.certain === 'yes') {
      return found('no', chargeFacts('other conviction', each.charge.text, each.row));
    }
    open ??= each;
  }
  if (open) {
    const question =
      open === conviction ? 'section' : open.certain === 'yes' ? 'other-charge' : questionOfUncertain(open);
    return found('cannot-tell', chargeFacts('open conviction', open.charge.text || 'blank charge', open.row), question);
  }
  return unlessIncomplete('yes', countFacts(counted), person.history);
}

// Made by functions of their own: a loop would keep a room for each of its turns beside a closure within it.
function chargeFacts(name: string, text: string, row: SourceRow): FactsAsked {
  return () => [fact(name, text, row)];
}

function countFacts(counted: number): FactsAsked {
  return () => [fact('convictions', String(counted))];
}

function limitFacts(name: string, each: Conviction, limit: CalendarDate): FactsAsked {
  return () => [lineFact(name, each), fact('limit', printDate(limit))];
}

/**
 * Are so many years over since every conviction that counts, this one included? `on-the-day`: exactly so many years are enough;
 * `after-the-day`: one day more, as the desktop tool ran.
 */
export function cleanTime(
  { conviction, person, asOf }: Subject,
  years: number,
  rule: 'on-the-day' | 'after-the-day',
  { counts }: RecordReading,
): Finding {
  const limit = addYears(asOf, -years) - (rule === 'on-the-day' ? 0 : 1);
  const last = rule === 'on-the-day' ? asOf : asOf - 1;
  let open: Conviction | undefined;
  let latest: Conviction | undefined;
  for (const each of person.convictions) {
    const still = counts(each);
    if (still === 'no') continue;
    if (!latest || each.date > latest.date) latest = each;
    const verdict = yearsPassed(each.date, years, last);
    if (verdict === 'no' && still === 'yes' && each.certain === 'yes') {
      return found('no', limitFacts('conviction', each, limit));
    }
    if (verdict !== 'yes') open ??= each;
  }
  if (open) {
    const question =
      open === conviction
        ? 'conviction-date'
        : open.certain === 'yes'
          ? 'other-conviction-date'
          : questionOfUncertain(open);
    return found('cannot-tell', limitFacts('conviction', open, limit), question);
  }
  const facts: FactsAsked = latest
    ? limitFacts('latest conviction', latest, limit)
    : () => [fact('conviction', 'none that counts')];
  return unlessIncomplete('yes', facts, person.history);
}

export function lineFact(name: string, each: Conviction): Fact {
  return fact(name, printDate(each.date) || 'missing', each.row);
}

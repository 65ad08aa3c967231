import { addYears, printDate, type Verdict } from '@clearway/record';
import { fact, found, type Fact, type Finding, type Subject } from '../engine/criterion';
import { noLongerCounts } from '../law/reading/old-conviction';
import { predecessorsOf } from '../law/reading/predecessors';
import { type Conviction } from '../person/convictions';
import { questionOfUncertain } from '../sources/disputed';
import { yearsPassed } from './calendar';
import { incompleteQuestion } from '../engine/incomplete-record';

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
      return found('no', [fact('other conviction', each.charge.text, each.row)]);
    }
    open ??= each;
  }
  if (open) {
    const question =
      open === conviction ? 'section' : open.certain === 'yes' ? 'other-charge' : questionOfUncertain(open);
    return found('cannot-tell', [fact('open conviction', open.charge.text || 'blank charge', open.row)], question);
  }
  const facts = [fact('convictions', String(counted))];
  return found(person.history.incomplete ? 'cannot-tell' : 'yes', facts, incompleteQuestion(person.history));
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
  const limitFact = fact('limit', printDate(limit));
  const last = rule === 'on-the-day' ? asOf : asOf - 1;
  let open: Conviction | undefined;
  let latest: Conviction | undefined;
  for (const each of person.convictions) {
    const still = counts(each);
    if (still === 'no') continue;
    if (!latest || each.date > latest.date) latest = each;
    const verdict = yearsPassed(each.date, years, last);
    if (verdict === 'no' && still === 'yes' && each.certain === 'yes') {
      return found('no', [lineFact('conviction', each), limitFact]);
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
    return found('cannot-tell', [lineFact('conviction', open), limitFact], question);
  }
  const facts = latest ? [lineFact('latest conviction', latest), limitFact] : [fact('conviction', 'none that counts')];
  return found(person.history.incomplete ? 'cannot-tell' : 'yes', facts, incompleteQuestion(person.history));
}

export function lineFact(name: string, each: Conviction): Fact {
  return fact(name, printDate(each.date) || 'missing', each.row);
}

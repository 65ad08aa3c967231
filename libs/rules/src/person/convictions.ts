import {
  convictedCharge,
  earliestDay,
  isBefore,
  isFullDate,
  MISSING_DATE,
  printDate,
  type CalendarDate,
  type Charge,
  type Count,
  type Cycle,
  type Disposition,
  type History,
  type Offence,
  type PartialDate,
  type Severity,
  type SourceRow,
  type Step,
  type Verdict,
} from '@clearway/record';
import { type Standing } from '../engine/relief';
import { cannabisOf, type CannabisReading } from './cannabis';
import { sentenceOf, type SentenceTerm } from './sentence-term';

/** A count of which a court convicted, with what every rule asks about it. */
export interface Conviction {
  /** Index of the subject and CNT_ORDER: `0:101002001000`. */
  readonly key: string;
  /** Position in the person's history, so that order of input never matters. */
  readonly index: number;
  readonly cycle: Cycle;
  readonly step: Step;
  readonly count: Count;
  /** What the court convicted of: the convicted offence where the record has it, else the charge. */
  readonly charge: Charge;
  readonly cannabis: CannabisReading;
  readonly row: SourceRow;
  /** Missing where the record states a day that cannot be right. */
  readonly date: PartialDate;
  /** As the record states it. */
  readonly statedDate: PartialDate;
  readonly severity: Severity;
  readonly severityText: string;
  readonly standing: Standing;
  readonly sentence: SentenceTerm;
  /** `cannot-tell` when the row says convicted but is not a court's action, or when another source says that nobody was. */
  readonly certain: Verdict;
}

/**
 * The convictions of a person, in the order of the record; all counties, all offences. A date after `latest`, the last day
 * that a conviction can be of, decides nothing and is asked for like one that is missing.
 */
export function convictionsOf(history: History, latest: CalendarDate): readonly Conviction[] {
  const convictions: Conviction[] = [];
  for (const cycle of history.cycles) {
    for (const step of cycle.steps) {
      for (const count of step.counts) {
        const at = firstConvicted(count.dispositions);
        if (at >= 0) convictions.push(toConviction(cycle, step, count, at, convictions.length, latest));
      }
    }
  }
  return convictions;
}

/** A plain loop: it runs for every count of the state's file. */
function firstConvicted(dispositions: readonly Disposition[]): number {
  for (let i = 0; i < dispositions.length; i++) if (dispositions[i]?.kind === 'convicted') return i;
  return -1;
}

function toConviction(
  cycle: Cycle,
  step: Step,
  count: Count,
  at: number,
  index: number,
  latest: CalendarDate,
): Conviction {
  const first = count.dispositions[at] as Disposition;
  const later = at === 0 ? count.dispositions : count.dispositions.slice(at);
  const charge = convictedCharge(count);
  const severity = severityOf(count, later);
  return {
    key: `${cycle.subject}:${count.order}`,
    index,
    cycle,
    step,
    count,
    charge,
    cannabis: cannabisOf(charge),
    row: (count.rows[first.row] ?? count.rows[0]) as SourceRow,
    date: earliestDay(first.date) > latest ? MISSING_DATE : first.date,
    statedDate: first.date,
    severity,
    severityText:
      first.severityText === ''
        ? `class of charge ${(count.classOfConviction ?? count.classOfCharge) || 'blank'}`
        : severity,
    standing: standingOf(later),
    sentence: sentenceOf(count.sentences),
    certain: step.type === 'court-action' && !count.doubts?.includes('conviction') ? 'yes' : 'cannot-tell',
  };
}

/** The last disposition that states a severity; where none does, the class of the charge. Two sources that differ state none. */
function severityOf(count: Count, dispositions: readonly Disposition[]): Severity {
  if (count.doubts?.includes('severity')) return 'unknown';
  for (let i = dispositions.length - 1; i >= 0; i--) {
    const each = dispositions[i] as Disposition;
    if (each.kind === 'reduced-17b') return each.severity === 'infraction' ? 'infraction' : 'misdemeanor';
    if (each.severity !== 'unknown') return each.severity;
    if (each.severityText !== '') return 'unknown';
  }
  const letter = count.classOfConviction ?? count.classOfCharge;
  if (letter === 'F') return 'felony';
  if (letter === 'M') return 'misdemeanor';
  return letter === 'I' ? 'infraction' : 'unknown';
}

/** A dismissal under 1203.4 leaves relief under 11361.8 open, so it does not close the matter. */
function standingOf(dispositions: readonly Disposition[]): Standing {
  if (dispositions.length === 1) return 'open';
  if (dispositions.some((each) => each.kind === 'relief-11361.8')) return 'granted';
  const after = dispositions.slice(1);
  return after.some((each) => each.kind === 'sealed' || each.kind === 'dismissed') ? 'already-relieved' : 'open';
}

/** The date of a conviction as a fact shows it. */
export function shownDate({ date, statedDate }: Conviction): string {
  const stated = printDate(statedDate);
  if (stated === '') return 'missing';
  return date === statedDate ? stated : `${stated}, after the as-of date`;
}

/** Was `other` convicted strictly before `conviction`? The same day is not before. */
export function wasBefore(other: PartialDate, conviction: PartialDate): Verdict {
  if (isFullDate(conviction)) return isBefore(other, conviction);
  if (conviction === MISSING_DATE || other === MISSING_DATE) return 'cannot-tell';
  return beforePartly(other, conviction);
}

function beforePartly(other: PartialDate, conviction: PartialDate): Verdict {
  const first = Math.trunc(conviction / 10000);
  const otherYear = Math.trunc(other / 10000);
  if (otherYear !== first) return otherYear < first ? 'yes' : 'no';
  const month = Math.trunc(conviction / 100) % 100;
  const otherMonth = Math.trunc(other / 100) % 100;
  if (month === 0 || otherMonth === 0 || month === otherMonth) return 'cannot-tell';
  return otherMonth < month ? 'yes' : 'no';
}

/** May it be another conviction of the record, under another case number? Then both together are one prior for certain. */
export function isPerhapsRepeated({ count }: Conviction): boolean {
  return count.doubts?.includes('repeated') ?? false;
}

/** The offence that stands for the conviction: the cannabis offence where several are cited. */
export function offenceOf(conviction: Conviction): Offence {
  return (
    conviction.cannabis.offences[0] ??
    conviction.charge.offences[0] ?? { code: '', section: '', path: [], qualifiers: [] }
  );
}

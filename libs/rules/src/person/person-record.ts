import {
  citedAnywhere,
  type CalendarDate,
  type Count,
  type History,
  type PartialDate,
  type SourceRow,
  type Verdict,
} from '@clearway/record';
import { offenceDateOf } from '../law/reading/offence-date';
import { matchesAny, type CodeList, type ListMatch } from '../parameters/code-list';
import { convictionsOf, type Conviction } from './convictions';
import { isCompletedByAll } from '../sources/sentence-of-sources';
import { questionOfUncertain } from '../sources/disputed';

/** Something that a list of offences found in a person's record. */
export interface ListedEvent {
  /** `yes`, or `cannot-tell` when the charge cannot be read or the list's condition is not on the row. */
  readonly verdict: Verdict;
  readonly date: PartialDate;
  /** As the earlier tools' column shows it: `187 PC`, `136.1 PC + 186.22(B)(4) PC`. */
  readonly shown: string;
  readonly row: SourceRow;
  /** What the list asks for and a row cannot show. */
  readonly condition?: string;
  /** The question that would settle a `cannot-tell`. */
  readonly question: string;
}

/** A registration as a sex offender. */
export interface Registration {
  readonly verdict: Verdict;
  readonly date: PartialDate;
  readonly row: SourceRow;
}

/** What the rules ask about a person; computed once, used for every conviction. */
export interface PersonRecord {
  readonly history: History;
  readonly convictions: readonly Conviction[];
  readonly registrations: readonly Registration[];
  readonly superStrikes: readonly ListedEvent[];
  readonly sexOffences: readonly ListedEvent[];
  /** Whether each conviction's sentence is over on the as-of date, by the conviction's index; made when first asked for. */
  readonly completed: () => readonly Verdict[];
}

export function personRecordOf(
  history: History,
  superStrikes: CodeList,
  sexOffences: CodeList,
  { asOf, latestConviction }: { readonly asOf: CalendarDate; readonly latestConviction: CalendarDate },
): PersonRecord {
  const convictions = convictionsOf(history, latestConviction);
  let completed: readonly Verdict[] | undefined;
  return {
    completed: () => (completed ??= convictions.map((each) => isCompletedByAll(each, asOf))),
    history,
    convictions,
    registrations: registrationsOf(history),
    superStrikes: listedOf(convictions, superStrikes),
    sexOffences: listedOf(convictions, sexOffences),
  };
}

function listedOf(convictions: readonly Conviction[], list: CodeList): ListedEvent[] {
  const events: ListedEvent[] = [];
  let enhanced = false;
  for (const each of convictions) {
    // Few offences of a list are dated: for the rest nobody has to know the day.
    const match = list.known(each.charge) ?? list.match(each.charge, list.asksForDays ? dayOfOffence(each) : 0);
    if (match.half === 'enhancement') enhanced = true;
    if (match.verdict === 'no') continue;
    // A cannabis charge that cites two sections is open about cannabis, not about this list.
    if (match.verdict === 'cannot-tell' && match.condition === undefined && each.cannabis.offences.length > 0) continue;
    const verdict = each.certain === 'yes' ? match.verdict : 'cannot-tell';
    const condition = conditionOf(match);
    const question =
      each.certain !== 'yes'
        ? questionOfUncertain(each)
        : condition === undefined
          ? 'other-charge'
          : 'other-offence-condition';
    events.push({
      verdict,
      date: each.date,
      shown: showCharge(each),
      row: each.row,
      question,
      ...(condition === undefined ? {} : { condition }),
    });
  }
  if (enhanced) addCombined(convictions, list, events);
  return events;
}

/** A day, or the conviction's date where the arrest does not give one. */
function dayOfOffence(conviction: Conviction): PartialDate {
  const { first, last } = offenceDateOf(conviction);
  return first === last ? first : conviction.date;
}

/** What the list asks for and the row cannot show. */
function conditionOf({ condition, asks }: ListMatch): string | undefined {
  return condition ?? (asks === undefined ? undefined : `the row does not show the ${asks.replace(/-/g, ' ')}`);
}

/** An offence and its enhancement that were convicted in one step of a cycle; the later of the two dates is the pair's. */
function addCombined(convictions: readonly Conviction[], list: CodeList, events: ListedEvent[]): void {
  for (const combination of list.combinations) {
    if (combination.within !== 'step') continue;
    const enhancements = convictions.filter((each) => matchesAny(combination.enhancement, each.charge));
    for (const base of convictions) {
      if (!matchesAny(combination.base, base.charge)) continue;
      for (const enhancement of enhancements) {
        if (enhancement === base || enhancement.cycle !== base.cycle || enhancement.step.order !== base.step.order)
          continue;
        const later = base.date > enhancement.date ? base : enhancement;
        const certain = base.certain === 'yes' && enhancement.certain === 'yes';
        const known = base.date !== 0 && enhancement.date !== 0;
        events.push({
          verdict: certain ? 'yes' : 'cannot-tell',
          date: known ? later.date : 0,
          shown: `${showCharge(base)} + ${showCharge(enhancement)}`,
          row: later.row,
          question: questionOfUncertain(base.certain === 'yes' ? enhancement : base),
        });
      }
    }
  }
}

function registrationsOf(history: History): Registration[] {
  const registrations: Registration[] = [];
  for (const cycle of history.cycles) {
    for (const step of cycle.steps) {
      if (step.type !== 'registration') continue;
      for (const count of step.counts) {
        const row = count.rows[0];
        const verdict = registersSexOffender(count);
        if (row && verdict !== 'no') registrations.push({ verdict, date: step.date, row });
      }
    }
  }
  return registrations;
}

/** Section 290 and 290.x, in the charge or in the comment of any row of the count. */
function registersSexOffender(count: Count): Verdict {
  const cited = [...count.charged.offences, ...count.rows.flatMap((each) => citedAnywhere(each.comment ?? ''))];
  if (cited.some((each) => each.code === 'PC' && /^290(?:\.|$)/.test(each.section))) return 'yes';
  return cited.length > 0 ? 'no' : 'cannot-tell';
}

/** `664/187(A) PC`: the citation as the earlier tools' columns write it. */
export function showCharge(conviction: Conviction): string {
  const shown = conviction.charge.offences.map((each) => {
    const qualifiers = each.qualifiers.map((qualifier) => (qualifier === 'attempt' ? '664/' : '182/')).join('');
    return `${qualifiers}${each.section}${each.path.map((part) => `(${part})`).join('')} ${each.code}`.toUpperCase();
  });
  return shown.length > 0 ? shown.join(' + ') : conviction.charge.text;
}

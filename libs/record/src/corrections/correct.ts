import { readCharge } from '../charge/read-charge';
import { severityOf } from '../assembly/disposition-kind';
import { type Count, type CountDoubt, type Cycle, type Disposition, type History, type Step } from '../history';
import {
  type CalendarDate,
  dayOf,
  earliestDay,
  isFullDate,
  latestDay,
  MISSING_DATE,
  type PartialDate,
} from '../partial-date';
import { arrestDateOf, firstConvicted } from '../quality/count-parts';
import {
  type AppliedCorrection,
  type CorrectedHistory,
  type Correction,
  CORRECTION_FIELDS,
  correctionKey,
} from './correction';
import { readDate } from './correction-value';
import { type Impossible, impossibleAlone, impossibleInRecord } from './impossible';
import { type CountPlace, correctableCount, recordedValue } from './recorded-value';

/**
 * The history as corrections make it, for deciding only: the source stays as it is. `CorrectedHistory.corrections` tells of each what
 * became of it. A correction is used when the record still says what it said then. Pure; without a correction the same object.
 *
 * @param corrections those in force of this person; of two of one place the last stands
 * @param asOf no value is of a later day, nor what the record rules out: it is not used; left out: values are not judged
 */
export function correct(history: History, corrections: readonly Correction[], asOf?: CalendarDate): CorrectedHistory {
  if (corrections.length === 0) return history;
  const applied = corrections.map((each): AppliedCorrection => ({ ...each, state: stateOf(history, each) }));
  if (asOf === undefined) return { ...withAll(history, applied), corrections: applied };
  const alone = applied.map((each) =>
    refused(each, impossibleAlone({ field: each.field, value: each.value, on: 0 }, asOf)?.why),
  );
  // One correction can be what makes another possible.
  const made = withAll(history, alone);
  const judged = alone.map((each) => refused(each, impossibleInRecord(made, each)));
  return { ...withAll(history, judged), corrections: judged };
}

function refused(correction: AppliedCorrection, impossible: Impossible | undefined): AppliedCorrection {
  return correction.state === 'used' && impossible ? { ...correction, state: 'impossible', impossible } : correction;
}

function withAll(history: History, applied: readonly AppliedCorrection[]): History {
  const used = applied.filter(({ state }) => state === 'used');
  // A disposition first: it makes the conviction whose date and grade others say.
  const inOrder = [...used].sort((a, b) => CORRECTION_FIELDS.indexOf(a.field) - CORRECTION_FIELDS.indexOf(b.field));
  return inOrder.reduce(withCorrection, history);
}

function stateOf(history: History, correction: Correction): AppliedCorrection['state'] {
  const { key, field, was } = correction;
  const now = recordedValue(history, { key: correctionKey(field, key), field });
  if (now === undefined) return 'no-such-place';
  return now === was ? 'used' : 'stale';
}

/** What sources that disagree left in doubt, by the field whose right value settles it. */
const SETTLES: Readonly<Partial<Record<Correction['field'], CountDoubt>>> = {
  disposition: 'conviction',
  severity: 'severity',
  'conviction-date': 'date',
  'case-number': 'case-number',
};

export function withCorrection(history: History, correction: Correction): History {
  const { key, field } = correction;
  const changed = withValue(history, correction);
  if (field === 'arrest-date') return withOneArrest(changed, key);
  const settled = SETTLES[field];
  const place = settled && countOf(changed, key);
  if (!place?.count.doubts?.includes(settled as CountDoubt)) return changed;
  const { doubts: before, says: said, ...count } = place.count;
  const doubts = before?.filter((each) => each !== settled) ?? [];
  const says = said?.filter(({ of }) => of !== settled) ?? [];
  return withCount(changed, place, {
    ...count,
    ...(doubts.length === 0 ? {} : { doubts }),
    ...(says.length === 0 ? {} : { says }),
  });
}

/** An arrest is that of all counts of its cycle. */
function withOneArrest(history: History, key: string): History {
  const cycle = countOf(history, key)?.cycle;
  if (!cycle) return history;
  const settled = (count: Count): Count => {
    if (!count.says) return count;
    const { says, ...rest } = count;
    const left = says.filter(({ of }) => of !== 'arrest');
    return left.length === 0 ? rest : { ...rest, says: left };
  };
  const steps = cycle.steps.map((step) => ({ ...step, counts: step.counts.map(settled) }));
  return withCycle(history, cycle, { ...cycle, steps });
}

function withValue(history: History, { key, field, value }: Correction): History {
  if (field === 'birth-date')
    return {
      ...history,
      birthDates: [readDate(value)],
      problems: history.problems.filter(({ code }) => !/birth-date/.test(code)),
    };
  const place = correctableCount(history, key) ?? countOf(history, key);
  if (!place) return history;
  const { cycle, step, count } = place;
  switch (field) {
    case 'disposition':
      return withCycle(history, cycle, disposed(cycle, step, count, value));
    case 'arrest-date':
      return withCycle(history, cycle, arrested(cycle, count, readDate(value)));
    case 'conviction-date':
      return withCycle(history, cycle, {
        ...cycle,
        steps: cycle.steps.map((each) => (each === step ? dated(step, count, readDate(value)) : each)),
      });
    case 'severity':
      return withCount(history, place, graded(count, value));
    case 'section':
      return withCount(history, place, { ...count, convictedOf: readCharge(value) });
    case 'case-number':
      return withCount(history, place, { ...count, caseNumbers: [{ number: value, from: 'FE_NUM_CRT_CASE' }] });
  }
}

/** A count whose disposition was just corrected to something else than a conviction has nothing more to correct. */
export function countOf(history: History, key: string): CountPlace | undefined {
  const order = key.split(':')[1];
  for (const cycle of history.cycles)
    for (const step of cycle.steps)
      for (const count of step.counts)
        if (count.order === order && `${cycle.subject}:${order}` === key) return { cycle, step, count };
  return undefined;
}

export function withCount(history: History, { cycle, step, count }: CountPlace, changed: Count): History {
  const steps = cycle.steps.map((each) =>
    each === step ? { ...step, counts: step.counts.map((one) => (one === count ? changed : one)) } : each,
  );
  return withCycle(history, cycle, { ...cycle, steps });
}

function withCycle(history: History, cycle: Cycle, changed: Cycle): History {
  return { ...history, cycles: history.cycles.map((each) => (each === cycle ? changed : each)) };
}

const AFTER_CONVICTION = new Set<Disposition['kind']>(['set-aside-1203.4', 'reduced-17b', 'relief-11361.8', 'sealed']);

/**
 * The count with its disposition. That of an arrest becomes a court's action of its own: of the day nobody said anything, and the court is
 * not known, only its county.
 */
function disposed(cycle: Cycle, step: Step, count: Count, text: string): Cycle {
  const atCourt = step.type === 'court-action';
  const date = atCourt ? step.date : MISSING_DATE;
  const kind =
    text === 'CONVICTED'
      ? 'convicted'
      : text === 'DISMISSED'
        ? 'dismissed'
        : text === 'ACQUITTED'
          ? 'acquitted'
          : 'prosecutor-rejected';
  const disposition: Disposition = {
    kind,
    text,
    date,
    dispositionDate: MISSING_DATE,
    severity: 'unknown',
    severityText: '',
    row: 0,
  };
  // Of two sources that disagree one said it, with its day and grade; what a court did with the conviction later stands.
  const said = count.dispositions.find((each) => each.kind === kind);
  const later = count.dispositions.filter(
    (each) => kind === 'convicted' && (AFTER_CONVICTION.has(each.kind) || isLaterDismissal(each, said)),
  );
  const changed: Count = { ...count, dispositions: said ? [said, ...later] : [disposition] };
  if (atCourt)
    return {
      ...cycle,
      steps: cycle.steps.map((each) =>
        each === step ? { ...step, counts: step.counts.map((one) => (one === count ? changed : one)) } : each,
      ),
    };
  const rest = step.counts.filter((one) => one !== count);
  const court: Step = {
    order: step.order,
    type: 'court-action',
    typeText: 'COURT ACTION',
    date,
    agency: { ori: '', name: '', county: step.agency.county },
    counts: [changed],
  };
  // The arrest stays, though no count of it be left: its day is that of the offense.
  return {
    ...cycle,
    steps: cycle.steps.flatMap((each) => (each === step ? [{ ...step, counts: rest }, court] : [each])),
  };
}

/** A dismissal of a later day is what became of the conviction; one of the same day is what the other source says. */
function isLaterDismissal({ kind, date }: Disposition, convicted: Disposition | undefined): boolean {
  if (kind !== 'dismissed' || !convicted || convicted.date === MISSING_DATE || !isFullDate(date)) return false;
  return date > latestDay(convicted.date);
}

/** The day goes to every conviction of the step that had the same: a court acts on one day. With it goes what was counted from it. */
function dated(step: Step, corrected: Count, date: PartialDate): Step {
  const dayOfCount = ({ dispositions }: Count): PartialDate | undefined =>
    dispositions[firstConvicted(dispositions)]?.date;
  const before = dayOfCount(corrected);
  const counts = step.counts.map((each): Count => {
    if (dayOfCount(each) !== before) return each;
    const dispositions = each.dispositions.map((one) => (one.kind === 'convicted' ? { ...one, date } : one));
    return {
      ...each,
      dispositions,
      sentences: each.sentences.map((one) => (one.from === before ? { ...one, from: date } : one)),
    };
  });
  return { ...step, counts };
}

/** What the court convicted of; a later reduction under PC 17(b) still stands. */
function graded(count: Count, text: string): Count {
  const severity = severityOf(text);
  const change = (each: Disposition): Disposition => ({ ...each, severity, severityText: text });
  const stated = (each: Disposition): boolean =>
    each.kind === 'convicted' || (each.severity === 'unknown' && each.severityText !== '');
  return { ...count, dispositions: count.dispositions.map((each) => (stated(each) ? change(each) : each)) };
}

/** The day goes to the cycle and to the arrest that the record took for the first, and to those that cannot be right. */
function arrested(cycle: Cycle, count: Count, date: PartialDate): Cycle {
  const before = arrestDateOf(cycle);
  const convicted = count.dispositions[firstConvicted(count.dispositions)]?.date ?? MISSING_DATE;
  const wrong = (each: PartialDate): boolean =>
    each === before ||
    !isFullDate(each) ||
    (dayOf(convicted) !== 0 && earliestDay(each) > latestDay(convicted)) ||
    each < date;
  return {
    ...cycle,
    date,
    steps: cycle.steps.map((each) => (each.type === 'arrest' && wrong(each.date) ? { ...each, date } : each)),
  };
}

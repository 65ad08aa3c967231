import {
  addYears,
  type CalendarDate,
  type Correction,
  correctionKey,
  type Defect,
  type DefectKind,
  earliestDay,
  type History,
  isFullDate,
  latestDay,
  MISSING_DATE,
  type PartialDate,
  printDate,
  recordedValue,
} from '@clearway/record';
import { AS_KNOWN_TODAY, parameter } from '../parameters/parameter';

const IN_FORCE = parameter('act.in-force', AS_KNOWN_TODAY).value;
const ADULT = parameter('age.adult', AS_KNOWN_TODAY).value;
const LAWFUL_USE = parameter('age.lawful-use', AS_KNOWN_TODAY).value;
const YEARS = parameter('prosecution.felony-years', AS_KNOWN_TODAY).value;
/** The law of possession changed on January 1, 1976. */
const OLD_LAW = 19760101;
const EARLIEST = 19000101;
const IMPOSSIBLE: Readonly<Partial<Record<DefectKind, true>>> = {
  'disposition-before-arrest': true,
  'conviction-before-age-ten': true,
};
const GRADES = ['INFRACTION', 'MISDEMEANOR', 'FELONY'];
/** The sections of HS 11361.8 in their mildest form. */
const SECTIONS = ['11357(B) HS', '11357(A) HS', '11358 HS', '11359 HS', '11360(A) HS'];
const CODES = ['HS', 'PC', 'VC', 'BP', 'WI'];

/**
 * The values that can matter of those that a defect's field can have, as texts of corrections, the likeliest to help first. A date
 * is tried at both ends of what the record leaves open, and around each day at which the law or the record changes. None:
 * no value of the record would mend it.
 */
export function possibleValues(
  defect: Defect,
  history: History,
  asOf: CalendarDate,
  targets: ReadonlySet<string>,
): readonly string[] {
  const cycles = cyclesOf(history, targets);
  const { field, kind, now } = defect;
  // Where sources disagree it may be none, and no prior of another.
  if (field === 'disposition') return kind === 'sources-disagree' ? ['CONVICTED', 'DISMISSED'] : ['CONVICTED'];
  if (field === 'severity') return GRADES;
  if (field === 'section') {
    const bare = /(?<![\d.])\d{2,5}(?:\.\d+)?(?:\([A-Za-z0-9]+\))*/.exec(now)?.[0];
    return bare === undefined ? SECTIONS : CODES.map((code) => `${bare} ${code}`);
  }
  if (field === 'birth-date') return kind === 'conflicting-birth-dates' ? now.split('; ') : birthDates(defect, cycles);
  // A full day that cannot be right can be any other.
  const stated = kind in IMPOSSIBLE ? MISSING_DATE : dateNow(now.split('; ')[0] ?? '');
  if (field === 'conviction-date')
    return kind === 'sources-disagree' ? now.split('; ') : days(rangeOf(stated, history, asOf), history, cycles);
  if (field === 'arrest-date' && kind === 'sources-disagree') return now.split('; ');
  if (field === 'arrest-date') return days(arrestRange(defect, history, asOf), history, cycles);
  return [];
}

/** The correction that a value would be, to decide with; nobody records it. */
export function trial({ key, field, now }: Defect, history: History, value: string): Correction {
  const place = field === '' ? 'severity' : field;
  return {
    id: '',
    person: history.person,
    key: correctionKey(place, key),
    field: place,
    was: now,
    value,
    evidence: '',
    by: '',
    on: 0,
  };
}

interface Range {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

function dateNow(text: string): PartialDate {
  return text === '' ? MISSING_DATE : Number(text.replace(/-/g, '').padEnd(8, '0'));
}

/** What the record leaves open of a date, as far as the person's age and the as-of date allow. */
function rangeOf(date: PartialDate, { birthDates: births }: History, asOf: CalendarDate): Range {
  const born = births.find(isFullDate);
  const from = Math.max(
    date === MISSING_DATE ? EARLIEST : earliestDay(date),
    born === undefined ? 0 : addYears(born, 10),
  );
  return { from, to: Math.min(latestDay(date), asOf) };
}

/** An arrest comes before its conviction, and within the years in which a felony is prosecuted. */
function arrestRange({ key, kind, now }: Defect, history: History, asOf: CalendarDate): Range {
  const convicted = dateNow(recordedValue(history, { key, field: 'conviction-date' })?.split('; ')[0] ?? '');
  const open = rangeOf(kind === 'disposition-before-arrest' ? MISSING_DATE : dateNow(now), history, asOf);
  if (convicted === MISSING_DATE) return open;
  return {
    from: Math.max(open.from, addYears(earliestDay(convicted), -YEARS)),
    to: Math.min(open.to, latestDay(convicted)),
  };
}

/** Days at which something changes, and those beside them, within the range. */
function days({ from, to }: Range, history: History, cycles: History['cycles']): readonly string[] {
  const pivots = [IN_FORCE, OLD_LAW];
  for (const born of history.birthDates) {
    if (!isFullDate(born)) continue;
    for (const age of [LAWFUL_USE, ADULT]) pivots.push(addYears(born, age), addYears(born, age + YEARS));
  }
  for (const { date, steps } of cycles) {
    pivots.push(date);
    for (const step of steps) if (step.type === 'court-action' || step.type === 'arrest') pivots.push(step.date);
  }
  const around = pivots
    .filter((each) => each > EARLIEST && isFullDate(each))
    .flatMap((each) => [each, dayBeside(each, 1), dayBeside(each, -1)]);
  return distinct([from, to, ...around].filter((each) => isFullDate(each) && each >= from && each <= to)).map(
    printDate,
  );
}

/** A partial birth date is one of its days; a missing or impossible one any, so that the person was grown, between, or a minor. */
function birthDates({ kind, now }: Defect, cycles: History['cycles']): readonly string[] {
  const partial = kind === 'partial-date' ? dateNow(now.split('; ')[0] ?? '') : MISSING_DATE;
  const offences = cycles
    .map(({ date, steps }) => date || (steps.find((each) => each.date !== MISSING_DATE)?.date ?? MISSING_DATE))
    .filter(isFullDate);
  if (partial === MISSING_DATE)
    return distinct(offences.flatMap((each) => [addYears(each, -30), addYears(each, -19), addYears(each, -15)])).map(
      printDate,
    );
  const from = earliestDay(partial);
  const to = latestDay(partial);
  const around = offences.flatMap((each) =>
    [ADULT, LAWFUL_USE].flatMap((age) => [
      addYears(each, -age),
      dayBeside(addYears(each, -age), 1),
      dayBeside(addYears(each, -age), -1),
    ]),
  );
  return distinct([from, to, ...around].filter((each) => each >= from && each <= to)).map(printDate);
}

/** Only the days of what is to be helped matter. */
function cyclesOf({ cycles }: History, targets: ReadonlySet<string>): History['cycles'] {
  const wanted = new Set([...targets].map((key) => key.slice(0, -9)));
  return cycles.filter(({ subject, order }) => wanted.has(`${subject}:${order}`));
}

function dayBeside(date: CalendarDate, by: 1 | -1): CalendarDate {
  const moved = new Date(Date.UTC(Math.trunc(date / 10000), (Math.trunc(date / 100) % 100) - 1, (date % 100) + by));
  return moved.getUTCFullYear() * 10000 + (moved.getUTCMonth() + 1) * 100 + moved.getUTCDate();
}

function distinct<Value>(values: readonly Value[]): readonly Value[] {
  return [...new Set(values)];
}

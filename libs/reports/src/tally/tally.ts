import { type CalendarDate, earliestDay, type History, isFullDate, MISSING_DATE, yearOf } from '@clearway/record';
import {
  type DecidedConviction,
  type DecidedPerson,
  filingCaseNumber,
  type PricedDefect,
  type RecordLine,
  reliefFiled,
  reliefOwed,
} from '@clearway/rules';
import { SEVERAL_TOGETHER } from '../quality/defect-words';
import { type Impact, impactOn } from './impact';
import { type Effect, effectOf } from './relief-given';

/** Numbers that stand alone. */
export const TALLY_NUMBERS = [
  'histories',
  'counts',
  'people',
  'peopleIncomplete',
  'peopleOnlyRejected',
  'peopleDeceased',
  'peopleDecided',
  'peopleWithRelief',
  'peopleWithReliefDeceased',
  'peopleInReview',
  'convictionsOnRecord',
  'convictions',
  'convictionsWithRelief',
  'convictionsWithReliefFileable',
  'convictionsWithReliefNotFileable',
  'convictionsWithoutCourtRecord',
  'convictionsReliefNotAsked',
  'convictionsReferredWithRelief',
  'cases',
  'casesWithRelief',
  'notes',
] as const;

/** Numbers by a key; where a key has two parts they are divided by one blank (`11357 dismiss-and-seal`). */
export const TALLY_TABLES = [
  'rowsByFile',
  'countsByFile',
  'peopleByFile',
  'outcomes',
  'outcomesBySection',
  'outcomesByDecade',
  'outcomesBySeverity',
  'outcomesByFile',
  'floorsInReview',
  'questions',
  'standings',
  'prosecutors',
  'caseEffects',
  'dismissalsBySection',
  'dismissalsByReason',
  'reductionsBySection',
  'reasons',
  'problems',
  'impact',
  'impactDismissAll',
  'defectPeople',
  'defectPlaces',
  'defectConvictions',
] as const;

export type TallyNumber = (typeof TALLY_NUMBERS)[number];
export type TallyTable = (typeof TALLY_TABLES)[number];

/** A tally as plain data: the same people in any order and any grouping give the same text. */
export interface TallyJson {
  readonly version: 1;
  readonly asOf: CalendarDate;
  /** First day of the earliest conviction that was decided, 0 when no date is known. */
  readonly earliestConviction: CalendarDate;
  readonly numbers: Readonly<Record<TallyNumber, number>>;
  readonly tables: Readonly<Record<TallyTable, Readonly<Record<string, number>>>>;
}

/** Tallies that cannot be put together. */
export class TallyError extends Error {
  constructor(
    readonly code: 'tally.other-date' | 'tally.unreadable',
    message: string,
  ) {
    super(message);
    this.name = 'TallyError';
  }
}

/** Rows of a person, and counts, that decide nothing and do not stand in the history that was decided. */
export interface LeftOut {
  readonly rows: number;
  readonly counts: number;
}

const NOTHING_LEFT_OUT: LeftOut = { rows: 0, counts: 0 };

const NOT_FELONY = 'Misdemeanor or Infraction';

/**
 * Counts decided people. Every number that a report prints comes from here; workers keep one each and merge them.
 *
 * @example const tally = new Tally(20200701); for (const history of histories) { tally.addHistory(history); tally.add(decide(history)); }
 */
export class Tally {
  private earliest = MISSING_DATE;
  private readonly numbers = Object.fromEntries(TALLY_NUMBERS.map((name) => [name, 0])) as Record<TallyNumber, number>;
  private readonly tables = Object.fromEntries(TALLY_TABLES.map((name) => [name, new Map<string, number>()])) as Record<
    TallyTable,
    Map<string, number>
  >;

  constructor(readonly asOf: CalendarDate) {}

  /**
   * Counts what was decided from: rows, counts and people by file. Called once for each person beside `add`. What was left out of
   * the history is counted with the rest; it stands in `file`.
   */
  addHistory(history: History, leftOut: LeftOut = NOTHING_LEFT_OUT, file = 0): void {
    const rows: number[] = [];
    const counts: number[] = [];
    if (leftOut.rows > 0) {
      rows[file] = leftOut.rows;
      counts[file] = leftOut.counts;
      this.numbers.counts += leftOut.counts;
    }
    for (const cycle of history.cycles) {
      for (const step of cycle.steps) {
        for (const count of step.counts) {
          for (const each of count.rows) rows[each.file] = (rows[each.file] ?? 0) + 1;
          const first = count.rows[0]?.file ?? 0;
          counts[first] = (counts[first] ?? 0) + 1;
          this.numbers.counts++;
        }
      }
    }
    this.numbers.histories++;
    rows.forEach((n, file) => {
      this.count('rowsByFile', String(file), n);
      this.count('peopleByFile', String(file));
    });
    counts.forEach((n, file) => this.count('countsByFile', String(file), n));
  }

  /** Counts what was decided. */
  add(person: DecidedPerson): void {
    const { numbers } = this;
    const cases = new Map<string, boolean>();
    let relieved = false;
    let inReview = false;
    for (const conviction of person.convictions) {
      const filed = this.addConviction(conviction, cases);
      relieved ||= filed;
      inReview ||= conviction.determination.outcome === 'review';
    }
    numbers.people++;
    if (person.incomplete) numbers.peopleIncomplete++;
    if (person.deceased) numbers.peopleDeceased++;
    if (person.convictions.length > 0) numbers.peopleDecided++;
    if (relieved) numbers.peopleWithRelief++;
    if (relieved && person.deceased) numbers.peopleWithReliefDeceased++;
    if (inReview) numbers.peopleInReview++;
    numbers.convictionsOnRecord += person.record.length;
    numbers.cases += cases.size;
    for (const withRelief of cases.values()) if (withRelief) numbers.casesWithRelief++;
    numbers.notes += person.notes.length;
    for (const problem of person.problems) this.count('problems', problem);
    if (person.record.length > 0) this.addImpact(person);
    if (person.defects) this.addDefects(person.defects, person.keptTogether ?? []);
  }

  /** Adds what another tally of the same as-of date counted. */
  merge(other: Tally): void {
    this.mergeJson(other.toJSON());
  }

  toJSON(): TallyJson {
    const tables = Object.fromEntries(
      TALLY_TABLES.map((name) => [name, Object.fromEntries([...this.tables[name]].sort(byKey))]),
    ) as TallyJson['tables'];
    return { version: 1, asOf: this.asOf, earliestConviction: this.earliest, numbers: { ...this.numbers }, tables };
  }

  static fromJSON(json: TallyJson): Tally {
    const tally = new Tally(json.asOf);
    tally.mergeJson(json);
    return tally;
  }

  /** People of the state's files of whom only rejected rows are there: nobody decides anything about them, and nobody may forget them. */
  addOnlyRejected(people: number): void {
    if (people === 0) return;
    this.numbers.peopleOnlyRejected += people;
    this.count('defectPeople', 'rejected-row', people);
    // They have no place in a history.
    this.count('defectPlaces', 'rejected-row', 0);
  }

  private mergeJson(json: TallyJson): void {
    if (json.version !== 1)
      throw new TallyError(
        'tally.unreadable',
        'the tally was written by another version: make it again from the determinations',
      );
    if (json.asOf !== this.asOf)
      throw new TallyError(
        'tally.other-date',
        'tallies of two as-of dates cannot be added: decide both parts on one date',
      );
    for (const name of TALLY_NUMBERS) this.numbers[name] += json.numbers[name] ?? 0;
    for (const name of TALLY_TABLES)
      for (const [key, n] of Object.entries(json.tables[name] ?? {})) this.count(name, key, n);
    this.sawConviction(json.earliestConviction);
  }

  private addConviction(conviction: DecidedConviction, cases: Map<string, boolean>): boolean {
    const { numbers } = this;
    const { determination, severity, convictedOn, row } = conviction;
    const { outcome } = determination;
    numbers.convictions++;
    this.count('outcomes', outcome);
    this.count('outcomesBySection', `${sectionOf(conviction)} ${outcome}`);
    this.count(
      'outcomesByDecade',
      `${convictedOn === MISSING_DATE ? 'unknown' : `${Math.floor(yearOf(convictedOn) / 10)}0s`} ${outcome}`,
    );
    this.count('outcomesBySeverity', `${severity} ${outcome}`);
    this.count('outcomesByFile', `${row.file} ${outcome}`);
    this.count('standings', determination.standing);
    this.count('prosecutors', conviction.prosecutor);
    this.count('reasons', `${determination.determination}: ${determination.reason}`);
    if (outcome === 'review') this.count('floorsInReview', determination.floor);
    for (const { code } of determination.questions) this.count('questions', code);
    if (isFullDate(convictedOn)) this.sawConviction(earliestDay(convictedOn));
    this.addEffect(conviction);
    const filed = reliefFiled(determination) !== 'none';
    const number = filingCaseNumber(conviction);
    // As papers name the court: by its name, else by its ORI.
    const court = conviction.court.name.trim() || conviction.court.ori.trim();
    const fileable = number !== '' && court !== '';
    if (fileable) {
      const key = `${court}\n${number}`;
      cases.set(key, filed || cases.get(key) === true);
    }
    const owed = reliefOwed(determination);
    if (determination.noRecord && owed !== 'none') numbers.convictionsWithoutCourtRecord++;
    const given = determination.questions.length > 0 ? determination.floor : determination.relief;
    if (owed === 'none' && given !== 'none') numbers.convictionsReliefNotAsked++;
    if (outcome === 'refer-to-other-prosecutor' && given !== 'none') numbers.convictionsReferredWithRelief++;
    if (filed) {
      numbers.convictionsWithRelief++;
      numbers[fileable ? 'convictionsWithReliefFileable' : 'convictionsWithReliefNotFileable']++;
      this.count('caseEffects', conviction.caseEffect);
    }
    return filed;
  }

  /** The earlier tool's three tables: whole sections dismissed, everything else that was dismissed by its reason, reductions. */
  private addEffect(conviction: DecidedConviction): void {
    const { determination } = conviction;
    const section = sectionOf(conviction);
    const effect = effectOf(determination);
    if (effect === 'reduced') this.count('reductionsBySection', section);
    if (effect !== 'dismissed') return;
    if (determination.reason.startsWith('Dismiss all HS ')) this.count('dismissalsBySection', section);
    else if (determination.reason !== NOT_FELONY) this.count('dismissalsByReason', determination.reason);
  }

  private addImpact(person: DecidedPerson): void {
    const effects = new Map(person.convictions.map(({ key, determination }) => [key, effectOf(determination)]));
    this.countImpact(
      'impact',
      impactOn(person, this.asOf, (line: RecordLine): Effect => effects.get(line.key) ?? 'none'),
    );
    this.countImpact(
      'impactDismissAll',
      impactOn(person, this.asOf, (line): Effect => (effects.has(line.key) ? 'dismissed' : 'none')),
    );
  }

  /** A conviction counts once for each kind that keeps it from relief alone; what several keep together stands apart. */
  private addDefects(defects: readonly PricedDefect[], keptTogether: readonly string[]): void {
    const kinds = new Map<string, Set<string>>();
    for (const { kind, keeps } of defects) {
      this.count('defectPlaces', kind);
      const kept = kinds.get(kind);
      if (kept) for (const key of keeps) kept.add(key);
      else kinds.set(kind, new Set(keeps));
    }
    if (keptTogether.length > 0) {
      this.count('defectPlaces', SEVERAL_TOGETHER, keptTogether.length);
      kinds.set(SEVERAL_TOGETHER, new Set(keptTogether));
    }
    for (const [kind, kept] of kinds) {
      this.count('defectPeople', kind);
      if (kept.size > 0) this.count('defectConvictions', kind, kept.size);
    }
  }

  private countImpact(table: 'impact' | 'impactDismissAll', impact: Impact): void {
    if (impact.noFelony) this.count(table, 'noFelony');
    if (impact.noConviction) this.count(table, 'noConviction');
    if (impact.noConvictionLast7Years) this.count(table, 'noConvictionLast7Years');
  }

  private sawConviction(day: CalendarDate): void {
    if (day !== MISSING_DATE && (this.earliest === MISSING_DATE || day < this.earliest)) this.earliest = day;
  }

  private count(table: TallyTable, key: string, n = 1): void {
    const counts = this.tables[table];
    counts.set(key, (counts.get(key) ?? 0) + n);
  }
}

/** `11357`; `unknown` where the charge could not be read. */
function sectionOf({ offence }: DecidedConviction): string {
  return offence.section === '' ? 'unknown' : offence.section;
}

function byKey([a]: readonly [string, number], [b]: readonly [string, number]): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

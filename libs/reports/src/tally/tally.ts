import {
  type CalendarDate,
  earliestDay,
  type History,
  isFullDate,
  MISSING_DATE,
  type PartialDate,
  yearOf,
} from '@clearway/record';
import {
  type DecidedConviction,
  type DecidedPerson,
  filingCaseNumber,
  type PricedDefect,
  reliefFiled,
  reliefOwed,
} from '@clearway/rules';
import { SEVERAL_TOGETHER } from '../quality/defect-words';
import { CasesOfPerson } from './cases-of-person';
import { FileCounts, type LeftOut } from './file-counts';
import { type Impact, impactsOn } from './impact';
import { PairCounts } from './pair-counts';
import { effectOf } from './relief-given';

export { type LeftOut };

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
  private readonly files = new FileCounts();
  /** What is counted by two keys for every conviction, until somebody asks for the tables. */
  private readonly pairs = {
    outcomesBySection: new PairCounts(),
    outcomesByDecade: new PairCounts(),
    outcomesBySeverity: new PairCounts(),
    outcomesByFile: new PairCounts(),
    reasons: new PairCounts(': '),
  };

  constructor(readonly asOf: CalendarDate) {}

  /**
   * Counts what was decided from: rows, counts and people by file. Called once for each person beside `add`. What was left out of
   * the history is counted with the rest; it stands in `file`.
   */
  addHistory(history: History, leftOut: LeftOut = NOTHING_LEFT_OUT, file = 0): void {
    this.numbers.counts += this.files.add(history, leftOut, file);
    this.numbers.histories++;
  }

  /** Counts what was decided. */
  add(person: DecidedPerson): void {
    const { numbers } = this;
    const cases = new CasesOfPerson();
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
    numbers.cases += cases.count;
    numbers.casesWithRelief += cases.withRelief;
    numbers.notes += person.notes.length;
    for (const problem of person.problems) this.count('problems', problem);
    // On whom nothing was decided, nothing has an effect.
    if (person.convictions.length > 0) this.addImpact(person);
    if (person.defects) this.addDefects(person.defects, person.keptTogether ?? []);
  }

  /** Adds what another tally of the same as-of date counted. */
  merge(other: Tally): void {
    this.mergeJson(other.toJSON());
  }

  toJSON(): TallyJson {
    this.files.take((table, file, n) => this.count(table, file, n));
    for (const [table, pairs] of Object.entries(this.pairs))
      pairs.take((key, n) => this.count(table as keyof typeof this.pairs, key, n));
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

  private addConviction(conviction: DecidedConviction, cases: CasesOfPerson): boolean {
    const { numbers } = this;
    const { determination, severity, convictedOn, row } = conviction;
    const { outcome } = determination;
    numbers.convictions++;
    this.count('outcomes', outcome);
    const { pairs } = this;
    pairs.outcomesBySection.add(sectionOf(conviction), outcome);
    pairs.outcomesByDecade.add(decadeOf(convictedOn), outcome);
    pairs.outcomesBySeverity.add(severity, outcome);
    pairs.outcomesByFile.add(row.file, outcome);
    pairs.reasons.add(determination.determination, determination.reason);
    this.count('standings', determination.standing);
    this.count('prosecutors', conviction.prosecutor);
    if (outcome === 'review') this.count('floorsInReview', determination.floor);
    for (const { code } of determination.questions) this.count('questions', code);
    if (isFullDate(convictedOn)) this.sawConviction(earliestDay(convictedOn));
    this.addEffect(conviction);
    const filed = reliefFiled(determination) !== 'none';
    const number = filingCaseNumber(conviction);
    // As papers name the court: by its name, else by its ORI.
    const court = conviction.court.name.trim() || conviction.court.ori.trim();
    const fileable = number !== '' && court !== '';
    if (fileable) cases.add(court, number, filed);
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
    const { filed, all } = impactsOn(person, this.asOf);
    this.countImpact('impact', filed);
    this.countImpact('impactDismissAll', all);
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

/** `1990s` by its number, 199. */
function decadeOf(date: PartialDate): string {
  if (date === MISSING_DATE) return 'unknown';
  const decade = Math.floor(yearOf(date) / 10);
  return (DECADES[decade] ??= `${decade}0s`);
}

const DECADES: string[] = [];

/** `11357`; `unknown` where the charge could not be read. */
function sectionOf({ offence }: DecidedConviction): string {
  return offence.section === '' ? 'unknown' : offence.section;
}

function byKey([a]: readonly [string, number], [b]: readonly [string, number]): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

import { coveredBy } from '../courthouses/coverage';
import { isLongerNumber } from '../charge/longer-number';
import { type Count, type Cycle, type Disposition, type History, type Step } from '../history';
import { addYears, dayOf, earliestDay, isFullDate, latestDay, MISSING_DATE, type PartialDate } from '../partial-date';
import { birthDatesNow, valueOfCount } from '../corrections/recorded-value';
import {
  arrestDateOf,
  citesCannabis,
  convictedCharge,
  firstConvicted,
  hasNoDisposition,
  statesSeverity,
  undisposedKind,
} from './count-parts';
import { type Defect, type DefectKind, type SourceFile } from './defect';
import { placeOf } from './place-of';

/** Nobody younger is convicted: one of the two dates is wrong. */
const YOUNGEST = 10;
/** Kinds where the day of the conviction may be what is wrong. */
const OR_CONVICTION_DATE: readonly DefectKind[] = ['disposition-before-arrest', 'conviction-before-age-ten'];

/** Finds the defects of counts, one count after the other. */
export class CountDefects {
  private readonly latestTenth: number;

  constructor(
    private readonly history: History,
    private readonly files: readonly SourceFile[],
    private readonly found: Defect[],
  ) {
    let tenth = 0;
    for (const each of history.birthDates)
      if (each !== MISSING_DATE) tenth = Math.max(tenth, addYears(earliestDay(each), YOUNGEST));
    this.latestTenth = tenth;
  }

  /** Of each cycle its convictions, then its counts without a disposition. Loops by index: they run for every count that is read. */
  addAll(): void {
    const { cycles } = this.history;
    for (let i = 0; i < cycles.length; i++) this.ofCycle(cycles[i] as Cycle);
  }

  private ofCycle(cycle: Cycle): void {
    const { steps } = cycle;
    let arrest = -1;
    let undisposed = false;
    let atCourt = false;
    for (let i = 0; i < steps.length; i++) {
      const step = steps[i] as Step;
      const { counts } = step;
      atCourt ||= step.type === 'court-action';
      for (let j = 0; j < counts.length; j++) {
        const count = counts[j] as Count;
        const at = firstConvicted(count.dispositions);
        if (at < 0) {
          undisposed ||= hasNoDisposition(count);
          continue;
        }
        if (arrest < 0) arrest = arrestDateOf(cycle);
        this.ofConviction(cycle, step, count, at, arrest);
      }
    }
    if (!undisposed) return;
    // Where a court acted, what became of the arrest stands there.
    const type = atCourt ? 'court-action' : 'arrest';
    for (let i = 0; i < steps.length; i++)
      if ((steps[i] as Step).type === type) this.ofUndisposedStep(cycle, steps[i] as Step, arrest >= 0);
  }

  private ofUndisposedStep(cycle: Cycle, step: Step, convicts: boolean): void {
    const { counts } = step;
    for (let i = 0; i < counts.length; i++)
      if (hasNoDisposition(counts[i] as Count)) this.ofUndisposed(cycle, step, counts[i] as Count, convicts);
  }

  private ofUndisposed(cycle: Cycle, step: Step, count: Count, convicts: boolean): void {
    const kind = undisposedKind(cycle, step, count);
    if (kind !== undefined) this.note(kind, 'disposition', cycle, step, count, 0);
    // Of another section it decides nothing, but beside a conviction of the case it may be that one's sentence.
    else if (convicts && count.sentences.length > 0 && step.type === 'court-action')
      this.note('orphan-sentence', '', cycle, step, count, 0);
  }

  private ofConviction(cycle: Cycle, step: Step, count: Count, at: number, arrest: PartialDate): void {
    const { dispositions } = count;
    const { date, row } = dispositions[at] as Disposition;
    const charge = convictedCharge(count);
    const doubts = doubtsOf(count);
    const sure = doubts === undefined;
    const note = (kind: DefectKind, field: Defect['field']): void => this.note(kind, field, cycle, step, count, row);
    if (dayOf(date) === 0 && (sure || !doubts.includes('date')) && isFirstOfDay(step, count, date))
      note('partial-date', 'conviction-date');
    if (citesCannabis(charge)) {
      if (count.says?.some(({ of }) => of === 'arrest')) note('sources-disagree', 'arrest-date');
      else if (dayOf(arrest) === 0) note('partial-date', 'arrest-date');
    }
    if (charge.problem !== undefined && !isLongerNumber(charge)) note('unknown-section', 'section');
    if (!statesSeverity(count, dispositions, at) && (sure || !doubts.includes('severity')))
      note('severity-not-stated', 'severity');
    if (date !== MISSING_DATE) {
      const last = latestDay(date);
      if (arrest !== MISSING_DATE && last < earliestDay(arrest)) note('disposition-before-arrest', 'arrest-date');
      if (last < this.latestTenth) note('conviction-before-age-ten', 'birth-date');
    }
    if (!sure && doubts.includes('repeated')) note('two-case-numbers', '');
    else if (count.caseNumbers.length > 1 && hasTwoNumbers(count)) note('two-case-numbers', 'case-number');
    if (!sure)
      for (const doubt of doubts)
        if (doubt in OF_DOUBTS) note('sources-disagree', OF_DOUBTS[doubt as keyof typeof OF_DOUBTS]);
    if (this.files.length > 0) this.ofSources(cycle, step, count, at);
  }

  private ofSources(cycle: Cycle, step: Step, count: Count, at: number): void {
    const { date, row } = count.dispositions[at] as Disposition;
    const kindOf = (each: number): string => this.files[count.rows[each]?.file ?? 0]?.kind ?? 'state-file';
    const kinds = new Set(count.rows.map((_, each) => kindOf(each)));
    if (kinds.has('court-extract') && !kinds.has('state-file'))
      this.note('not-in-the-state-file', '', cycle, step, count, row);
    if (kinds.has('state-file') && !kinds.has('court-extract') && this.isCovered(step, date))
      this.note('not-in-the-court-extract', '', cycle, step, count, row);
    const field = kinds.size > 1 && doubtsOf(count) === undefined ? disagreement(count, kindOf) : undefined;
    if (field) this.note('sources-disagree', field, cycle, step, count, row);
  }

  /** Would an extract of the run have this conviction? */
  private isCovered({ agency }: Step, date: number): boolean {
    if (date === MISSING_DATE) return false;
    const covers = this.files.flatMap((file) => file.covers ?? []);
    return (
      coveredBy(covers, agency, ({ from, to }) => from <= earliestDay(date) && latestDay(date) <= to) !== undefined
    );
  }

  private note(kind: DefectKind, field: Defect['field'], cycle: Cycle, step: Step, count: Count, row: number): void {
    const now =
      field === '' ? '' : field === 'birth-date' ? birthDatesNow(this.history) : valueOfCount({ cycle, count }, field);
    const at = placeOf(count.rows[row] ?? count.rows[0]);
    const numbers = [...new Set(count.caseNumbers.map(({ number }) => number.trim()))];
    this.found.push({
      kind,
      key: `${cycle.subject}:${count.order}`,
      ...(at ? { at } : {}),
      field,
      now,
      ...(OR_CONVICTION_DATE.includes(kind)
        ? { or: { field: 'conviction-date', now: valueOfCount({ cycle, count }, 'conviction-date') } }
        : {}),
      count: { charge: convictedCharge(count).text, court: step.agency.name, caseNumbers: numbers },
    });
  }
}

/** What sources that were put together left in doubt, and which value would settle it. */
const OF_DOUBTS = { date: 'conviction-date', severity: 'severity', conviction: 'disposition' } as const;

function doubtsOf(count: Count & { readonly doubts?: readonly string[] }): readonly string[] | undefined {
  return count.doubts;
}

/** A court acts on one day: convictions of one step that lack the same day lack one value. */
function isFirstOfDay({ counts }: Step, count: Count, date: PartialDate): boolean {
  return counts.find(({ dispositions }) => dispositions[firstConvicted(dispositions)]?.date === date) === count;
}

/** Two numbers in one column, or in two columns where several rows say so, that differ in more than marks and zeros in front. */
function hasTwoNumbers({ caseNumbers, rows }: Count): boolean {
  const several = rows.some(({ file }) => file !== rows[0]?.file);
  // Mostly one number stands in each of two columns.
  if (!several && caseNumbers.length === 2 && caseNumbers[0]?.from !== caseNumbers[1]?.from) return false;
  const seen = new Map<string, string>();
  for (const { number, from } of caseNumbers) {
    const plain = number
      .toUpperCase()
      .replace(/[^A-Z0-9]/g, '')
      .replace(/^0+/, '');
    if (plain === '' || plain === 'NULL') continue;
    const column = several ? '' : from;
    const before = seen.get(column);
    if (before !== undefined && before !== plain) return true;
    seen.set(column, plain);
  }
  return false;
}

/** What two sources say otherwise of one conviction: its day or its grade. */
function disagreement(
  { dispositions }: Count,
  sourceOf: (row: number) => string,
): 'conviction-date' | 'severity' | undefined {
  const convicted = dispositions.filter(({ kind }) => kind === 'convicted');
  for (const one of convicted) {
    for (const other of convicted) {
      if (sourceOf(one.row) === sourceOf(other.row)) continue;
      if (isFullDate(one.date) && isFullDate(other.date) && one.date !== other.date) return 'conviction-date';
      if (one.severity !== 'unknown' && other.severity !== 'unknown' && one.severity !== other.severity)
        return 'severity';
    }
  }
  return undefined;
}

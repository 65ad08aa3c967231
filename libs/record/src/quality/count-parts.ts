import { type Charge, type Offence } from '../offence';
import { type Count, type Cycle, type Disposition, type Step } from '../history';
import { earliestDay, MISSING_DATE, type PartialDate } from '../partial-date';

/** HS 11361.8 names them. The digits stand here so that a reader of rows can look for them without reading the charge. */
export const CANNABIS_DIGITS = /113(?:5[789]|60)/;
const SECTIONS: readonly string[] = ['11357', '11358', '11359', '11360'];

/** Index of the first disposition that convicts, or -1. */
export function firstConvicted(dispositions: readonly Disposition[]): number {
  for (let i = 0; i < dispositions.length; i++) if (dispositions[i]?.kind === 'convicted') return i;
  return -1;
}

/** No row of the count says what became of it. */
export function hasNoDisposition({ dispositions }: Count): boolean {
  for (let i = 0; i < dispositions.length; i++) if (dispositions[i]?.kind !== 'none') return false;
  return true;
}

/** Does the charge cite HS 11357 to 11360? */
export function citesCannabis({ text, offences }: Charge): boolean {
  for (let i = 0; i < offences.length; i++) {
    const { code, section } = offences[i] as Offence;
    // Few sections begin so, and this is asked of every count.
    if (section.startsWith('113') && code === 'HS' && SECTIONS.includes(section)) return CANNABIS_DIGITS.test(text);
  }
  return false;
}

/** What the court convicted of: as the rules take it, without the charges of other rows. */
export function convictedCharge({ convictedOf, disposedOf, charged }: Count): Charge {
  if (convictedOf && convictedOf.problem !== 'blank') return convictedOf;
  return disposedOf && disposedOf.problem !== 'blank' ? disposedOf : charged;
}

/** The earliest arrest of a cycle, else the cycle's own date, which is the arrest's too. */
export function arrestDateOf(cycle: Cycle): PartialDate {
  let first = MISSING_DATE;
  const { steps } = cycle;
  for (let i = 0; i < steps.length; i++) {
    const { type, date } = steps[i] as Step;
    if (type !== 'arrest' || date === MISSING_DATE) continue;
    if (first === MISSING_DATE || earliestDay(date) < earliestDay(first)) first = date;
  }
  return first === MISSING_DATE ? cycle.date : first;
}

/** Of a cannabis count without a disposition: what is missing about it; undefined where nothing is. */
export function undisposedKind(
  cycle: Cycle,
  step: Step,
  count: Count,
): 'missing-disposition' | 'orphan-sentence' | undefined {
  if (!citesCannabis(count.charged) || !hasNoDisposition(count)) return undefined;
  if (step.type === 'court-action') return count.sentences.length > 0 ? 'orphan-sentence' : 'missing-disposition';
  // Where a court acted in the cycle, what became of the arrest stands there.
  return step.type === 'arrest' && !cycle.steps.some(({ type }) => type === 'court-action')
    ? 'missing-disposition'
    : undefined;
}

/** Says the record the grade of a conviction: by a disposition, by a reduction, or by the class of the charge? */
export function statesSeverity(
  { classOfConviction, classOfCharge }: Count,
  dispositions: readonly Disposition[],
  from: number,
): boolean {
  for (let i = dispositions.length - 1; i >= from; i--) {
    const { kind, severity, severityText } = dispositions[i] as Disposition;
    if (kind === 'reduced-17b' || severity !== 'unknown') return true;
    if (severityText !== '') return false;
  }
  return /^[FMI]$/.test(classOfConviction ?? classOfCharge);
}

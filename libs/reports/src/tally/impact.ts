import { addYears, type CalendarDate, isOnOrBefore, type Verdict } from '@clearway/record';
import { type DecidedConviction, type DecidedPerson, type RecordLine } from '@clearway/rules';
import { type Effect, effectOf } from './relief-given';

/** The three numbers by which the earlier tools measured a policy: does the person keep this on the record? */
export interface Impact {
  /** At least one felony on record (any county, any offence), and none stays one. */
  readonly noFelony: boolean;
  /** At least one conviction on record, and every one is dismissed. */
  readonly noConviction: boolean;
  /** At least one conviction in the seven years before the as-of date, and every one of those is dismissed. */
  readonly noConvictionLast7Years: boolean;
}

/**
 * The effect on a whole record. A conviction whose date cannot tell whether it lies in the last seven years must be
 * dismissed too, and does not by itself make the person one who had such a conviction.
 */
export function impactOn(
  person: DecidedPerson,
  asOf: CalendarDate,
  effectOfLine: (line: RecordLine) => Effect,
): Impact {
  const sevenYearsAgo = addYears(asOf, -7);
  const record = new RecordEffect();
  for (const line of person.record) record.add(line, isOnOrBefore(line.convictedOn, sevenYearsAgo), effectOfLine(line));
  return record.impact();
}

/** What is filed, and what would be if everything that was decided were dismissed, in one walk over the record. */
export function impactsOn(person: DecidedPerson, asOf: CalendarDate): { readonly filed: Impact; readonly all: Impact } {
  const sevenYearsAgo = addYears(asOf, -7);
  const filed = new RecordEffect();
  const all = new RecordEffect();
  for (const line of person.record) {
    const old = isOnOrBefore(line.convictedOn, sevenYearsAgo);
    const decided = decidedOf(person, line);
    filed.add(line, old, decided === undefined ? 'none' : effectOf(decided.determination));
    all.add(line, old, decided === undefined ? 'none' : 'dismissed');
  }
  return { filed: filed.impact(), all: all.impact() };
}

/** Of several under one key, which no record has, the last. A loop: few people have more than two. */
function decidedOf({ convictions }: DecidedPerson, { key, outcome }: RecordLine): DecidedConviction | undefined {
  if (outcome === undefined) return undefined;
  for (let i = convictions.length - 1; i >= 0; i--) if (convictions[i]?.key === key) return convictions[i];
  return undefined;
}

/** One record with what becomes of its lines. */
class RecordEffect {
  private felonies = 0;
  private recent = 0;
  private lines = 0;
  private keepsFelony = false;
  private keepsConviction = false;
  private keepsRecent = false;

  /** @param old is the conviction of before the last seven years? */
  add({ severity }: RecordLine, old: Verdict, effect: Effect): void {
    this.lines++;
    if (severity === 'felony') this.felonies++;
    if (old === 'no') this.recent++;
    // A conviction of unknown severity may be a felony: it must go as well.
    if (effect === 'none' && (severity === 'felony' || severity === 'unknown')) this.keepsFelony = true;
    if (effect !== 'dismissed') {
      this.keepsConviction = true;
      if (old !== 'yes') this.keepsRecent = true;
    }
  }

  impact(): Impact {
    return {
      noFelony: this.felonies > 0 && !this.keepsFelony,
      noConviction: this.lines > 0 && !this.keepsConviction,
      noConvictionLast7Years: this.recent > 0 && !this.keepsRecent,
    };
  }
}

import { type CalendarDate } from '@clearway/record';
import { type Finding } from '../../engine/criterion';
import { type Conviction } from '../../person/convictions';
import { type PersonRecord } from '../../person/person-record';
import { type Resolution } from '../deciding/resolve';
import { type Mark } from '../../parameters/marks';
import { type Readings } from '../reading/reading';

/** What a remedy beside 11361.8 looks at. */
export interface RemedySubject {
  readonly readings: Readings;
  readonly resolution: Resolution;
  readonly conviction: Conviction;
  readonly person: PersonRecord;
  readonly asOf: CalendarDate;
}

/**
 * A remedy that stands beside the relief of 11361.8, under a section of its own. It takes no part in what 11361.8 gives: its
 * verdict stands in the trace, and when it is yes its `remedy` among the determination's other remedies.
 */
export interface RemedyProvision {
  /** Stable; stands in traces: `hs-11361.5-a`. */
  readonly code: string;
  /** What the results call it; several provisions can open the same remedy. */
  readonly remedy: 'destruction' | 'reduction-17b' | 'juvenile-petition';
  readonly citation: string;
  /** As an attorney would say it to a judge: one sentence without a full stop. */
  readonly words: string;
  /** First day of the provision, `YYYY-MM-DD`. */
  readonly from: string;
  readonly mark: Mark;
  readonly confirm?: string;
  /** Does it speak of this conviction at all? What it does not speak of is not in the trace. */
  readonly speaksOf: (subject: RemedySubject) => boolean;
  readonly test: (subject: RemedySubject) => Finding;
}

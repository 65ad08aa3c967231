import { type TraceStep } from '../engine/determination';
import { REMEDIES } from './remedies/remedies';
import { type RemedySubject } from './remedies/remedy';

/** The remedies that are open beside the relief, by code, and what each provision found. */
export interface OtherRemedies {
  readonly remedies: readonly string[];
  readonly trace: readonly TraceStep[];
}

/**
 * Remedies that stand beside the relief of 11361.8, by code: `destruction` (HS 11361.5), `reduction-17b` (a conspiracy that Medina
 * leaves out), `juvenile-petition` (under 18 at the offense: JV-744). None of them changes what 11361.8 gives.
 */
export function otherRemediesOf(subject: RemedySubject): OtherRemedies {
  const remedies: string[] = [];
  const trace: TraceStep[] = [];
  for (const each of REMEDIES) {
    if (!each.speaksOf(subject)) continue;
    const { verdict, facts } = each.test(subject);
    trace.push({ rule: each.code, verdict, facts });
    if (verdict === 'yes' && !remedies.includes(each.remedy)) remedies.push(each.remedy);
  }
  return { remedies, trace };
}

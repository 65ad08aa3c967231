/** The state numbers the last part of CNT_ORDER from 000. */
const NOT_THE_STATES = 900;

/**
 * The order of a count that the state's file does not have: cycle, step and the court's own number of the count as CNT_ORDER has
 * them, then 900 and on. So it is never the CNT_ORDER of another count, by which facts of cases and decisions speak.
 *
 * @param cycle three digits, as `Cycle.order`; `step` likewise
 * @param again how many counts have the number already
 */
export function courtOrder(cycle: string, step: string, count: number, again = 0): string {
  return `${cycle}${step}${String(count).padStart(3, '0')}${String(NOT_THE_STATES + again)}`;
}

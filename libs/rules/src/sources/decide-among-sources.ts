import { type History, settle } from '@clearway/record';
import { type Determination, type TraceStep } from '../engine/determination';
import { type Given, type OneDecided } from '../engine/decide-one';
import { leastRelief } from '../engine/relief-order';
import { type Conviction } from '../person/convictions';
import { type PersonRecord } from '../person/person-record';
import { isDisputed, saysAsFacts, saysOf } from './disputed';
import { disputed, type FoundOfConviction } from './disputed-determination';
import { type Dispute, disputesBeside, readingsOf } from './follow-sources';
import { withSays } from './question-says';

/** A conviction with the record in which it is decided. */
interface Asked {
  readonly conviction: Conviction;
  readonly person: PersonRecord;
}

/** How a conviction is decided in one record. */
export interface AmongSources {
  readonly recordOf: (history: History) => PersonRecord;
  /** @param also what the sources say of it beside the record, for the basis of decisions */
  readonly decide: (asked: Asked, given: Given | undefined, also: string) => OneDecided;
}

/** `found`: what an attorney found of a disputed conviction. */
export interface DecidedAmongSources extends OneDecided {
  readonly found?: FoundOfConviction;
}

/** Stands in a trace where sources disagree about the conviction, after the rules: it says who says what, and decides nothing. */
export const SOURCES_DISAGREE = 'sources-disagree';

/**
 * Decides a conviction of a person about whom sources disagree. What they leave open is read as unknown; where that leaves a question, every
 * combination of what they say is followed, and if all of them give the same it is decided. One that may be no conviction at all
 * is decided as one, and then nothing is given on it until somebody says which source is right.
 */
export function decideAmongSources(
  conviction: Conviction,
  person: PersonRecord,
  { recordOf, decide }: AmongSources,
): DecidedAmongSources {
  const inDoubt = isDisputed(conviction);
  const asked = inDoubt ? asConvicted(conviction, person, recordOf) : { conviction, person };
  const also = inDoubt
    ? `conviction: ${saysOf(conviction, 'conviction')
        .map(({ value }) => value)
        .join(' / ')}`
    : '';
  const first = decide(asked, undefined, also);
  const beside = disputesBeside(conviction, asked.person.convictions);
  const followed =
    first.determination.questions.length === 0 ? undefined : sameByAll(asked, beside, first, { recordOf, decide });
  const decided = followed ?? first.determination;
  const { determination, found } = inDoubt
    ? disputed(decided, first.given?.facts.answers?.conviction)
    : { determination: decided, found: undefined };
  const note = noteOf(conviction, followed ? beside : [], found);
  return {
    ...first,
    determination: withNote(withSays(determination, conviction, person.convictions), note),
    ...(found === undefined ? {} : { found }),
  };
}

function asConvicted(conviction: Conviction, { history }: PersonRecord, recordOf: AmongSources['recordOf']): Asked {
  const person = recordOf(settle(history, conviction.key, { of: 'conviction', value: 'CONVICTED' }));
  return { person, conviction: person.convictions.find(({ key }) => key === conviction.key) ?? conviction };
}

/** The determination when each of the readings that sources give leads to it; the trace says what is not known. */
function sameByAll(
  { conviction, person }: Asked,
  disputes: readonly Dispute[],
  { given, determination: { trace } }: OneDecided,
  { recordOf, decide }: AmongSources,
): Determination | undefined {
  if (disputes.length === 0) return undefined;
  const all: Determination[] = [];
  for (const history of readingsOf(person.history, disputes)) {
    const record = recordOf(history);
    const again = record.convictions.find(({ key }) => key === conviction.key);
    if (!again) return undefined;
    const { determination } = decide({ conviction: again, person: record }, given, '');
    if (determination.questions.length > 0 || !isSame(determination, all[0] ?? determination)) return undefined;
    all.push(determination);
  }
  const [one, ...others] = all;
  if (!one) return undefined;
  return {
    ...one,
    floor: leastRelief(all.map(({ floor }) => floor)),
    reason: [...new Set(all.map(({ reason }) => reason))].join(', or '),
    decidedBy: one.decidedBy.filter((code) => others.every(({ decidedBy }) => decidedBy.includes(code))),
    otherRemedies: one.otherRemedies.filter((code) => others.every((each) => each.otherRemedies.includes(code))),
    trace,
  };
}

function isSame(one: Determination, other: Determination): boolean {
  return (
    one.outcome === other.outcome &&
    one.relief === other.relief &&
    one.standing === other.standing &&
    one.authority === other.authority
  );
}

function noteOf(
  conviction: Conviction,
  followed: readonly Dispute[],
  found: FoundOfConviction | undefined,
): TraceStep | undefined {
  const own = (['conviction', 'date', 'severity', 'sentence', 'arrest'] as const).flatMap((of) =>
    saysAsFacts(conviction, of, of),
  );
  const others = followed
    .filter((each) => each.conviction.key !== conviction.key)
    .flatMap((each) => saysAsFacts(each.conviction, each.of, `${each.conviction.charge.text}, ${each.of}`));
  const facts = [...own, ...others];
  if (facts.length === 0) return undefined;
  const verdict = found === undefined ? 'cannot-tell' : found === 'convicted' ? 'yes' : 'no';
  return { rule: SOURCES_DISAGREE, verdict, facts: found ? [...facts, { name: 'answer', value: found }] : facts };
}

function withNote(determination: Determination, note: TraceStep | undefined): Determination {
  return note ? { ...determination, trace: [...determination.trace, note] } : determination;
}

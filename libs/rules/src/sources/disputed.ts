import { type SourceSays } from '@clearway/record';
import { type Conviction } from '../person/convictions';
import { type PersonRecord } from '../person/person-record';
import { fact, type Fact } from '../engine/criterion';

/**
 * A count that one source calls a conviction and another dismissed or acquitted. It is decided like any other, and nothing is given on it
 * until somebody says which source is right.
 */
export function isDisputed({ step, count }: Conviction): boolean {
  return step.type === 'court-action' && count.doubts?.includes('conviction') === true;
}

/** Do sources disagree about any conviction of the person? Never where there is one source; a plain loop, because everybody is asked. */
export function hasDisputes({ convictions }: PersonRecord): boolean {
  for (let i = 0; i < convictions.length; i++) {
    const { says, doubts } = (convictions[i] as Conviction).count;
    if (says !== undefined || doubts !== undefined) return true;
  }
  return false;
}

/** Question of a conviction, other than the one that is decided, that may be none. */
export function questionOfUncertain(conviction: Conviction): 'disputed-prior' | 'other-conviction' {
  return isDisputed(conviction) ? 'disputed-prior' : 'other-conviction';
}

/** What each source says of one value of a conviction. */
export function saysOf({ count }: Pick<Conviction, 'count'>, of: SourceSays['of']): readonly SourceSays[] {
  return count.says?.filter((each) => each.of === of) ?? NOTHING;
}

const NOTHING: readonly SourceSays[] = [];

/** The same as evidence, each with its row. */
export function saysAsFacts(conviction: Conviction, of: SourceSays['of'], name: string): readonly Fact[] {
  return saysOf(conviction, of).map(({ value, at }) => {
    const row = conviction.count.rows.find((each) => each.file === at.file && each.row === at.row);
    return fact(name, value, row ?? { ...at, offset: 0 });
  });
}

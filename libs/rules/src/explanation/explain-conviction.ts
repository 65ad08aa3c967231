import { type AppliedCorrection, type CorrectedHistory } from '@clearway/record';
import { decidePerson } from '../engine/decide-person';
import { type Policy, type RunFacts } from '../engine/policy';
import { changesByDay } from './changes-by-day';
import { changesByProof } from './changes-by-proof';
import { type Explanation, explanationOf } from './explanation';

/**
 * Decides the convictions of a person and explains each, with what would change the answer: what the People could prove, what
 * an attorney could find, and the day on which it changes by itself.
 *
 * @param key only this conviction (`0:101002001000`)
 */
export function explainConvictions(
  history: CorrectedHistory,
  policy: Policy,
  run: RunFacts,
  files: readonly string[] = [],
  key?: string,
): readonly Explanation[] {
  const person = decidePerson(history, policy, run);
  return person.convictions
    .filter((each) => key === undefined || each.key === key)
    .map((each) => {
      const explanation = explanationOf(each, policy, files, [
        ...changesByProof(history, policy, run, each),
        ...changesByDay(history, policy, run, each),
      ]);
      const corrections = correctionsOf(each.key, history);
      return corrections.length === 0 ? explanation : { ...explanation, corrections };
    });
}

/** Corrections of the person, and of the count; where one subject has them, whatever number stands in front. */
function correctionsOf(key: string, { corrections = [], subjects }: CorrectedHistory): readonly AppliedCorrection[] {
  const sameCount = (other: string): boolean =>
    other === key || (subjects.length === 1 && other.split(':')[1] === key.split(':')[1]);
  return corrections.filter((each) => each.state !== 'no-such-place' && (each.key === '' || sameCount(each.key)));
}

import { type History } from '@clearway/record';
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
  history: History,
  policy: Policy,
  run: RunFacts,
  files: readonly string[] = [],
  key?: string,
): readonly Explanation[] {
  const person = decidePerson(history, policy, run);
  return person.convictions
    .filter((each) => key === undefined || each.key === key)
    .map((each) =>
      explanationOf(each, policy, files, [
        ...changesByProof(history, policy, run, each),
        ...changesByDay(history, policy, run, each),
      ]),
    );
}

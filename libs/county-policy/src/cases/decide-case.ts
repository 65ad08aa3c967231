import { decidePerson, type DecidedConviction } from '@clearway/rules';
import { loadPolicy } from '../load-policy';
import { type CaseFile } from './case-files';
import { askedOrder, caseFactsOf, dateOf, historyOf, policyOf, type LawCase } from './law-case';

/** The conviction that a case asks about, decided under the policy of its file; undefined when the policy does not list it. */
export function decideCase(file: CaseFile, one: LawCase): DecidedConviction | undefined {
  const policy = policyOf(loadPolicy(file.options === undefined ? file.policy : JSON.stringify(file.options)), one);
  const person = decidePerson(historyOf(one), policy, {
    county: 'LOS ANGELES',
    asOf: dateOf(one['as of'] ?? file.asOf),
    cases: { of: () => caseFactsOf(one) },
  });
  const order = askedOrder(one);
  return person.convictions.find((each) => each.key.endsWith(`:${order}`));
}

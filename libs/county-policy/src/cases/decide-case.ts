import { decidePerson, type DecidedConviction, type DecidedPerson } from '@clearway/rules';
import { loadPolicy } from '../load-policy';
import { type CaseFile } from './case-files';
import { askedOrder, caseFactsOf, dateOf, historyOf, policyOf, type LawCase } from './law-case';

/** The conviction that a case asks about, decided under the policy of its file; undefined when the policy does not list it. */
export function decideCase(file: CaseFile, one: LawCase): DecidedConviction | undefined {
  const order = askedOrder(one);
  return decideCasePerson(file, one).convictions.find((each) => each.key.endsWith(`:${order}`));
}

/** The person of a case, with what the record cannot tell. */
export function decideCasePerson(file: CaseFile, one: LawCase): DecidedPerson {
  const policy = policyOf(loadPolicy(file.options === undefined ? file.policy : JSON.stringify(file.options)), one);
  return decidePerson(historyOf(one), policy, {
    county: 'LOS ANGELES',
    asOf: dateOf(one['as of'] ?? file.asOf),
    cases: { of: () => caseFactsOf(one) },
    quality: {},
  });
}

/** A person's defects by kind, and how many convictions each kind keeps from relief, as the report counts them. */
export function pricesOf({ defects = [], keptTogether = [] }: DecidedPerson): Record<string, number> {
  const kept = new Map<string, Set<string>>();
  for (const { kind, keeps } of defects) kept.set(kind, new Set([...(kept.get(kind) ?? []), ...keeps]));
  if (keptTogether.length > 0) kept.set('several-together', new Set(keptTogether));
  return Object.fromEntries([...kept].map(([kind, keys]) => [kind, keys.size]));
}

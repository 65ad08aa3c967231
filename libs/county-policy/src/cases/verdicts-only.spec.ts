import { type DecidedPerson, decidePerson, type RunFacts } from '@clearway/rules';
import { loadPolicy } from '../load-policy';
import { CASE_FILES, type CaseFile } from './case-files';
import { caseFactsOf, dateOf, historyOf, type LawCase, policyOf } from './law-case';

function decided(file: CaseFile, one: LawCase, more: Partial<RunFacts>): DecidedPerson {
  const policy = policyOf(loadPolicy(file.options === undefined ? file.policy : JSON.stringify(file.options)), one);
  const run = { county: 'LOS ANGELES', asOf: dateOf(one['as of'] ?? file.asOf), cases: { of: () => caseFactsOf(one) } };
  return decidePerson(historyOf(one), policy, { ...run, everyBasis: true, quality: {}, ...more });
}

/** Facts of rules left out; what sources say of a conviction is no rule's. */
function withoutFacts({ convictions, ...person }: DecidedPerson): DecidedPerson {
  const bare = convictions.map((each) => {
    const trace = each.determination.trace.map((step) =>
      step.rule === 'sources-disagree' ? step : { ...step, facts: [] },
    );
    return { ...each, determination: { ...each.determination, trace } };
  });
  return { ...person, convictions: bare };
}

describe('a run that keeps verdicts alone', () => {
  it.each(CASE_FILES.map((file) => [file.name, file] as const))(
    'decides every case of %s as one with facts',
    (_, file) => {
      const all = file.cases.map((one) => decided(file, one, {}));
      expect(file.cases.map((one) => decided(file, one, { verdictsOnly: true }))).toEqual(all.map(withoutFacts));
      const facts = all.flatMap(({ convictions }) => convictions.flatMap(({ determination }) => determination.trace));
      expect(facts.some((step) => step.facts.length > 0)).toBe(true);
    },
  );
});

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type History } from '@clearway/record';
import { type Policy } from '@clearway/rules';
import { parse } from 'yaml';
import { answerOf, type Answer, isMoved, type Moved } from './answer';
import { type LawCase, type Version } from './version';

/** The YAML cases of the working tree, decided by both versions. */
export function movedCases(
  root: string,
  base: Version,
  now: Version,
): { readonly cases: number; readonly moved: readonly Moved[] } {
  const folder = join(root, 'libs', 'rules', 'cases');
  const moved: Moved[] = [];
  let cases = 0;
  const { caseFile } = now.cases;
  if (!caseFile) throw new Error('the cases cannot be read: libs/county-policy/src/cases/law-case is not built');
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((each) => each.endsWith('.yaml'))
    .sort();
  for (const name of names) {
    const file = caseFile.parse(parse(readFileSync(join(folder, name), 'utf8')));
    for (const one of file.cases) {
      const told =
        one.born === undefined && file['unless said']?.born !== undefined
          ? { ...one, born: file['unless said'].born }
          : one;
      const policy = file.options === undefined ? file.policy : JSON.stringify(file.options);
      const asked = { name: `${name}: ${one.name}`, policy, asOf: one['as of'] ?? file['as of'], told };
      const [before, after] = [decide(base, now, asked), decide(now, now, asked)];
      cases += 1;
      if (isMoved(before, after)) moved.push({ kind: 'case', what: asked.name, before, after, count: 1 });
    }
  }
  return { cases, moved };
}

interface Asked {
  readonly policy: string;
  readonly asOf: string;
  readonly told: LawCase;
}

/** By each version's own reading of a record; what a revision cannot tell yet is told as the working tree does. */
function decide(version: Version, now: Version, { policy: name, asOf, told }: Asked): Answer {
  const { historyOf, dateOf, policyOf, caseFactsOf, askedOrder } = { ...now.cases, ...version.cases };
  if (!historyOf || !dateOf)
    throw new Error('the cases cannot be told: libs/county-policy/src/cases/law-case is not built');
  let policy: Policy;
  try {
    policy = version.policies.loadPolicy(name);
  } catch {
    return { ...answerOf(undefined), outcome: 'no such policy' };
  }
  const history: History = historyOf(told);
  const person = version.rules.decidePerson(history, policyOf ? policyOf(policy, told) : policy, {
    county: 'LOS ANGELES',
    asOf: dateOf(asOf),
    ...(caseFactsOf ? { cases: { of: () => caseFactsOf(told) } } : {}),
  });
  const order = askedOrder?.(told);
  return answerOf(
    order === undefined ? person.convictions[0] : person.convictions.find((each) => each.key.endsWith(`:${order}`)),
  );
}

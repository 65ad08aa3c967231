import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decidePerson } from '@clearway/rules';
import { parse } from 'yaml';
import { loadPolicy } from '../load-policy';
import { caseFile, dateOf, historyOf } from './law-case';

const FOLDER = join(__dirname, '..', '..', '..', 'rules', 'cases');

for (const name of readdirSync(FOLDER)
  .filter((each) => each.endsWith('.yaml'))
  .sort()) {
  const file = caseFile.parse(parse(readFileSync(join(FOLDER, name), 'utf8')));
  const policy = loadPolicy(file.options === undefined ? file.policy : JSON.stringify(file.options));

  describe(`${name} (${file.source})`, () => {
    it.each(file.cases.map((each) => [`${each.defect ? `${each.defect}: ` : ''}${each.name}`, each] as const))(
      '%s',
      (_, each) => {
        const person = decidePerson(historyOf(each), policy, { county: 'LOS ANGELES', asOf: dateOf(file['as of']) });
        const [conviction] = person.convictions;
        const { expect: wanted } = each;
        if (wanted.outcome === 'not listed') {
          expect(conviction?.citation).toBeUndefined();
          return;
        }
        const found = conviction?.determination;
        // A replay's first step that applies decides, also where it asks an attorney.
        const first = found?.trace.find((step) => step.verdict === 'yes')?.rule ?? 'otherwise';
        const rule = policy.statute ? (found?.decidedBy[0] ?? '') : first;
        expect({
          outcome: found?.outcome,
          reason: wanted.reason === undefined ? undefined : found?.reason,
          rule: wanted.rule === undefined ? undefined : rule,
          floor: wanted.floor === undefined ? undefined : found?.floor,
          questions: wanted.questions === undefined ? undefined : found?.questions.map((question) => question.code),
          standing: wanted.standing === undefined ? undefined : found?.standing,
          'case effect': wanted['case effect'] === undefined ? undefined : conviction?.caseEffect,
          citation: wanted.citation === undefined ? undefined : conviction?.citation,
        }).toEqual({
          reason: undefined,
          rule: undefined,
          floor: undefined,
          questions: undefined,
          standing: undefined,
          'case effect': undefined,
          citation: undefined,
          ...wanted,
        });
      },
    );
  });
}

it('every case has its own name', () => {
  const names = readdirSync(FOLDER)
    .filter((each) => each.endsWith('.yaml'))
    .flatMap((each) => caseFile.parse(parse(readFileSync(join(FOLDER, each), 'utf8'))).cases.map((one) => one.name));
  expect(new Set(names).size).toBe(names.length);
});

import { reliefFiled, type DecidedConviction, type Determination } from '@clearway/rules';
import { loadPolicy } from '../load-policy';
import { CASE_FILES } from './case-files';
import { decideCase, decideCasePerson, pricesOf } from './decide-case';
import { type LawCase } from './law-case';

type Expected = LawCase['expect'];

/** What was found, in the words of `expect`, and of it only what the case names. */
function foundOf(
  { defects: _, ...expected }: Expected,
  conviction: DecidedConviction,
  isStatute: boolean,
): Omit<Expected, 'defects'> {
  const found = conviction.determination;
  const all: Required<Omit<Expected, 'defects'>> = {
    outcome: found.outcome,
    reason: found.reason,
    rule: ruleOf(expected, found, isStatute),
    presumed: found.trace.filter((each) => each.presumed && each.verdict === 'yes').map((each) => each.rule),
    verdicts: Object.fromEntries(Object.keys(expected.verdicts ?? {}).map((code) => [code, verdictOf(found, code)])),
    filed: reliefFiled(found),
    authority: found.authority,
    'other remedies': [...found.otherRemedies],
    answers: Object.fromEntries(Object.keys(expected.answers ?? {}).map((code) => [code, answersOf(found, code)])),
    floor: found.floor,
    questions: found.questions.map((question) => question.code),
    standing: found.standing,
    'case effect': conviction.caseEffect,
    citation: conviction.citation,
  };
  return Object.fromEntries(Object.entries(all).filter(([name]) => name in expected)) as Omit<Expected, 'defects'>;
}

/** A replay's first step that applies decides, also where it asks an attorney. */
function ruleOf({ rule }: Expected, { decidedBy, trace }: Determination, isStatute: boolean): string | string[] {
  if (!isStatute) return trace.find((each) => each.verdict === 'yes')?.rule ?? 'otherwise';
  return Array.isArray(rule) ? [...decidedBy] : (decidedBy[0] ?? '');
}

function verdictOf({ trace }: Determination, code: string): 'yes' | 'no' | 'cannot-tell' {
  return trace.find((each) => each.rule === code)?.verdict ?? 'no';
}

function answersOf({ questions }: Determination, code: string): Record<string, string> {
  const question = questions.find((each) => each.code === code);
  return Object.fromEntries((question?.answers ?? []).map((each) => [each.answer, each.outcome]));
}

describe.each(CASE_FILES.map((file) => [file.name, file] as const))('%s', (_, file) => {
  const isStatute =
    loadPolicy(file.options === undefined ? file.policy : JSON.stringify(file.options)).statute !== undefined;
  it.each(file.cases.map((each) => [`${each.defect ? `${each.defect}: ` : ''}${each.name}`, each] as const))(
    '%s',
    (_name, each) => {
      const conviction = decideCase(file, each);
      if (each.expect.defects) expect(pricesOf(decideCasePerson(file, each))).toEqual(each.expect.defects);
      if (each.expect.outcome === 'not listed' || !conviction) {
        expect(conviction?.citation ?? 'not listed').toBe(each.expect.outcome);
        return;
      }
      const { defects: __, ...rest } = each.expect;
      expect(foundOf(each.expect, conviction, isStatute)).toEqual(rest);
    },
  );
});

it('every case has its own name', () => {
  const names = CASE_FILES.flatMap((file) => file.cases.map((each) => each.name));
  expect(names.filter((each, i) => names.indexOf(each) !== i)).toEqual([]);
});

it('every case says where its expected answer comes from', () => {
  const without = CASE_FILES.flatMap((file) =>
    file.cases.filter((each) => (each.source ?? (file.policy.startsWith('california') ? '' : file.source)) === ''),
  );
  expect(without.map((each) => each.name)).toEqual([]);
});

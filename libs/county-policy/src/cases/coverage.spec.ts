import { PROVISIONS, REMEDIES } from '@clearway/rules';
import { CASE_FILES } from './case-files';
import { type LawCase } from './law-case';

const STATUTE: readonly LawCase[] = CASE_FILES.filter((each) => each.policy === 'california-statute').flatMap(
  (each) => each.cases,
);

/** What the cases say of single rules: a rule that decides says yes. */
function saidOf(code: string): ReadonlySet<string> {
  const said = new Set<string>();
  for (const { expect: wanted } of STATUTE) {
    if ([wanted.rule ?? []].flat().includes(code)) said.add('yes');
    const verdict = wanted.verdicts?.[code];
    if (verdict !== undefined) said.add(verdict);
  }
  return said;
}

/** These look only at what the section is, and a record that names it leaves nothing open. */
const NEVER_OPEN = new Set(['hs-11361-not-amended', 'raybon']);

describe('the cases', () => {
  it.each([...PROVISIONS, ...REMEDIES].map((each) => each.code))('%s has a yes, a no and a cannot-tell', (code) => {
    const said = saidOf(code);
    // A reach provision that is not met is not in the trace: the case of another rule is its no.
    expect([...said].sort()).toEqual(NEVER_OPEN.has(code) ? ['no', 'yes'] : ['cannot-tell', 'no', 'yes']);
  });

  it.each([
    'Rascon',
    'Smit',
    'Medina',
    'Boatwright',
    'Banda',
    'Hall',
    'Smith',
    'Saelee',
    'Raybon',
    'Perry',
    'Walker',
    'Casillas',
    'Adelmann',
  ])('People v. %s bears on a rule and is the source of a case', (name) => {
    expect(STATUTE.filter((each) => new RegExp(`People v\\. ${name}\\b`).test(each.source ?? ''))).not.toEqual([]);
  });

  it.each(['Overstreet', 'Samra', 'Villalobos'])('%s is not published, and the source of nothing', (name) => {
    expect(STATUTE.filter((each) => (each.source ?? '').includes(name))).toEqual([]);
  });

  // What is left out is no question of law: how files are read, written and merged (G8, G15, G16, G24 to G27, G33, A13, A14).
  it.each([
    ...[1, 2, 3, 4, 5, 6, 7, 9, 10, 11, 12, 13, 14, 17, 18, 19, 20, 21, 22, 23, 28, 29, 30, 31, 32].map((n) => `G${n}`),
    ...[1, 2, 3, 4, 5, 6, 7, 8].map((n) => `L${n}`),
    ...[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 15].map((n) => `A${n}`),
  ])('the defect %s of the earlier tools has its right answer', (defect) => {
    expect(STATUTE.some((each) => each.defect === defect)).toBe(true);
  });

  it('are at least three hundred', () => expect(STATUTE.length).toBeGreaterThanOrEqual(300));
});

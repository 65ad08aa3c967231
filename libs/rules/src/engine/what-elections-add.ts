import { decideSituation } from '../law/deciding/decide-situation';
import { situationsOf, type Possible } from '../law/deciding/every-situation';
import { PREDECESSOR_SECTIONS } from '../law/reading/predecessors';
import { type StatuteReading } from '../law/reading/statute-reading';
import { DOMAINS, type OffenceKind, type Situation } from '../law/situation';
import { AS_KNOWN_TODAY, parameter } from '../parameters/parameter';
import { type Condition, type Policy, type PolicyStep } from './policy';
import { GRADES_ABOVE } from './prepare-policy';
import { isBetter, reliefOf } from './relief-order';

/**
 * Where an election can give more than the statute: `somewhere`; `only-outside`, for what the statute leaves out (attempts,
 * conspiracies, sections of before 1973, offences under the Act, priors that the People prove); `nowhere`.
 */
export type Adds = 'somewhere' | 'only-outside' | 'nowhere';

type Narrowed = { -readonly [Name in keyof Possible]: readonly Situation[Name][] };

/** Follows the statute through every situation in which the election can apply. Some milliseconds for an election. */
export function whatElectionAdds(step: PolicyStep, policy: Policy): Adds {
  const statute = policy.statute;
  if (!statute) return 'somewhere';
  const possible = possibleUnder(step, statute);
  const ordinary: Narrowed = {
    ...possible,
    form: only(possible.form, 'offence'),
    // An election of the sections of before 1973 is about them.
    section: possible.section.includes('named') ? ['named'] : possible.section,
    era: only(possible.era, 'before-the-act'),
    prior: only(possible.prior, 'none'),
  };
  if (addsIn(ordinary, step)) return 'somewhere';
  return addsIn(possible, step) ? 'only-outside' : 'nowhere';
}

function addsIn(possible: Narrowed, { then }: PolicyStep): boolean {
  if (Object.values(possible).some((values) => values.length === 0)) return false;
  const elected = reliefOf(then.outcome);
  return situationsOf(possible).some((each) => isBetter(elected, decideSituation(each).relief));
}

function only<Value>(values: readonly Value[], wanted: Value): readonly Value[] {
  return values.filter((each) => each === wanted);
}

/** The situations in which a step can apply, as far as its criteria speak of the facts of situations. */
function possibleUnder(step: PolicyStep, statute: StatuteReading): Narrowed {
  const possible: Narrowed = {
    ...DOMAINS,
    amount: statute.presume === 'lowest-grade' ? ['within-limit'] : ['over-limit'],
    origin: ['elsewhere'],
  };
  const gate = GRADES_ABOVE[step.then.outcome];
  for (const each of [...step.when, ...(gate === undefined ? [] : [{ is: gate, with: {} }])]) narrow(possible, each);
  for (const each of step.unless ?? []) narrowBy(possible, each);
  return possible;
}

function narrow(possible: Narrowed, { is, with: args }: Condition): void {
  const keepAges = (ages: readonly Situation['age'][]) =>
    (possible.age = possible.age.filter((each) => ages.includes(each)));
  const keepGrades = (grades: readonly Situation['grade'][]) =>
    (possible.grade = possible.grade.filter((each) => grades.includes(each)));
  if (is === 'section-is' || is === 'subdivision-is') narrowSections(possible, args);
  else if (is === 'not-a-felony') keepGrades(['misdemeanor', 'infraction']);
  else if (is === 'a-felony') keepGrades(['felony']);
  else if (is === 'not-an-infraction') keepGrades(['felony', 'misdemeanor']);
  else if (is === 'sentences-completed') possible.door = only(possible.door, 'completed');
  else if (is === 'younger-at-offence' && Number(args['years']) <= 18) keepAges(['under-18']);
  else if (is === 'younger-at-offence' && Number(args['years']) <= 21) keepAges(['under-18', '18-to-20']);
  else if (is === 'offence-on-or-after' && dayOf(args) >= parameter('act.in-force', AS_KNOWN_TODAY).value)
    possible.era = only(possible.era, 'under-the-act');
}

/** What must not hold. */
function narrowBy(possible: Narrowed, { is, with: args }: Condition): void {
  if (is === 'not-a-felony') narrow(possible, { is: 'a-felony', with: {} });
  else if (is === 'a-felony') narrow(possible, { is: 'not-a-felony', with: {} });
  else if (is === 'offence-on-or-after' && dayOf(args) <= parameter('act.in-force', AS_KNOWN_TODAY).value)
    possible.era = only(possible.era, 'before-the-act');
}

function dayOf(args: Condition['with']): number {
  return Number(String(args['date']).replace(/-/g, ''));
}

const KINDS: Readonly<Record<string, readonly OffenceKind[]>> = {
  '11357': DOMAINS.offence
    .filter((each) => each === 'concentrate' || each.startsWith('possession-'))
    .filter((each) => each !== 'possession-for-sale'),
  '11358': ['cultivation'],
  '11359': ['possession-for-sale'],
  '11360': ['sale-or-transport', 'gift-or-transport-up-to-an-ounce'],
  '11530': ['possession-before-1976'],
  '11530.1': ['cultivation'],
  '11530.5': ['possession-for-sale'],
  '11531': ['sale-or-transport'],
};

function narrowSections(possible: Narrowed, args: Condition['with']): void {
  const sections = [args['sections']].flat().map(String);
  const kinds = new Set(sections.flatMap((each) => KINDS[each] ?? []));
  possible.offence = possible.offence.filter((each) => kinds.has(each));
  const old = sections.filter((each) => PREDECESSOR_SECTIONS.includes(each));
  if (old.length === 0) possible.section = only(possible.section, 'named');
  if (old.length === sections.length) possible.section = only(possible.section, 'predecessor');
}

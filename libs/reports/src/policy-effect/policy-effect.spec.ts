import { type Determination, type Outcome } from '@clearway/rules';
import { conviction, decidedPerson, determination } from '../testing/decided';
import { PolicyEffect } from './policy-effect';

const given = (
  outcome: Exclude<Outcome, 'not-eligible' | 'review' | 'refer-to-other-prosecutor'>,
  decidedBy: string[],
): Determination => determination({ outcome, relief: outcome, floor: outcome, decidedBy });
const none = (outcome: Outcome, decidedBy: string[], more: Partial<Determination> = {}): Determination =>
  determination({ outcome, relief: 'none', floor: 'none', decidedBy, questions: [], ...more });
const person = (...determinations: Determination[]): ReturnType<typeof decidedPerson> =>
  decidedPerson({ convictions: determinations.map((each, i) => conviction({ key: `0:${i}`, determination: each })) });

describe('what a policy gives beside the statute', () => {
  it('counts convictions and people by the rule that decides, with both answers', () => {
    const effect = new PolicyEffect();
    const misdemeanor = given('redesignate-misdemeanor', ['hs-11359-b']);
    effect.add(
      person(given('dismiss-and-seal', ['age-50']), given('dismiss-and-seal', ['age-50']), misdemeanor),
      person(misdemeanor, misdemeanor, misdemeanor),
    );
    effect.add(person(given('dismiss-and-seal', ['age-50'])), person(misdemeanor));
    expect(effect.rows()).toEqual([
      {
        direction: 'more',
        rule: 'age-50',
        policy: 'dismiss-and-seal',
        outcome: 'dismiss-and-seal',
        statute: 'redesignate-misdemeanor',
        convictions: 3,
        people: 2,
      },
    ]);
    expect(effect.counts()).toEqual({
      people: 2,
      convictions: 4,
      same: 1,
      more: 3,
      less: 0,
      peopleWithMore: 2,
      peopleWithLess: 0,
    });
  });

  it('names the step of a replay that gave less, what asks an attorney, what is open, and what it did not look at', () => {
    const statute = given('dismiss-and-seal', ['hs-11362.1-plants']);
    const effect = new PolicyEffect();
    const asks = none('review', [], {
      trace: [
        { rule: 'felony', verdict: 'no', facts: [] },
        { rule: 'serving', verdict: 'yes', facts: [] },
      ],
    });
    const open = none('review', [], { trace: [{ rule: 'age', verdict: 'cannot-tell', facts: [] }] });
    const all = person(none('not-eligible', ['two-priors']), asks, open, none('not-eligible', []), statute);
    effect.add(
      { ...all, convictions: all.convictions.slice(0, 4) },
      person(statute, statute, statute, statute, statute),
    );
    expect(effect.rows().map(({ direction, rule, outcome }) => [direction, rule, outcome])).toEqual([
      ['less', 'not-looked-at', 'not-looked-at'],
      ['less', 'open-question', 'review'],
      ['less', 'otherwise', 'not-eligible'],
      ['less', 'serving', 'review'],
      ['less', 'two-priors', 'not-eligible'],
    ]);
  });
});

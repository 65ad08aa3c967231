import { DOMAINS, FACT_NAMES, type OffenceKind, type Situation } from '../situation';
import { decideSituation } from './decide-situation';
import { situationsOf } from './every-situation';
import { factsThatMatter } from './facts-that-matter';

/** The same situation, with what does not matter at its first value. */
function reduced(situation: Situation): Situation {
  const names = factsThatMatter([situation.offence]);
  const first = Object.fromEntries(
    FACT_NAMES.filter((name) => !names.includes(name)).map((name) => [name, DOMAINS[name][0]]),
  );
  return { ...situation, ...first };
}

function answerOf(situation: Situation): string {
  const { relief, path } = decideSituation(situation);
  return `${relief} by ${path.join(', ')}`;
}

describe('the facts that matter for an offence', () => {
  it.each(DOMAINS.offence)('no other fact changes what the statute gives: %s', (kind) => {
    const situations = situationsOf({ ...DOMAINS, offence: [kind] });
    const different = situations.filter((each) => answerOf(each) !== answerOf(reduced(each)));
    expect(different).toEqual([]);
  });

  it.each<[OffenceKind, boolean]>([
    ['cultivation', true],
    ['possession-for-sale', true],
    ['sale-or-transport', true],
    ['concentrate', false],
    ['accessory', false],
  ])('priors of %s: %s', (kind, matter) => expect(factsThatMatter([kind]).includes('prior')).toBe(matter));

  it('of an offence that is open between two, the facts of both', () => {
    expect(factsThatMatter(['gift-or-transport-up-to-an-ounce', 'sale-or-transport'])).toContain('prior');
  });
});

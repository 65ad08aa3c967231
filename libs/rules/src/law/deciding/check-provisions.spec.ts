import { RuleSetError } from '../../engine/errors';
import { type Provision } from '../provision';
import { PROVISIONS } from '../provisions';
import { GRADES } from '../situation';
import { checkProvisions } from './check-provisions';
import { situationsBy, visitSituations } from './every-situation';

const planted = (provision: Partial<Provision> & { readonly code: string }): Provision =>
  ({
    stage: 'yardstick',
    citation: 'HS 1',
    words: 'planted',
    reason: 'planted',
    from: '2016-11-09',
    asks: ['offence'],
    when: () => false,
    gives: 'lawful',
    mark: 'M',
    ...provision,
  }) as Provision;

function check(provisions: readonly Provision[]): RuleSetError {
  try {
    checkProvisions(provisions);
  } catch (error) {
    if (error instanceof RuleSetError) return error;
    throw error;
  }
  throw new Error('nothing was wrong');
}

describe('visitSituations', () => {
  it.each([[[]], [['offence']], [['door', 'offence', 'age'] as const], [['prior', 'amount', 'era'] as const]] as const)(
    'visits what situationsBy lists for %j',
    (names) => {
      const visited: object[] = [];
      visitSituations(names, (situation) => visited.push({ ...situation }));
      expect(visited).toEqual(situationsBy(names));
    },
  );
});

describe('checkProvisions', () => {
  it('finds nothing wrong with the provisions that there are', () => expect(() => checkProvisions()).not.toThrow());

  it('names both provisions that apply to one situation without a declared order', () => {
    const second = planted({
      code: 'planted-lawful',
      when: (facts: { readonly offence?: string }) => facts.offence === 'possession-for-sale',
    });
    const { code, message } = check([...PROVISIONS, second]);
    expect(code).toBe('rules.no-declared-order');
    expect(message).toContain('planted-lawful');
    expect(message).toMatch(/hs-11359-[ab]/);
  });

  it('names both provisions of reach that apply without a declared order', () => {
    const second = planted({
      code: 'planted-bar',
      stage: 'reach',
      gives: 'no-relief',
      when: (facts: { readonly offence?: string }) => facts.offence === 'minor-involved',
    });
    expect(check([...PROVISIONS, second]).message).toContain('planted-bar');
  });

  it('says where an order goes in a circle', () => {
    const circle = PROVISIONS.map((each) =>
      each.code === 'hs-11359-b' ? { ...each, overrides: ['hs-11359-c'] } : each,
    );
    const { code, message } = check(circle);
    expect(code).toBe('rules.no-declared-order');
    expect(message).toContain('hs-11359-b');
    expect(message).toContain('hs-11359-c');
  });

  it.each(PROVISIONS.filter((each) => each.stage !== 'reach').map((each) => each.code))(
    'misses %s when it is taken away',
    (code) => {
      const { overrides = [] } = PROVISIONS.find((each) => each.code === code) ?? {};
      const without = PROVISIONS.filter((each) => each.code !== code);
      // One that overrides another leaves that one in its place: no gap, but another answer.
      if (overrides.length > 0) expect(() => checkProvisions(without)).not.toThrow();
      else expect(['rules.no-provision', 'rules.unknown-override']).toContain(check(without).code);
    },
  );

  it('names an override of nothing', () => {
    const { code, message } = check([...PROVISIONS, planted({ code: 'planted', overrides: ['hs-11359-z'] })]);
    expect(code).toBe('rules.unknown-override');
    expect(message).toContain('hs-11359-z');
  });

  it('names an override of another stage', () =>
    expect(check([...PROVISIONS, planted({ code: 'planted', overrides: ['raybon'] })]).code).toBe(
      'rules.unknown-override',
    ));

  it('names a code that two provisions have', () => {
    const { code, message } = check([...PROVISIONS, planted({ code: 'hs-11359-b' })]);
    expect(code).toBe('rules.duplicate-provision');
    expect(message).toContain('hs-11359-b');
  });
});

describe.each(PROVISIONS.map((each) => [each.code, each] as const))('%s', (_, provision) => {
  it('looks at no fact that it does not ask for, and asks for none that never matters', () => {
    const seen = new Set<string>();
    const verdicts = new Map<boolean, boolean>();
    for (const situation of situationsBy(provision.asks)) {
      for (const yardstick of GRADES) {
        const watched = new Proxy(
          { ...situation, yardstick },
          { get: (facts, name) => (seen.add(String(name)), Reflect.get(facts, name)) },
        );
        verdicts.set(provision.when(watched), true);
      }
    }
    const allowed: readonly string[] = provision.stage === 'relief' ? [...provision.asks, 'yardstick'] : provision.asks;
    expect([...seen].filter((name) => !allowed.includes(name))).toEqual([]);
    expect(provision.asks.filter((name) => !seen.has(name))).toEqual([]);
    expect(verdicts.size).toBe(2);
  });

  it('says where it stands, from when, and what is not sure of it', () => {
    expect(provision.citation).not.toBe('');
    expect(provision.words).not.toMatch(/[.]$/);
    expect(provision.from).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    if (provision.mark !== 'F' && provision.mark !== 'V') expect(provision.confirm).toBeDefined();
  });
});

import { conviction, decidedPerson, determination } from '../testing/decided';
import { TraceError, TraceWriter } from './traces-csv';

describe('traces.csv', () => {
  const writer = new TraceWriter(['felony', 'two-priors', 'dismiss-section', 'deceased']);

  it('has one letter a rule, in the order of the policy', () => {
    expect(writer.rowsOf(decidedPerson())).toBe(
      'abcdefgh12345678,0:101002001000,dismiss-and-seal,dismiss-and-seal,y.yn,0,4,6,3200\n',
    );
    const unsure = conviction({
      determination: determination({ trace: [{ rule: 'two-priors', verdict: 'cannot-tell', facts: [] }] }),
    });
    expect(writer.rowsOf(decidedPerson({ convictions: [unsure] }))).toContain(',.?..,');
  });

  it('puts letters where they belong in whatever order the trace comes', () => {
    const trace = ['dismiss-section', 'sources-disagree', 'felony', 'deceased'].map(
      (rule, index) => ({ rule, verdict: index === 2 ? 'no' : 'yes', facts: [] }) as const,
    );
    const verdictsOf = (one: typeof trace): string | undefined => {
      const convictions = [conviction({ determination: determination({ trace: one }) })];
      return writer.rowsOf(decidedPerson({ convictions })).split(',')[4];
    };
    expect(verdictsOf(trace)).toBe('n.yy');
    expect(verdictsOf([...trace].reverse())).toBe('n.yy');
    expect(verdictsOf([])).toBe('....');
  });

  it('tells apart what holds by a presumption', () => {
    const trace = [
      { rule: 'felony', verdict: 'yes', presumed: true, facts: [] },
      { rule: 'deceased', verdict: 'no', presumed: true, facts: [] },
    ] as const;
    expect(
      writer.rowsOf(decidedPerson({ convictions: [conviction({ determination: determination({ trace }) })] })),
    ).toContain(',p..q,');
  });

  it('is about a hundred bytes a conviction', () => expect(writer.rowsOf(decidedPerson()).length).toBeLessThan(120));

  it('refuses a rule that the policy cannot explain', () => {
    const person = decidedPerson({
      convictions: [
        conviction({ determination: determination({ trace: [{ rule: 'unheard', verdict: 'yes', facts: [] }] }) }),
      ],
    });
    expect(() => writer.rowsOf(person)).toThrow(TraceError);
  });
});

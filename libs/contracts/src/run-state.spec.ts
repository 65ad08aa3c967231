import {
  REVISED_FROM,
  RUN_STATES,
  RUN_TRANSITIONS,
  checkTransitions,
  revised,
  stepsTowards,
  transition,
  type RunState,
  type Transitions,
} from './index';

describe('the states of a run', () => {
  it('has a sound table', () => {
    expect(() => checkTransitions(RUN_TRANSITIONS, 'received', REVISED_FROM)).not.toThrow();
  });

  it.each<[string, Partial<Transitions<RunState>>, RegExp]>([
    ['a state that nothing leads to', { indexing: ['failed'] }, /resolving cannot be reached/],
    ['a circle without an end', { drawing: ['deciding'], deciding: ['drawing'] }, /no end|cannot be reached/],
    ['a state that is not declared', { drawing: ['filed' as RunState, 'done'] }, /not declared/],
  ])('refuses %s when a process starts', (_, change, message) => {
    expect(() => checkTransitions({ ...RUN_TRANSITIONS, ...change }, 'received', REVISED_FROM)).toThrow(message);
  });

  it('never leaves an end', () => {
    for (const end of ['done', 'failed', 'cancelled'] as const) {
      for (const to of RUN_STATES) {
        expect(() => transition(end, to)).toThrow(/cannot become/);
        expect(stepsTowards(end, to)).toEqual([]);
      }
    }
  });

  it('has a new revision where one has ended, and nowhere else', () => {
    expect(RUN_STATES.filter((state) => RUN_TRANSITIONS[state].length === 0)).toEqual(REVISED_FROM);
    for (const end of REVISED_FROM) expect(revised(end)).toBe('received');
    for (const state of RUN_STATES.filter((each) => !REVISED_FROM.includes(each)))
      expect(() => revised(state)).toThrow(/wait until/);
    expect(() => checkTransitions(RUN_TRANSITIONS, 'received', ['done', 'failed'])).toThrow(
      /cancelled is an end in one of the two/,
    );
  });

  it('goes through the states between when a report arrives early, and ignores one that is late', () => {
    expect(stepsTowards('indexing', 'drawing')).toEqual(['resolving', 'deciding', 'drawing']);
    expect(stepsTowards('deciding', 'resolving')).toEqual([]);
    expect(stepsTowards('deciding', 'cancelled')).toEqual(['cancelled']);
  });
});

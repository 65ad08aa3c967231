import { type DecisionEvent } from '@clearway/review';
import { decisionStates, type RunConvictions } from './decision-states';

let made = 0;
function anEvent(decision: DecisionEvent['decision'], given: Partial<DecisionEvent> = {}): DecisionEvent {
  made += 1;
  return {
    format: 1,
    id: `id${made}`,
    person: 'P1',
    key: '0:101002001000',
    basis: 'b1',
    by: 'deputy',
    on: 20261123,
    recordedBy: 'deputy',
    recordedAt: '2026-11-23T00:00:00.000Z',
    previous: '0'.repeat(64),
    decision,
    ...given,
  };
}
const override = { kind: 'override', relief: 'dismiss-and-seal', reason: 'agreed' } as const;
const challenge = { kind: 'challenge', ground: 'c2-criteria', evidence: 'record', evidenceKind: 'testimony' } as const;

function aRun(applied: readonly DecisionEvent[], keys: readonly string[] = ['0:101002001000']): RunConvictions {
  return {
    of: (person) => (person === 'P1' ? keys.map((key) => ({ key, basis: 'b1' })) : []),
    applied: new Set(applied.map(({ id }) => id)),
    joins: new Map([['id-joined', 'contradicted']]),
  };
}

describe(decisionStates, () => {
  const held = anEvent(override);

  it.each([
    ['in the run and with the same basis: applied', held, aRun([held]), 'applied'],
    ['made after the run: waiting for a new one', held, aRun([]), 'waiting'],
    ['without a run: waiting', held, undefined, 'waiting'],
    ['the record says something else now: stale', { ...held, basis: 'b0' }, aRun([held]), 'stale'],
    ['the run has no such count', { ...held, key: '0:101002002000' }, aRun([held]), 'no-such-count'],
    ['the run has nobody of this id', { ...held, person: 'P2' }, aRun([held]), 'no-such-count'],
    ['a file was added before that of the person', held, aRun([held], ['1:101002001000']), 'applied'],
    [
      'a person of two subjects has the count of one',
      held,
      aRun([held], ['1:101002001000', '2:101002001000']),
      'no-such-count',
    ],
  ] as const)('%s', (_what, event, run, state) => {
    expect(decisionStates([event], run).get(event.id)).toBe(state);
  });

  it('of two records says what became of them in the run, and waits where the run knows nothing of it', () => {
    const verdict = { records: ['a', 'b'], people: ['P1', 'P2'], reason: 'photo' } as const;
    const joined = anEvent({ kind: 'same-person', ...verdict }, { id: 'id-joined', key: 'f'.repeat(16) });
    const refused = anEvent({ kind: 'different-people', ...verdict }, { key: 'f'.repeat(16) });
    expect([...decisionStates([joined], aRun([joined])).values()]).toEqual(['contradicted']);
    expect([...decisionStates([joined, refused], aRun([joined])).values()]).toEqual(['replaced', 'waiting']);
  });

  it('tells what was replaced, withdrawn and undone, also when the undoing is undone', () => {
    const [before, after] = [anEvent(override), anEvent({ ...override, reason: 'better' })];
    const [opposed, withdrawn] = [anEvent(challenge), anEvent({ kind: 'withdraw-challenge', reason: 'no evidence' })];
    const undo = anEvent({ kind: 'undo', of: after.id, reason: 'wrong file' });
    const events = [before, after, opposed, withdrawn];
    expect([...decisionStates(events, aRun([after, withdrawn])).values()]).toEqual([
      'replaced',
      'applied',
      'replaced',
      'applied',
    ]);
    expect([...decisionStates([...events, undo], aRun([after])).values()]).toEqual([
      'waiting',
      'undone',
      'replaced',
      'waiting',
      'recorded',
    ]);
    const redo = anEvent({ kind: 'undo', of: undo.id, reason: 'it was right' });
    expect([...decisionStates([...events, undo, redo], aRun([after])).values()].slice(0, 2)).toEqual([
      'replaced',
      'applied',
    ]);
  });
});

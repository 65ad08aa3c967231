import { type DecisionState } from '@clearway/contracts';
import { type DecisionEvent, decisionsInForce, isJoin, joinsInForce, type JoinState, undoneOf } from '@clearway/review';

/** What a run says of a person's convictions: their keys, and the basis of each. */
export interface RunConvictions {
  of(person: string): readonly { readonly key: string; readonly basis: string }[];
  /** Ids of the decisions that the run was made with. */
  readonly applied: ReadonlySet<string>;
  /** What became of the decisions about two records, by their ids. */
  readonly joins: ReadonlyMap<string, JoinState>;
}

/** What became of each event against a run; without a run, what is in force is `waiting` for one. */
export function decisionStates(
  events: readonly DecisionEvent[],
  run: RunConvictions | undefined,
): ReadonlyMap<string, DecisionState> {
  const undone = undoneOf(events);
  const inForce = new Set([...decisionsInForce(events), ...joinsInForce(events)].map(({ id }) => id));
  return new Map(
    events.map((event): [string, DecisionState] => {
      if (undone.has(event.id)) return [event.id, 'undone'];
      if (event.decision.kind === 'undo') return [event.id, 'recorded'];
      if (!inForce.has(event.id))
        return [event.id, event.decision.kind === 'withdraw-challenge' ? 'recorded' : 'replaced'];
      return [event.id, run ? againstRun(event, run) : 'waiting'];
    }),
  );
}

function againstRun({ id, person, key, basis, decision }: DecisionEvent, run: RunConvictions): DecisionState {
  if (isJoin(decision)) return run.joins.get(id) ?? 'waiting';
  const convictions = run.of(person);
  const found = convictions.find((each) => each.key === key) ?? sameCount(convictions, key);
  if (!found) return 'no-such-count';
  if (found.basis !== basis) return 'stale';
  return run.applied.has(id) ? 'applied' : 'waiting';
}

/** The number of the subject in front of a count changes when a file is added; it says nothing where there is only one. */
function sameCount(
  convictions: ReturnType<RunConvictions['of']>,
  key: string,
): ReturnType<RunConvictions['of']>[number] | undefined {
  const subjects = new Set(convictions.map((each) => each.key.split(':')[0]));
  if (subjects.size !== 1) return undefined;
  return convictions.find((each) => each.key.split(':')[1] === key.split(':')[1]);
}

import { type RecordedDecision } from '@clearway/case-facts';
import { type DecisionEvent, isJoin } from './decision';

/**
 * What stands of counts after all events: of each count the last answer to each question, the last challenge that was not withdrawn, the
 * last override; without what was undone. An undo can be undone.
 */
export function decisionsInForce(events: readonly DecisionEvent[]): readonly RecordedDecision[] {
  const undone = undoneOf(events);
  const standing = new Map<string, DecisionEvent>();
  for (const event of events) {
    const { decision, person, key, id } = event;
    if (undone.has(id) || decision.kind === 'undo' || isJoin(decision)) continue;
    const slot = `${person} ${key} ${slotOf(event)}`;
    // The last in the file is the last to speak.
    standing.delete(slot);
    standing.set(slot, event);
  }
  return [...standing.values()].map(recorded);
}

/** Ids of the events that an undo took back. */
export function undoneOf(events: readonly DecisionEvent[]): ReadonlySet<string> {
  const undone = new Set<string>();
  for (const { id, decision } of [...events].reverse()) {
    if (decision.kind === 'undo' && !undone.has(id)) undone.add(decision.of);
  }
  return undone;
}

function slotOf({ decision }: DecisionEvent): string {
  if (decision.kind === 'answer') return `answer ${decision.fact ?? decision.question}`;
  return decision.kind === 'withdraw-challenge' ? 'challenge' : decision.kind;
}

function recorded({ id, person, key, basis, decision, by, on }: DecisionEvent): RecordedDecision {
  const common = { id, person, key, basis };
  switch (decision.kind) {
    case 'answer': {
      const { fact, value, steps } = decision;
      const answer = fact !== undefined && value !== undefined ? { answer: { fact, value } } : {};
      return { ...common, ...answer, ...(steps ? { steps } : {}) };
    }
    case 'challenge': {
      const { ground, evidence, evidenceKind: kind } = decision;
      return { ...common, challenge: { ground, evidence, kind, by, on } };
    }
    case 'override':
      return { ...common, override: { relief: decision.relief, reason: decision.reason, by, on } };
    case 'withdraw-challenge':
      return { ...common, withdraws: true };
    default:
      return common;
  }
}

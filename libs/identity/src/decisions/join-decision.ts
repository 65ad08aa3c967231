/** What a person decided of two records. An event: it is never changed, only undone by a later one. */
export interface JoinDecision {
  readonly id: string;
  /** `undone` takes back the decision that `undoes` names. */
  readonly kind: 'joined' | 'refused' | 'undone';
  /** The ids of the two records that were shown; with `undone`, those of the decision that it takes back. */
  readonly records: readonly [string, string];
  readonly undoes?: string;
  readonly by: string;
  /** The moment as ISO 8601 in UTC. Given by whoever records the decision: nothing here reads a clock. */
  readonly at: string;
}

/** A list of decisions that cannot be applied. */
export class JoinDecisionError extends Error {
  constructor(
    readonly code: 'identity.decision-repeated' | 'identity.decision-not-found',
    message: string,
  ) {
    super(message);
    this.name = 'JoinDecisionError';
  }
}

/**
 * The decisions that hold, in the order in which they were made: of two about the same records the later one. An undone
 * decision lets the one before it hold again. Throws JoinDecisionError when an id comes twice or an undo names nothing.
 */
export function decisionsInForce(decisions: readonly JoinDecision[]): readonly JoinDecision[] {
  const ordered = [...decisions].sort((a, b) => compare(a.at, b.at) || compare(a.id, b.id));
  const byId = new Map(ordered.map((decision) => [decision.id, decision]));
  if (byId.size !== ordered.length)
    throw new JoinDecisionError('identity.decision-repeated', 'two join decisions have the same id: give each its own');
  const undone = new Set<string>();
  for (const decision of [...ordered].reverse()) {
    if (decision.kind !== 'undone' || undone.has(decision.id)) continue;
    if (decision.undoes === undefined || !byId.has(decision.undoes)) {
      throw new JoinDecisionError(
        'identity.decision-not-found',
        'an undo of a join decision names a decision that is not in the list: add it, or name another',
      );
    }
    undone.add(decision.undoes);
  }
  const latest = new Map<string, JoinDecision>();
  for (const decision of ordered) {
    if (decision.kind === 'undone' || undone.has(decision.id)) continue;
    const key = [...decision.records].sort(compare).join('\0');
    latest.delete(key);
    latest.set(key, decision);
  }
  return [...latest.values()];
}

/** By code unit. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

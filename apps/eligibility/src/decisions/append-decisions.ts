import { type Transaction } from '@clearway/messaging';
import { copyLine } from '@clearway/persistence';
import {
  type ChainedDecision,
  type DecisionEvent,
  decisionsInForce,
  joinsInForce,
  NOTHING_BEFORE,
} from '@clearway/review';
import { CASE_DECISION_COLUMNS } from './case-decision.entity';
import { eventOf, otherPersonOf } from './decision-rows';
import { recorderOf } from './recorder';

const AUDIT_COLUMNS = ['office', 'run', 'actor', 'action', 'before', 'after'] as const;

/** Events that were added to an office's chain. */
export interface Appended {
  readonly chained: readonly ChainedDecision[];
  /** Decisions that stood in force before and do not now. */
  readonly replaced: number;
  /** Hash of the office's last event. */
  readonly head: string | null;
}

/** Adds events at the end of the office's chain, with an audit row for each; who records waits for whoever records now. */
export async function appendDecisions(
  transaction: Transaction,
  follow: (end: string, known: ReadonlySet<string>) => readonly ChainedDecision[],
): Promise<Appended> {
  const { office, run, actor } = transaction.scope;
  await transaction.query('SELECT pg_advisory_xact_lock(hashtext($1))', [`clearway.decisions.${office}`]);
  const [last] = await transaction.query<{ seq: number; hash: string }>(
    'SELECT seq, hash FROM case_decision WHERE office = $1 ORDER BY seq DESC LIMIT 1',
    [office],
  );
  const before = await transaction.query<{ id: string; other_person: string | null; line: string }>(
    'SELECT id, other_person, line FROM case_decision WHERE office = $1 AND line IS NOT NULL ORDER BY seq',
    [office],
  );
  const others = new Map(before.map(({ id, other_person: other }) => [id, other]));
  const chained = follow(last?.hash ?? NOTHING_BEFORE, new Set(others.keys()));
  const rows = chained.map(({ event, line, hash }, index) => {
    const { id, decision, person, key, previous, recordedBy, recordedAt } = event;
    const seq = (last?.seq ?? 0) + index + 1;
    const other = otherPersonOf(event, others);
    others.set(id, other);
    return copyLine([
      office,
      seq,
      id,
      run,
      decision.kind,
      person,
      other,
      key,
      line,
      hash,
      previous,
      recorderOf(recordedBy),
      recordedAt,
    ]);
  });
  await transaction.copy('case_decision', CASE_DECISION_COLUMNS, rows.join(''));
  const audit = chained.map(({ event: { decision, previous }, hash }) =>
    copyLine([office, run, actor, decision.kind === 'undo' ? 'decision.undone' : 'decision.recorded', previous, hash]),
  );
  await transaction.copy('audit', AUDIT_COLUMNS, audit.join(''));
  const events = before.map(({ line }) => eventOf(line));
  const now = inForce([...events, ...chained.map(({ event }) => event)]);
  const replaced = [...inForce(events)].filter((id) => !now.has(id)).length;
  return { chained, replaced, head: chained.at(-1)?.hash ?? last?.hash ?? null };
}

function inForce(events: readonly DecisionEvent[]): ReadonlySet<string> {
  return new Set([...decisionsInForce(events), ...joinsInForce(events)].map(({ id }) => id));
}

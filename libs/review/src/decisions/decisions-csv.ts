import { type FactsUse } from '@clearway/case-facts';
import { printDate } from '@clearway/record';
import { BYTE_ORDER_MARK, csvRow, safeCell } from '@clearway/spreadsheets';
import { type DecisionEvent } from './decision';
import { decisionsInForce, undoneOf } from './in-force';
import { joinsInForce, type JoinState } from './join-decisions';

const COLUMNS = ['id', 'state', 'kind', 'person', 'conviction', 'what', 'by', 'on', 'recorded_by', 'recorded_at'];

/**
 * `decisions.csv`: every event and what became of it in this run: `applied`; `stale` (the record says something else now: look again);
 * `no-such-count`; `undone`; `replaced` by a later one; `recorded` (an undo, a withdrawal). Of two records: `applied`; `waiting`
 * (no file of this run has one of them); `contradicted`.
 *
 * @param joins `joinStatesOf` the run; a run that joined nothing has none, and decisions about records wait
 */
export function decisionsCsv(
  events: readonly DecisionEvent[],
  use: FactsUse,
  joins: ReadonlyMap<string, JoinState> = new Map(),
): string {
  const states = new Map([
    ...decisionsInForce(events).map((each): [string, string] => [each.id, use.stateOf(each)]),
    ...joinsInForce(events).map(({ id }): [string, string] => [id, joins.get(id) ?? 'waiting']),
  ]);
  const undone = undoneOf(events);
  const stateOf = ({ id, decision }: DecisionEvent): string => {
    if (undone.has(id)) return 'undone';
    const passes = decision.kind === 'undo' || decision.kind === 'withdraw-challenge';
    return states.get(id) ?? (passes ? 'recorded' : 'replaced');
  };
  const rows = events.map((event) => [
    event.id,
    stateOf(event),
    event.decision.kind,
    event.person,
    event.key,
    whatOf(event),
    event.by,
    printDate(event.on),
    event.recordedBy,
    event.recordedAt,
  ]);
  return BYTE_ORDER_MARK + [COLUMNS, ...rows].map((cells) => csvRow(cells.map(safeCell))).join('');
}

export function whatOf({ decision }: DecisionEvent): string {
  switch (decision.kind) {
    case 'answer': {
      const steps = Object.entries(decision.steps ?? {}).map(([step, verdict]) => `${step} ${verdict}`);
      const fact = decision.fact === undefined ? [] : [`${decision.fact} ${decision.value ?? ''}`];
      return `${decision.question}: ${[...fact, ...steps].join(', ')}`;
    }
    case 'challenge':
      return `${decision.ground}, ${decision.evidenceKind}`;
    case 'override':
      return `${decision.relief}: ${decision.reason}`;
    case 'same-person':
    case 'different-people':
      return `records ${decision.records.join(' and ')}: ${decision.reason}`;
    case 'undo':
      return `of ${decision.of}: ${decision.reason}`;
    default:
      return decision.reason;
  }
}

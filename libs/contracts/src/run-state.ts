/** Where a run is. */
export const RUN_STATES = [
  'received',
  'indexing',
  'resolving',
  'deciding',
  'drawing',
  'done',
  'failed',
  'cancelled',
] as const;
export type RunState = (typeof RUN_STATES)[number];

/** States that a service reports when it begins them. */
export const STAGES = ['indexing', 'resolving', 'deciding', 'drawing'] as const;
export type Stage = (typeof STAGES)[number];

export type Transitions<State extends string> = Readonly<Record<State, readonly State[]>>;

/** Within one revision. What follows an end is another revision: `REVISED_FROM`. */
export const RUN_TRANSITIONS: Transitions<RunState> = {
  received: ['indexing', 'failed', 'cancelled'],
  indexing: ['resolving', 'failed', 'cancelled'],
  resolving: ['deciding', 'failed', 'cancelled'],
  deciding: ['drawing', 'failed', 'cancelled'],
  drawing: ['done', 'failed', 'cancelled'],
  done: [],
  failed: [],
  cancelled: [],
};

/** Where a revision can end, and from where a new one (a file added, a correction) starts again at `received`. */
export const REVISED_FROM: readonly RunState[] = ['done', 'failed', 'cancelled'];

/** The state of a new revision of a run that is at `from`, or throws `run.transition-refused`. */
export function revised(from: RunState): RunState {
  if (REVISED_FROM.includes(from)) return 'received';
  throw new RunStateError(
    'run.transition-refused',
    `a run that is ${from} cannot have a new revision; wait until it is ${REVISED_FROM.join(', ')}`,
  );
}

/** A transition table that cannot work, or a step that it does not allow. */
export class RunStateError extends Error {
  constructor(
    readonly code: 'run.transitions-unsound' | 'run.transition-refused',
    message: string,
  ) {
    super(message);
    this.name = 'RunStateError';
  }
}

/**
 * Checks a table when a process starts: every target is declared, every state can be reached from `start`, and from
 * every state one of the `ends` can be reached, which alone lead nowhere. Throws `run.transitions-unsound` naming the state.
 */
export function checkTransitions<State extends string>(
  table: Transitions<State>,
  start: State,
  ends: readonly State[],
): void {
  const states = Object.keys(table) as State[];
  const reach = (from: State): Set<State> => {
    const seen = new Set<State>([from]);
    for (const state of seen) for (const next of table[state] ?? []) seen.add(next);
    return seen;
  };
  for (const state of states) {
    for (const next of table[state]) {
      if (!states.includes(next)) throw unsound(`state ${state} leads to ${next}, which is not declared: declare it`);
    }
  }
  const reachable = reach(start);
  for (const state of states) {
    if (!reachable.has(state)) throw unsound(`state ${state} cannot be reached from ${start}: add a transition to it`);
    if ((table[state].length === 0) !== ends.includes(state))
      throw unsound(`state ${state} is an end in one of the two tables only: a new revision begins at ends`);
    if (![...reach(state)].some((end) => table[end].length === 0)) {
      throw unsound(`no end can be reached from state ${state}: add a transition that leads to one`);
    }
  }
}

function unsound(message: string): RunStateError {
  return new RunStateError('run.transitions-unsound', message);
}

/** The next state, or throws `run.transition-refused`. */
export function transition(from: RunState, to: RunState): RunState {
  if (!RUN_TRANSITIONS[from].includes(to)) {
    throw new RunStateError(
      'run.transition-refused',
      `a run that is ${from} cannot become ${to}; it can become ${RUN_TRANSITIONS[from].join(', ') || 'nothing else'}`,
    );
  }
  return to;
}

/**
 * The states to go through, in order, when `to` is reported while the run is at `from`. Stages overlap (deciding begins
 * while indexing goes on) and reports arrive late: one that lies behind gives no steps, one that lies ahead gives all
 * steps between. Ends are final.
 */
export function stepsTowards(from: RunState, to: RunState): RunState[] {
  if (RUN_TRANSITIONS[from].includes(to)) return [to];
  const line: RunState[] = ['received', 'indexing', 'resolving', 'deciding', 'drawing', 'done'];
  const [at, wanted] = [line.indexOf(from), line.indexOf(to)];
  return at < 0 || wanted <= at ? [] : line.slice(at + 1, wanted + 1);
}

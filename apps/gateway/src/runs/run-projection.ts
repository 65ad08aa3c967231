import {
  type MessageType,
  type OutputFile,
  type RunState,
  RUN_TRANSITIONS,
  stepsTowards,
  transition,
} from '@clearway/contracts';
import { type RunCounts, type RunFailure, type RunStall } from './run.entity';

/** The part of a run that messages change. */
export interface RunStanding {
  readonly state: RunState;
  readonly counts: RunCounts;
  readonly failure: RunFailure | null;
  readonly stall: RunStall | null;
  readonly packetsSealed: boolean;
  readonly noticesSealed: boolean;
}

export interface NewEvent {
  readonly type: 'state' | 'progress' | 'stalled' | 'outputs';
  readonly data: Readonly<Record<string, unknown>>;
}

/** What one message does to a run. */
export interface Projection {
  readonly standing: RunStanding;
  readonly events: readonly NewEvent[];
  readonly outputs: readonly OutputFile[];
}

/** A message without its envelope; `data` was checked against the contract before. */
export interface RunMessage {
  readonly type: MessageType;
  // Each contract types its own data; the projection reads by the type of the message.
  readonly data: Readonly<Record<string, unknown>>;
}

/** True when nothing can follow any more. */
export function isEnd(state: RunState): boolean {
  return RUN_TRANSITIONS[state].length === 0;
}

/** What `message` does to a run that stands at `standing`; null when it changes nothing (the run has ended). */
export function project(standing: RunStanding, message: RunMessage): Projection | null {
  if (isEnd(standing.state)) return null;
  const data = message.data;
  switch (message.type) {
    case 'stage.started':
      return advance(standing, data['stage'] as RunState);
    case 'stage.stalled': {
      const stall = pick<RunStall>(data, ['stage', 'service', 'deadLetter', 'code']);
      return { standing: { ...standing, stall }, events: [{ type: 'stalled', data: { ...stall } }], outputs: [] };
    }
    case 'run.failed': {
      const failure = pick<RunFailure>(data, ['stage', 'kind', 'code', 'message']);
      const state = transition(standing.state, 'failed');
      return {
        standing: { ...standing, state, failure },
        events: [{ type: 'state', data: { state, failure } }],
        outputs: [],
      };
    }
    case 'histories.sealed': {
      const inputs = data['inputs'] as readonly { rowsRead: number; rowsUsed: number; rowsRejected: number }[];
      const sum = (name: 'rowsRead' | 'rowsUsed' | 'rowsRejected'): number =>
        inputs.reduce((total, input) => total + input[name], 0);
      return counted(advance(standing, 'deciding'), {
        persons: Number(data['persons']),
        historyBatches: Number(data['batches']),
        rowsRead: sum('rowsRead'),
        rowsUsed: sum('rowsUsed'),
        rowsRejected: sum('rowsRejected'),
      });
    }
    case 'determinations.batch':
      // The seal has the final numbers; a batch that is delivered after it adds nothing.
      if (standing.counts['determinationBatches'] !== undefined) return null;
      return counted(advance(standing, 'deciding'), {
        batchesDecided: (standing.counts['batchesDecided'] ?? 0) + 1,
        personsDecided: (standing.counts['personsDecided'] ?? 0) + Number(data['persons']),
        convictionsDecided: (standing.counts['convictionsDecided'] ?? 0) + Number(data['convictions']),
      });
    case 'determinations.sealed': {
      const changes = data['changes'] as { readonly determinations: number; readonly file: OutputFile } | null;
      const projection = counted(advance(standing, 'drawing'), {
        determinationBatches: Number(data['batches']),
        batchesDecided: Number(data['batches']),
        personsDecided: Number(data['persons']),
        convictionsDecided: Number(data['convictions']),
        ...prefixed('outcome.', data['outcomes'] as RunCounts),
        ...(changes ? { personsCarried: Number(data['carried']), determinationsChanged: changes.determinations } : {}),
      });
      return { ...projection, outputs: changes ? [changes.file] : [] };
    }
    case 'packets.batch':
      return counted(advance(standing, 'drawing'), {
        packetsDrawn: (standing.counts['packetsDrawn'] ?? 0) + Number(data['packets']),
      });
    case 'notices.batch':
      return counted(advance(standing, 'drawing'), {
        noticesWritten: (standing.counts['noticesWritten'] ?? 0) + Number(data['notices']),
      });
    case 'packets.sealed':
      return sealed({ ...standing, packetsSealed: true }, 'papers.', data);
    case 'notices.sealed':
      return sealed({ ...standing, noticesSealed: true }, 'letters.', data);
    default:
      return null;
  }
}

/** All states between, each with its own event: nobody who follows misses one. */
function advance(standing: RunStanding, to: RunState): Projection {
  const steps = stepsTowards(standing.state, to);
  const state = steps.at(-1) ?? standing.state;
  return {
    standing: { ...standing, state },
    events: steps.map((step) => ({ type: 'state', data: { state: step } })),
    outputs: [],
  };
}

function counted(projection: Projection, counts: RunCounts): Projection {
  const { standing } = projection;
  return {
    ...projection,
    standing: { ...standing, counts: { ...standing.counts, ...counts } },
    events: [...projection.events, { type: 'progress', data: { counts } }],
  };
}

/** A run by case can have tens of thousands of papers: followers are told the first names and how many there are. */
const NAMES_IN_EVENT = 100;

/** Both sides have sealed: the run is done. */
function sealed(standing: RunStanding, prefix: string, data: RunMessage['data']): Projection {
  const outputs = data['outputs'] as readonly OutputFile[];
  const both = standing.packetsSealed && standing.noticesSealed;
  const moved = counted(advance(standing, 'drawing'), prefixed(prefix, data['counts'] as RunCounts));
  const done = both ? advance(moved.standing, 'done') : { standing: moved.standing, events: [] };
  return {
    standing: { ...done.standing, stall: both ? null : done.standing.stall },
    events: [
      ...moved.events,
      {
        type: 'outputs',
        data: { names: outputs.slice(0, NAMES_IN_EVENT).map(({ name }) => name), files: outputs.length },
      },
      ...done.events,
    ],
    outputs,
  };
}

function prefixed(prefix: string, counts: RunCounts): RunCounts {
  return Object.fromEntries(Object.entries(counts).map(([name, count]) => [prefix + name, count]));
}

function pick<T>(data: RunMessage['data'], names: readonly (keyof T & string)[]): T {
  return Object.fromEntries(names.map((name) => [name, data[name]])) as T;
}

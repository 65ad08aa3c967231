import { type ProgressState } from '../terminal/progress';

/** How far a stage says that it is just now: `unit` is what it counts; `total` null when it does not know yet. */
export interface LiveProgress {
  readonly stage: string;
  readonly unit: string;
  readonly done: number;
  readonly total: number | null;
}

/**
 * What is shown of a stage: deciding counts people and their convictions as they are sealed; every other stage shows what it
 * says itself of what it counts, and nothing while it has not said anything.
 */
export function stageProgress(
  stage: string,
  counts: Readonly<Record<string, number>>,
  live: LiveProgress | undefined,
): ProgressState {
  if (stage === 'deciding')
    return {
      stage,
      done: counts['personsDecided'] ?? 0,
      total: counts['persons'] ?? 0,
      count: counts['convictionsDecided'] ?? 0,
      unit: 'convictions',
    };
  if (live?.stage !== stage) return { stage, done: 0, total: 0 };
  const { done, total, unit } = live;
  const counted =
    unit === 'bytes'
      ? { count: Math.round(done / 1e6), unit: 'MB' }
      : { count: done, unit: unit === 'persons' ? 'people' : unit };
  return { stage, done, total: total ?? 0, ...counted };
}

import { createRequire } from 'node:module';
import { bundleOf, type FileAnnotation, type PassedOver } from '@clearway/doj-bulk';
import { type History } from '@clearway/record';
import { runAsBefore } from '../start/compiled-before';

/** What deciding one person gives. */
export interface PersonResult<Kept> {
  /** Cells for rows of this person. */
  readonly annotations: readonly FileAnnotation[];
  /** Plain data that goes to the main thread, in the order of people; absent for people of whom nothing is to be kept. */
  readonly kept?: Kept;
}

/** Decides people, one after the other. It lives in a worker thread; nothing of it but `kept` and `tally` leaves it. */
export interface PersonWork<Kept = unknown, Tally = unknown> {
  /** `file`: where the rows stand that `passedOver` counts, which decide nothing and are not in the history. */
  decide(history: History, passedOver: PassedOver, file: number): PersonResult<Kept>;
  /** Decides people whom no state file has: `ids` are those of people `first`, `first + 1`, ... among them. */
  decideOthers?(first: number, ids: readonly string[]): readonly (Kept | undefined)[];
  /** What was counted over all people that this one decided; plain data. Tallies of several are merged by the caller. */
  tally(): Tally;
}

/** A module that a worker can load: it exports `createPersonWork`. */
export interface PersonWorkModule<Settings = unknown> {
  createPersonWork(settings: Settings): PersonWork;
}

/** Which module, by absolute path without its ending, and its settings: plain data. */
export interface WorkOrder {
  readonly module: string;
  readonly settings: unknown;
}

/** Loads the module of an order. */
export function startWork(order: WorkOrder): PersonWork {
  return loadWork(order.module).createPersonWork(order.settings);
}

/** By absolute path without its ending. What was loaded before is there at once. */
export function loadWork(module: string): PersonWorkModule {
  // The path is known only at run time, and differs between the compiled and the uncompiled program.
  const bundle = bundleOf(module);
  return (bundle === undefined ? createRequire(__filename)(module) : onceFrom(bundle)) as PersonWorkModule;
}

const loaded = new Map<string, unknown>();

function onceFrom(bundle: string): unknown {
  if (!loaded.has(bundle)) loaded.set(bundle, runAsBefore(bundle));
  return loaded.get(bundle);
}

/** What a thread is told when it starts. */
export interface ThreadStart {
  /** Its number, from 0. */
  readonly member: number;
  /** How many of the threads will decide. */
  readonly deciders: number;
  /** The work that is likely, by its module: loaded while the program starts, when this thread has nothing to do. */
  readonly likely: string | undefined;
}

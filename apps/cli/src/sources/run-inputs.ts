import { type DoneLists, listedOf, namesAlone, readDoneLists, type ReadCases } from '@clearway/outputs';
import { openSorted, type OpenSourcesOptions, type SortedInputs, sortInputs, type Sources } from '@clearway/population';
import { type DecisionEvent, joinDecisionsOf } from '@clearway/review';
import { CliError } from '../cli-error';
import { type CaseOptions, readCases } from '../review/read-cases';
import { sourceInputs } from './source-inputs';

/** What every command that decides from files is told of its inputs. */
export interface InputOptions extends CaseOptions {
  /** `FILE=MAPPING`: how courts' exports and lists are read. */
  readonly mapping?: readonly string[];
  /** Lists of what already happened. */
  readonly done?: readonly string[];
}

/** The inputs of a run by kind, with what is known of cases. */
export interface RunInputs {
  readonly sorted: SortedInputs;
  /** Facts of cases and decisions, without what lists say: whose that is joining finds. */
  readonly cases?: ReadCases;
  readonly done?: DoneLists;
}

/**
 * Tells the files apart, and reads mappings, lists, facts and decisions.
 *
 * @param county of the run; lists of what was done need one
 */
export async function readRunInputs(
  files: readonly string[],
  options: InputOptions,
  county: string | undefined,
): Promise<RunInputs> {
  const lists = options.done ?? [];
  if (lists.length > 0 && county === undefined)
    throw new CliError('usage.done', '--done needs --county: a case of a list that says no county is of that one.');
  const named = await sourceInputs([...files, ...lists], options.mapping ?? []);
  const sorted = sortInputs(named.slice(0, files.length));
  const done = lists.length === 0 ? undefined : readDoneLists(named.slice(files.length), county ?? '');
  const cases = await readCases(options);
  return { sorted, ...(cases ? { cases } : {}), ...(done ? { done } : {}) };
}

/** Must people be joined, because there is more than files of the state? */
export function isJoinedRun({ sorted, done }: Pick<RunInputs, 'sorted' | 'done'>): boolean {
  return sorted.others.length > 0 || (done !== undefined && namesAlone(done));
}

/** `openSources` for the inputs of a run: with the people whom lists name, and what was decided of records. */
export async function openRunSources(
  inputs: Pick<RunInputs, 'sorted' | 'done'>,
  events: readonly DecisionEvent[],
  options: OpenSourcesOptions,
): Promise<Sources> {
  const { sorted, done } = inputs;
  const listed = listedOf(done, sorted.others.length > 0);
  return openSorted(sorted, { ...options, ...listed, decisions: joinDecisionsOf(events) });
}

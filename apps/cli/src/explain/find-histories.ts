import { type ReadCases } from '@clearway/outputs';
import { type SeenJoin } from '@clearway/population';
import { type History } from '@clearway/record';
import { type RunInputs } from '../sources/run-inputs';
import { withRunPeople } from '../sources/run-people';
import { type Terminal } from '../terminal/terminal';

export interface FoundHistories {
  readonly histories: readonly History[];
  /** Names of the inputs by their index: those of the state first. */
  readonly names: readonly string[];
  /** There are sources beside the state's files. */
  readonly isMixed: boolean;
  readonly cases?: ReadCases;
  /** Joins of records of these people. */
  readonly joins: readonly SeenJoin[];
}

/** Everybody who has this SUBJECT_ID, CII or id of Clearway, whole over all inputs: one SUBJECT_ID can stand for several people. */
export async function findHistories(inputs: RunInputs, id: string, terminal: Terminal): Promise<FoundHistories> {
  return withRunPeople(inputs, terminal, async ({ sources, histories, names, stateFiles, cases }) => {
    const found: History[] = [];
    for await (const history of histories('looking')) {
      const isMeant = history.subjects.some((one) => one.subjectId === id || one.cii === id) || history.person === id;
      if (isMeant) found.push(history);
    }
    const people = new Set(found.map(({ person }) => person));
    const joins: SeenJoin[] = [];
    if (people.size > 0)
      for (const join of sources.joined?.joins() ?? []) if (people.has(join.records[0].person)) joins.push(join);
    return { histories: found, joins, names, isMixed: names.length > stateFiles, ...(cases ? { cases } : {}) };
  });
}

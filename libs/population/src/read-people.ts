import { readPersons, type ReadPersonsOptions } from '@clearway/doj-bulk';
import { type History } from '@clearway/record';
import { MergedPeople } from './people/merged-people';
import { type Sources } from './sources';

/** The histories of everybody, one each, in the order of people. Memory is bounded by the largest person and a few buffers. */
export async function* readPeople(sources: Sources, options: ReadPersonsOptions = {}): AsyncGenerator<History> {
  const { state, joined, people } = sources;
  if (!joined) {
    yield* readPersons(state, options);
    return;
  }
  const merged = new MergedPeople(joined.people);
  const { onProgress, ...rest } = options;
  try {
    for await (const history of readPersons(state, {
      ...rest,
      ...(onProgress ? { onProgress: (done: number) => onProgress(done, people) } : {}),
    }))
      yield merged.ofState(history);
    for (let person = state.people; person < people; person++) {
      if ((person - state.people) % 64 === 0) {
        options.signal?.throwIfAborted();
        onProgress?.(person, people);
      }
      yield merged.ofOthers(person - state.people, sources.personId(person));
    }
    onProgress?.(people, people);
  } finally {
    merged.close();
  }
}

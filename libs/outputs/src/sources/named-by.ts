import { type Count, type History } from '@clearway/record';
import { type DecidedPerson } from '@clearway/rules';

/** Says of each decided conviction which rows name it, where one of them stands in no state file. `stateFiles`: how many files are the state's. */
export function withNamedBy(person: DecidedPerson, history: History, stateFiles: number): DecidedPerson {
  if (person.convictions.length === 0 || !history.subjects.some(({ file }) => file >= stateFiles)) return person;
  const counts = new Map<string, Count>();
  for (const { subject, steps } of history.cycles)
    for (const step of steps)
      for (const count of step.counts)
        if (!counts.has(`${subject}:${count.order}`)) counts.set(`${subject}:${count.order}`, count);
  return {
    ...person,
    convictions: person.convictions.map((conviction) => {
      const rows = counts.get(conviction.key)?.rows ?? [conviction.row];
      if (!rows.some(({ file }) => file >= stateFiles)) return conviction;
      return {
        ...conviction,
        namedBy: rows.map(({ file, row, line, page }) => ({
          file,
          row,
          line,
          ...(page === undefined ? {} : { page }),
        })),
      };
    }),
  };
}

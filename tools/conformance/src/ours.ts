import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadPolicy } from '@clearway/county-policy';
import { readPersons, scanPopulation } from '@clearway/doj-bulk';
import { type CalendarDate } from '@clearway/record';
import { decidePerson, type DecidedConviction, type DecidedPerson } from '@clearway/rules';

/** A conviction as Clearway decided it, with its person. */
export interface Ours {
  readonly person: DecidedPerson;
  readonly conviction: DecidedConviction;
}

/** Reads a state file through the whole reader and decides it; by SUBJECT_ID and CNT_ORDER. */
export async function decideFile(
  path: string,
  policyText: string,
  county: string,
  asOf: CalendarDate,
): Promise<ReadonlyMap<string, Ours>> {
  const policy = loadPolicy(policyText);
  const decided = new Map<string, Ours>();
  const workDir = await mkdtemp(join(tmpdir(), 'clearway-conformance-'));
  try {
    const population = await scanPopulation([{ path }], { workDir, threads: 0 });
    for await (const history of readPersons(population)) {
      const person = decidePerson(history, policy, { county, asOf });
      for (const conviction of person.convictions) {
        const [subject = '0', order = ''] = conviction.key.split(':');
        decided.set(`${history.subjects[Number(subject)]?.subjectId ?? ''}/${order}`, { person, conviction });
      }
    }
  } finally {
    await rm(workDir, { recursive: true, force: true });
  }
  return decided;
}

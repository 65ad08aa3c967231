import { type Kind } from './kinds/kind';
import { identityOf } from './linked/identity-of-plan';
import { type LinkedFiles } from './linked/linked-files';
import { type PersonPlan } from './plan';
import { planPerson, type PlanSettings } from './plan-person';
import { Random } from './random';

/**
 * People in order, with their kinds, until `rows` records are reached; each call makes them anew. Those whom the state's file
 * does not have are left out.
 */
export function peopleOf(
  settings: PlanSettings,
  kinds: readonly Kind[],
  scatter: number,
  rows: number,
  linked?: LinkedFiles,
): () => Generator<PersonPlan> {
  const plain = (index: number): PersonPlan => planPerson(settings, index, new Random(settings.seed, index * 2 + 1));
  const planOf = linked ? (index: number): PersonPlan => identityOf(settings.seed, plain(index), plain) : plain;
  return function* () {
    let made = 0;
    for (let index = 0; made < rows; index++) {
      const person = planOf(index);
      const random = new Random(settings.seed ^ 0x51ed270b, index * 2 + 2);
      person.scattered = random.chance(scatter);
      for (const [k, kind] of kinds.entries()) {
        if (index !== k + 1 && !random.chance(kind.share)) continue;
        if (kind.apply(person, { settings, random, planOf }) !== false) person.kinds.push(kind.name);
      }
      if (linked?.take(person) === false) continue;
      made += recordsOf(person);
      yield person;
    }
  };
}

/** The person's rows in the state's file. */
export function recordsOf(person: PersonPlan): number {
  let records = person.breakages.length;
  for (const cycle of person.cycles)
    for (const step of cycle.steps)
      for (const count of step.counts) {
        if (count.dispositions.length === 0) records++;
        for (const one of count.dispositions) records += Math.max(1, one.sentences.length);
      }
  return records;
}

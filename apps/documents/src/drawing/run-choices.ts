import { type RunSettings } from '@clearway/contracts';
import { type OutputChoices } from '@clearway/outputs';

/** What outputs are made under, beside the policy. */
export function choicesOf({
  papers,
  letters,
  contacts,
  withIdentityNumbers,
  facts,
  decisions,
}: RunSettings): OutputChoices {
  const cases = facts.length === 0 && decisions === null ? {} : { cases: { facts, decisions } };
  return { papers, letters, contacts, withIdentityNumbers, ...cases };
}

import { type RunSettings } from '@clearway/contracts';
import { type OutputChoices, readCourtFiles } from '@clearway/outputs';

/**
 * What outputs are made under, beside the policy.
 *
 * @param bookHead hash of the last event of the book that the settings name; '' without one
 */
export function choicesOf(
  { papers, letters, contacts, withIdentityNumbers, facts, decisions, courts }: RunSettings,
  bookHead: string,
): OutputChoices {
  const cases = facts.length === 0 && decisions === null ? {} : { cases: { facts, decisions } };
  const own = courts.length === 0 ? {} : { courts: courtFilesOf({ courts }).inputs };
  return {
    papers,
    letters,
    contacts,
    withIdentityNumbers,
    ...own,
    ...(bookHead === '' ? {} : { book: bookHead }),
    ...cases,
  };
}

/** The office's own court profiles. */
export function courtFilesOf({ courts }: Pick<RunSettings, 'courts'>): ReturnType<typeof readCourtFiles> {
  return readCourtFiles(courts.map(({ name, text }) => ({ name, bytes: Buffer.from(text, 'utf8') })));
}

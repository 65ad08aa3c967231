import { type RunSettings } from '@clearway/contracts';
import { mappingFrom } from '@clearway/population';
import { type OutputChoices, readCourtFiles } from '@clearway/outputs';

/**
 * What outputs are made under, beside the policy.
 *
 * @param matches hash of the answers in the book that the settings name; '' without any
 */
export function choicesOf(
  {
    office,
    papers,
    letters,
    contacts,
    withIdentityNumbers,
    facts: files,
    done,
    decisions,
    corrections,
    courts,
    templates,
  }: RunSettings,
  matches: string,
): OutputChoices {
  const facts = [
    ...files,
    ...done.map(({ name, sha256, mapping }) => ({ name, sha256, mapping: mappingFrom(mapping).sha256 })),
  ];
  const cases =
    facts.length === 0 && decisions === null && corrections === null
      ? {}
      : { cases: { facts, decisions, ...(corrections === null ? {} : { corrections }) } };
  const own = courts.length === 0 ? {} : { courts: courtFilesOf({ courts }).inputs };
  const words = templates.length === 0 ? {} : { templates };
  return {
    office,
    papers,
    letters,
    contacts,
    withIdentityNumbers,
    ...own,
    ...words,
    ...(matches === '' ? {} : { matches }),
    ...cases,
  };
}

/** The office's own court profiles. */
export function courtFilesOf({ courts }: Pick<RunSettings, 'courts'>): ReturnType<typeof readCourtFiles> {
  return readCourtFiles(courts.map(({ name, text }) => ({ name, bytes: Buffer.from(text, 'utf8') })));
}

import { type OtherFile } from '@clearway/population';
import { type FileCounts, type RunSourcesCounts } from '@clearway/reports';
import { counted, grouped } from '../terminal/numbers';
import { type Terminal } from '../terminal/terminal';

/** What a run with several kinds of sources says of them, in a few lines. */
export function saySources(
  files: readonly FileCounts[],
  { joining, written }: RunSourcesCounts,
  otherFiles: readonly OtherFile[],
  terminal: Terminal,
): void {
  const of = (kind: NonNullable<FileCounts['source']>['kind']): number =>
    files.filter(({ source }) => source?.kind === kind).length;
  const others = of('court-extract') + of('rap-sheet');
  const { joinedByNumber, joinedByLikeness, joinedByDecision } = joining;
  terminal.say(
    `sources      ${counted(files.length - others, 'file of the state', 'files of the state')}, ${counted(of('court-extract'), "court's export", "courts' exports")}, ${counted(of('rap-sheet'), 'RAP sheet', 'RAP sheets')} (sources.csv)`,
  );
  terminal.say(
    `             ${counted(joining.records, 'record of', 'records of')} ${counted(joining.people, 'person', 'people')}; joined ${grouped(joinedByNumber)} by number, ${grouped(joinedByLikeness)} by likeness, ${grouped(joinedByDecision)} by decision (people_joined.csv)`,
  );
  terminal.say(
    `             ${counted(written.missingFromState, 'conviction', 'convictions')} that no state file has, ${grouped(written.missingFromCourts)} that no court's export has though it covers them (found_in_one_source.csv)`,
  );
  if (joining.asked > 0)
    terminal.warn(
      `${counted(joining.asked, 'question who is who waits', 'questions who is who wait')} in same_person.csv, and until an answer ${counted(joining.peopleAsked, 'person', 'people')} may have more on record: nothing is decided by what their record does not have.`,
    );
  for (const { name, pictures } of otherFiles)
    if (pictures.length > 0)
      terminal.warn(
        `${name}: nothing was read from it, because ${pictures.length === 1 ? 'a page is a picture' : 'pages are pictures'} without text (page ${pictures.join(', ')}). Whoever it is about has no record from it. Run text recognition (OCR) over the file, or ask for it as a text PDF, and run again.`,
      );
  for (const file of otherFiles) sayNotes(file, terminal);
  for (const { name } of otherFiles.filter(({ mapping }) => mapping?.how === 'guessed'))
    terminal.warn(
      `${name} was read by a mapping that was guessed from its columns. Look at it (clearway sources guess), and give it with --mapping.`,
    );
}

/** Codes that a terminal repeats: longer ones may be somebody's words. */
const LONGEST_CODE = 24;
const CODES_SAID = 5;

/** What somebody should look at in one file, before the results are trusted. */
function sayNotes({ name, notes, unknownCodes }: OtherFile, terminal: Terminal): void {
  const all = Object.values(notes).reduce((sum, each) => sum + each, 0);
  if (all === 0) return;
  const dispositions = unknownCodes.filter(({ table }) => table === 'disposition');
  if (dispositions.length > 0) {
    const rows = dispositions.reduce((sum, each) => sum + each.rows, 0);
    const said = dispositions
      .slice(0, CODES_SAID)
      .map(({ code, column, rows: many }) => `${shown(code)} in ${column} (${grouped(many)})`);
    const more = dispositions.length > CODES_SAID ? ` and ${grouped(dispositions.length - CODES_SAID)} more` : '';
    terminal.warn(
      `${name}: ${grouped(rows)} rows say what was done in codes that the mapping does not know, and convictions may hide in them: ${said.join(', ')}${more}. Say in codes.disposition of the mapping what each means (unknown_codes.csv), and run again with --mapping.`,
    );
  }
  const lost = notes['zeros-lost'] ?? 0;
  if (lost > 0)
    terminal.warn(
      `${name}: ${grouped(lost)} case numbers seem to have lost zeros in front, and papers would name another case. Export the column as text, or say its digits in the mapping.`,
    );
  const kinds = Object.entries(notes).map(([code, many]) => `${code} ${grouped(many)}`);
  terminal.warn(`${name}: ${grouped(all)} places to look at (source_notes.csv): ${kinds.join(', ')}.`);
}

function shown(code: string): string {
  return code.length > LONGEST_CODE ? `${code.slice(0, LONGEST_CODE)}...` : code;
}

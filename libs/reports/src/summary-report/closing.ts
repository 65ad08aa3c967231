import { type Flow, listEntries } from '@clearway/typesetting';
import { type SummaryInput } from '../summary/summary-json';
import { heading } from './sections';

const SIZE = 10.5;
const LEADING = 14.5;

/** What the office does now, in order. */
export function nextSteps(flow: Flow, input: SummaryInput): void {
  heading(flow, 'Next steps');
  flow.structure.begin('L', listEntries('1.'));
  stepsOf(input).forEach((step, i) => {
    flow.ensure(LEADING * 3);
    flow.paragraph(step, { size: SIZE, leading: LEADING, left: 20, spaceAfter: 4, marker: `${i + 1}.` });
  });
  flow.structure.end('L');
}

function stepsOf({ run, tally, papers, letters, sources }: SummaryInput): readonly string[] {
  const steps: string[] = [];
  if (run.files.some(({ rowsRejected }) => rowsRejected > 0))
    steps.push(
      'Ask whoever sent the file for the rows of rejected_rows.csv again. Nobody is denied relief for a row that could not be read, but some wait for it.',
    );
  if (sources && sources.joining.asked > 0)
    steps.push(
      'Answer the questions of same_person.csv (clearway review export), and run again: until then some people may have more on record than this run knows.',
    );
  if (run.policy.kind === 'replay') {
    steps.push('Compare this run with one under a policy for filing. Do not file from this one.');
    return [...steps, ...closingSteps()];
  }
  if ((tally.tables.outcomes['review'] ?? 0) > 0)
    steps.push('Give review.csv to an attorney. Each row asks one thing and says what follows from each answer.');
  if (Object.keys(tally.tables.defectConvictions ?? {}).length > 0)
    steps.push(
      'Find the values that keep the most convictions from relief (clearway fix export), read the worklists back, and run again with --corrections.',
    );
  if ((tally.tables.outcomes['refer-to-other-prosecutor'] ?? 0) > 0)
    steps.push(
      'Send the convictions that belong to another prosecutor to that office; filter the column Prosecutor of Prop64_Results.csv.',
    );
  if (papers) {
    steps.push('Work through danger_list.xlsx: each entry says what to do before the papers are signed.');
    steps.push(
      'Read the motions of each courthouse, sign them, and file them with the proposed orders. Give the clerk court_update.csv with them.',
    );
    if (papers.challenges)
      steps.push('Sign the notices of challenge of challenges.csv, file them, and serve them on the public defender.');
    if (papers.cannotFileRows > (papers.unfiledByReason['already-filed'] ?? 0))
      steps.push(
        "Find the missing case numbers and courts of cannot_file.csv in the court's own records, and run again.",
      );
  } else steps.push('Run again with papers when the numbers are agreed.');
  if (letters)
    steps.push(
      letters.withoutAddress > 0
        ? 'Send letters only after the court has signed. Give a contact file for the people without an address; check addresses against changes before mailing.'
        : 'Send letters only after the court has signed. Check addresses against changes before mailing.',
    );
  if (letters && letters.heldBack + letters.inPart > 0)
    steps.push(
      'Write to the people of letters_held.csv when their relief could be filed too: cannot_file.csv says what is missing. Then run again.',
    );
  return [...steps, ...closingSteps()];
}

function closingSteps(): readonly string[] {
  return [
    'Keep run.json. When the orders are carried out and checked, destroy what the run holds about people (clearway run purge); hashes and counts remain.',
  ];
}

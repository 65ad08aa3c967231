import { drawTable, type Flow, listEntries } from '@clearway/typesetting';
import { type SummaryInput } from '../summary/summary-json';
import { heading, prose } from './sections';

const SIZE = 10.5;
const LEADING = 14.5;

const FILES: readonly (readonly [name: string, words: string])[] = [
  [
    'All_Results.csv',
    "Every row that was used, with the state's 95 columns (A to CQ), the 18 columns of the earlier tool (CR to DI) and Clearway's own after them. The columns of identity numbers are empty unless they were asked for.",
  ],
  ['All_Results_Condensed.csv', "The same rows with the 20 columns of the state's that are read most."],
  ['Prop64_Results.csv', 'Only the rows that carry a cannabis conviction of this county with its outcome.'],
  [
    'review.csv',
    'One row for each conviction that the record leaves open: the question in words, the outcome of each answer, where the row stands in the file.',
  ],
  [
    'data_quality.csv, data_quality_rows.csv',
    'What the data cannot tell, by kind and place by place, with the value that would mend it and the convictions that it keeps from relief.',
  ],
  ['rejected_rows.csv', 'Rows that could not be read, with file, line, column and reason.'],
  ['summary.json', "The numbers of this report for a program, under the earlier tool's names and Clearway's."],
  ['tie_out.xlsx', 'Every number beside a second count of it; all differences are zero.'],
  ['traces.csv', 'For each conviction what every rule said, and where the conviction stands in the file.'],
  ['run.json', 'Hashes of inputs, outputs, rules and policy: with it the run can be made again and compared.'],
];
const PAPER_FILES: readonly (readonly [name: string, words: string])[] = [
  ['papers/', 'Motions, proposed orders and exhibits, a folder for each courthouse.'],
  [
    'court_update.csv',
    "For the clerk: one row for each count, sorted by courthouse and case number, with what to do in the court's system.",
  ],
  ['court_update_totals.csv', 'Control totals of court_update.csv.'],
  ['packets.csv', 'Every packet with its pages, its hash, and whether its values were read back the same.'],
  ['cannot_file.csv', 'Relief that cannot be filed yet, with what is missing.'],
  [
    'danger_list.csv, danger_list.xlsx',
    'What to know of single lines before the papers are signed, the gravest first, with what to do.',
  ],
];
const LETTER_FILES: readonly (readonly [name: string, words: string])[] = [
  [
    'mail_merge.csv, mail_merge.xlsx',
    'One row for each person to write to. Nothing in them says what the letter is about.',
  ],
];

const SOURCE_FILES: readonly (readonly [name: string, words: string])[] = [
  [
    'source_results.csv',
    "One row for each cannabis conviction that a court's export or a RAP sheet names, with every place where it stands.",
  ],
  [
    'found_in_one_source.csv',
    "Convictions that no state file has, and those of the state that a court's export should have and has not.",
  ],
  ['people_joined.csv', 'Records that are taken for one person, side by side, with the reasons.'],
  ['same_person.csv', 'Records of which nobody knows whether they are of one person: to be answered.'],
  [
    'source_notes.csv',
    'What somebody should look at in exports and sheets, line by line; it kept nothing from being used.',
  ],
  [
    'unknown_codes.csv',
    "Courts' codes that the mapping does not know, how often each, and where to say what it means.",
  ],
  ['sources.csv', 'What became of each input: read, used, rejected, joined, asked.'],
];

/** What each output file holds. */
export function explanationOfFiles(flow: Flow, { run, papers, letters, sources }: SummaryInput): void {
  heading(flow, 'What the files hold');
  if (run.files.filter(({ source }) => !source).length > 1)
    prose(
      flow,
      'The results files are written once for each input, with its number behind the name: All_Results_1.csv and so on.',
    );
  const rows = [
    ...FILES,
    ...(sources ? SOURCE_FILES : []),
    ...(papers ? PAPER_FILES : []),
    ...(letters ? LETTER_FILES : []),
  ];
  drawTable(
    flow,
    [
      { title: 'File', width: flow.width * 0.3 },
      { title: 'What it holds', width: flow.width * 0.7 },
    ],
    rows,
    { size: 9.5, leading: 12.5 },
  );
  flow.space(10);
}

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

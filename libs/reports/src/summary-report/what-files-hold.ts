import { drawTable, type Flow } from '@clearway/typesetting';
import { type SummaryInput } from '../summary/summary-json';
import { heading, prose } from './sections';

type HeldFile = readonly [names: string, words: string];

const FILES: readonly HeldFile[] = [
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
const PAPER_FILES: readonly HeldFile[] = [
  ['papers/', 'Motions, proposed orders and exhibits, a folder for each courthouse.'],
  [
    'court_update.csv',
    "For the clerk: one row for each count, sorted by courthouse and case number, with what to do in the court's system.",
  ],
  ['court_update_totals.csv', 'Control totals of court_update.csv.'],
  ['challenges.csv', 'With challenges: each notice, and what could get none.'],
  ['packets.csv', 'Every packet with its pages, its hash, and whether its values were read back the same.'],
  ['cannot_file.csv', 'Relief that cannot be filed yet, with what is missing.'],
  [
    'danger_list.csv, danger_list.xlsx',
    'What to know of single lines before the papers are signed, the gravest first, with what to do.',
  ],
];
const LETTER_FILES: readonly HeldFile[] = [
  [
    'mail_merge.csv, mail_merge.xlsx',
    'One row for each person to write to. Nothing in them says what the letter is about.',
  ],
  [
    'letters_held.csv',
    'People who get no letter yet, or one about a part: no paper can ask for their relief, or for all of it.',
  ],
];

const SOURCE_FILES: readonly HeldFile[] = [
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

/** With facts files, lists of what already happened, decisions or corrections. */
const CASE_FILES: readonly HeldFile[] = [
  ['owed.csv', 'For each conviction what the law gives, what is done and who says so, and what is still owed.'],
  ['facts_unused.csv', 'Rows of facts and of lists that had no effect, with the reason.'],
  ['decisions.csv', 'What became of each decision of an attorney: applied, stale, or of no such count.'],
  ['corrections.csv', 'What became of each corrected value: used, stale, of no such place, or impossible.'],
  [
    'public_defender.csv, Public_Defender.pdf',
    'For the public defender: whose relief is challenged and on which ground; who was left out and why.',
  ],
];

/** What each output file holds. */
export function explanationOfFiles(flow: Flow, { run, papers, letters, sources, cases }: SummaryInput): void {
  heading(flow, 'What the files hold');
  if (run.files.filter(({ source }) => !source).length > 1)
    prose(
      flow,
      'The results files are written once for each input, with its number behind the name: All_Results_1.csv and so on.',
    );
  const rows = [
    ...FILES,
    ...(sources ? SOURCE_FILES : []),
    ...(cases ? CASE_FILES : []),
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

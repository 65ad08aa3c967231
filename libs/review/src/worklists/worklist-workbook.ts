import { CORRECTED_DISPOSITIONS, CORRECTED_SEVERITIES, type CorrectionField } from '@clearway/record';
import { CORRECTED_WORDS } from '@clearway/rules';
import { type Cell, type Choices, columnName, type Sheet, workbook } from '@clearway/spreadsheets';
import { printCode } from '../questions/sheet-columns';
import { type MadeOf, madeOfSheet } from './made-of';
import { type WorklistItem } from './worklist-item';

/** Heads of a worklist; those that are filled in stand together. */
export const WORKLIST_HEADS = [
  'Convictions helped',
  'Name',
  'CII',
  'Subject ID',
  'Charge',
  'Court',
  'Case number',
  'Stands in',
  'Count',
  'The record says',
  'What is corrected',
  'Value',
  'Evidence',
  'By',
  'On',
  'Code',
] as const;

export type WorklistHead = (typeof WORKLIST_HEADS)[number];

const FILLED_IN: readonly WorklistHead[] = ['What is corrected', 'Value', 'Evidence', 'By', 'On'];
const WIDTHS = [19, 26, 13, 12, 40, 26, 18, 26, 18, 26, 26, 22, 44, 20, 14, 4];
const HELP = [
  'Rows at the top keep the most convictions from relief.',
  'Value: what the court file, the docket or the arrest report says. Leave it empty when you did not find it.',
  'Evidence: where it stands there. A value without evidence is not taken.',
  'A date is written 2001-05-31, or what is known of it: 2001-05, 2001. A section is written 11357(A) HS.',
  'Dispositions and grades are chosen from the list.',
  'What is corrected: where either of two values can be wrong, choose which one you correct.',
  'By, On: who found it, and on which day. Empty: who reads the list back, and the day of that.',
  "The state's file is never changed. A correction is kept beside it, and can be taken back (clearway fix undo).",
  'Rows may be sorted and filtered. Do not change the column Code and the sheet Made of. Save as .xlsx.',
];
const NOTHING_TO_FILL_IN = 'No single value mends this, so nothing is read back from this list.';

/**
 * The worklist of one kind, in pieces. The same items of the same files give the same bytes.
 *
 * @param madeOf inputs of the run; none where nobody knows them
 */
export function worklistWorkbook(
  kind: string,
  items: readonly WorklistItem[],
  madeOf: readonly MadeOf[],
): AsyncGenerator<Uint8Array> {
  const lists: string[][] = [];
  const listed = (texts: readonly string[]): string => {
    const known = lists.findIndex((each) => each.join('\n') === texts.join('\n'));
    const row = known < 0 ? lists.push([...texts]) : known + 1;
    return `Lists!$A$${row}:$${columnName(texts.length - 1)}$${row}`;
  };
  const fillIn = items.some(({ fields }) => fields.length > 0);
  const choices = fillIn ? choicesOf(items, listed) : [];
  const [first] = items;
  const about = first ? [`${first.what}.`, `To find: ${first.wanted}.`] : [];
  const lines = [...about, ...(fillIn ? HELP : [...HELP.slice(0, 1), NOTHING_TO_FILL_IN])];
  const help: Sheet = {
    name: 'Read me',
    columns: [{ width: 110, style: 'wrap' }],
    rows: [[{ text: `Worklist: ${kind.replace(/-/g, ' ')}`, style: 'title' }], ...lines.map((line) => [line])],
  };
  const values: Sheet = { name: 'Lists', columns: [{ width: 30 }], rows: lists };
  return workbook(`Worklist ${kind}`, [
    help,
    worklist(items, fillIn, choices),
    ...(fillIn && madeOf.length > 0 ? [madeOfSheet(madeOf)] : []),
    ...(lists.length === 0 ? [] : [values]),
  ]);
}

function worklist(items: readonly WorklistItem[], fillIn: boolean, choices: readonly Choices[]): Sheet {
  const heads = fillIn ? WORKLIST_HEADS : WORKLIST_HEADS.filter((head) => !FILLED_IN.includes(head) && head !== 'Code');
  return {
    name: 'Worklist',
    columns: heads.map((head) => ({
      width: WIDTHS[WORKLIST_HEADS.indexOf(head)] ?? 20,
      style: head === 'Convictions helped' ? 'count' : 'text',
    })),
    frozenRows: 1,
    ...(fillIn ? { hidden: [heads.indexOf('Code')] } : {}),
    rows: [
      heads.map((text): Cell => ({ text, style: 'head' })),
      ...items.map((item) => heads.map((head) => cellOf(item, head))),
    ],
    choices: () => choices,
  };
}

function cellOf(item: WorklistItem, head: WorklistHead): Cell {
  const [first] = item.fields;
  switch (head) {
    case 'Convictions helped':
      return item.kept.length;
    case 'Name':
      return item.name;
    case 'CII':
      return item.ciis;
    case 'Subject ID':
      return item.subjectIds;
    case 'Charge':
      return item.charge;
    case 'Court':
      return item.court;
    case 'Case number':
      return item.caseNumbers;
    case 'Stands in':
      return item.source;
    case 'Count':
      return item.key;
    case 'The record says':
      return item.fields.map(({ now }) => now || 'nothing').join(' / ') || null;
    case 'What is corrected':
      return first ? CORRECTED_WORDS[first.field] : null;
    case 'Code':
      return first ? codeOf(item) : null;
    default:
      return null;
  }
}

/** Person, count and what the record says of each field: a row can be read back wherever it was sorted to. */
function codeOf({ kind, person, key, fields }: WorklistItem): string {
  return printCode({
    group: kind,
    person,
    key,
    basis: '',
    asked: JSON.stringify(fields.map(({ field, now }) => [field, now])),
  });
}

/** Drop-downs for what is corrected, and for values that are one of a few: one for all rows behind one another that share it. */
function choicesOf(items: readonly WorklistItem[], listed: (texts: readonly string[]) => string): readonly Choices[] {
  const what = items.map(({ fields }) =>
    fields.length === 0 ? '' : listed(fields.map(({ field }) => CORRECTED_WORDS[field])),
  );
  const values = items.map(({ fields }) => {
    const texts = CHOSEN[fields[0]?.field ?? 'section'];
    return texts === undefined ? '' : listed(texts);
  });
  return [
    ...runsOf('What is corrected', what, 'Choose what you correct.'),
    ...runsOf('Value', values, 'Choose one of the list, or leave the cell empty.'),
  ];
}

const CHOSEN: Readonly<Partial<Record<CorrectionField, readonly string[]>>> = {
  disposition: CORRECTED_DISPOSITIONS,
  severity: CORRECTED_SEVERITIES,
};

function runsOf(head: WorklistHead, lists: readonly string[], message: string): Choices[] {
  const column = columnName(WORKLIST_HEADS.indexOf(head));
  const choices: Choices[] = [];
  for (let first = 0, next = 0; first < lists.length; first = next) {
    const from = lists[first] ?? '';
    for (next = first + 1; next < lists.length && lists[next] === from; next++);
    if (from !== '') choices.push({ cells: `${column}${first + 2}:${column}${next + 1}`, from, message });
  }
  return choices;
}

import { type Field, type IdentitySource } from '@clearway/identity';
import { printDate } from '@clearway/record';
import { type Cell, columnName, type Sheet } from '@clearway/spreadsheets';
import { printChecked } from '../../questions/checked-code';
import { type SeenRecord } from '../asked-pair';
import { askedAbout } from '../join-draft';
import { type PairQuestion, waitingWords } from '../pair-questions';
import { askWords, evidenceWords, oddsWords, signedBits } from '../pair-words';
import {
  cellHashes,
  PAIR_ANSWERS,
  PAIR_HEADS,
  type PairHead,
  type PairRowCode,
  ROW_NAMES,
  SHOWN_HEADS,
  type ShownHead,
} from './pair-columns';

export const PAIR_SHEET = 'One person';

export const PAIR_HELP = [
  'The sheet One person asks whether two records are one person. Each question has three rows: the two records, one above the other, and what a comparison of them says. A weight above zero speaks for one person, below zero for two; each whole number doubles it.',
  'Answer in the upper row. One person: they become one history, and what waits is decided on all of it. Two people: they are never joined again. Cannot tell: it is asked again. A wrong yes seals the record of a stranger: when in doubt, you cannot tell.',
  'One person and two people need a reason: what you looked at. Rows of this sheet stay as they are: do not sort, delete or change them.',
];

const SOURCE_WORDS: Readonly<Record<IdentitySource, string>> = {
  'state-file': 'state file',
  'court-extract': 'court extract',
  'rap-sheet': 'RAP sheet',
  'done-list': 'list of what was done',
};
/** Under which column a field is compared. */
const COMPARED: Readonly<Record<Field, ShownHead>> = {
  last: 'Name',
  first: 'Name',
  order: 'Name',
  middle: 'Name',
  suffix: 'Name',
  birth: 'Born',
  sex: 'Sex',
  ssn: 'CII',
  case: 'Case numbers',
};
const WIDTHS: Readonly<Record<PairHead, number>> = {
  'No.': 5,
  Row: 10,
  Name: 31,
  'Other names': 20,
  Born: 17,
  Sex: 11,
  CII: 13,
  'Case numbers': 20,
  'Convictions in it': 11,
  'Stands in': 34,
  'One person?': 13,
  Reason: 30,
  By: 15,
  On: 12,
  'What waits for the answer': 40,
  'Record id': 35,
  Code: 4,
};

/**
 * The sheet: of each question the two records one above the other, so that a digit or a letter that differs is seen, and below each
 * column what the comparison says of it.
 *
 * @param answers where the list of answers stands
 */
export function pairSheet(questions: readonly PairQuestion[], answers: string): Sheet {
  const column = columnName(PAIR_HEADS.indexOf('One person?'));
  let lines = 2;
  function* rows(): Generator<readonly Cell[]> {
    yield PAIR_HEADS.map((text) => ({ text, style: 'head' as const }));
    for (const [index, question] of questions.entries()) {
      for (const texts of rowTexts(question, index + 1, questions.length)) {
        lines = linesOf(texts);
        yield PAIR_HEADS.map((head) => styled(texts, head));
      }
      lines = 1;
      yield [];
    }
  }
  return {
    name: PAIR_SHEET,
    columns: PAIR_HEADS.map((head) => ({ width: WIDTHS[head], style: 'wrap' as const })),
    frozenRows: 1,
    hidden: [PAIR_HEADS.indexOf('Code')],
    rows: rows(),
    linesOf: () => lines,
    choices: () => questions.map((_, i) => ({ cells: `${column}${rowOf(i)}`, from: answers, message: CHOOSE })),
  };
}

const CHOOSE = 'Choose one of the list, or leave the cell empty.';

/** The row in which question `index` begins: a head above, and an empty row after each. */
function rowOf(index: number): number {
  return 2 + index * (ROW_NAMES.length + 1);
}

type RowTexts = Readonly<Partial<Record<PairHead, string>>>;

function rowTexts(question: PairQuestion, n: number, of: number): readonly RowTexts[] {
  const { pair, waiting } = question;
  return [...pair.records.map(recordTexts), comparedTexts(question)].map((found, at) => {
    const texts: RowTexts = { ...found, 'No.': String(n), Row: ROW_NAMES[at] ?? '' };
    const code: PairRowCode = {
      pair: pair.id,
      at,
      n,
      of,
      cells: cellHashes(SHOWN_HEADS.map((head) => texts[head] ?? '')),
      ...(at === 0 ? { about: askedAbout(pair) } : {}),
    };
    return { ...texts, 'What waits for the answer': waitsText(waiting, at), Code: printChecked(code) };
  });
}

/** Room for the highest cell, by the width of its column; half a letter more than a letter is wide on the average. */
function linesOf(texts: RowTexts): number {
  const lines = PAIR_HEADS.filter((head) => head !== 'Code').map((head) =>
    (texts[head] ?? '')
      .split('\n')
      .reduce((sum, line) => sum + Math.max(1, Math.ceil((line.length * 1.15) / WIDTHS[head])), 0),
  );
  return Math.max(...lines);
}

/** A line above each question, so that its rows are seen as one. */
function styled(texts: RowTexts, head: PairHead): Cell {
  const text = texts[head];
  if (text === undefined || text === '') return null;
  return texts.Row === ROW_NAMES[0] && (head === 'No.' || head === 'Row') ? { text, style: 'total' } : text;
}

type ShownTexts = Partial<Record<ShownHead, string>>;

function recordTexts({
  name,
  otherNames,
  births,
  sex,
  cii,
  cases,
  convictions,
  source,
  file,
  place,
  id,
}: SeenRecord): ShownTexts {
  return {
    Name: name,
    'Other names': otherNames.join('\n'),
    Born: births.map(printDate).join('\n'),
    Sex: sex,
    CII: cii,
    'Case numbers': cases.join('\n'),
    'Convictions in it': String(convictions),
    'Stands in': `${SOURCE_WORDS[source]}: ${file}, ${place}`,
    'Record id': id,
  };
}

function comparedTexts({ pair }: PairQuestion): ShownTexts {
  const { id, lines, odds } = pair;
  const texts: ShownTexts = {};
  // What weighs nothing (names that stand in the usual order) would only hide the rest.
  for (const line of lines.filter(({ weight }) => Math.abs(weight) >= 0.05)) {
    const head = COMPARED[line.field];
    texts[head] = [...(texts[head] === undefined ? [] : [texts[head]]), evidenceWords(line)].join('\n');
  }
  const together = `all together ${signedBits(odds)}: ${oddsWords(odds)}`;
  return {
    ...texts,
    'Stands in': `${together}\nasked because ${askWords(pair)}`,
    'Record id': id,
  };
}

/** How many in the upper row, which in the lowest. */
function waitsText(waiting: PairQuestion['waiting'], at: number): string {
  if (at === 1) return '';
  if (at === 2) return waiting.map(waitingWords).join('\n');
  return waiting.length === 1 ? '1 conviction' : `${waiting.length} convictions`;
}

export const PAIR_ANSWER_LIST: readonly string[] = Object.values(PAIR_ANSWERS);

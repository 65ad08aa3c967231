import { EVIDENCE_KINDS, GROUNDS } from '@clearway/case-facts';
import { outcomeWords, questionWords, RELIEF_ORDER, reliefWords } from '@clearway/rules';
import { type Cell, type Choices, columnName, type Sheet, workbook } from '@clearway/spreadsheets';
import { type PairQuestion } from '../same-person/pair-questions';
import { type WorkbookCode } from '../same-person/sheet/pair-columns';
import { PAIR_ANSWER_LIST, PAIR_HELP, pairSheet } from '../same-person/sheet/pair-sheet';
import { printChecked } from './checked-code';
import { groupId, isOpen, type QuestionGroup } from './groups';
import { type ReviewItem } from './review-item';
import { CONVICTION_HEADS, type ConvictionHead, GROUP_HEADS, printCode, WITHDRAW } from './sheet-columns';

const HELP = [
  'Each question stands once on the sheet Questions. Choose an answer there and it holds for everyone who shares the question.',
  'An own answer on the sheet Convictions goes before the answer for all.',
  'An answer is a fact found in the case file. What follows from it is decided by the law, never here. Leave a cell empty when the file does not tell.',
  'A challenge needs its ground (HS 11361.9(c)), the evidence and its kind. Without evidence there is no challenge. The public defender is told the same day.',
  'An override only adds relief and needs a reason. It never takes away what the statute gives.',
  'Who and When: the attorney and the day. Where they are empty, the person who imports and the day of the import are noted.',
  'Rows may be sorted and filtered. Do not change the column Code. Save as .xlsx.',
];

const CHOOSE = 'Choose one of the list, or leave the cell empty.';

/**
 * The workbook that goes to attorneys, in pieces. The same questions give the same bytes; without a question about who is one
 * person it has no sheet for them.
 */
export function reviewWorkbook(
  groups: readonly QuestionGroup[],
  pairs: readonly PairQuestion[] = [],
): AsyncGenerator<Uint8Array> {
  const lists = new Lists();
  const grounds = lists.add([...Object.values(GROUNDS), WITHDRAW]);
  const kinds = lists.add(Object.values(EVIDENCE_KINDS));
  const reliefs = lists.add(RELIEF_ORDER.filter((each) => each !== 'none').map(reliefWords));
  const answers = new Map(
    groups.map(({ id, allowed }) => [id, allowed.length === 0 ? '' : lists.add(allowed.map(({ words }) => words))]),
  );
  const open = groups.filter(isOpen);
  return workbook('Review', [
    helpSheet(pairs.length),
    ...(pairs.length === 0 ? [] : [pairSheet(pairs, lists.add(PAIR_ANSWER_LIST))]),
    questionsSheet(open, answers),
    convictionsSheet(groups, answers, { grounds, kinds, reliefs }),
    lists.sheet(),
  ]);
}

function helpSheet(pairs: number): Sheet {
  const title: Cell = { text: 'Review', style: 'title' };
  const width = { width: 110, style: 'wrap' as const };
  if (pairs === 0) return { name: 'Read me', columns: [width], rows: [[title], ...HELP.map((line) => [line])] };
  const code: WorkbookCode = { pairs };
  return {
    name: 'Read me',
    columns: [width, { width: 4 }],
    hidden: [1],
    rows: [[title, printChecked(code)], ...[...PAIR_HELP, ...HELP].map((line) => [line])],
  };
}

function questionsSheet(groups: readonly QuestionGroup[], answers: ReadonlyMap<string, string>): Sheet {
  const column = columnName(GROUP_HEADS.indexOf('Answer for all'));
  const rows = groups.map(({ id, helped, people, items, asked, allowed }): Cell[] => {
    const { words, lookIn } = questionWords(asked.question);
    const follows = asked.answers.map(({ words: answer, outcome }) => `${answer}: ${outcomeWords(outcome)}`).join('\n');
    const code = printCode({
      group: id,
      person: '',
      key: '',
      basis: '',
      asked: JSON.stringify({ ...asked, answers: allowed }),
    });
    return [id, helped, people, items.length, words, lookIn, follows, null, null, null, code];
  });
  return {
    name: 'Questions',
    columns: [22, 10, 10, 12, 44, 32, 60, 36, 20, 14, 4].map((width, i) => ({
      width,
      style: i > 0 && i < 4 ? ('count' as const) : ('wrap' as const),
    })),
    frozenRows: 1,
    hidden: [GROUP_HEADS.indexOf('Code')],
    rows: [headRow(GROUP_HEADS), ...rows],
    choices: () => groups.flatMap(({ id }, i) => choicesOf(`${column}${i + 2}`, answers.get(id) ?? '')),
  };
}

interface CommonLists {
  readonly grounds: string;
  readonly kinds: string;
  readonly reliefs: string;
}

function convictionsSheet(
  groups: readonly QuestionGroup[],
  answers: ReadonlyMap<string, string>,
  lists: CommonLists,
): Sheet {
  const at = (head: ConvictionHead): string => columnName(CONVICTION_HEADS.indexOf(head));
  const choices: Choices[] = [];
  let row = 1;
  function* rows(): Generator<Cell[]> {
    yield headRow(CONVICTION_HEADS);
    for (const group of groups) {
      const first = row + 1;
      for (const item of group.items) {
        row += 1;
        yield convictionRow(group, item);
      }
      choices.push(...choicesOf(`${at('Own answer')}${first}:${at('Own answer')}${row}`, answers.get(group.id) ?? ''));
    }
    if (row === 1) return;
    choices.push(...choicesOf(`${at('Challenge: ground')}2:${at('Challenge: ground')}${row}`, lists.grounds));
    choices.push(
      ...choicesOf(`${at('Challenge: kind of evidence')}2:${at('Challenge: kind of evidence')}${row}`, lists.kinds),
    );
    choices.push(...choicesOf(`${at('Override: relief')}2:${at('Override: relief')}${row}`, lists.reliefs));
  }
  return {
    name: 'Convictions',
    columns: [22, 24, 12, 12, 16, 28, 12, 12, 24, 18, 20, 26, 12, 40, 28, 32, 32, 36, 26, 26, 36, 20, 14, 4].map(
      (width) => ({ width, style: 'text' as const }),
    ),
    frozenRows: 1,
    hidden: [CONVICTION_HEADS.indexOf('Code')],
    rows: rows(),
    choices: () => choices,
  };
}

function convictionRow({ id, asked }: QuestionGroup, item: ReviewItem): Cell[] {
  const { words, lookIn } =
    asked.question === '' ? { words: 'Nothing is open.', lookIn: '' } : questionWords(asked.question);
  const { person, key, basis } = item;
  const says = item.questions.find((each) => groupId(each) === id)?.says;
  return [
    id,
    item.name,
    item.ciis,
    item.subjectIds,
    item.citation,
    item.charge,
    item.severity,
    item.convictedOn,
    item.court,
    item.caseNumbers,
    item.source,
    reliefWords(item.floor),
    item.standing,
    says === undefined ? words : `${words} (${says})`,
    lookIn,
    null,
    null,
    null,
    null,
    null,
    null,
    null,
    null,
    printCode({ group: id, person, key, basis }),
  ];
}

function headRow(heads: readonly string[]): Cell[] {
  return heads.map((text) => ({ text, style: 'head' as const }));
}

function choicesOf(cells: string, from: string): readonly Choices[] {
  return from === '' ? [] : [{ cells, from, message: CHOOSE }];
}

/** The texts of the drop-downs, one list a row: texts with commas cannot stand in the drop-down itself. */
class Lists {
  private readonly rows: string[][] = [];
  private readonly known = new Map<string, string>();

  add(texts: readonly string[]): string {
    const key = texts.join('\n');
    const known = this.known.get(key);
    if (known !== undefined) return known;
    this.rows.push([...texts]);
    const row = this.rows.length;
    const reference = `Lists!$A$${row}:$${columnName(texts.length - 1)}$${row}`;
    this.known.set(key, reference);
    return reference;
  }

  sheet(): Sheet {
    return { name: 'Lists', columns: [{ width: 40 }], rows: this.rows };
  }
}

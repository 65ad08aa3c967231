import { reliefWords } from '../../explanation/words';
import { decideSituation, type SituationAnswer } from '../deciding/decide-situation';
import { PROVISIONS } from '../provisions';
import { factValueWords } from '../words';
import { DOMAINS, type FactName, type OffenceKind, type Situation } from '../situation';
import { collapse, type Block, type Ruled } from './collapse';
import { SITUATION_COLUMNS, WORDS } from './sheet-rows';

const RULED_COLUMNS = [
  'outcome',
  'what is left if the presumption is disproved',
  'provisions that decide',
  'citation',
  'reason',
];

/** Facts in the order in which they are told apart: the section first, so that its rows stand together. */
const ORDER: readonly FactName[] = SITUATION_COLUMNS.map((each) => each.fact);

/** Only these had another number before the recodification. */
const WITH_PREDECESSOR: readonly OffenceKind[] = [
  'possession-before-1976',
  'cultivation',
  'possession-for-sale',
  'sale-or-transport',
];
/** No record makes such a situation: it is not printed. */
const IMPOSSIBLE = '';

const citations = new Map(PROVISIONS.map((each) => [each.code, each.citation]));

/**
 * The whole statute on one sheet, as CSV (RFC 4180, LF): every situation that a record can make stands in exactly one row.
 * A cell with several values says that the answer is the same for each of them, `any` that it is for all. An attempt, a
 * conspiracy and an old number that are reached are answered as the offence itself, whose rows are not repeated.
 */
export function outcomesSheet(): string {
  const head = [...SITUATION_COLUMNS.map((each) => each.head), ...RULED_COLUMNS];
  const rows = outcomeBlocks()
    .filter(({ says }) => says !== IMPOSSIBLE)
    .map(({ block, says }) => [
      ...SITUATION_COLUMNS.map(({ fact }) => cellOf(fact, block)),
      ...(JSON.parse(says) as string[]),
    ]);
  return [head, ...rows].map((row) => `${row.map(quoted).join(',')}\n`).join('');
}

/** Every situation there is in blocks of one answer; an empty text for those that no record makes. */
export function outcomeBlocks(): readonly Ruled[] {
  return collapse(saysOf, ORDER, ['form', 'section', 'era', 'reach', 'door']);
}

/** Everything that the sheet prints about a situation. */
export function saysOf(situation: Situation): string {
  const { offence, section } = situation;
  if (section === 'predecessor' && !WITH_PREDECESSOR.includes(offence)) return IMPOSSIBLE;
  return JSON.stringify(ruledCells(situation));
}

function ruledCells(situation: Situation): string[] {
  const answer = decideSituation(situation);
  if (isAsTheOffence(situation, answer)) return ['as the offense itself under its new number', '', '', '', ''];
  return [
    reliefWords(answer.relief),
    leftOf(situation, answer),
    answer.path.join(' + '),
    answer.path.map((code) => citations.get(code) ?? '').join('; '),
    answer.reason,
  ];
}

function isAsTheOffence(situation: Situation, { path }: SituationAnswer): boolean {
  if (situation.form === 'offence' && situation.section === 'named') return false;
  const itself = decideSituation({ ...situation, form: 'offence', section: 'named' });
  return itself.path.length > 1 && itself.path.join() === path.join();
}

/** Within the limit is presumed, but for what a plea stood for: the same situation over it. */
function leftOf(situation: Situation, { relief }: SituationAnswer): string {
  if (situation.amount === 'over-limit' || situation.offence === 'related') return '';
  const left = decideSituation({ ...situation, amount: 'over-limit' }).relief;
  return left === relief ? '' : reliefWords(left);
}

function cellOf(fact: FactName, block: Block): string {
  const values = block[fact];
  if (values.length === DOMAINS[fact].length) return 'any';
  const words: Readonly<Record<string, string>> = WORDS[fact] ?? {};
  if (fact === 'amount' && block.offence.every((each) => each === 'related')) {
    return values.map((each) => factValueWords(fact, each)).join(' | ');
  }
  return values.map((each) => words[each] ?? each).join(' | ');
}

function quoted(cell: string): string {
  return /[",\n]/.test(cell) ? `"${cell.replace(/"/g, '""')}"` : cell;
}

import { type Answer, answerOf, answerOfNumbers, type Guard } from '../answer/answer';
import { type PairComparer } from '../compare/compare-pair';
import { type Field, LEVELS, MISSING } from '../model/model-source';
import { type Weighing } from '../model/weighing';
import { type UnitTable } from '../table/unit-table';
import { GUARD_WORDS, LEVEL_WORDS } from './words';

/** What one field says. `weight` is in bits: 10 make it about a thousand times as likely that it is one person. */
export interface EvidenceLine {
  readonly field: Field;
  readonly level: string;
  readonly words: string;
  readonly weight: number;
}

export interface Evidence {
  readonly lines: readonly EvidenceLine[];
  /** What stands before any field: how rarely two records of these files are one person. */
  readonly prior: number;
  /** Prior and weights together. */
  readonly odds: number;
  /** What the pair alone gives; other records of either person can change it. */
  readonly answer: Answer;
  readonly guard: Guard;
  /** Why the sum alone does not decide; blank when it does. */
  readonly guardWords: string;
}

/** The evidence of two units; fields that a side lacks are not listed. */
export function evidenceOf(
  units: UnitTable,
  comparer: PairComparer,
  weighing: Weighing,
  prior: number,
  one: number,
  other: number,
): Evidence {
  const levels = comparer.compare(one, other);
  const { name } = levels;
  const codes: readonly (readonly [Field, number, number?])[] = [
    ['last', name.last, name.lastBits],
    ['first', name.first, name.firstBits],
    ['order', name.order],
    ['middle', name.middle],
    ['suffix', name.suffix],
    ['birth', levels.birth],
    ['case', levels.case],
    ['sex', levels.sex],
    ['ssn', levels.ssn],
  ];
  const lines = codes.flatMap(([field, code, bits]) =>
    code === MISSING ? [] : [line(field, code, bits ?? (weighing.of(field)[code] as number))],
  );
  const odds = prior + levels.bits;
  const { answer, guard } =
    answerOfNumbers(units, one, other, levels, odds, weighing) ?? answerOf(levels, odds, weighing);
  return { lines, prior, odds, answer, guard, guardWords: GUARD_WORDS[guard] };
}

function line(field: Field, code: number, weight: number): EvidenceLine {
  const level = LEVELS[field][code] ?? '';
  const words: Readonly<Record<string, string>> = LEVEL_WORDS[field];
  return { field, level, words: words[level] ?? level, weight };
}

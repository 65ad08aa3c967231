/** The fields that a model weighs, each with its levels. Codes of levels are their places in these lists. */
export const LEVELS = {
  last: ['same', 'sound', 'close', 'part', 'different'],
  first: ['same', 'nickname', 'sound', 'close', 'initial', 'middle', 'different'],
  order: ['straight', 'swapped'],
  middle: ['same', 'initial', 'different'],
  suffix: ['same', 'one-missing', 'different'],
  birth: ['same', 'swapped', 'digit', 'month', 'year-only', 'same-year', 'near', 'different', 'far'],
  case: ['same', 'similar', 'elsewhere'],
  sex: ['same', 'different'],
  ssn: ['same', 'different'],
} as const;

export type Field = keyof typeof LEVELS;
export type Level<F extends Field> = (typeof LEVELS)[F][number];

export const FIELDS = Object.keys(LEVELS) as readonly Field[];

/** The code of a field that cannot be compared, because a side lacks it. It weighs nothing. */
export const MISSING = 15;

/** The chance of a level between two records of one person (m) and of two people (u). */
export interface Chances {
  readonly m: number;
  readonly u: number;
}

/** `weights.yaml` as it is compiled. What each setting means stands there. */
export interface ModelSource {
  readonly model: string;
  readonly fitted: string;
  readonly settings: {
    readonly 'population-floor': number;
    readonly 'ask-from': number;
    readonly 'same-from': number;
    readonly 'same-from-unsure': number;
    readonly margin: number;
    readonly 'rarest-name': number;
    readonly nicknames: number;
    readonly sounds: number;
    readonly slips: number;
    readonly 'block-cap': number;
    readonly 'far-years': number;
  };
  readonly fields: { readonly [F in Field]: { readonly [L in Level<F>]: Chances } };
}

/** The code of a level by its name, so that a name that does not exist does not compile. */
export function levelCode<F extends Field>(field: F, level: Level<F>): number {
  return (LEVELS[field] as readonly string[]).indexOf(level);
}

import { type Chances, type Field, FIELDS, LEVELS, type ModelSource } from './model-source';

/** A model ready to weigh: weights in bits by field and level code. */
export class Weighing {
  private readonly bits: ReadonlyMap<Field, Float64Array>;
  readonly askFrom: number;
  readonly sameFrom: number;
  readonly margin: number;
  readonly blockCap: number;
  readonly farYears: number;

  constructor(private readonly source: ModelSource) {
    this.bits = new Map(FIELDS.map((field) => [field, bitsOf(source, field)]));
    this.askFrom = source.settings['ask-from'];
    this.sameFrom = source.settings['same-from'];
    this.margin = source.settings.margin;
    this.blockCap = source.settings['block-cap'];
    this.farYears = source.settings['far-years'];
  }

  /** The weights of a field by level code; 16 long, so that MISSING weighs 0. */
  of(field: Field): Float64Array {
    return this.bits.get(field) ?? new Float64Array(16);
  }

  /** Log2 of the odds that two of so many people drawn by chance are one. */
  prior(people: number): number {
    return -Math.log2(Math.max(people, this.source.settings['population-floor']));
  }

  /**
   * What a name that agrees weighs: the rarer, the more. `count` of `counted` records have it; few records say little of
   * how common a name is, so that the model's own share goes in as so many records more.
   */
  sameName(field: 'last' | 'first', count: number, counted: number): number {
    const { m, u } = this.source.fields[field].same;
    const share = (count + u * SAMPLE) / (counted + SAMPLE);
    return Math.log2(m) - Math.log2(Math.max(share, 1 / this.source.settings['rarest-name']));
  }
}

const SAMPLE = 1000;

function bitsOf(source: ModelSource, field: Field): Float64Array {
  const bits = new Float64Array(16);
  const levels: Readonly<Record<string, Chances>> = source.fields[field];
  LEVELS[field].forEach((level, code) => {
    const chances = levels[level];
    if (chances) bits[code] = Math.log2(chances.m / chances.u);
  });
  return bits;
}

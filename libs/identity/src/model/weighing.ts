import { type Chances, type Field, FIELDS, LEVELS, type ModelSource } from './model-source';

/** A model ready to weigh: weights in bits by field and level code. */
export class Weighing {
  private readonly bits: ReadonlyMap<Field, Float64Array>;
  readonly askFrom: number;
  readonly sameFrom: number;
  readonly sameFromUnsure: number;
  readonly margin: number;
  readonly blockCap: number;
  readonly farYears: number;

  constructor(private readonly source: ModelSource) {
    this.bits = new Map(FIELDS.map((field) => [field, bitsOf(source, field)]));
    this.askFrom = source.settings['ask-from'];
    this.sameFrom = source.settings['same-from'];
    this.sameFromUnsure = source.settings['same-from-unsure'];
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
    return Math.log2(this.source.fields[field].same.m) - this.commonness(field, count, counted);
  }

  /** What two names weigh that are only alike; `count` of the rarer one. Never more than the model's own weight. */
  likeName(field: 'last' | 'first', level: number, count: number, counted: number): number {
    const bits = (this.bits.get(field) as Float64Array)[level] as number;
    const name = LEVELS[field][level];
    const { settings, fields } = this.source;
    const [chances, names] =
      name === 'close'
        ? [fields[field].close, settings.slips]
        : name === 'sound'
          ? [fields[field].sound, settings.sounds]
          : [undefined, settings.nicknames];
    const known = name === 'nickname' ? fields.first.nickname : chances;
    return known === undefined
      ? bits
      : Math.min(bits, Math.log2(known.m / names) - this.commonness(field, count, counted));
  }

  /** Log2 of the share of people who have a name. */
  private commonness(field: 'last' | 'first', count: number, counted: number): number {
    const share = (count + this.source.fields[field].same.u * SAMPLE) / (counted + SAMPLE);
    return Math.log2(Math.max(share, 1 / this.source.settings['rarest-name']));
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

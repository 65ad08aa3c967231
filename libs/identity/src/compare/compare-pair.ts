import { levelCode, MISSING } from '../model/model-source';
import { type Weighing } from '../model/weighing';
import { type UnitTable } from '../table/unit-table';
import { compareBirths } from './compare-births';
import { NameComparer, type NameLevels } from './compare-names';

/** How two units compare, field by field: level codes, and the weights that do not follow from the code alone. */
export interface PairLevels {
  readonly name: NameLevels;
  readonly birth: number;
  readonly case: number;
  readonly sex: number;
  readonly ssn: number;
  /** One extract of a court lists both in one case: two defendants, unless it lists one twice. */
  readonly listedTogether: boolean;
  /** The sum of all weights in bits, without the prior. */
  readonly bits: number;
}

const NO_NAME: NameLevels = {
  last: MISSING,
  first: MISSING,
  order: MISSING,
  middle: MISSING,
  suffix: MISSING,
  lastBits: 0,
  firstBits: 0,
  bits: 0,
};
const CASE = {
  same: levelCode('case', 'same'),
  similar: levelCode('case', 'similar'),
  elsewhere: levelCode('case', 'elsewhere'),
};
const SEX = { same: levelCode('sex', 'same'), different: levelCode('sex', 'different') };
const SSN = { same: levelCode('ssn', 'same'), different: levelCode('ssn', 'different') };

/** Compares units. Of several names, and of several birth dates, the two that agree best count. */
export class PairComparer {
  private readonly nameComparer: NameComparer;
  private readonly birthBits: Float64Array;
  private readonly caseBits: Float64Array;
  private readonly sexBits: Float64Array;
  private readonly ssnBits: Float64Array;

  constructor(
    private readonly units: UnitTable,
    private readonly weighing: Weighing,
  ) {
    this.nameComparer = new NameComparer(units.records.names, weighing);
    this.birthBits = weighing.of('birth');
    this.caseBits = weighing.of('case');
    this.sexBits = weighing.of('sex');
    this.ssnBits = weighing.of('ssn');
  }

  /** The same whichever unit comes first. */
  compare(one: number, other: number): PairLevels {
    const [a, b] = one < other ? [one, other] : [other, one];
    const name = this.bestName(a, b);
    const birth = this.bestBirth(a, b);
    const cases = this.caseLevel(a, b);
    const [sexA, sexB] = [this.units.sex[a], this.units.sex[b]];
    const sex = sexA === 0 || sexB === 0 ? MISSING : sexA === sexB ? SEX.same : SEX.different;
    const ssn = this.ssnLevel(a, b);
    const bits =
      name.bits +
      (this.birthBits[birth] as number) +
      (this.caseBits[cases] as number) +
      (this.sexBits[sex] as number) +
      (this.ssnBits[ssn] as number);
    const listedTogether = cases === CASE.same && this.areListedTogether(a, b);
    return { name, birth, case: cases, sex, ssn, listedTogether, bits };
  }

  /** Does `unit` say of itself that it uses two names that tell `one` and `other` apart, one of each? */
  usesBothNames(unit: number, one: number, other: number): boolean {
    const { names } = this.units;
    for (let i = names.start(unit); i < names.end(unit); i++) {
      for (let j = names.start(unit); j < names.end(unit); j++) {
        const [a, b] = [names.item(i), names.item(j)];
        if (i !== j && this.nameComparer.areTwo(a, b) && this.usesName(one, a) && this.usesName(other, b)) return true;
      }
    }
    return false;
  }

  private usesName(unit: number, name: number): boolean {
    const { names } = this.units;
    for (let at = names.start(unit); at < names.end(unit); at++)
      if (this.nameComparer.areOne(names.item(at), name)) return true;
    return false;
  }

  private bestName(a: number, b: number): NameLevels {
    const { names } = this.units;
    let best = NO_NAME;
    for (let i = names.start(a); i < names.end(a); i++) {
      for (let j = names.start(b); j < names.end(b); j++) {
        const levels = this.nameComparer.compare(names.item(i), names.item(j));
        if (best === NO_NAME || levels.bits > best.bits) best = levels;
      }
    }
    return best;
  }

  private bestBirth(a: number, b: number): number {
    const { births } = this.units;
    let best = MISSING;
    for (let i = births.start(a); i < births.end(a); i++) {
      for (let j = births.start(b); j < births.end(b); j++) {
        const level = compareBirths(births.item(i), births.item(j), this.weighing.farYears);
        if (best === MISSING || (this.birthBits[level] as number) > (this.birthBits[best] as number)) best = level;
      }
    }
    return best;
  }

  private caseLevel(a: number, b: number): number {
    const { cases, records } = this.units;
    let best = MISSING;
    for (let i = cases.start(a); i < cases.end(a); i++) {
      const one = cases.item(i);
      for (let j = cases.start(b); j < cases.end(b); j++) {
        const other = cases.item(j);
        if (one === other) return CASE.same;
        if (best === CASE.similar || records.courtOfCase(one) !== records.courtOfCase(other)) continue;
        const core = records.coreOfCase(one);
        best = core !== 0 && core === records.coreOfCase(other) ? CASE.similar : CASE.elsewhere;
      }
    }
    return best;
  }

  private areListedTogether(a: number, b: number): boolean {
    const { listedCases } = this.units;
    for (let i = listedCases.start(a); i < listedCases.end(a); i++)
      for (let j = listedCases.start(b); j < listedCases.end(b); j++)
        if (listedCases.item(i) === listedCases.item(j)) return true;
    return false;
  }

  private ssnLevel(a: number, b: number): number {
    const { ssns } = this.units;
    let best = MISSING;
    for (let i = ssns.start(a); i < ssns.end(a); i++) {
      for (let j = ssns.start(b); j < ssns.end(b); j++) {
        if (ssns.item(i) === ssns.item(j)) return SSN.same;
        best = SSN.different;
      }
    }
    return best;
  }
}

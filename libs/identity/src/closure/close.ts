import { haveNumberInCommon, keepsApart } from '../answer/answer';
import { type PairComparer } from '../compare/compare-pair';
import { PairCache } from '../compare/pair-cache';
import { type PairSet } from '../decisions/decided-pairs';
import { type Weighing } from '../model/weighing';
import { type UnitTable } from '../table/unit-table';
import { A_TURN } from '../turns';
import { Clusters } from './clusters';
import { EDGE, type Edges, EdgesByUnit } from './edges';

/** What became of the edges. */
export interface Closed {
  readonly clusters: Clusters;
  /** Edges that joined two units, in the order in which they did. */
  readonly joined: readonly number[];
  /** Edges that a person has to answer: the strongest one between two people. */
  readonly asked: readonly { readonly edge: number; readonly why: AskReason }[];
  /** Joins of people's own decisions that would make two CIIs, or refused records, one person. */
  readonly contradicted: readonly (readonly [number, number])[];
}

/** `weight`: the evidence is not enough. `rival`: it fits another as well. `contradicts`: it fits one record of the person and not another. `number`: a number says one person, name and birth date two. */
export type AskReason = 'weight' | 'rival' | 'contradicts' | 'number';

/** Whether two units are kept apart, in a byte. */
const APART = { no: 0, yes: 1, likeTwins: 2, sexes: 3 } as const;

/**
 * Joins units along their edges, the strongest first, and never two people of whose records any two contradict each
 * other. People's decisions come first; what they refused stays apart for ever.
 */
export class Closure {
  private readonly clusters: Clusters;
  private readonly byUnit: EdgesByUnit;
  /** How strongly each unit was joined, in bits. */
  private readonly held: Float64Array;
  /** What the fields of two units say, as `APART` codes it: each record that comes to a person is compared with all of that person's again. */
  private readonly known = new PairCache();

  constructor(
    private readonly units: UnitTable,
    private readonly edges: Edges,
    private readonly comparer: PairComparer,
    private readonly refused: PairSet,
    private readonly weighing: Weighing,
  ) {
    this.clusters = new Clusters(units.length);
    this.byUnit = new EdgesByUnit(edges, units.length);
    this.held = new Float64Array(units.length);
  }

  /** Gives the share of the edges that is done, now and then. */
  *run(decided: readonly (readonly [number, number])[]): Generator<number, Closed> {
    const contradicted: (readonly [number, number])[] = [];
    for (const [one, other] of decided) {
      if (this.areApart(one, other, (a, b) => this.refused.has(a, b) || this.units.areTwoNumbers(a, b)))
        contradicted.push([one, other]);
      else this.join(one, other, Infinity);
    }
    const joined: number[] = [];
    const open: { edge: number; why: AskReason }[] = [];
    let seen = 0;
    for (const edge of this.edges.strongestFirst()) {
      if (seen++ % A_TURN === 0) yield seen / this.edges.length;
      const [one, other, odds] = [this.edges.one.at(edge), this.edges.other.at(edge), this.edges.odds.at(edge)];
      if (this.clusters.root(one) === this.clusters.root(other) || this.refused.has(one, other)) continue;
      if (this.edges.kind.at(edge) !== EDGE.joins)
        open.push({ edge, why: this.edges.kind.at(edge) === EDGE.number ? 'number' : 'weight' });
      else if (this.areApart(one, other, this.contradict)) {
        if (Math.max(this.held[one] as number, this.held[other] as number) < odds + this.weighing.margin)
          open.push({ edge, why: 'contradicts' });
      } else if (this.hasRival(one, other, odds) || this.hasRival(other, one, odds)) open.push({ edge, why: 'rival' });
      else {
        this.join(one, other, odds);
        joined.push(edge);
      }
    }
    return { clusters: this.clusters, joined, asked: this.stillOpen(open), contradicted };
  }

  private join(one: number, other: number, odds: number): void {
    this.clusters.join(one, other);
    for (const unit of [one, other]) this.held[unit] = Math.max(this.held[unit] as number, odds);
  }

  private readonly contradict = (one: number, other: number, witnesses: readonly number[] = []): boolean =>
    this.units.areTwoNumbers(one, other) ||
    this.units.isNumberDoubted(one, other) ||
    this.refused.has(one, other) ||
    this.keptApart(one, other, witnesses);

  private readonly guardOf = (one: number, other: number): number => {
    const guard = keepsApart(this.comparer.compare(one, other));
    if (guard === 'none') return APART.no;
    return guard === 'twins' ? APART.likeTwins : guard === 'sexes' ? APART.sexes : APART.yes;
  };

  /**
   * Do the fields say two people? Not by their names when one record of the person, or a witness, says that it uses both; not by their
   * sexes when one has a number of the one and the sex of the other.
   */
  private keptApart(one: number, other: number, witnesses: readonly number[]): boolean {
    const apart = this.known.code(one, other, this.guardOf);
    if (apart === APART.no || apart === APART.yes) return apart === APART.yes;
    for (const units of [this.clusters.units(one), this.clusters.units(other), witnesses])
      for (const unit of units) if (this.explains(apart, unit, one, other)) return false;
    return true;
  }

  private explains(apart: number, unit: number, one: number, other: number): boolean {
    if (apart === APART.likeTwins) return this.comparer.usesBothNames(unit, one, other);
    return this.hasSexOf(unit, one, other) || this.hasSexOf(unit, other, one);
  }

  /** Does `unit` have the sex of `one`, and a number of `other`? */
  private hasSexOf(unit: number, one: number, other: number): boolean {
    if (unit === one || this.units.sex[unit] !== this.units.sex[one]) return false;
    return haveNumberInCommon(this.comparer.compare(unit, other));
  }

  /** Does any record of the one person contradict any of the other's? */
  private areApart(one: number, other: number, contradict: (one: number, other: number) => boolean): boolean {
    for (const a of this.clusters.units(one))
      for (const b of this.clusters.units(other)) if (contradict(a, b)) return true;
    return false;
  }

  /** Does `unit` fit somebody nearly as well who cannot be the person of `other`? */
  private hasRival(unit: number, other: number, odds: number): boolean {
    for (const edge of this.byUnit.at(unit)) {
      // Somebody who looks like a brother is no rival: who it is not, is known.
      if (this.edges.kind.at(edge) === EDGE.kin || this.edges.odds.at(edge) <= odds - this.weighing.margin) continue;
      const rival = this.edges.one.at(edge) === unit ? this.edges.other.at(edge) : this.edges.one.at(edge);
      if (rival === other || this.refused.has(unit, rival)) continue;
      if (this.clusters.root(rival) === this.clusters.root(other)) continue;
      if (this.areApart(rival, other, (a, b) => this.contradict(a, b, [unit]))) return true;
    }
    return false;
  }

  /** One question for two people, and none for those who were joined another way or cannot be one any more. */
  private stillOpen(open: readonly { edge: number; why: AskReason }[]): { edge: number; why: AskReason }[] {
    const asked = new Set<number>();
    return open.filter(({ edge, why }) => {
      const [one, other] = [this.clusters.root(this.edges.one.at(edge)), this.clusters.root(this.edges.other.at(edge))];
      const key = Math.min(one, other) * 0x4000000 + Math.max(one, other);
      if (one === other || asked.has(key)) return false;
      if (
        (why === 'weight' || why === 'number') &&
        this.areApart(one, other, (a, b) => this.refused.has(a, b) || this.units.areTwoNumbers(a, b))
      )
        return false;
      asked.add(key);
      return true;
    });
  }
}

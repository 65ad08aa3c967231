import { type PartialDate } from '@clearway/record';
import { type RowPlace } from '../table/table-row';
import { ownText } from '../values/known-texts';
import { type CountRow } from './court-extract';
import { CaseList } from './kept/case-list';
import { CaseCharges } from './kept/case-charges';
import { type KeptCount, type KeptRow, KeptRows } from './kept/kept-rows';

/** A person of the file has no more: what has is a word such as UNKNOWN that stands for many. */
export const MOST_CASES = 890;
const MOST_COUNTS = 999;

/** Who a row says that it is of. */
export interface SaidOf {
  readonly name: string;
  readonly birthDate: PartialDate;
}

/** Do name and birth date say clearly that these are two people? */
export type AreClearlyTwo = (one: SaidOf, other: SaidOf) => boolean;

interface Draft {
  readonly key: string;
  readonly cii: string;
  readonly said: SaidOf;
  first: number;
  last: number;
  cases: number;
  incomplete: boolean;
}

/** A defendant with the places of the rows of each case. */
export interface KeptDefendant {
  readonly key: string;
  readonly cii: string;
  /** The file has somebody else under this CII too. */
  readonly sharesCii: boolean;
  readonly cases: readonly Iterable<KeptRow>[];
  readonly incomplete: boolean;
  readonly twoCiis: boolean;
}

/** Rows of the file by defendant and case, while they arrive: places only. */
export class Defendants {
  private readonly drafts = new Map<string, Draft>();
  /** CIIs under which somebody else stands too, by their keys, with those others. */
  private readonly sharing = new Map<string, Draft[]>();
  /** The one CII of a number of the court's, or several. */
  private readonly ciisOfNumber = new Map<string, string | Set<string>>();
  private readonly cases = new CaseList();
  private readonly rows = new KeptRows();
  private readonly charges = new CaseCharges();
  private readonly agencies = new Map<string, number>();

  /** `areClearlyTwo`: rows that have one CII and are of two people are two defendants. */
  constructor(private readonly areClearlyTwo: AreClearlyTwo = () => false) {}

  of(key: string, cii: string, said: SaidOf): Draft {
    const known = this.drafts.get(key);
    if (known === undefined) return this.begin(key, key, cii, said);
    if (cii === '' || !this.isSomebodyElse(known, said)) return known;
    const others = this.sharing.get(key) ?? [];
    const other = others.find((each) => !this.isSomebodyElse(each, said));
    if (other !== undefined) return other;
    const made = this.begin(toldByName(key, said), key, cii, said);
    this.sharing.set(known.key, [...others, made]);
    return made;
  }

  private begin(at: string, key: string, cii: string, { name, birthDate }: SaidOf): Draft {
    const own = ownText(at);
    // Whoever has no CII is held against nobody.
    const said = cii === '' ? NOBODY : { name: ownText(name), birthDate };
    const made: Draft = {
      key: ownText(key),
      cii: ownText(cii),
      said,
      first: -1,
      last: -1,
      cases: 0,
      incomplete: false,
    };
    this.drafts.set(own, made);
    return made;
  }

  private isSomebodyElse({ said }: Draft, row: SaidOf): boolean {
    return said.name !== row.name && said.birthDate !== row.birthDate && this.areClearlyTwo(said, row);
  }

  /**
   * Puts the row's counts into the case. A number that is taken by a count of the same charge is that count: the row says what came later.
   * With another charge it becomes the next free number, unless rows belong together by it.
   */
  add(
    draft: Draft,
    agency: string,
    caseNumber: string,
    place: RowPlace,
    counts: readonly CountRow[],
    together: boolean,
  ): 'added' | 'renumbered' | 'too-many' {
    const key = this.caseKey(agency, caseNumber);
    let index = draft.first < 0 ? -1 : this.cases.find(draft.first, key);
    if (index < 0 && draft.cases >= MOST_CASES) return 'too-many';
    let renumbered = false;
    const numbers = new Map<number, KeptCount>();
    const inRow = new Set<number>();
    for (const { count, facts } of counts) {
      if (numbers.has(count)) continue;
      const charge = this.charges.of(facts);
      const known = together || count <= 0 ? -1 : this.countLike(index, count, charge);
      let number = known > 0 ? known : Math.max(1, count);
      if (!together && known <= 0)
        while (inRow.has(number) || (index >= 0 && this.cases.isTaken(index, number))) number += 1;
      renumbered ||= count > 0 && known <= 0 && number !== count;
      if (number > MOST_COUNTS) return 'too-many';
      numbers.set(count, { number, charge, asWritten: number === count });
      inRow.add(number);
    }
    if (index < 0) {
      index = this.cases.add(ownText(key), draft.first, draft.last, draft.cases + 1);
      if (draft.first < 0) draft.first = index;
      draft.last = index;
      draft.cases++;
    }
    for (const [written, { number, asWritten }] of numbers) {
      if (written > 0 && !asWritten && !this.cases.isTaken(index, number)) this.charges.moved(index, written, number);
      this.cases.take(index, number);
    }
    this.cases.setLastRow(index, this.rows.add(place, numbers.values(), this.cases.rowsOf(index).last));
    return renumbered ? 'renumbered' : 'added';
  }

  /** The count of the case to which the court gave this number and that is of this charge; -1 where there is none. */
  private countLike(index: number, written: number, charge: number): number {
    if (index < 0) return -1;
    const moved = this.charges.movedFrom(index, written);
    if (moved.length === 0 && !this.cases.isTaken(index, written)) return -1;
    for (const { counts, charges, asWritten } of this.rows.from(this.cases.rowsOf(index).first))
      for (let at = 0; at < counts.length; at++) {
        const number = counts[at]!;
        const isWritten = number === written ? asWritten[at] : moved.includes(number);
        if (isWritten && this.charges.alike(charges[at]!, charge)) return number;
      }
    return -1;
  }

  noteCii(personNumber: string, cii: string): void {
    if (personNumber === '' || cii === '') return;
    const known = this.ciisOfNumber.get(personNumber);
    if (known === undefined) this.ciisOfNumber.set(ownText(personNumber), ownText(cii));
    else if (typeof known !== 'string') known.add(cii);
    else if (known !== cii) this.ciisOfNumber.set(personNumber, new Set([known, cii]));
  }

  account(): { readonly counts: number; readonly cases: number; readonly defendants: number } {
    let defendants = 0;
    for (const { cases } of this.drafts.values()) if (cases > 0) defendants++;
    return { counts: this.cases.counts, cases: this.cases.length, defendants };
  }

  /** In the order of the file; those of whom no row was used are left out. */
  *found(): Generator<KeptDefendant> {
    const double = new Set(
      [...this.ciisOfNumber.values()].flatMap((each) => (typeof each === 'string' ? [] : [...each])),
    );
    for (const { key, cii, said, first, cases, incomplete } of this.drafts.values()) {
      if (cases === 0) continue;
      const sharesCii = this.sharing.has(key);
      yield {
        key: sharesCii ? toldByName(key, said) : key,
        cii,
        sharesCii,
        cases: this.cases.from(first).map((index) => this.rows.from(this.cases.rowsOf(index).first)),
        incomplete,
        twoCiis: cii !== '' && double.has(cii),
      };
    }
  }

  /** All used rows, in the order of the file. */
  usedRows(): Iterable<KeptRow> {
    return this.rows.inOrder();
  }

  private caseKey(agency: string, caseNumber: string): string {
    let court = this.agencies.get(agency);
    if (court === undefined) this.agencies.set(ownText(agency), (court = this.agencies.size));
    return `${court} ${caseNumber.toUpperCase()}`;
  }
}

const NOBODY: SaidOf = { name: '', birthDate: 0 };

function toldByName(key: string, { name, birthDate }: SaidOf): string {
  return `${key}\0name=${name}\0birth-date=${birthDate}`;
}

import { readCharge, type Offence } from '@clearway/record';

/** An entry's citation, read. */
export interface Cited {
  readonly path: readonly string[];
  readonly exactly: boolean;
}

/** Entries by code and section; a section `190.*` stands for every decimal section of 190. */
export class SectionIndex<T extends Cited> {
  private readonly entries = new Map<string, Map<string, T[]>>();

  /** Throws a RangeError when the text is not a citation such as `PC 288(a)`, `PC 288 exactly` or `PC 190.*`. */
  add(text: string, make: (cited: Cited) => T): void {
    const exactly = text.endsWith(' exactly');
    const wildcard = text.endsWith('.*');
    const citation = text.replace(/ exactly$/, '').replace(/\.\*$/, '');
    const offence = readCharge(citation).offences[0];
    if (!offence) throw new RangeError(`the code list entry "${text}" is not a citation such as "PC 288(a)"`);
    const sections = this.entries.get(offence.code) ?? new Map<string, T[]>();
    const section = `${offence.section}${wildcard ? '.*' : ''}`;
    sections.set(section, [...(sections.get(section) ?? []), make({ path: offence.path, exactly })]);
    this.entries.set(offence.code, sections);
  }

  /** The entries of the offence's section, whatever their subdivisions. */
  ofSection(offence: Offence): readonly T[] | undefined {
    const sections = this.entries.get(offence.code);
    if (!sections) return undefined;
    const decimal = offence.section.indexOf('.');
    return (
      sections.get(offence.section) ??
      (decimal > 0 ? sections.get(`${offence.section.slice(0, decimal)}.*`) : undefined)
    );
  }
}

/** Does the entry cover the offence: the same section, and the entry's subdivision or one under it? */
export function covers(entry: Cited, offence: Offence): boolean {
  if (entry.exactly && entry.path.length !== offence.path.length) return false;
  return entry.path.every((each, i) => offence.path[i] === each);
}

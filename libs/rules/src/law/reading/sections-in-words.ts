import { type Conviction } from '../../person/convictions';
import { isCannabisSection } from '../../person/cannabis';

/**
 * Sections that the words of a charge name beside the offences that it cites (`11359 HS-POSSESS FOR SALE, 11358`): another
 * charge or a circumstance, which only a person can tell. A section that is cited anyway is not among them.
 */
export function sectionsInWords({ charge }: Pick<Conviction, 'charge'>): readonly string[] {
  const sections: string[] = [];
  for (const each of charge.open ?? []) {
    const section = each.code === 'section-in-words' ? /^\d+(?:\.\d+)?/.exec(each.words)?.[0] : undefined;
    if (section !== undefined && !charge.offences.some((one) => one.section === section)) sections.push(section);
  }
  return sections;
}

/** Cites no cannabis section, but its words name one: a row, so that nobody is left out unseen. */
export function namesCannabisInWords(conviction: Conviction): boolean {
  return conviction.charge.open !== undefined && sectionsInWords(conviction).some(isCannabisSection);
}

import { dispositionKinds } from '@clearway/record';
import { DISPOSITION_WORDS, type DispositionMeaning, RESULTS, type Result } from '../mapping/fields';
import { type Mapping } from '../mapping/read-mapping';
import { KnownTexts } from './known-texts';

type Severity = 'FELONY' | 'MISDEMEANOR' | 'INFRACTION';
const SEVERITIES: Readonly<Record<string, Severity>> = {
  F: 'FELONY',
  FEL: 'FELONY',
  FELONY: 'FELONY',
  M: 'MISDEMEANOR',
  MISD: 'MISDEMEANOR',
  MISDEMEANOR: 'MISDEMEANOR',
  MISDEMEANOUR: 'MISDEMEANOR',
  I: 'INFRACTION',
  INF: 'INFRACTION',
  INFRACTION: 'INFRACTION',
};

/** The code tables of a mapping. Codes are compared without case and blanks around. */
export class CourtCodes {
  private readonly dispositions: ReadonlyMap<string, DispositionMeaning>;
  private readonly severities: ReadonlyMap<string, Severity>;
  private readonly sections: ReadonlyMap<string, string>;
  private readonly results: ReadonlyMap<string, Result>;

  constructor({ codes }: Mapping) {
    this.dispositions = inverted(codes?.disposition ?? {});
    this.severities = new Map(
      [...inverted(codes?.severity ?? {})].map(([code, word]) => [code, SEVERITIES[word.toUpperCase()] ?? 'FELONY']),
    );
    this.sections = new Map(Object.entries(codes?.section ?? {}).map(([code, charge]) => [plainCode(code), charge]));
    this.results = inverted(codes?.result ?? {});
  }

  /**
   * What was done in the state's words. Words of the court that the rules know stay as they are; `known` is false where neither
   * table nor rules know them: a conviction may hide there.
   */
  disposition(code: string, text: string): { readonly text: string; readonly known: boolean } {
    const meaning = this.dispositions.get(plainCode(code)) ?? this.dispositions.get(plainCode(text));
    const written = text === '' ? code : text;
    if (meaning !== undefined) {
      const kinds = dispositionKinds(written);
      const same = kinds.length === 1 && kinds[0] === meaning;
      return { text: same ? written.toUpperCase() : DISPOSITION_WORDS[meaning], known: true };
    }
    return { text: written.toUpperCase(), known: written === '' || !dispositionKinds(written).includes('other') };
  }

  severity(text: string): { readonly text: string; readonly known: boolean } {
    const found = this.severities.get(plainCode(text)) ?? SEVERITIES[plainCode(text)];
    return { text: found ?? text.toUpperCase(), known: text === '' || found !== undefined };
  }

  /** The charge as it is cited: by the table, else section and letters put together. */
  charge(text: string, code: string): string {
    const found = this.sections.get(plainCode(`${text} ${code}`)) ?? this.sections.get(plainCode(text));
    if (found !== undefined) return found;
    if (code === '') return text;
    return text === '' ? code : `${text} ${code}`;
  }

  result(text: string): Result | undefined {
    return this.results.get(plainCode(text)) ?? RESULTS.find((each) => each.toUpperCase() === plainCode(text));
  }
}

const PLAIN = new KnownTexts((text) => text.trim().replace(/\s+/g, ' ').toUpperCase());

export function plainCode(text: string): string {
  return PLAIN.of(text);
}

function inverted<Word extends string>(
  table: Readonly<Partial<Record<Word, readonly string[]>>>,
): ReadonlyMap<string, Word> {
  const entries = Object.entries(table) as [Word, readonly string[]][];
  return new Map(entries.flatMap(([word, codes]) => codes.map((code) => [plainCode(code), word] as const)));
}

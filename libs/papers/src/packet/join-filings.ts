import { type FilledForm, type FormEdition, type FormFiling, type HeldFiling } from './form-source';

/** A file of filings on one form. */
export interface JoinedFilings {
  readonly file: FilledForm;
  /** Places of its filings among those that were given, in order. */
  readonly filings: readonly number[];
}

/** Fills a form for many filings in one file, or in several where one would be larger than the court takes. */
export function joinFilings(
  edition: FormEdition,
  filings: readonly FormFiling[],
  date: number,
  limit: number,
): { readonly parts: readonly JoinedFilings[]; readonly held: readonly HeldFiling[] } {
  const held: HeldFiling[] = [];
  const join = (asked: readonly number[]): readonly JoinedFilings[] => {
    if (asked.length === 0) return [];
    const own = asked.map((filing) => filings[filing] as FormFiling);
    const filled = edition.fill(own, { title: titleOf(edition, own), date });
    const out = new Set(filled.held.map(({ filing }) => filing));
    const rest = asked.filter((_, i) => !out.has(i));
    if (!filled.file || filled.file.bytes.length <= limit || rest.length < 2) {
      for (const { filing, detail } of filled.held) held.push({ filing: asked[filing] ?? 0, detail });
      return filled.file ? [{ file: filled.file, filings: rest }] : [];
    }
    const half = Math.ceil(asked.length / 2);
    return [...join(asked.slice(0, half)), ...join(asked.slice(half))];
  };
  const parts = join(filings.map((_, i) => i));
  return { parts, held: held.sort((a, b) => a.filing - b.filing) };
}

function titleOf({ form }: FormEdition, filings: readonly FormFiling[]): string {
  const caseOf = (filing: FormFiling | undefined): string => String(filing?.facts['caseNumber'] ?? '');
  const [first, last] = [caseOf(filings[0]), caseOf(filings[filings.length - 1])];
  return `${form} ${first}${first === last ? '' : ` TO ${last}`}`.trim();
}

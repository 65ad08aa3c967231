import { BYTE_ORDER_MARK, csvRow } from '@clearway/spreadsheets';
import { type TallyJson } from '../tally/tally';
import { DEFECT_WORDS, type QualityKind } from './defect-words';

/** One kind of defect in a run. */
export interface QualityLine {
  readonly kind: QualityKind;
  /** People whom it touches. */
  readonly people: number;
  /** Places: rows of `data_quality_rows.csv`. */
  readonly places: number;
  /** Convictions for which more relief would be filed if it were mended. */
  readonly convictionsKept: number;
}

/** The kinds that a run has, what they keep from relief first, then by people. */
export function qualityLines({ tables }: Pick<TallyJson, 'tables'>): readonly QualityLine[] {
  return Object.entries(tables.defectPlaces ?? {})
    .filter((entry): entry is [QualityKind, number] => entry[0] in DEFECT_WORDS)
    .map(([kind, places]) => ({
      kind,
      people: tables.defectPeople[kind] ?? 0,
      places,
      convictionsKept: tables.defectConvictions[kind] ?? 0,
    }))
    .sort((a, b) => b.convictionsKept - a.convictionsKept || b.people - a.people || (a.kind < b.kind ? -1 : 1));
}

/** `data_quality.csv`: what the data cannot tell, by kind. */
export function dataQualityCsv(tally: Pick<TallyJson, 'tables'>): string {
  const head = ['kind', 'in_words', 'people', 'places', 'convictions_kept_from_relief', 'what_mends_it'];
  const rows = qualityLines(tally).map(({ kind, people, places, convictionsKept }) => [
    kind,
    DEFECT_WORDS[kind].what,
    String(people),
    String(places),
    String(convictionsKept),
    DEFECT_WORDS[kind].mend,
  ]);
  return BYTE_ORDER_MARK + [head, ...rows].map((cells) => csvRow(cells)).join('');
}

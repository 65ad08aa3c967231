import { BYTE_ORDER_MARK, csvRow } from '@clearway/spreadsheets';
import { DEFECT_KINDS, type DefectKind } from '@clearway/record';
import { type FileCounts } from '../run/reported-run';
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

/** What a kind is looked for in; without it nothing can be found. */
function notLookedFor(kind: DefectKind, files: readonly Pick<FileCounts, 'source'>[]): string | undefined {
  const has = (of: 'court-extract' | undefined): boolean => files.some(({ source }) => source?.kind === of);
  if (kind === 'not-in-the-court-extract' && !has('court-extract')) return "no court's export in this run";
  if (kind === 'not-in-the-state-file' && !has(undefined)) return 'no file of the state in this run';
  const isOfSeveral =
    kind === 'not-in-the-state-file' || kind === 'sources-disagree' || kind === 'possible-other-record';
  if (isOfSeveral && files.every(({ source }) => source === undefined))
    return "no court's export and no RAP sheet in this run";
  return kind === 'not-in-the-court-extract' && !has(undefined) ? 'no file of the state in this run' : undefined;
}

/** `data_quality.csv`: what the data cannot tell, by kind; last those that nobody has, and those that nothing in the run could show. */
export function dataQualityCsv(tally: Pick<TallyJson, 'tables'>, files: readonly Pick<FileCounts, 'source'>[]): string {
  const head = ['kind', 'in_words', 'people', 'places', 'convictions_kept_from_relief', 'what_mends_it'];
  const lines = qualityLines(tally);
  const none = DEFECT_KINDS.filter((each) => !lines.some(({ kind }) => kind === each)).map((kind) => {
    const missing = notLookedFor(kind, files);
    return [
      kind,
      DEFECT_WORDS[kind].what,
      '0',
      '0',
      '0',
      missing ? `not looked for: ${missing}` : DEFECT_WORDS[kind].mend,
    ];
  });
  const rows = lines.map(({ kind, people, places, convictionsKept }) => [
    kind,
    DEFECT_WORDS[kind].what,
    String(people),
    String(places),
    String(convictionsKept),
    DEFECT_WORDS[kind].mend,
  ]);
  return BYTE_ORDER_MARK + [head, ...rows, ...none].map((cells) => csvRow(cells)).join('');
}

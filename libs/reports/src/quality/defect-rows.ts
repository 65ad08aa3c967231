import { type DecidedPerson, type PricedDefect } from '@clearway/rules';
import { BYTE_ORDER_MARK, csvRow, safeCsvRow } from '@clearway/spreadsheets';
import { fileLabels } from '../run/file-labels';
import { DEFECT_WORDS, type QualityKind, SEVERAL_TOGETHER } from './defect-words';

/** Columns of `data_quality_rows.csv`; `clearway fix export` reads them. */
export const DEFECT_COLUMNS = [
  'Person',
  'Name',
  'CII',
  'Subject ID',
  'File',
  'Line',
  'Count',
  'Charge',
  'Court',
  'Case Number',
  'Kind',
  'In Words',
  'Field',
  'Recorded Now',
  'Or Field',
  'Or Recorded Now',
  'Value Wanted',
  'Convictions Kept From Relief',
  'Which',
] as const;

/** Writes `data_quality_rows.csv`: every defect in the order of people. For the office's own use. */
export class DefectWriter {
  private readonly labels: readonly string[];

  /** @param fileNames names of the input files by their index */
  constructor(fileNames: readonly string[]) {
    this.labels = fileLabels(fileNames);
  }

  header(): string {
    return `${BYTE_ORDER_MARK}${csvRow(DEFECT_COLUMNS)}`;
  }

  /** The rows of one person; '' when the record tells everything. */
  rowsOf(person: DecidedPerson): string {
    const { defects, keptTogether } = person;
    if (defects === undefined) return '';
    const about = [person.person, person.name, person.ciis.join('; '), person.subjectIds.join('; ')];
    let text = '';
    for (const each of defects) text += safeCsvRow([...about, ...this.cellsOf(each)]);
    for (const key of keptTogether ?? []) text += safeCsvRow([...about, ...togetherCells(person, key, this.labels)]);
    return text;
  }

  private cellsOf({ kind, key, at, field, now, or, count, keeps }: PricedDefect): readonly string[] {
    const { what, mend } = DEFECT_WORDS[kind];
    return [
      ...placeCells(at, this.labels),
      key,
      count?.charge ?? '',
      count?.court ?? '',
      count?.caseNumbers.join('; ') ?? '',
      kind,
      what,
      field,
      now,
      or?.field ?? '',
      or?.now ?? '',
      mend,
      String(keeps.length),
      keeps.join('; '),
    ];
  }
}

function togetherCells({ convictions }: DecidedPerson, key: string, labels: readonly string[]): readonly string[] {
  const conviction = convictions.find((each) => each.key === key);
  const numbers = [...new Set(conviction?.caseNumbers.map(({ number }) => number.trim()) ?? [])].join('; ');
  const { what, mend } = DEFECT_WORDS[SEVERAL_TOGETHER];
  const about = [
    key,
    conviction?.citation ?? '',
    conviction?.court.name ?? '',
    numbers,
    SEVERAL_TOGETHER satisfies QualityKind,
    what,
  ];
  return [...placeCells(conviction?.row, labels), ...about, '', '', '', '', mend, '1', key];
}

function placeCells(at: PricedDefect['at'], labels: readonly string[]): readonly string[] {
  if (!at) return ['', ''];
  return [labels[at.file] ?? '', at.page === undefined ? String(at.line) : `page ${at.page}, line ${at.line}`];
}

/** How many rows `DefectWriter.rowsOf` writes for a person. */
export function defectRows({ defects, keptTogether }: Pick<DecidedPerson, 'defects' | 'keptTogether'>): number {
  return (defects?.length ?? 0) + (keptTogether?.length ?? 0);
}

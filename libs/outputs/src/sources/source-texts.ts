import { type Coverage, type Covered, coveredBy, printDate, yearOf } from '@clearway/record';
import { annotationCsv, annotationHeader, type AnnotationRun, type FileCounts } from '@clearway/reports';
import { type DecidedConviction, type DecidedPerson } from '@clearway/rules';
import { BYTE_ORDER_MARK, csvCells, csvRow, safeCell } from '@clearway/spreadsheets';
import { type FileKind, RunFiles } from './run-files';

/** Years of which a court's export has convictions of a county and its courthouses. */
export type CoveredYears = Coverage;

/** Rows of one or more people, and how many. */
export interface SourceRows {
  readonly sourceResults: string;
  readonly foundInOne: string;
  readonly counts: SourceRowCounts;
}

export interface SourceRowCounts {
  readonly sourceResults: number;
  /** By the index of the file: those whose conviction stands there and in no state file. */
  readonly own: readonly (readonly [file: number, count: number])[];
  readonly foundInOne: number;
  readonly missingFromState: number;
  readonly missingFromCourts: number;
}

const WHERE = ['Person', 'Name', 'CII', 'Found In', 'Places', 'County', 'Court', 'Case Numbers', 'Charge'] as const;
const ONE_SOURCE = [
  'Person',
  'Name',
  'CII',
  'Found In',
  'Missing From',
  'Places',
  'County',
  'Court',
  'Case Numbers',
  'Citation',
  'Charge',
  'Severity',
  'Date of Conviction',
  'Outcome',
  'Floor',
  'Conviction',
  'Absence Judged By',
] as const;

/**
 * Rows of `source_results.csv`: one for each decided conviction that a source beside the state's files names; and of
 * `found_in_one_source.csv`: convictions that no state file has, and those that a court's export should have and has not.
 */
export class SourceTexts {
  private readonly files: RunFiles;

  constructor(
    private readonly run: AnnotationRun,
    files: readonly Pick<FileCounts, 'name' | 'source'>[],
    private readonly covered: readonly CoveredYears[],
  ) {
    this.files = new RunFiles(files);
  }

  heads(): { readonly sourceResults: string; readonly foundInOne: string } {
    return {
      sourceResults: `${BYTE_ORDER_MARK}${csvRow([...WHERE, ...annotationHeader()])}`,
      foundInOne: `${BYTE_ORDER_MARK}${csvRow(ONE_SOURCE)}`,
    };
  }

  rowsOf(person: DecidedPerson): SourceRows {
    let sourceResults = '';
    let foundInOne = '';
    const own = new Map<number, number>();
    const counts = { sourceResults: 0, foundInOne: 0, missingFromState: 0, missingFromCourts: 0 };
    for (const conviction of person.convictions) {
      const covered = this.coveredBy(conviction);
      const missing = this.missingFrom(conviction, covered !== undefined);
      if (conviction.namedBy) {
        sourceResults += `${csvCells(this.where(person, conviction).map(safeCell))},${annotationCsv(person, conviction, this.run)}\n`;
        counts.sourceResults++;
        const { file } = conviction.row;
        if (file >= this.files.stateFiles) own.set(file, (own.get(file) ?? 0) + 1);
      }
      if (missing.length === 0) continue;
      foundInOne += csvRow(this.oneSource(person, conviction, missing, covered).map(safeCell));
      counts.foundInOne++;
      if (missing.includes('state-file')) counts.missingFromState++;
      if (missing.includes('court-extract')) counts.missingFromCourts++;
    }
    return { sourceResults, foundInOne, counts: { ...counts, own: [...own] } };
  }

  private missingFrom(conviction: DecidedConviction, isCovered: boolean): readonly FileKind[] {
    const kinds = this.files.kindsOf(conviction.namedBy ?? [conviction.row]);
    const missing: FileKind[] = [];
    if (this.files.stateFiles > 0 && !kinds.includes('state-file')) missing.push('state-file');
    if (!kinds.includes('court-extract') && isCovered) missing.push('court-extract');
    return missing;
  }

  /** Would an export of the run have it, and what says so? */
  private coveredBy({ court, convictedOn }: DecidedConviction): Covered | undefined {
    if (convictedOn <= 0) return undefined;
    const year = yearOf(convictedOn);
    return coveredBy(this.covered, court, ({ from, to }) => from <= year && year <= to);
  }

  private where(person: DecidedPerson, conviction: DecidedConviction): readonly string[] {
    const rows = conviction.namedBy ?? [conviction.row];
    const { court, chargeText, citation } = conviction;
    return [
      person.person,
      person.name,
      person.ciis.join('; '),
      this.files.kindsOf(rows).join('; '),
      this.files.places(rows),
      court.county,
      court.name,
      caseNumbers(conviction),
      `${citation} ${chargeText}`.trim(),
    ];
  }

  private oneSource(
    person: DecidedPerson,
    conviction: DecidedConviction,
    missing: readonly FileKind[],
    covered: Covered | undefined,
  ): readonly string[] {
    const [id, name, ciis, found, places, county, court, cases] = this.where(person, conviction) as [
      string,
      string,
      string,
      string,
      string,
      string,
      string,
      string,
    ];
    const { citation, chargeText, severity, convictedOn, determination, key } = conviction;
    return [
      id,
      name,
      ciis,
      found,
      missing.join('; '),
      places,
      county,
      court,
      cases,
      citation,
      chargeText,
      severity,
      printDate(convictedOn),
      determination.outcome,
      determination.floor,
      key,
      missing.includes('court-extract') ? (covered ?? '') : '',
    ];
  }
}

function caseNumbers({ caseNumbers: all }: DecidedConviction): string {
  return [...new Set(all.map(({ number }) => number.trim()))].filter((each) => each !== '').join('; ');
}

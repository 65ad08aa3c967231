import { type FileCounts, fileLabels } from '@clearway/reports';
import { type SourceRow } from '@clearway/record';

export type FileKind = 'state-file' | 'court-extract' | 'rap-sheet';

type Row = Pick<SourceRow, 'file' | 'line' | 'page'>;

/** The files of a run by their index: kinds and what reports call them. */
export class RunFiles {
  readonly kinds: readonly FileKind[];
  readonly stateFiles: number;
  private readonly labels: readonly string[];

  constructor(files: readonly Pick<FileCounts, 'name' | 'source'>[]) {
    this.kinds = files.map(({ source }) => source?.kind ?? 'state-file');
    this.stateFiles = this.kinds.filter((kind) => kind === 'state-file').length;
    this.labels = fileLabels(files.map(({ name }) => name));
  }

  label(file: number): string {
    return this.labels[file] ?? '';
  }

  kindsOf(rows: readonly Row[]): readonly FileKind[] {
    const found = new Set(rows.map(({ file }) => this.kinds[file]));
    return (['state-file', 'court-extract', 'rap-sheet'] as const).filter((kind) => found.has(kind));
  }

  /** `county.dat line 12; sheet.pdf page 1 line 30`. */
  places(rows: readonly Row[]): string {
    const places = rows.map(
      ({ file, line, page }) =>
        `${this.label(file)} ${page === undefined || this.kinds[file] !== 'rap-sheet' ? '' : `page ${page} `}line ${line}`,
    );
    return [...new Set(places)].join('; ');
  }
}

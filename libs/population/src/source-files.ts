import { type SourceFile } from '@clearway/record';
import { type Sources } from './sources';

/** What each file of a run is and covers, by its index, as defects of records are looked for. */
export function sourceFilesOf({ state, others }: Pick<Sources, 'state' | 'others'>): SourceFile[] {
  return [
    ...state.files.map((): SourceFile => ({ kind: 'state-file' })),
    ...others.map(({ kind, coverage }): SourceFile => {
      const covers = coverage.map(({ county, from, to }) => ({
        county,
        from: from * 10_000 + 101,
        to: to * 10_000 + 1231,
      }));
      return covers.length === 0 ? { kind } : { kind, covers };
    }),
  ];
}

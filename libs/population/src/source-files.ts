import { type Coverage, type SourceFile } from '@clearway/record';
import { type Sources } from './sources';

/** What each file of a run is and covers, by its index, as defects of records are looked for. */
export function sourceFilesOf({ state, others }: Pick<Sources, 'state' | 'others'>): SourceFile[] {
  return [
    ...state.files.map((): SourceFile => ({ kind: 'state-file' })),
    ...others.map(({ kind, coverage }): SourceFile => {
      const covers = coverage.map(inDays);
      return covers.length === 0 ? { kind } : { kind, covers };
    }),
  ];
}

/** Years as days. */
function inDays({ county, courthouses, unnamed, ...years }: Coverage): Coverage {
  return {
    county,
    ...daysOf(years),
    ...(courthouses
      ? { courthouses: courthouses.map(({ courthouse, ...span }) => ({ courthouse, ...daysOf(span) })) }
      : {}),
    ...(unnamed ? { unnamed: daysOf(unnamed) } : {}),
  };
}

function daysOf({ from, to }: { readonly from: number; readonly to: number }): { from: number; to: number } {
  return { from: from * 10_000 + 101, to: to * 10_000 + 1231 };
}

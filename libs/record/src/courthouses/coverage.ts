import { courthousePlace } from './courthouse-place';

/** Years, or days, from the first conviction to the last one. */
interface Span {
  readonly from: number;
  readonly to: number;
}

/** Of a court's export: convictions of a county that it has. */
export interface Coverage extends Span {
  /** Upper case, as `Agency.county`. */
  readonly county: string;
  /** Courthouses that it names (`courthousePlace`), each with its own years; absent where it names none. */
  readonly courthouses?: readonly (Span & { readonly courthouse: string })[];
  /** Convictions of which it names none that is known; absent beside `courthouses` where there is no such. */
  readonly unnamed?: Span;
}

/** What it was judged by that an export would have a conviction. */
export type Covered = 'courthouse' | 'county';

/**
 * Would an export have a conviction of this court? By the courthouse where the court's name and the export both say one; an export of
 * some courthouses lacks nothing of the others. Else by the county. Undefined: nobody expects it there.
 *
 * @param isWithin does the time of the conviction lie in the span?
 */
export function coveredBy(
  coverage: readonly Coverage[],
  court: { readonly county: string; readonly name: string },
  isWithin: (span: Span) => boolean,
): Covered | undefined {
  const county = court.county.trim().toUpperCase();
  const here = coverage.filter((each) => each.county === county && isWithin(each));
  if (here.length === 0) return undefined;
  const place = here.some(({ courthouses }) => courthouses) ? courthousePlace(court.name, county) : '';
  if (
    place !== '' &&
    here.some(({ courthouses }) => courthouses?.some((each) => each.courthouse === place && isWithin(each)))
  )
    return 'courthouse';
  const asCounty = here.some(({ courthouses, unnamed }) =>
    place === '' || !courthouses ? true : unnamed !== undefined && isWithin(unnamed),
  );
  return asCounty ? 'county' : undefined;
}

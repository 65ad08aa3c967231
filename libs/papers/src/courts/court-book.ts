import { type CourtProfile } from './court-profile';
import { CourtProfileError, type CourtProfileProblem, UnknownCourtError } from './errors';
import { type Prosecutors, PROSECUTORS_FILE, readProsecutors } from './prosecutors';
import { type CourtsText, type PlacedProfile, readCourts, recordName } from './read-courts';
import { COURT_TEXTS } from './courts.generated';

/** A court as the record names it, and the one of today that takes its papers. */
export interface FoundCourt {
  /** Follows `closed` to the courthouse that takes papers today. */
  readonly profile: CourtProfile;
  /** True where a profile knows this courthouse; false where only its county, or nothing, is known of it. */
  readonly known: boolean;
}

const ANY = 'ANY';

/** Court profiles of Clearway and, before them, those of an office. Plain lookups, nothing that depends on order. */
export class CourtBook {
  /** Who signs for each agency: `prosecutors.yaml` of the office's folder. */
  readonly prosecutors: Prosecutors;
  private readonly byId = new Map<string, PlacedProfile>();
  private readonly byName = new Map<string, CourtProfile>();
  private readonly byPattern: { readonly pattern: RegExp; readonly length: number; readonly profile: CourtProfile }[] =
    [];
  private readonly byOri = new Map<string, CourtProfile>();
  private readonly counties = new Map<string, CourtProfile>();

  private constructor(own: readonly CourtsText[], shipped: readonly CourtsText[]) {
    const problems: CourtProfileProblem[] = [];
    const twice = (placed: PlacedProfile, path: readonly (string | number)[], words: string): void =>
      void problems.push({
        file: placed.file,
        line: placed.lineOf(path),
        path: [placed.path, ...path].join('.'),
        words,
      });
    const signs = own.filter(({ file }) => file === PROSECUTORS_FILE);
    this.prosecutors = Object.assign(
      {},
      ...signs.map((text) => tryRead(readProsecutors, text, problems) ?? {}),
    ) as Prosecutors;
    for (const texts of [shipped, own.filter((text) => !signs.includes(text))]) {
      const seen = new Set<string>();
      for (const text of texts) {
        const read = tryRead(readCourts, text, problems);
        if (!read) continue;
        this.counties.set(read.county.county, read.county);
        for (const placed of read.courthouses) {
          const { id } = placed.profile;
          if (seen.has(id)) twice(placed, ['id'], 'another courthouse has this id: give each its own');
          seen.add(id);
          this.byId.set(id, placed);
        }
      }
    }
    for (const placed of this.byId.values()) this.enter(placed, twice);
    this.byPattern.sort((a, b) => b.length - a.length);
    for (const placed of this.byId.values()) this.checkSuccessor(placed, twice);
    if (!this.counties.has(ANY))
      problems.push({ file: 'any-county.yaml', line: 0, path: 'county', words: 'no file is for any county: add one' });
    if (problems.length > 0) throw new CourtProfileError(problems);
  }

  /**
   * @param own files of an office's folder; a courthouse there replaces the one of its id, and what a file says of a county replaces
   *   what Clearway says of it. Throws a CourtProfileError that lists every problem with file and line.
   */
  static of(own: readonly CourtsText[] = [], shipped: readonly CourtsText[] = shippedCourts()): CourtBook {
    return new CourtBook(own, shipped);
  }

  /** Every courthouse, by county and id. */
  all(): readonly CourtProfile[] {
    return [...this.byId.values()]
      .map(({ profile }) => profile)
      .sort((a, b) => compare(a.county, b.county) || compare(a.id, b.id));
  }

  /** What holds for each county beside its courthouses. */
  ofCounties(): readonly CourtProfile[] {
    return [...this.counties.values()].sort((a, b) => compare(a.county, b.county));
  }

  /** A courthouse, or what holds for a county, by its id. Throws an UnknownCourtError. */
  profile(id: string): CourtProfile {
    const found = this.byId.get(id)?.profile ?? this.ofCounties().find((each) => each.id === id);
    if (!found) throw new UnknownCourtError();
    return found;
  }

  /** The courthouse that takes the papers of a court of the record today. By name first: a code can be a whole court's. */
  find(county: string, name: string, ori: string): FoundCourt {
    const here = county.trim().toUpperCase();
    const wanted = recordName(name);
    const byName =
      this.byName.get(`${here}\n${wanted}`) ??
      this.byPattern.find((each) => each.profile.county === here && each.pattern.test(wanted))?.profile;
    const found = byName ?? (wanted === '' ? this.byOri.get(`${here}\n${ori.trim()}`) : undefined);
    if (found) return { profile: this.today(found), known: true };
    return { profile: this.counties.get(here) ?? (this.counties.get(ANY) as CourtProfile), known: false };
  }

  /** Follows successors to a courthouse that takes papers. */
  private today(profile: CourtProfile): CourtProfile {
    let now = profile;
    while (now.closed) now = (this.byId.get(now.closed.successor) as PlacedProfile).profile;
    return now;
  }

  private enter(placed: PlacedProfile, twice: Twice): void {
    const { profile } = placed;
    const enter = (map: Map<string, CourtProfile>, value: string, path: readonly (string | number)[]): void => {
      const key = `${profile.county}\n${value}`;
      const other = map.get(key);
      if (other && other.id !== profile.id)
        twice(placed, path, `stands for ${other.id} too: leave it to one of the two`);
      map.set(key, profile);
    };
    profile.knownAs.forEach((name, i) => {
      enter(this.byName, name, ['known as', i]);
      if (name.includes('*')) this.byPattern.push({ pattern: patternOf(name), length: name.length, profile });
    });
    if (!this.byName.has(`${profile.county}\n${recordName(profile.name)}`))
      this.byName.set(`${profile.county}\n${recordName(profile.name)}`, profile);
    profile.oris.forEach((ori, i) => enter(this.byOri, ori, ['ori', i]));
  }

  private checkSuccessor(placed: PlacedProfile, twice: Twice): void {
    const path = ['closed', 'successor'];
    const seen = new Set([placed.profile.id]);
    for (let now = placed.profile; now.closed; ) {
      const next = this.byId.get(now.closed.successor)?.profile;
      if (!next) {
        if (now === placed.profile) twice(placed, path, 'no courthouse has this id: name one that takes papers');
        return;
      }
      if (seen.has(next.id))
        return twice(placed, path, 'leads back to a closed courthouse: name one that takes papers');
      seen.add(next.id);
      now = next;
    }
  }
}

type Twice = (placed: PlacedProfile, path: readonly (string | number)[], words: string) => void;

/** The files that come with Clearway. */
export function shippedCourts(): readonly CourtsText[] {
  return Object.entries(COURT_TEXTS).map(([file, text]) => ({ file, text }));
}

function tryRead<Read>(
  reader: (text: CourtsText) => Read,
  text: CourtsText,
  problems: CourtProfileProblem[],
): Read | undefined {
  try {
    return reader(text);
  } catch (error) {
    if (!(error instanceof CourtProfileError)) throw error;
    problems.push(...error.problems);
    return undefined;
  }
}

function patternOf(name: string): RegExp {
  const parts = name.split('*').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

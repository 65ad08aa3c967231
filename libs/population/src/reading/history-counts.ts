import { type Coverage, courthousePlace, type History, yearOf } from '@clearway/record';

interface Years {
  from: number;
  to: number;
}

/** Counts of the histories of one file, for the tie-out and for what the file covers. */
export class HistoryCounts {
  histories = 0;
  namedRows = 0;
  counts = 0;
  private readonly rows = new Set<number>();
  private readonly counties = new Set<string>();
  /** By county, and in it by courthouse; '' of convictions that name none. */
  private readonly years = new Map<string, Map<string, Years>>();
  private readonly places = new Map<string, string>();

  add(history: History): void {
    this.histories++;
    for (const { steps } of history.cycles)
      for (const { type, agency, counts } of steps)
        for (const { rows, dispositions } of counts) {
          this.counts++;
          this.namedRows += rows.length;
          for (const { row } of rows) this.rows.add(row);
          if (type !== 'court-action' || agency.county === '') continue;
          this.counties.add(agency.county);
          const convicted = dispositions.find(({ kind }) => kind === 'convicted');
          if (convicted && convicted.date > 0) this.cover(agency.county, this.placeOf(agency), yearOf(convicted.date));
        }
  }

  get distinctRows(): number {
    return this.rows.size;
  }

  countiesInOrder(): string[] {
    return [...this.counties].sort();
  }

  coverage(): Coverage[] {
    return [...this.years]
      .map(([county, byPlace]): Coverage => {
        const unnamed = byPlace.get('');
        const courthouses = [...byPlace]
          .filter(([courthouse]) => courthouse !== '')
          .sort(([one], [other]) => (one < other ? -1 : 1))
          .map(([courthouse, years]) => ({ courthouse, ...years }));
        const all = [...byPlace.values()];
        return {
          county,
          from: Math.min(...all.map(({ from }) => from)),
          to: Math.max(...all.map(({ to }) => to)),
          ...(courthouses.length > 0 ? { courthouses, ...(unnamed ? { unnamed } : {}) } : {}),
        };
      })
      .sort((a, b) => (a.county < b.county ? -1 : 1));
  }

  private cover(county: string, place: string, year: number): void {
    const byPlace = this.years.get(county) ?? new Map<string, Years>();
    this.years.set(county, byPlace);
    const known = byPlace.get(place);
    if (!known) byPlace.set(place, { from: year, to: year });
    else if (year < known.from) known.from = year;
    else if (year > known.to) known.to = year;
  }

  private placeOf({ county, name }: { readonly county: string; readonly name: string }): string {
    const key = `${county}\0${name}`;
    const known = this.places.get(key) ?? courthousePlace(name, county);
    this.places.set(key, known);
    return known;
  }
}

/** Has a court convicted of anything? */
export function convictionsIn(history: History): number {
  let convictions = 0;
  for (const { steps } of history.cycles)
    for (const { counts } of steps)
      for (const { dispositions } of counts) if (dispositions.some(({ kind }) => kind === 'convicted')) convictions++;
  return convictions;
}

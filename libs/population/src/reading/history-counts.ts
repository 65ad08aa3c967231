import { type History, yearOf } from '@clearway/record';
import { type Coverage } from './other-file';

/** Counts of the histories of one file, for the tie-out and for what the file covers. */
export class HistoryCounts {
  histories = 0;
  namedRows = 0;
  counts = 0;
  private readonly rows = new Set<number>();
  private readonly counties = new Set<string>();
  private readonly years = new Map<string, { from: number; to: number }>();

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
          if (convicted && convicted.date > 0) this.cover(agency.county, yearOf(convicted.date));
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
      .map(([county, { from, to }]) => ({ county, from, to }))
      .sort((a, b) => (a.county < b.county ? -1 : 1));
  }

  private cover(county: string, year: number): void {
    const known = this.years.get(county);
    if (!known) this.years.set(county, { from: year, to: year });
    else if (year < known.from) known.from = year;
    else if (year > known.to) known.to = year;
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

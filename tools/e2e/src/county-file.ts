import { synthesizeSync } from '@clearway/synthetic-county';

/** A synthetic county file in memory: realistic, with every kind of awkward row, and the same bytes every time. */
export function countyFile(rows: number, seed = 11, county = 'FRESNO'): Buffer {
  return Buffer.concat([...synthesizeSync({ county, rows, seed })]);
}

/** What a run over one uploaded file is asked for with. */
export function runOver(sha256: string, more: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return {
    files: [{ sha256, name: 'county.dat' }],
    county: 'Fresno',
    policy: { name: 'los-angeles-2020' },
    papersOfAReplay: true,
    asOf: '2020-07-01',
    ...more,
  };
}

import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { populationOfRun } from '@clearway/contracts';
import { type Answer } from '@clearway/messaging';
import { guarded } from '@clearway/persistence';
import { CodedError } from '@clearway/platform';
import { ReadRun } from './population.entities';

/** What was read for a run, from its newest revision. */
@Injectable()
export class Populations {
  constructor(@Inject(DataSource) private readonly source: DataSource) {}

  async of(office: string, run: string): Promise<Answer<typeof populationOfRun>> {
    const [row] = await guarded(() =>
      this.source.getRepository(ReadRun).find({ where: { office, run }, order: { revision: 'DESC' }, take: 1 }),
    );
    if (!row) throw new CodedError('run.unknown', 'ingestion knows no such run of this office: check its id');
    const rejectedRows =
      row.rejectedRows === null
        ? null
        : { name: 'rejected_rows.csv', sha256: row.rejectedRows, bytes: Number(row.rejectedRowsBytes) };
    return {
      sealed: row.manifest !== null,
      batches: row.batches ?? 0,
      persons: row.persons ?? 0,
      population: row.population,
      rejectedRows,
    };
  }
}

import { ContentStore, unpackMembers } from '@clearway/content-store';
import { guarded } from '@clearway/persistence';
import { CodedError } from '@clearway/platform';
import { type DecidedPerson } from '@clearway/rules';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type DecidedRunView } from './decided-runs';

/** Reads one person back out of the blobs of a run. */
@Injectable()
export class StoredConvictions {
  constructor(
    @Inject(DataSource) private readonly source: DataSource,
    private readonly store: ContentStore,
  ) {}

  /** The decided person, and the blob of histories that this one was decided from. Throws `conviction.unknown`. */
  async of(
    { office, run, revision }: DecidedRunView,
    person: string,
    conviction: string,
  ): Promise<{ decided: DecidedPerson; histories: string }> {
    const [row] = await guarded(
      () =>
        this.source.query(
          `SELECT b.blob, b.histories, d.member_offset, d.member_length FROM determination d JOIN decision_batch b USING (office, run, revision, batch)
           WHERE d.office = $1 AND d.run = $2 AND d.revision = $3 AND d.person = $4 AND d.conviction = $5 LIMIT 1`,
          [office, run, revision, person, conviction],
        ) as Promise<{ blob: string; histories: string; member_offset: number; member_length: number }[]>,
    );
    if (!row)
      throw new CodedError(
        'conviction.unknown',
        'no such conviction was decided in this run: take person and conviction from a page of determinations',
      );
    const [decided] = unpackMembers(
      await this.store.readRange(row.blob, row.member_offset, row.member_offset + row.member_length),
    ) as DecidedPerson[];
    if (!decided)
      throw new CodedError(
        'conviction.not-in-blob',
        'the stored decision does not hold the conviction of its row',
        'bug',
      );
    return { decided, histories: row.histories };
  }
}

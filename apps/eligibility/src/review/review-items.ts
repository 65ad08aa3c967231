import { loadPolicy } from '@clearway/county-policy';
import { CodedError, codedErrorOf } from '@clearway/platform';
import { ReviewWriter } from '@clearway/reports';
import { readReviewCsv, type ReviewItem } from '@clearway/review';
import { Injectable } from '@nestjs/common';
import { DecidedRuns } from '../determinations/decided-runs';
import { StoredConvictions } from '../determinations/stored-convictions';

/** What is asked of one conviction of a run, as a row of the review has it. */
@Injectable()
export class ReviewItems {
  constructor(
    private readonly runs: DecidedRuns,
    private readonly stored: StoredConvictions,
  ) {}

  /** Throws `review.replay` when the run was decided under a replay. */
  async of(office: string, run: string, person: string, conviction: string): Promise<ReviewItem> {
    const decidedRun = await this.runs.of(office, run);
    const { decided } = await this.stored.of(decidedRun, person, conviction);
    const { policy, inputs } = decidedRun.settings;
    const writer = new ReviewWriter(
      loadPolicy(policy.text),
      inputs.map(({ name }) => name),
    );
    const only = { ...decided, convictions: decided.convictions.filter(({ key }) => key === conviction) };
    const item = firstItem(writer.header() + writer.rowsOf(only, true));
    if (!item)
      throw new CodedError(
        'conviction.not-in-blob',
        'the stored decision does not hold the conviction of its row',
        'bug',
      );
    return item;
  }
}

function firstItem(rows: string): ReviewItem | undefined {
  try {
    return [...readReviewCsv(rows)][0];
  } catch (error) {
    throw codedErrorOf(error);
  }
}

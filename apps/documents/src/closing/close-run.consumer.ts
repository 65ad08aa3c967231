import { noticesSealed, type MessageContract } from '@clearway/contracts';
import { type Consumer, type Work } from '@clearway/messaging';
import { Injectable } from '@nestjs/common';
import { ClosingBooks } from './closing-books';

type NoticesSealed = typeof noticesSealed extends MessageContract<string, infer Data> ? Data : never;

/** The letters are sealed: notes their manifest, and closes the books when the papers stand as well. */
@Injectable()
export class CloseRun implements Consumer<NoticesSealed> {
  readonly contract = noticesSealed;
  readonly stage = 'drawing';

  constructor(private readonly closing: ClosingBooks) {}

  async handle(work: Work<NoticesSealed>): Promise<void> {
    const { office, run, revision, data } = work.message;
    await work.step('drawing.notices', 0, async (transaction) => {
      await transaction.query(
        `INSERT INTO drawn_run (office, run, revision, notices) VALUES ($1, $2, $3, $4)
         ON CONFLICT (office, run, revision) DO UPDATE SET notices = excluded.notices`,
        [office, run, revision, data.manifest],
      );
    });
    await this.closing.closeWhenBothStand(work);
  }
}

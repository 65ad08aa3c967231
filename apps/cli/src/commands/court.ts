import { type Command } from 'commander';
import { type Terminal } from '../terminal/terminal';
import { addCourtAnswers } from './court-answers';
import { addCourtBatches } from './court-batches';
import { addCourtMatch } from './court-match';
import { addCourtProfiles } from './court-profiles';

/** Everything between the office and its courts: the list of cases, batches, the way back. */
export function addCourt(program: Command, terminal: () => Terminal, outcome: { exitCode: number }): void {
  const court = program
    .command('court')
    .summary('ask a court about cases, release batches, take its answers back')
    .description(
      "Keeps an office's book of filings in a folder: which cases a court was asked about and what it said, which batches were made, signed and sent, what the court did with each line, and of which orders the state was told. Events are only ever added, each with the hash of the one before.",
    )
    .addHelpText(
      'after',
      '\nExamples, from the list to the state told:\n  clearway court match export county.dat --county FRESNO --as-of 2026-11-23 --filing-book book/ --out test.xlsx --test 50\n  clearway court match import test.xlsx --filing-book book/ --by "Court clerk"\n  clearway court batches results/ --filing-book book/\n  clearway court release 3f9a01bc --by "Jane Roe" --on 2026-12-01 --filing-book book/ --i-have-read-the-dangers\n  clearway court sent 3f9a01bc --on 2026-12-02 --filing-book book/\n  clearway court receipt answers.csv --by analyst --filing-book book/\n  clearway court open --filing-book book/ --out open.xlsx\n  clearway court state --filing-book book/ --out state.csv\n\nThe whole way, with an example: docs/court-batches.md',
    );
  addCourtProfiles(court, terminal);
  addCourtMatch(court, terminal);
  addCourtBatches(court, terminal, outcome);
  addCourtAnswers(court, terminal);
}

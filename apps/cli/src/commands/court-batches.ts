import { type Command, Option } from 'commander';
import { type BatchesOptions } from '../court/batches';
import { type BookOptions } from '../court/book-folder';
import { type CorrectOptions, type VoidOptions } from '../court/correct';
import { type ReleaseOptions, type SentOptions } from '../court/release';
import { type Terminal } from '../terminal/terminal';
import { withBook, withExample } from './court-options';
import { calendarDay } from './options';

const BATCH = 'id of a batch, or its first characters (four or more)';
const BY = ['--by <name>', 'who records it (default: the user of this machine)'] as const;

export function addCourtBatches(court: Command, terminal: () => Terminal, outcome: { exitCode: number }): void {
  withExample(
    withBook(
      court
        .command('batches')
        .description(
          'Takes folders of batches into the book (with a copy of each), and lists every batch with what became of its lines.',
        )
        .argument('[folders...]', 'results with papers, or folders of batches'),
    )
      .option('--out <file>', 'write the list, .csv or .xlsx')
      .option(...BY),
    'batches results/ --filing-book book/',
    'batches --filing-book book/ --out batches.xlsx',
  ).action(async (paths: string[], options: BatchesOptions) =>
    (await import('../court/batches.js')).batches(paths, options, terminal()),
  );
  withExample(
    court
      .command('verify')
      .description(
        "Checks every file of a batch by its hash, the pages of each PDF by a reader of its own, the hash of the list of convictions that motion and order print beside the exhibit's own, and the rows beside the totals. Exit code 7 when anything differs.",
      )
      .argument('<folder|batch>', "a batch's folder, or with --filing-book the id of a batch")
      .option('--filing-book <folder>', "the office's book of filings"),
    'verify results/papers/fresno/fresno-county-district-attorney',
    'verify 3f9a01bc --filing-book book/',
  ).action(async (what: string, options: { filingBook?: string }) => {
    outcome.exitCode = await (await import('../court/verify.js')).verify(what, options, terminal());
  });
  withExample(
    withBook(
      court
        .command('release')
        .description(
          'Records that somebody signed a batch: verifies it, shows the danger list, and asks. What is released does not change any more.',
        )
        .argument('<batch|folder>', `${BATCH}, or its folder`),
    )
      .requiredOption('--by <name>', 'who signed the papers')
      .requiredOption('--on <date>', 'day of the signature, YYYY-MM-DD', calendarDay)
      .option(
        '--forms <folder>',
        'forms of courts, to note on which editions it was filled (default as for `clearway forms`)',
      )
      .option('--i-have-read-the-dangers', 'the danger list was worked through; without it a terminal is asked'),
    'release 3f9a01bc --by "Jane Roe" --on 2026-12-01 --filing-book book/',
  ).action(async (what: string, options: ReleaseOptions) =>
    (await import('../court/release.js')).release(what, options, terminal()),
  );
  withExample(
    withBook(
      court
        .command('void')
        .description('Takes a release back before the batch is sent, and shows what differs from what was signed.')
        .argument('<batch>', BATCH),
    )
      .requiredOption('--why <words>', 'why')
      .option(...BY),
    'void 3f9a01bc --why "a later run decided otherwise" --filing-book book/',
  ).action(async (what: string, options: VoidOptions) =>
    (await import('../court/correct.js')).voidRelease(what, options, terminal()),
  );
  withExample(
    withBook(
      court
        .command('correct')
        .description(
          'Puts a new batch, whose manifest names the released one, in its place. The new one is then released and sent like any other.',
        )
        .argument('<batch>', BATCH),
    )
      .requiredOption('--with <batch|folder>', 'the new batch')
      .requiredOption('--why <words>', 'why')
      .addOption(
        new Option(
          '--rest <what>',
          'open lines that the new batch does not have: they stay before the court, or all are withdrawn',
        )
          .choices(['withdrawn', 'stays'])
          .default('stays'),
      )
      .option(
        '--withdraw <line>',
        'a line that is not asked for any more; may be given several times',
        (text: string, before: readonly string[]) => [...before, text],
        [],
      )
      .option(...BY),
    'correct 3f9a01bc --with results2/papers/fresno/fresno-county-district-attorney --why "wrong section" --filing-book book/',
  ).action(async (what: string, options: CorrectOptions) =>
    (await import('../court/correct.js')).correct(what, options, terminal()),
  );
  withExample(
    withBook(
      court
        .command('difference')
        .description('Shows which lines two batches have more, fewer, or with other values, field by field.')
        .argument('<first>', `${BATCH}, or a folder`)
        .argument('<second>', 'the later one'),
    ).option('--out <file>', 'write the list, .csv or .xlsx'),
    'difference 3f9a01bc 77aa0e12 --filing-book book/ --out difference.xlsx',
  ).action(async (first: string, second: string, options: BookOptions & { out?: string }) =>
    (await import('../court/correct.js')).difference(first, second, options, terminal()),
  );
  withExample(
    withBook(
      court
        .command('sent')
        .description(
          'Records that a released batch went to the court, after its copy was verified once more. Its lines are open from that day.',
        )
        .argument('<batch>', BATCH),
    )
      .option('--on <date>', 'the day, YYYY-MM-DD (default: today)', calendarDay)
      .option('--how <words>', 'by hand, by e-filing, ...', '')
      .option(...BY),
    'sent 3f9a01bc --on 2026-12-02 --how "by hand" --filing-book book/',
  ).action(async (what: string, options: SentOptions) =>
    (await import('../court/release.js')).sent(what, options, terminal()),
  );
}

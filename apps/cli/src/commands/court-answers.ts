import { type Command } from 'commander';
import { type AfterOrderOptions } from '../court/after-order';
import { type BookOptions } from '../court/book-folder';
import { type UndoOptions } from '../court/history';
import { type ReceiptOptions } from '../court/receipt';
import { type ReceiptThroughServices } from '../court/receipt-through-services';
import { type ListOptions, type StateOptions } from '../court/reports';
import { type ResendOptions } from '../court/resend';
import { type Terminal } from '../terminal/terminal';
import { withBook, withBookOrServices, withExample } from './court-options';
import { calendarDay, severalFiles } from './options';

const BY = ['--by <name>', 'who records it (default: the user of this machine)'] as const;
const OUT = ['--out <file>', 'write the whole list, .csv or .xlsx'] as const;
const AS_OF = ['--as-of <date>', 'on which day, YYYY-MM-DD (default: today)', calendarDay] as const;

function again(text: string, before: readonly string[]): readonly string[] {
  return [...before, text];
}

export function addCourtAnswers(court: Command, terminal: () => Terminal): void {
  withExample(
    withBookOrServices(
      court
        .command('receipt')
        .description(
          'Takes what the court did with each line, .csv, .xlsx or .json, compares it with what was filed, and records it. One wrong line, and nothing is taken: every problem is said at once.',
        )
        .argument('<file>', 'the answers of the court'),
    )
      .option('--by <name>', 'who answered, or who imports (services note the user of the machine)')
      .option('--batch <batch>', 'the batch of lines that name none')
      .option('--on <date>', 'the day of lines that name none, YYYY-MM-DD', calendarDay)
      .option('--words <file>', "the court's own words for answers (YAML)")
      .option('--partial', 'take the lines that are right although others are wrong'),
    'receipt answers.csv --by "Court clerk" --batch 3f9a01bc --on 2026-12-15 --filing-book book/',
    'receipt answers.csv --batch 3f9a01bc44de0123 --url http://127.0.0.1:4180 --office fresno-da',
  ).action(async (path: string, options: ReceiptThroughServices & Partial<ReceiptOptions>) =>
    (await import('../court/receipt-through-services.js')).receiptByBookOrServices(path, options, terminal()),
  );
  withExample(
    withBook(
      court
        .command('receipt-form')
        .description('Writes the lines of a batch that are open as a list that a clerk fills in.')
        .argument('<batch>', 'id of a batch'),
    ).requiredOption('--out <file>', 'the list, .xlsx or .csv'),
    'receipt-form 3f9a01bc --out answers.xlsx --filing-book book/',
  ).action(async (what: string, options: BookOptions & { out: string }) =>
    (await import('../court/receipt.js')).writeReceiptForm(what, options, terminal()),
  );
  withExample(
    withBook(
      court
        .command('open')
        .description('What is before a court without an answer, since when, by age: to 30, 60, 90 days and over.'),
    )
      .option(...AS_OF)
      .option(...OUT),
    'open --filing-book book/ --out open.xlsx',
  ).action(async (options: ListOptions) => (await import('../court/reports.js')).openReport(options, terminal()));
  withExample(
    withBook(
      court
        .command('resend')
        .description(
          'What the court did not find or found different: the list with what to do, and with --to a batch of data to send again.',
        ),
    )
      .option(...OUT)
      .option('--to <folder>', 'write a batch of these lines there, one folder for each batch that is concerned'),
    'resend --filing-book book/ --out again.xlsx --to again/',
  ).action(async (options: ResendOptions) => (await import('../court/resend.js')).resend(options, terminal()));
  withExample(
    withBook(
      court
        .command('state')
        .description(
          "Of which orders the state's record must be told (PC 13151: within 30 days), with what the record is found by, and which are overdue; --told records that it was told of all that is listed.",
        ),
    )
      .option(...AS_OF)
      .option(...OUT)
      .option('--batch <batch>', 'only of this batch')
      .option(
        '--told <date>',
        'record that the state was told on this day of the orders up to it, YYYY-MM-DD',
        calendarDay,
      )
      .option('--how <words>', 'with --told: by which form or file', '')
      .option(...BY),
    'state --filing-book book/ --out state.csv',
    'state --told 2026-12-20 --how "JUS 8715" --filing-book book/',
  ).action(async (options: StateOptions) => (await import('../court/reports.js')).stateReport(options, terminal()));
  withExample(
    withBook(
      court
        .command('after-order')
        .description(
          "Compares what was granted with refreshed files of the state and RAP sheets, with courts' exports that have a --mapping, or with a court's own list (.csv, .xlsx): what did not change is the list.",
        ),
    )
      .requiredOption('--file <file>', 'the refreshed file; may be given several times', again, [])
      .option(
        '--mapping <file=mapping>',
        "how a court's export is read; it is then joined with the others",
        severalFiles,
      )
      .option('--decisions <file>', "the office's decisions: who is one person")
      .option('--all', 'list every granted line with what was seen of it')
      .option(...OUT),
    'after-order --file county2027.dat --filing-book book/ --out unchanged.xlsx',
  ).action(async (options: AfterOrderOptions) =>
    (await import('../court/after-order.js')).afterOrder(options, terminal()),
  );
  withExample(
    withBook(
      court
        .command('facts')
        .description(
          'Writes what courts granted and what is destroyed as facts of cases, so that the next run starts from what is done.',
        ),
    ).requiredOption('--out <file>', 'the facts file, .csv'),
    'facts --filing-book book/ --out facts.csv',
  ).action(async (options: BookOptions & { out: string }) =>
    (await import('../court/reports.js')).writeFacts(options, terminal()),
  );
  withExample(
    withBook(
      court.command('log').description('Lists the events of the book with their ids, and verifies the chain.'),
    ).option(...OUT),
    'log --filing-book book/',
  ).action(async (options: BookOptions & { out?: string }) =>
    (await import('../court/history.js')).log(options, terminal()),
  );
  withExample(
    withBook(
      court
        .command('undo')
        .description('Takes an event back, or some lines of it. The book keeps it, and who took it back.')
        .argument('<event>', 'id of an event, eight characters or more'),
    )
      .requiredOption('--why <words>', 'why')
      .option('--ref <line>', 'only this line of it; may be given several times', again, [])
      .option(...BY),
    'undo 5be01c77a2f4 --ref 3f9a01bc44de-17 --why "the clerk mistook the case" --filing-book book/',
  ).action(async (event: string, options: UndoOptions) =>
    (await import('../court/history.js')).undo(event, options, terminal()),
  );
  withExample(
    withBook(
      court
        .command('note')
        .description('Writes a note about a batch or one of its lines into the book.')
        .argument('<batch>', 'id of a batch')
        .argument('<text>', 'the note'),
    )
      .option('--ref <line>', 'the line that it is about')
      .option(...BY),
    'note 3f9a01bc "clerk asks for a copy on disk" --filing-book book/',
  ).action(async (batch: string, text: string, options: BookOptions & { ref?: string; by?: string }) =>
    (await import('../court/history.js')).note(batch, text, options, terminal()),
  );
}

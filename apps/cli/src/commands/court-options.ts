import { type Command, Option } from 'commander';

/** The book, and whose it is. */
export function withBook(command: Command): Command {
  return withOffice(command.requiredOption('--filing-book <folder>', "the office's book of filings"));
}

/** A book in a folder, or the one that the services keep. */
export function withBookOrServices(command: Command): Command {
  return withOffice(
    command
      .option('--filing-book <folder>', "the office's book of filings")
      .option('--url <address>', 'address of the gateway: the book that the services keep, instead of a folder'),
  );
}

function withOffice(command: Command): Command {
  return command.addOption(
    new Option('--office <name>', 'whose book it is, a-z, 0-9 and - (default: as the book says)')
      .env('CLEARWAY_OFFICE')
      .default(''),
  );
}

/** Adds an example to the help of a command. */
export function withExample(command: Command, ...lines: readonly string[]): Command {
  return command.addHelpText(
    'after',
    `\nExample${lines.length > 1 ? 's' : ''}:\n${lines.map((line) => `  clearway court ${line}`).join('\n')}`,
  );
}

import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { DEFAULT_OFFICE } from '../commands/default-office';
import { CliError } from '../cli-error';
import { GatewayClient } from '../gateway/gateway-client';
import { counted, grouped } from '../terminal/numbers';
import { type Terminal } from '../terminal/terminal';
import { wordsOf } from './match';
import { receipt, type ReceiptOptions } from './receipt';

export interface ReceiptThroughServices {
  readonly url?: string;
  readonly office: string;
  readonly batch?: string;
  readonly on?: string;
  readonly partial?: boolean;
}

/** What a court answered, into the book of a folder or into the one that the services keep. */
export async function receiptByBookOrServices(
  path: string,
  options: ReceiptThroughServices & Partial<ReceiptOptions>,
  terminal: Terminal,
): Promise<void> {
  const { url, filingBook, by, words } = options;
  if ((url === undefined) === (filingBook === undefined))
    throw new CliError(
      'usage.book',
      'Give either --filing-book FOLDER, or --url ADDRESS for the book that the services keep.',
    );
  if (filingBook !== undefined) {
    if (by === undefined) throw new CliError('usage.by', 'Give --by NAME: who answered, or who imports.');
    return receipt(path, { ...options, filingBook, by }, terminal);
  }
  if (words !== undefined)
    throw new CliError(
      'usage.words',
      'The services take no --words: write the codes of the list into the file, or use the book of a folder.',
    );
  return throughServices(path, options, url ?? '', terminal);
}

async function throughServices(
  path: string,
  { office, batch, on, partial }: ReceiptThroughServices,
  url: string,
  terminal: Terminal,
): Promise<void> {
  if (!URL.canParse(url)) throw new CliError('usage.url', '--url takes an address such as http://127.0.0.1:4180.');
  const client = new GatewayClient(url, office === '' ? DEFAULT_OFFICE : office, terminal.signal);
  const { recorded, known, passedOver, leftOut, batches } = await client.receipt(new Uint8Array(await readFile(path)), {
    name: basename(path),
    ...(batch === undefined ? {} : { batch }),
    ...(on === undefined ? {} : { on }),
    ...(partial === true ? { partial: 'true' } : {}),
  });
  for (const { file, line, column, cure } of leftOut)
    terminal.warn(`left out: ${file}, line ${line}, ${column}: ${cure}`);
  const lines = Object.values(recorded).reduce((sum, count) => sum + count, 0);
  terminal.say(
    `answers      ${counted(lines, 'line', 'lines')} recorded${wordsOf(recorded)}, ${grouped(known)} known already, ${grouped(leftOut.length)} left out`,
  );
  if (passedOver > 0)
    terminal.say(`             * passed over ${counted(passedOver, 'line', 'lines')} that the court answered before`);
  for (const each of batches)
    terminal.say(`batch        ${each.batch}: ${grouped(each.open)} of ${counted(each.lines, 'line', 'lines')} ${each.open === 1 ? 'is' : 'are'} still open`);
  const open = batches.reduce((sum, each) => sum + each.open, 0);
  terminal.result({ recorded, known, passedOver, leftOut: leftOut.length, open });
}

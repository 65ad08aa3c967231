import { readFile, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { ExtractError, guessMapping, type Mapping, readExtract, readFacts } from '@clearway/court-extract';
import { EXIT, type ExitCode } from '../exit-codes';
import { type Terminal } from '../terminal/terminal';
import { accountResult, sayAccount, sayRows } from './say-extract';
import { sayFacts, sayReading } from './say-facts';

const ROWS_SHOWN = 10;

/** Proposes a mapping for a court's export and shows ten rows as it understands them. No file is replaced. */
export async function guessCourtExtract(path: string, out: string | undefined, terminal: Terminal): Promise<ExitCode> {
  const bytes = await readFile(path);
  const { text, mapping, problems, doubts } = guessMapping(bytes);
  if (out === undefined) terminal.say(text);
  else await writeFile(out, text, { flag: 'wx', mode: 0o600 });
  for (const each of doubts) terminal.say(`To decide: ${each}`);
  for (const { line, path: part, words } of problems) terminal.say(`Missing: line ${line}: ${part}: ${words}`);
  const account = mapping === undefined ? undefined : readOrSay(() => shown(path, bytes, mapping, terminal), terminal);
  terminal.result({ mapping: text, problems, doubts, ...account });
  return account ? EXIT.done : EXIT.input;
}

/** Reads the file by the proposal and says its first rows; what became of all of them, for a machine. */
function shown(path: string, bytes: Uint8Array, mapping: Mapping, terminal: Terminal): Record<string, unknown> {
  const title = (): void => {
    terminal.say('');
    terminal.say('As it understands the first rows:');
  };
  if (mapping.reads === 'facts') {
    const name = basename(path);
    // Which of the records a name is of is settled in a run.
    const reading = readFacts(bytes, mapping, mapping.list ?? 'filings-2020', name, { byName: true });
    title();
    sayFacts(reading, ROWS_SHOWN, terminal);
    sayReading(name, reading, terminal);
    const { account, without, rejected, notes, unusedColumns } = reading;
    return { account, without, rejected, notes, unusedColumns };
  }
  const read = readExtract(bytes, mapping);
  title();
  sayRows(read, ROWS_SHOWN, terminal);
  sayAccount(read, terminal);
  return accountResult(read);
}

function readOrSay<Read>(read: () => Read, terminal: Terminal): Read | undefined {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof ExtractError)) throw error;
    terminal.say(error.message);
    return undefined;
  }
}

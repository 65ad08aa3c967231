import { readFile, writeFile } from 'node:fs/promises';
import { ExtractError, guessMapping, readExtract } from '@clearway/court-extract';
import { EXIT, type ExitCode } from '../exit-codes';
import { type Terminal } from '../terminal/terminal';
import { accountResult, sayAccount, sayRows } from './say-extract';

const ROWS_SHOWN = 10;

/** Proposes a mapping for a court's export and shows ten rows as it understands them. No file is replaced. */
export async function guessCourtExtract(path: string, out: string | undefined, terminal: Terminal): Promise<ExitCode> {
  const bytes = await readFile(path);
  const { text, mapping, problems, doubts } = guessMapping(bytes);
  if (out === undefined) terminal.say(text);
  else await writeFile(out, text, { flag: 'wx', mode: 0o600 });
  for (const each of doubts) terminal.say(`To decide: ${each}`);
  for (const { line, path: part, words } of problems) terminal.say(`Missing: line ${line}: ${part}: ${words}`);
  const read = mapping === undefined ? undefined : readOrSay(() => readExtract(bytes, mapping), terminal);
  if (read) {
    terminal.say('');
    terminal.say('As it understands the first rows:');
    sayRows(read, ROWS_SHOWN, terminal);
    sayAccount(read, terminal);
  }
  terminal.result({ mapping: text, problems, doubts, ...(read ? accountResult(read) : {}) });
  return read ? EXIT.done : EXIT.input;
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

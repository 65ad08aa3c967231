import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { type Sources } from '@clearway/population';
import { pairId, printAskedPair } from '@clearway/review';

const PIECE = 1 << 16;

/** Writes what joining says of two records, as JSON lines: the questions, and what was joined by likeness or by decision. */
export function writeJoiningFiles(
  joined: NonNullable<Sources['joined']>,
  workDir: string,
): { readonly asksFile: string; readonly joinedFile: string } {
  const [asksFile, joinedFile] = [join(workDir, 'asks.jsonl'), join(workDir, 'joined.jsonl')];
  writeLines(asksFile, asked(joined));
  writeLines(joinedFile, printed(joined));
  return { asksFile, joinedFile };
}

function* asked({ questions }: Pick<NonNullable<Sources['joined']>, 'questions'>): Generator<string> {
  for (const each of questions()) yield printAskedPair({ ...each, id: pairId(each.records[0].id, each.records[1].id) });
}

function* printed({ joins }: Pick<NonNullable<Sources['joined']>, 'joins'>): Generator<string> {
  for (const each of joins()) yield JSON.stringify(each);
}

function writeLines(path: string, lines: Iterable<string>): void {
  const file = openSync(path, 'wx', 0o600);
  try {
    let held = '';
    for (const line of lines) {
      held += `${line}\n`;
      if (held.length < PIECE) continue;
      writeSync(file, held);
      held = '';
    }
    writeSync(file, held);
  } finally {
    closeSync(file);
  }
}

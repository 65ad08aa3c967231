import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { type Sources } from '@clearway/population';
import { pairId, printAskedPair } from '@clearway/review';

const PIECE = 1 << 16;

/** Writes as JSON lines what joining says of two records (the questions, and what was joined by likeness or by decision), and what to look at in files. */
export function writeJoiningFiles(
  joined: NonNullable<Sources['joined']>,
  workDir: string,
): { readonly asksFile: string; readonly joinedFile: string; readonly notesFile: string } {
  const [asksFile, joinedFile, notesFile] = ['asks', 'joined', 'notes'].map((name) =>
    join(workDir, `${name}.jsonl`),
  ) as [string, string, string];
  writeLines(asksFile, asked(joined));
  writeLines(joinedFile, printed(joined));
  writeLines(notesFile, noted(joined));
  return { asksFile, joinedFile, notesFile };
}

function* asked({ questions }: Pick<NonNullable<Sources['joined']>, 'questions'>): Generator<string> {
  for (const each of questions()) yield printAskedPair({ ...each, id: pairId(each.records[0].id, each.records[1].id) });
}

function* printed({ joins }: Pick<NonNullable<Sources['joined']>, 'joins'>): Generator<string> {
  for (const each of joins()) yield JSON.stringify(each);
}

function* noted({ notes }: Pick<NonNullable<Sources['joined']>, 'notes'>): Generator<string> {
  for (const each of notes()) yield JSON.stringify(each);
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

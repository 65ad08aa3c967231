import { DISPOSITION_MEANINGS } from '@clearway/court-extract';
import { type SeenNote } from '@clearway/population';
import { BYTE_ORDER_MARK, csvRow, safeCell } from '@clearway/spreadsheets';

const COLUMNS = ['File', 'Line', 'Column', 'Kind', 'What Stands There', 'In Words'];
const CODE_COLUMNS = ['File', 'Column', 'Code', 'Rows', 'Where To Say It', 'Line', 'In Words'];

const TABLES = {
  'unknown-disposition': { table: 'codes.disposition', meanings: DISPOSITION_MEANINGS },
  'unknown-severity': { table: 'codes.severity', meanings: ['felony', 'misdemeanor', 'infraction'] },
} as const;

type CodeNote = keyof typeof TABLES;

/**
 * `source_notes.csv`: what somebody should look at in exports and sheets, file by file and line by line. It kept nothing from being used.
 *
 * @param labels what reports call the files, by their index
 */
export function* sourceNotesCsv(notes: Iterable<SeenNote>, labels: readonly string[]): Generator<string> {
  yield `${BYTE_ORDER_MARK}${csvRow(COLUMNS)}`;
  for (const { file, line, column, code, text, words } of notes)
    yield csvRow([labels[file] ?? '', line, column, code, text, words].map(safeCell));
}

/** Codes of courts that mappings do not know, counted while notes go by. */
export class UnknownCodes {
  private readonly rows = new Map<string, { readonly note: SeenNote; rows: number }>();

  constructor(private readonly labels: readonly string[]) {}

  *through(notes: Iterable<SeenNote>): Generator<SeenNote> {
    for (const note of notes) {
      if (note.column !== '' && note.code in TABLES) this.add(note);
      yield note;
    }
  }

  /** `unknown_codes.csv`: by file the most frequent first, each with the line that the mapping lacks. */
  csv(): string {
    const rows = [...this.rows.values()]
      .sort((a, b) => a.note.file - b.note.file || b.rows - a.rows || (keyOf(a.note) < keyOf(b.note) ? -1 : 1))
      .map(({ note, rows: many }) => {
        const { table, meanings } = TABLES[note.code as CodeNote];
        const line = `MEANING: [${JSON.stringify(note.text)}]`;
        const words = `write for MEANING what it is: ${meanings.join(', ')}`;
        return [this.labels[note.file] ?? '', note.column, note.text, String(many), table, line, words].map(safeCell);
      });
    return BYTE_ORDER_MARK + [CODE_COLUMNS, ...rows].map((cells) => csvRow(cells)).join('');
  }

  private add(note: SeenNote): void {
    const key = keyOf(note);
    const known = this.rows.get(key);
    if (known) known.rows += 1;
    else this.rows.set(key, { note, rows: 1 });
  }
}

function keyOf({ file, column, code, text }: SeenNote): string {
  return [file, code, column, text].join('\0');
}

import { type SeenNote } from '@clearway/population';
import { sourceNotesCsv, UnknownCodes } from './source-notes';

const note = (file: number, line: number, change: Partial<SeenNote> = {}): SeenNote => ({
  file,
  line: String(line),
  column: '"Disposition"',
  code: 'unknown-disposition',
  text: '=GP',
  words: 'a disposition',
  ...change,
});
const NOTES = [
  note(1, 2),
  note(1, 3, { text: 'NC' }),
  note(1, 4, { text: 'NC' }),
  note(1, 5, { code: 'unknown-severity', column: '"Level"', text: 'W' }),
  note(1, 6, { code: 'zeros-lost', column: '"Case"', text: '' }),
  // Of a sheet: it has no codes and no mapping.
  note(2, 7, { column: '', line: 'page 1 line 7', text: 'DISPO' }),
];

describe('what somebody should look at in sources', () => {
  it('stands line by line, and no cell runs in a spreadsheet program', () => {
    const codes = new UnknownCodes(['county.dat', 'court.csv', 'sheet.txt']);
    const lines = [...sourceNotesCsv(codes.through(NOTES), ['county.dat', 'court.csv', 'sheet.txt'])];
    expect(lines).toHaveLength(NOTES.length + 1);
    expect(lines[1]).toBe('court.csv,2,"""Disposition""",unknown-disposition,\'=GP,a disposition\n');
    expect(lines[6]).toBe('sheet.txt,page 1 line 7,,unknown-disposition,DISPO,a disposition\n');
  });

  it('has each code once with how often and where to say it, the most frequent of a file first', () => {
    const codes = new UnknownCodes(['county.dat', 'court.csv', 'sheet.txt']);
    expect([...codes.through(NOTES)]).toEqual(NOTES);
    const [, ...rows] = codes.csv().trimEnd().split('\n');
    expect(rows.map((row) => row.replace(/,"?write for MEANING.*/, ''))).toEqual([
      'court.csv,"""Disposition""",NC,2,codes.disposition,"MEANING: [""NC""]"',
      'court.csv,"""Disposition""",\'=GP,1,codes.disposition,"MEANING: [""=GP""]"',
      'court.csv,"""Level""",W,1,codes.severity,"MEANING: [""W""]"',
    ]);
    expect(rows[2]).toContain('felony, misdemeanor, infraction');
  });
});

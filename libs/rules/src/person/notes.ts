import { citedAnywhere, type Count, type History, type Offence, type SourceRow } from '@clearway/record';
import { isCannabisSection } from './cannabis';

/** A row whose comment names another cannabis charge than its own. */
export interface Note {
  readonly row: Pick<SourceRow, 'file' | 'row'>;
  readonly possibleOtherCharge: string;
}

/**
 * `Possible Other P64 Charges`: every row of the record whose comment cites a cannabis section that its charge does not.
 * All sections that the comment cites are compared, by structure; for 11357 the subdivisions (a) and (b) are told from
 * (c) and (d).
 */
export function notesOf(history: History): readonly Note[] {
  const notes: Note[] = [];
  for (const cycle of history.cycles) {
    for (const step of cycle.steps) {
      for (const count of step.counts) {
        for (const row of count.rows) {
          if (row.comment === undefined || !namesOther(count, row.comment)) continue;
          notes.push({ row: { file: row.file, row: row.row }, possibleOtherCharge: row.comment.trim() });
        }
      }
    }
  }
  return notes;
}

function namesOther(count: Count, comment: string): boolean {
  if (count.charged.text === comment.trim()) return false;
  const named = citedAnywhere(comment).filter((each) => isCannabisSection(each.section));
  return named.some((each) => !count.charged.offences.some((charged) => isSame(charged, each)));
}

function isSame(charged: Offence, named: Offence): boolean {
  if (charged.section !== named.section) return false;
  if (charged.section !== '11357') return true;
  return half(charged) === half(named) || half(named) === '';
}

/** The old (a) and (b) against (c) and (d): the earlier tools told these halves apart. */
function half(offence: Offence): string {
  const letter = offence.path[0] ?? '';
  if (letter === 'a' || letter === 'b') return 'ab';
  return letter === 'c' || letter === 'd' ? 'cd' : '';
}

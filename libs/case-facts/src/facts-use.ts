import { type DecidedPerson } from '@clearway/rules';
import { BYTE_ORDER_MARK, csvRow } from '@clearway/spreadsheets';
import { SharedSubjectError } from './errors';
import { type CaseData, type RecordedDecision } from './case-facts-book';
import { type UnreadRow } from './done-rows';
import { type FactsRow } from './facts-row';

export type DecisionState = 'applied' | 'stale' | 'no-such-count';

/** What became of facts and decisions, in numbers: `rows` is `used` and `unused` together, decisions likewise. */
export interface FactsCounts {
  readonly rows: number;
  readonly rowsUsed: number;
  readonly rowsUnused: number;
  readonly decisions: number;
  readonly decisionsApplied: number;
  readonly decisionsStale: number;
  readonly decisionsUnmatched: number;
}

/** Sees every decided person once, in any order, and tells what became of each row and each decision. */
export class FactsUse {
  private readonly owners = new Map<string, string>();
  private readonly contradicted = new Set<string>();
  private readonly ofSeveral = new Set<string>();
  private readonly shared = new Set<string>();
  private readonly states = new Map<string, 'applied' | 'stale'>();

  constructor(private readonly data: CaseData) {}

  add({ person, convictions }: DecidedPerson): void {
    for (const { caseNote } of convictions) {
      for (const source of caseNote?.sources ?? []) {
        if (source.kind === 'decision') {
          this.states.set(source.id, source.state);
          continue;
        }
        const row = `${source.file}:${source.line}`;
        if (source.contradicted) this.contradicted.add(row);
        if (source.fitsSeveral) this.ofSeveral.add(row);
        const owner = this.owners.get(row);
        if (owner !== undefined && owner !== person) this.shared.add(row);
        this.owners.set(row, person);
      }
    }
  }

  /** Throws a SharedSubjectError when a row was used for two people: nothing of the run may then be handed out. */
  assertNobodyElse(): void {
    const lines = this.data.rows.filter((row) => row.cii === '' && this.shared.has(rowKey(row)));
    if (lines.length > 0) throw new SharedSubjectError(lines.map(({ file, line }) => ({ file, line })));
  }

  stateOf({ id }: RecordedDecision): DecisionState {
    return this.states.get(id) ?? 'no-such-count';
  }

  counts(): FactsCounts {
    const { rows, unread = [] } = this.data;
    const unused = rows.filter((row) => this.reasonOf(row) !== undefined).length + unread.length;
    const used = [...this.owners.keys()].filter(
      (row) => !this.contradicted.has(row) && !this.ofSeveral.has(row),
    ).length;
    const states = this.data.decisions.map((each) => this.stateOf(each));
    const of = (state: DecisionState): number => states.filter((each) => each === state).length;
    return {
      rows: rows.length + unread.length,
      rowsUsed: used,
      rowsUnused: unused,
      decisions: states.length,
      decisionsApplied: of('applied'),
      decisionsStale: of('stale'),
      decisionsUnmatched: of('no-such-count'),
    };
  }

  /** Rows of a facts file that had an effect. */
  usedOf(file: number): number {
    return this.data.rows.filter((row) => row.file === file && this.reasonOf(row) === undefined).length;
  }

  /** `facts_unused.csv`: rows of the facts files that had no effect, by line, with the reason and what to do. */
  unusedCsv(fileNames: readonly string[]): string {
    const unused = this.data.rows.flatMap((row): readonly UnreadRow[] => {
      const reason = this.reasonOf(row);
      return reason ? [{ file: row.file, line: row.line, reason, cure: CURES[reason] }] : [];
    });
    const all = [...unused, ...(this.data.unread ?? [])].sort((a, b) => a.file - b.file || a.line - b.line);
    const rows = all.map((each) => [
      fileNames[each.file] ?? String(each.file + 1),
      String(each.line),
      each.reason,
      each.cure,
    ]);
    return BYTE_ORDER_MARK + [['file', 'line', 'reason', 'cure'], ...rows].map(csvRow).join('');
  }

  /** Why a row had no effect; undefined when it had one. */
  reasonOf(row: FactsRow): UnusedReason | undefined {
    if (this.contradicted.has(rowKey(row))) return 'contradicted';
    if (this.ofSeveral.has(rowKey(row))) return 'fits-several-counts';
    if (this.owners.has(rowKey(row))) return undefined;
    return row.nobody ?? 'no-such-count';
  }
}

const CURES = {
  'no-such-count':
    'no conviction that was decided has these keys: check the person, the case number and the other keys, or give fewer',
  'fits-several-counts':
    'it is about one conviction and fits several: give the number of the count (CNT_ORDER), the subdivision or the day; it was not used',
  'no-such-person':
    'no file of the run has this person: look at the name and the numbers, or add the file that has the record',
  'person-asked':
    'it may be a person of the run, and nobody has answered: answer the question in same_person.csv, and run again',
  contradicted: 'another row says otherwise of the same count: correct one of them; what they say was not used',
} as const;
export type UnusedReason = keyof typeof CURES;

export function rowKey({ file, line }: Pick<FactsRow, 'file' | 'line'>): string {
  return `${file}:${line}`;
}

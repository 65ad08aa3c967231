import { type PartialDate, printCitation, printDate } from '@clearway/record';
import {
  type DecidedConviction,
  type DecidedPerson,
  filingCaseNumber,
  type Relief,
  reliefFiled,
} from '@clearway/rules';
import { BYTE_ORDER_MARK, csvRow, safeCell } from '@clearway/spreadsheets';
import { type FactsRow } from './facts-row';
import { rowKey, type UnusedReason } from './facts-use';

export const OWED_COLUMNS = [
  'person',
  'name',
  'court',
  'case_number',
  'count',
  'citation',
  'convicted_on',
  'record',
  'on_list',
  'law_gives',
  'questions',
  'done',
  'done_source',
  'standing',
  'still_owed',
] as const;

/** Convictions of `owed.csv`, and how many of them nothing is owed for any more or something still is. */
export interface OwedCounts {
  readonly rows: number;
  readonly owed: number;
  readonly done: number;
}

interface OwedRow {
  readonly file: number;
  readonly line: number;
  readonly key: string;
  readonly cells: readonly string[];
}

/**
 * `owed.csv`: for each conviction of the run what the law gives, what is done already and who says so, and what is still owed. A
 * conviction for which the law gives nothing and nothing is known has no row. What a list names and no source has comes last.
 */
export class OwedList {
  private readonly lines: OwedRow[] = [];
  private readonly byKey: ReadonlyMap<string, FactsRow>;
  private owed = 0;
  private done = 0;

  constructor(
    private readonly rows: readonly FactsRow[],
    private readonly files: { readonly facts: readonly string[]; readonly sources: readonly string[] },
  ) {
    this.byKey = new Map(rows.map((row) => [rowKey(row), row]));
  }

  /** Once for each person, in any order. */
  add(person: DecidedPerson): void {
    for (const conviction of person.convictions) {
      const { determination, caseNote, row, key } = conviction;
      const facts = (caseNote?.sources ?? []).flatMap((source) => {
        const of =
          source.kind === 'facts-row' && !source.contradicted && !source.fitsSeveral
            ? this.byKey.get(rowKey(source))
            : undefined;
        return of ? [of] : [];
      });
      const done = [...facts.flatMap((each) => this.doneBy(each)), ...this.doneByRecord(conviction, facts)];
      const gives = determination.questions.length > 0 ? determination.floor : determination.relief;
      if (gives === 'none' && facts.length === 0 && done.length === 0 && determination.questions.length === 0) continue;
      const left = reliefFiled(determination);
      const owed = stillOwed(conviction, left);
      if (owed !== 'nothing') this.owed += 1;
      else if (done.length > 0) this.done += 1;
      this.lines.push({
        file: row.file,
        line: row.line,
        key,
        cells: [
          person.person,
          person.name,
          conviction.court.name,
          filingCaseNumber(conviction),
          String(Number(key.slice(key.indexOf(':') + 1).slice(6, 9)) || ''),
          conviction.citation,
          printDate(conviction.convictedOn),
          this.recordOf(conviction),
          caseNote?.facts.onList ?? '',
          wordsOf(gives),
          determination.questions.map(({ code }) => code).join(' '),
          done.map(({ what }) => what).join('; '),
          [...new Set(done.map(({ source }) => source))].join('; '),
          determination.noRecord ? 'destroyed' : determination.standing,
          owed,
        ],
      });
    }
  }

  /** The list, once everybody was added. `unused`: why a row had no effect. */
  csv(unused: (row: FactsRow) => UnusedReason | undefined): string {
    const found = [...this.lines].sort((a, b) => a.file - b.file || a.line - b.line || (a.key < b.key ? -1 : 1));
    const listed = this.rows.flatMap((row) => {
      const reason = row.onList === 'yes' ? unused(row) : undefined;
      return reason === undefined || reason === 'contradicted' ? [] : [this.notFound(row, reason)];
    });
    return (
      BYTE_ORDER_MARK +
      [[...OWED_COLUMNS], ...found.map(({ cells }) => cells), ...listed]
        .map((cells) => csvRow(cells.map(safeCell)))
        .join('')
    );
  }

  counts(): OwedCounts {
    return { rows: this.lines.length, owed: this.owed, done: this.done };
  }

  private notFound(row: FactsRow, reason: UnusedReason): readonly string[] {
    const citation = row.section ? printCitation({ ...row.section, qualifiers: [] }) : '';
    const source = this.sourceOf(row);
    return [
      '',
      '',
      '',
      row.caseWritten ?? row.caseNumber,
      row.count,
      citation,
      printDate(row.convictedOn),
      '',
      'yes',
      '',
      '',
      '',
      source,
      reason,
      'cannot tell: see facts_unused.csv',
    ];
  }

  private doneBy(row: FactsRow): readonly Done[] {
    const source = this.sourceOf(row);
    const { granted, destroyed, challenge, relieved } = row;
    const found: Done[] = [];
    if (granted !== undefined) found.push({ what: dated('granted', granted), source });
    if (destroyed === true) found.push({ what: 'record destroyed', source });
    if (challenge) found.push({ what: dated(`challenged (${challenge.ground})`, challenge.on), source });
    if (relieved)
      found.push({ what: dated(`relief under ${relieved.under || 'another section'}`, relieved.on), source });
    return found;
  }

  /** What the record itself shows, without any list. */
  private doneByRecord(
    { determination: { standing }, row, namedBy = [row], caseNote }: DecidedConviction,
    facts: readonly FactsRow[],
  ): readonly Done[] {
    const known = caseNote?.facts.granted !== undefined || facts.some(({ granted }) => granted !== undefined);
    if (known || (standing !== 'granted' && standing !== 'already-relieved')) return [];
    return [
      {
        what: standing === 'granted' ? 'granted' : 'relieved otherwise',
        source: [...new Set(namedBy.map((each) => this.placeOf(each)))].join('; '),
      },
    ];
  }

  private sourceOf({ file, line }: FactsRow): string {
    return `${this.files.facts[file] ?? `facts ${file + 1}`} line ${line}`;
  }

  /** Where the conviction stands; where sources do not agree that it is one, each with what it says. */
  private recordOf({ row, determination: { questions } }: DecidedConviction): string {
    const says = questions.find(({ code }) => code === 'disputed-conviction')?.says ?? [];
    if (says.length === 0) return this.placeOf(row);
    return says.map(({ value, at }) => `${this.placeOf(at)}: ${value}`).join('; ');
  }

  private placeOf({ file, line, page }: Pick<DecidedConviction['row'], 'file' | 'line' | 'page'>): string {
    const name = this.files.sources[file] ?? `file ${file + 1}`;
    return `${name} ${page === undefined ? '' : `page ${page} `}line ${line}`;
  }
}

interface Done {
  readonly what: string;
  readonly source: string;
}

function dated(what: string, on: PartialDate): string {
  return on === 0 ? `${what}, day not known` : `${what} ${printDate(on)}`;
}

function wordsOf(relief: Relief): string {
  return relief === 'none' ? 'nothing' : relief;
}

/** What a court still has to do; an open question may add to it. */
function stillOwed({ determination: { questions, standing } }: DecidedConviction, left: Relief): string {
  if (left !== 'none') return questions.length > 0 ? `${left}, perhaps more` : left;
  const isOpen = questions.length > 0 && (standing === 'open' || standing === 'order-overdue');
  return isOpen ? 'perhaps: questions are open' : 'nothing';
}

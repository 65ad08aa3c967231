import { type Verdict } from '@clearway/record';
import { type DecidedConviction, type DecidedPerson } from '@clearway/rules';

/** A trace that its policy does not explain: a defect of the program, never of the record. */
export class TraceError extends Error {
  readonly code = 'trace.unknown-rule';
  constructor(rule: string) {
    super(`the trace names the rule "${rule}", which its policy does not have: policy and determinations are of two versions, decide again`);
    this.name = 'TraceError';
  }
}

const LETTERS: Readonly<Record<Verdict, string>> = { yes: 'y', no: 'n', 'cannot-tell': '?' };
const NOT_EVALUATED = '.';

/**
 * Writes `traces.csv`: about 100 bytes a conviction. `verdicts` has one letter for each step of the policy in the order that
 * `run.json` lists (`y` yes, `n` no, `?` cannot tell, `.` not evaluated); the words are rendered from the catalogue when somebody
 * asks. `file` is the index of the input, `row`, `line` and `offset` say where the conviction stands in it.
 */
export class TraceWriter {
  private readonly positions: ReadonlyMap<string, number>;

  /** @param rules what `TraceStep.rule` can say: the codes of the policy's steps, in their order */
  constructor(private readonly rules: readonly string[]) {
    this.positions = new Map(rules.map((rule, position) => [rule, position]));
  }

  header(): string {
    return 'person,conviction,outcome,floor,verdicts,file,row,line,offset\n';
  }

  /** The rows of one person; codes and numbers only, so that no cell needs quotes. */
  rowsOf(person: DecidedPerson): string {
    let text = '';
    for (const conviction of person.convictions) {
      const { determination, row } = conviction;
      text += `${person.person},${conviction.key},${determination.outcome},${determination.floor},${this.verdicts(conviction)},${row.file},${row.row},${row.line},${row.offset}\n`;
    }
    return text;
  }

  private verdicts({ determination }: DecidedConviction): string {
    const letters = new Array<string>(this.rules.length).fill(NOT_EVALUATED);
    for (const { rule, verdict } of determination.trace) {
      const position = this.positions.get(rule);
      if (position === undefined) throw new TraceError(rule);
      letters[position] = LETTERS[verdict];
    }
    return letters.join('');
  }
}

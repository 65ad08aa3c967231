import {
  type DecidedConviction,
  type DecidedPerson,
  NOT_ASKED,
  SOURCES_DISAGREE,
  verdictLetter,
} from '@clearway/rules';

/** A trace that its policy does not explain: a defect of the program, never of the record. */
export class TraceError extends Error {
  readonly code = 'trace.unknown-rule';
  constructor(rule: string) {
    super(
      `the trace names the rule "${rule}", which its policy does not have: policy and determinations are of two versions, decide again`,
    );
    this.name = 'TraceError';
  }
}

/**
 * Writes `traces.csv`: about 100 bytes a conviction. `verdicts` has one letter for each rule of the policy in the order that
 * `run.json` lists, the provisions of the statute first (`y` yes, `n` no, `p` yes and `q` no as the statute presumes, `?` cannot
 * tell, `.` not asked); the words are rendered from the catalogue when somebody asks. `file` is the index of the input, `row`, `line` and `offset` say where the conviction stands in it.
 */
export class TraceWriter {
  private readonly positions: ReadonlyMap<string, number>;

  /** @param rules what `TraceStep.rule` can say: the codes of `rulesOf(policy)`, in their order */
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

  /** Traces come in the order of the rules, mostly: then each letter is added where it belongs. */
  private verdicts({ determination }: DecidedConviction): string {
    const { rules } = this;
    let text = '';
    let at = 0;
    for (const step of determination.trace) {
      while (at < rules.length && rules[at] !== step.rule) {
        text += NOT_ASKED;
        at++;
      }
      if (at === rules.length) return this.inAnyOrder(determination.trace);
      text += verdictLetter(step);
      at++;
    }
    return text.padEnd(rules.length, NOT_ASKED);
  }

  private inAnyOrder(trace: DecidedConviction['determination']['trace']): string {
    const letters = new Array<string>(this.rules.length).fill(NOT_ASKED);
    for (const step of trace) {
      // What sources say that disagree is no rule: it stands in the explanation.
      if (step.rule === SOURCES_DISAGREE) continue;
      const position = this.positions.get(step.rule);
      if (position === undefined) throw new TraceError(step.rule);
      letters[position] = verdictLetter(step);
    }
    return letters.join('');
  }
}

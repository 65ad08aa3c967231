import { OUTCOMES, RELIEFS, STANDINGS, type OutcomeCode } from '@clearway/contracts';
import { type MemberPlace } from '@clearway/content-store';
import { copyLine } from '@clearway/persistence';
import {
  NOT_ASKED,
  rulesOf,
  verdictLetter,
  type DecidedConviction,
  type DecidedPerson,
  type Policy,
  type TraceStep,
} from '@clearway/rules';

/** `HS 11358`; empty where the charge could not be read. */
export function sectionOf({ offence }: DecidedConviction): string {
  return offence.section === '' ? '' : `${offence.code} ${offence.section}`;
}

/** Rows beside the first that name the conviction, as an array of `FILE:ROW`. */
function otherPlaces({ row, namedBy = [] }: DecidedConviction): string {
  const others = namedBy.filter((each) => each.file !== row.file || each.row !== row.row);
  return `{${others.map((each) => `"${each.file}:${each.row}"`).join(',')}}`;
}

/** The compact rows of a batch in the order of its people, as COPY wants them, and how often each outcome occurs. */
export function determinationLines(
  key: readonly [string, string, number, number],
  people: readonly DecidedPerson[],
  places: readonly MemberPlace[],
  policy: Policy,
): { readonly lines: string; readonly convictions: number; readonly outcomes: Partial<Record<OutcomeCode, number>> } {
  const outcomes: Partial<Record<OutcomeCode, number>> = {};
  const rules = rulesOf(policy).map(({ code }) => code);
  let lines = '';
  let convictions = 0;
  for (const [index, person] of people.entries()) {
    const member = places[index] ?? { offset: 0, length: 0 };
    for (const conviction of person.convictions) {
      const { determination, row } = conviction;
      const { outcome, relief, floor, standing, questions, trace } = determination;
      lines += copyLine([
        ...key,
        convictions,
        person.person,
        conviction.key,
        conviction.basis ?? '',
        OUTCOMES.indexOf(outcome),
        RELIEFS.indexOf(relief),
        RELIEFS.indexOf(floor),
        STANDINGS.indexOf(standing),
        `{${questions.map(({ code }) => `"${code}"`).join(',')}}`,
        sectionOf(conviction).slice(0, 40),
        row.file,
        row.row,
        row.line,
        row.offset,
        otherPlaces(conviction),
        member.offset,
        member.length,
        lettersOf(trace, rules),
      ]);
      outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
      convictions += 1;
    }
  }
  return { lines, convictions, outcomes };
}

/** One letter for each rule of the policy, in its order. */
function lettersOf(trace: readonly TraceStep[], rules: readonly string[]): string {
  const said = new Map(trace.map((step) => [step.rule, verdictLetter(step)]));
  return rules.map((rule) => said.get(rule) ?? NOT_ASKED).join('');
}

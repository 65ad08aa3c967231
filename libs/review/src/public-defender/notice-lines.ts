import { GROUNDS } from '@clearway/case-facts';
import { printDate } from '@clearway/record';
import {
  type DecidedConviction,
  type DecidedPerson,
  outcomeWords,
  questionWords,
  reliefFiled,
  usableCaseNumbers,
} from '@clearway/rules';

/** One conviction that the public defender is told of. It leaves the office, so it carries no id and no number of the state. */
export interface NoticeLine {
  readonly what: 'challenged' | 'left-out';
  readonly name: string;
  readonly court: string;
  readonly caseNumber: string;
  readonly count: string;
  readonly citation: string;
  readonly convictedOn: string;
  /** Ground of the challenge, or why nothing is filed. */
  readonly why: string;
  readonly evidence: string;
  readonly evidenceKind: string;
  readonly by: string;
  readonly on: string;
  /** What would be filed without the challenge. */
  readonly relief: string;
}

/**
 * Who must be told (HS 11361.9(c)(3) and (4)): every challenged conviction, and everyone for whom nothing is filed although nothing was
 * granted before, with the reason.
 */
export function noticeLinesOf(person: DecidedPerson): readonly NoticeLine[] {
  return person.convictions.flatMap((conviction) => {
    const { standing, relief, floor, questions, outcome } = conviction.determination;
    const challenge = conviction.caseNote?.facts.challenge;
    if (standing === 'challenged' && challenge) {
      const owed = questions.length > 0 ? floor : relief;
      const { ground, evidence, kind: evidenceKind, by, on } = challenge;
      const words = owed === 'none' ? 'not decided: questions are open' : outcomeWords(owed);
      const why = GROUNDS[ground];
      return [
        line('challenged', person, conviction, { why, evidence, evidenceKind, by, on: printDate(on), relief: words }),
      ];
    }
    if (standing === 'granted' || standing === 'already-relieved' || outcome === 'refer-to-other-prosecutor') return [];
    if (reliefFiled(conviction.determination) !== 'none') return [];
    return [line('left-out', person, conviction, { why: whyLeftOut(conviction) })];
  });
}

function whyLeftOut({ determination: { noRecord, questions, reason } }: DecidedConviction): string {
  if (noRecord) return 'no court record located';
  if (questions.length === 0) return reason;
  return `waits for an answer: ${questions.map(({ code }) => questionWords(code).words).join(' ')}`;
}

type Reason = Pick<NoticeLine, 'why'> & Partial<Pick<NoticeLine, 'evidence' | 'evidenceKind' | 'by' | 'on' | 'relief'>>;

function line(
  what: NoticeLine['what'],
  person: DecidedPerson,
  conviction: DecidedConviction,
  reason: Reason,
): NoticeLine {
  return {
    what,
    name: person.name,
    court: conviction.court.name.trim() || conviction.court.ori.trim(),
    caseNumber: usableCaseNumbers(conviction).join('; '),
    count: conviction.key.slice(conviction.key.indexOf(':') + 1),
    citation: conviction.citation,
    convictedOn: printDate(conviction.convictedOn),
    evidence: '',
    evidenceKind: '',
    by: '',
    on: '',
    relief: '',
    ...reason,
  };
}

/** Challenged first, then by name, case and count, by code unit. */
export function sortNoticeLines(lines: readonly NoticeLine[]): readonly NoticeLine[] {
  const keyOf = (each: NoticeLine): string =>
    [each.what, each.name, each.court, each.caseNumber, each.count].join('\n');
  return lines
    .map((each) => [keyOf(each), each] as const)
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([, each]) => each);
}

import { type PartialDate } from '@clearway/record';
import { type CaseNote, type DecidedPerson, filingCaseNumber } from '@clearway/rules';
import { type Courthouse } from '../filing/filing-plan';
import { countNumber, courthousePlace, printedName } from '../filing/printed-values';
import { slugOf } from '../filing/slug';

type Challenge = NonNullable<CaseNote['facts']['challenge']>;

/** A conviction whose relief the office challenges. The content of the evidence stays in the office. */
export interface ChallengedCount {
  readonly key: string;
  /** 0 where the record has none. */
  readonly count: number;
  readonly citation: string;
  readonly convictedOn: PartialDate;
  readonly ground: Challenge['ground'];
  /** Code of the kind of evidence. */
  readonly evidenceKind: string;
  readonly by: string;
  readonly on: number;
}

/** What the office has to tell court and public defender of one person in one case (HS 11361.9(c)). */
export interface ChallengeNotice {
  readonly courthouse: Courthouse;
  readonly agency: string;
  readonly caseNumber: string;
  readonly person: string;
  readonly name: string;
  readonly otherNames: readonly string[];
  readonly counts: readonly ChallengedCount[];
}

/** A challenge of which no notice can be made, because the record has no court, case number or name. */
export interface ChallengeWithoutNotice {
  readonly key: string;
  readonly person: string;
  readonly reason: 'no-court' | 'no-case-number' | 'no-name';
  /** What the record has of it; '' for what it has not. */
  readonly courthouse: string;
  readonly agency: string;
  readonly caseNumber: string;
  readonly name: string;
}

export interface ChallengePlan {
  /** Sorted by court, agency, case number, name. */
  readonly notices: readonly ChallengeNotice[];
  readonly without: readonly ChallengeWithoutNotice[];
}

/** Collects the challenges of a run; persons are added in any order and the plan does not depend on it. */
export class ChallengePlanner {
  private readonly notices = new Map<string, { notice: Omit<ChallengeNotice, 'counts'>; counts: ChallengedCount[] }>();
  private readonly without: ChallengeWithoutNotice[] = [];

  add(person: DecidedPerson): void {
    for (const conviction of person.convictions) {
      const challenge = conviction.caseNote?.facts.challenge;
      if (conviction.determination.standing !== 'challenged' || !challenge) continue;
      const court = conviction.court.name.trim() || conviction.court.ori.trim();
      const caseNumber = filingCaseNumber(conviction);
      const name = printedName(person.name);
      const reason =
        court === '' ? 'no-court' : caseNumber === '' ? 'no-case-number' : name === '' ? 'no-name' : undefined;
      if (reason !== undefined) {
        this.without.push({
          key: conviction.key,
          person: person.person,
          reason,
          courthouse: court,
          agency: conviction.prosecutor,
          caseNumber,
          name,
        });
        continue;
      }
      const key = [court, conviction.prosecutor, caseNumber, name, person.person].join('\n');
      const entry = this.notices.get(key) ?? {
        notice: {
          courthouse: { name: court, ori: conviction.court.ori, slug: slugOf(courthousePlace(court)), profile: '' },
          agency: conviction.prosecutor,
          caseNumber,
          person: person.person,
          name,
          otherNames: person.otherNames.map(printedName),
        },
        counts: [],
      };
      entry.counts.push({
        key: conviction.key,
        count: countNumber(conviction.key),
        citation: conviction.citation,
        convictedOn: conviction.convictedOn,
        ground: challenge.ground,
        evidenceKind: challenge.kind,
        by: challenge.by,
        on: challenge.on,
      });
      this.notices.set(key, entry);
    }
  }

  finish(): ChallengePlan {
    const notices = [...this.notices]
      .sort(([a], [b]) => compare(a, b))
      .map(([, { notice, counts }]) => ({ ...notice, counts: [...counts].sort((a, b) => compare(a.key, b.key)) }));
    const without = [...this.without].sort((a, b) => compare(a.person, b.person) || compare(a.key, b.key));
    return { notices, without };
  }
}

/** By code unit, never by locale. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

import { createHash } from 'node:crypto';
import { type DecidedConviction, type DecidedPerson, reliefOwed, usableCaseNumbers } from '@clearway/rules';
import { unprintableCharacters } from '@clearway/typesetting';
import { type Courthouse, type FilingLine, type FilingMode, type FilingPlan, type GrantableRelief, type LineEffect, type Packet, type UnfiledLine, type UnfiledReason } from './filing-plan';
import { countNumber, courthousePlace, printedName } from './printed-values';
import { DistinctSlugs } from './slug';

/** A line before its case is known to be shared, and before its packet numbers it. */
interface Draft extends Omit<FilingLine, 'line' | 'effect'> {
  readonly agency: string;
  readonly courtName: string;
  readonly courtOri: string;
  readonly wholeCase: boolean;
}

/**
 * Sorts decided convictions into packets. Persons are added in any order, one by one; the plan does not depend on it.
 * What a court cannot be asked for, because the record has no case number, no court or no name, is listed with its reason.
 */
export class FilingPlanner {
  private readonly drafts: Draft[] = [];
  private readonly unfiled: UnfiledLine[] = [];
  /** Court and case to the one person seen in it, or `null` for several. */
  private readonly defendants = new Map<string, string | null>();

  constructor(private readonly mode: FilingMode) {}

  add(person: DecidedPerson): void {
    for (const conviction of person.convictions) {
      const caseNumbers = usableCaseNumbers(conviction);
      const courtName = conviction.court.name.trim() || conviction.court.ori.trim();
      for (const number of caseNumbers) this.noteDefendant(caseKey(courtName, number), person.person);
      const relief = reliefOwed(conviction.determination);
      if (relief !== 'none') this.place(person, conviction, relief, caseNumbers, courtName);
    }
  }

  finish(): FilingPlan {
    this.drafts.sort(compareDrafts);
    this.unfiled.sort((a, b) => a.file - b.file || a.sourceLine - b.sourceLine || compare(a.person, b.person) || compare(a.key, b.key));
    const packets: Packet[] = [];
    const courthouses = new Map<string, Courthouse>();
    const slugs = new DistinctSlugs();
    const folders = new Map<string, DistinctSlugs>();
    const defendants = new Map<string, number>();
    for (const group of groups(this.drafts, this.mode)) {
      const first = group[0] as Draft;
      const identity = [first.agency, first.courtName, ...(this.mode === 'bulk' ? [] : [first.caseNumber])].join('\n');
      const defendant = (defendants.get(identity) ?? 0) + 1;
      defendants.set(identity, defendant);
      const courthouse = courthouses.get(first.courtName) ?? { name: first.courtName, ori: first.courtOri, slug: slugs.take(courthousePlace(first.courtName)) };
      courthouses.set(first.courtName, courthouse);
      const within = folders.get(courthouse.slug) ?? new DistinctSlugs();
      folders.set(courthouse.slug, within);
      packets.push(this.packet(group, courthouse, within, `${identity}\n${defendant}`));
    }
    return { mode: this.mode, packets, unfiled: this.unfiled };
  }

  private packet(group: readonly Draft[], courthouse: Courthouse, folders: DistinctSlugs, identity: string): Packet {
    const first = group[0] as Draft;
    const bulk = this.mode === 'bulk';
    const folder = `papers/${courthouse.slug}/${folders.take(bulk ? first.agency : first.caseNumber)}`;
    return {
      id: createHash('sha256').update(`clearway packet\n${identity}`).digest('hex').slice(0, 12),
      kind: bulk ? 'bulk' : 'case',
      folder,
      courthouse,
      agency: first.agency,
      lines: group.map(({ agency: _agency, courtName, courtOri: _ori, wholeCase, ...line }, i) => ({ ...line, line: i + 1, effect: this.effect(courtName, line.caseNumber, wholeCase) })),
    };
  }

  private effect(courtName: string, caseNumber: string, wholeCase: boolean): LineEffect {
    if (!wholeCase) return 'one-count';
    return this.defendants.get(caseKey(courtName, caseNumber)) === null ? 'one-defendant' : 'whole-case';
  }

  private noteDefendant(key: string, person: string): void {
    const seen = this.defendants.get(key);
    if (seen === undefined) this.defendants.set(key, person);
    else if (seen !== person) this.defendants.set(key, null);
  }

  private place(person: DecidedPerson, conviction: DecidedConviction, relief: GrantableRelief, caseNumbers: readonly string[], courtName: string): void {
    const [caseNumber = '', ...otherCaseNumbers] = caseNumbers;
    const name = printedName(person.name);
    const count = countNumber(conviction.key);
    const refuse = (reason: UnfiledReason, detail = ''): void => {
      this.unfiled.push({
        reason,
        detail,
        agency: conviction.prosecutor,
        courthouse: courtName,
        caseNumber,
        person: person.person,
        name,
        key: conviction.key,
        count,
        citation: conviction.citation,
        convictedOn: conviction.convictedOn,
        relief,
        file: conviction.row.file,
        sourceLine: conviction.row.line,
      });
    };
    if (conviction.determination.noRecord) return refuse('no-record-located');
    if (courtName === '') return refuse('no-court');
    if (caseNumber === '') return refuse('no-case-number');
    if (name === '') return refuse('no-name');
    const unprintable = [name, caseNumber, ...otherCaseNumbers, courtName, conviction.prosecutor, conviction.citation, conviction.chargeText].flatMap(unprintableCharacters);
    if (unprintable.length > 0) return refuse('unprintable-text', [...new Set(unprintable)].join(' '));
    this.drafts.push({
      agency: conviction.prosecutor,
      courtName,
      courtOri: conviction.court.ori,
      caseNumber,
      otherCaseNumbers,
      person: person.person,
      name,
      key: conviction.key,
      count,
      citation: conviction.citation,
      chargeText: conviction.chargeText.replace(/\s+/g, ' ').trim(),
      convictedOn: conviction.convictedOn,
      relief,
      wholeCase: conviction.caseEffect === 'whole-case' && relief === 'dismiss-and-seal',
      authority: conviction.determination.authority.replace(/\s+/g, ' ').trim(),
      floorOnly: conviction.determination.questions.length > 0,
      severity: conviction.severity,
      otherNames: person.otherNames.map(printedName),
      file: conviction.row.file,
      sourceLine: conviction.row.line,
    });
  }
}

/** Plans the filings of a population that is at hand; `FilingPlanner` takes it person by person. */
export function planFilings(persons: Iterable<DecidedPerson>, mode: FilingMode = 'bulk'): FilingPlan {
  const planner = new FilingPlanner(mode);
  for (const person of persons) planner.add(person);
  return planner.finish();
}

function groups(drafts: readonly Draft[], mode: FilingMode): Draft[][] {
  const found: Draft[][] = [];
  for (const draft of drafts) {
    const group = found[found.length - 1];
    const last = group?.[0];
    const same = last && last.courtName === draft.courtName && last.agency === draft.agency && (mode === 'bulk' || (last.caseNumber === draft.caseNumber && last.person === draft.person));
    if (same) group.push(draft);
    else found.push([draft]);
  }
  return found;
}

function compareDrafts(a: Draft, b: Draft): number {
  return compare(a.courtName, b.courtName) || compare(a.agency, b.agency) || compare(a.caseNumber, b.caseNumber) || compare(a.name, b.name) || compare(a.person, b.person) || compare(a.key, b.key);
}

function caseKey(courtName: string, caseNumber: string): string {
  return `${courtName}\n${caseNumber}`;
}

/** By code unit, never by locale. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

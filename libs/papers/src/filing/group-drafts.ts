import { createHash } from 'node:crypto';
import { type Draft } from './draft';
import {
  type Courthouse,
  type FilingBatch,
  type FilingLine,
  type LineEffect,
  type Packet,
  type PlanMode,
} from './filing-plan';
import { courthousePlace } from './printed-values';
import { DistinctSlugs } from './slug';

/** Sorts drafts into batches of one court and agency, and these into packets in the court's order. */
export function batchesOf(
  drafts: readonly Draft[],
  mode: PlanMode,
  isShared: (caseKey: string) => boolean,
): readonly FilingBatch[] {
  const sorted = [...drafts].sort(
    (a, b) => compare(a.court.name, b.court.name) || compare(a.court.key, b.court.key) || compare(a.agency, b.agency),
  );
  const slugs = new DistinctSlugs();
  const courthouses = new Map<string, { readonly courthouse: Courthouse; readonly folders: DistinctSlugs }>();
  return stretches(sorted, (a, b) => a.court.key === b.court.key && a.agency === b.agency).map((own): FilingBatch => {
    const { agency, court } = own[0] as Draft;
    const known = court.key.startsWith('profile ');
    const at = courthouses.get(court.key) ?? {
      courthouse: {
        name: court.name,
        ori: oriOf(own),
        slug: slugs.take(known ? court.profile.id : courthousePlace(court.name)),
        profile: court.profile.id,
        ...(known && court.profile.address.length > 0 ? { address: court.profile.address } : {}),
      },
      folders: new DistinctSlugs(),
    };
    courthouses.set(court.key, at);
    const folder = `papers/${at.courthouse.slug}/${at.folders.take(agency)}`;
    const bulk = (mode === 'court' ? court.profile.filing.mode : mode) === 'bulk';
    const byDefendant = court.profile.filing.sort === 'defendant';
    own.sort(byDefendant ? compareByDefendant : compareByCase);
    const groups = bulk ? [own] : stretches(own, (a, b) => a.caseNumber === b.caseNumber && a.person === b.person);
    // Each agency's batch by itself: what another agency has does not change it.
    const courthouse = { ...at.courthouse, ori: oriOf(own) };
    const packets = new PacketMaker(courthouse, agency, folder, isShared);
    return {
      courthouse,
      agency,
      profile: court.profile,
      folder,
      packets: groups.map((group) => packets.make(group, bulk)),
    };
  });
}

/** The code of today's court: of its profile, or the one that all of its convictions have; '' where the record has several. */
function oriOf(drafts: readonly Draft[]): string {
  const [known] = drafts[0]?.court.profile.oris ?? [];
  const recorded = new Set(drafts.map(({ matchKeys }) => matchKeys.courtOri));
  return known ?? (recorded.size === 1 ? ([...recorded][0] ?? '') : '');
}

class PacketMaker {
  private readonly folders = new DistinctSlugs(['confidential']);
  private readonly defendants = new Map<string, number>();

  constructor(
    private readonly courthouse: Courthouse,
    private readonly agency: string,
    private readonly folder: string,
    private readonly isShared: (caseKey: string) => boolean,
  ) {}

  make(group: readonly Draft[], bulk: boolean): Packet {
    const first = group[0] as Draft;
    const identity = [
      this.agency,
      this.courthouse.profile,
      this.courthouse.name,
      ...(bulk ? [] : [first.caseNumber]),
    ].join('\n');
    const defendant = (this.defendants.get(identity) ?? 0) + 1;
    this.defendants.set(identity, defendant);
    return {
      id: packetId(`${identity}\n${defendant}`),
      kind: bulk ? 'bulk' : 'case',
      folder: bulk ? this.folder : `${this.folder}/${this.folders.take(first.caseNumber)}`,
      courthouse: this.courthouse,
      agency: this.agency,
      lines: group.map((draft, i) => this.line(draft, i + 1)),
    };
  }

  private line({ agency: _agency, court: _court, caseKey, wholeCase, ...line }: Draft, number: number): FilingLine {
    const sharedCase = this.isShared(caseKey);
    const effect: LineEffect = !wholeCase ? 'one-count' : sharedCase ? 'one-defendant' : 'whole-case';
    return { ...line, line: number, sharedCase, effect };
  }
}

/** Of what stands on the paper anyway (docs/decisions/0011-public-ids.md). */
export function packetId(identity: string): string {
  return createHash('sha256').update(`clearway packet\n${identity}`).digest('hex').slice(0, 12);
}

function stretches(sorted: readonly Draft[], same: (a: Draft, b: Draft) => boolean): Draft[][] {
  const found: Draft[][] = [];
  for (const draft of sorted) {
    const group = found[found.length - 1];
    if (group && same(group[0] as Draft, draft)) group.push(draft);
    else found.push([draft]);
  }
  return found;
}

function compareByCase(a: Draft, b: Draft): number {
  return compare(a.caseNumber, b.caseNumber) || compare(a.name, b.name) || compareRest(a, b);
}

function compareByDefendant(a: Draft, b: Draft): number {
  return (
    compare(a.name, b.name) || compare(a.person, b.person) || compare(a.caseNumber, b.caseNumber) || compareRest(a, b)
  );
}

function compareRest(a: Draft, b: Draft): number {
  return compare(a.person, b.person) || compare(a.key, b.key);
}

/** By code unit, never by locale. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

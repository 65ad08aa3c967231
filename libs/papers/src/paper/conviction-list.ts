import { type CourtFiling, type PublicContent } from '../courts/court-profile';
import { type FilingLine, type Packet } from '../filing/filing-plan';
import { type ListedFile, type PaperGiven } from '../values/paper-given';

/**
 * The list of convictions of a packet. It is finished before motion and order, which name its SHA-256: what is signed is what is filed is
 * what the order names.
 */
export interface ConvictionList {
  /** Of the one file of the list; of its parts' hashes, one a line; or of the text of the motion's own table. */
  readonly sha256: string;
  /** The exhibit, whole or in parts; none where the list is the motion's own table. */
  readonly exhibit: readonly ListedFile[];
  /** The order's schedule in parts, where it is too large for the order itself. */
  readonly schedule: readonly ListedFile[];
  /** The ground on which the complete list is under seal; '' where it is public. */
  readonly ground: string;
}

/** What stands in a public paper in the place of what is under seal. */
export const UNDER_SEAL = '[under seal]';

/** Whether a court's public papers leave something out. */
export function holdsBack({ public: shown }: CourtFiling): boolean {
  return !(shown.names && shown.charges && shown.convictionDates);
}

/** A packet as public papers show it. */
export function publicPacket(packet: Packet, filing: CourtFiling): Packet {
  if (!holdsBack(filing)) return packet;
  return { ...packet, lines: packet.lines.map((line) => publicLine(line, filing.public)) };
}

function publicLine(line: FilingLine, shown: PublicContent): FilingLine {
  return {
    ...line,
    ...(shown.names ? {} : { name: UNDER_SEAL }),
    ...(shown.charges ? {} : { chargeText: UNDER_SEAL }),
    ...(shown.convictionDates ? {} : { convictedOn: 0 }),
  };
}

/** What motion and order print of the list, and of what public papers show. */
export function givenOf(list: ConvictionList, { public: shown, service }: CourtFiling): PaperGiven {
  return {
    list: { sha256: list.sha256, files: list.exhibit, schedule: list.schedule },
    shown,
    service,
    ...(list.ground === '' ? {} : { confidentialGround: list.ground }),
  };
}

import { type CourtFiling, type PublicContent } from '../courts/court-profile';
import { type Courthouse, type FilingLine, type Packet } from '../filing/filing-plan';
import { type NamedList, type PaperGiven } from '../values/paper-given';

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
export function givenOf(
  list: NamedList,
  { public: shown, service }: CourtFiling,
  { address = [] }: Courthouse,
): PaperGiven {
  return { list, shown, service, court: { name: '', address } };
}

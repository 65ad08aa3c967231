import { type Packet } from '../filing/filing-plan';
import { type PacketFault } from '../packet/packet-fault';

/** A finished file of the run. */
export interface RecordedFile {
  /** Below the run's outputs. */
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly pages: number;
}

/** What became of a packet. */
export interface PacketRecord {
  readonly packet: string;
  readonly courthouse: string;
  readonly agency: string;
  readonly folder: string;
  readonly released: boolean;
  readonly lines: number;
  readonly cases: number;
  readonly people: number;
  /** Of its own papers, also where they stand in a volume with others. */
  readonly pages: number;
  /** Every file with papers of the packet; a volume stands with each of its packets. */
  readonly files: readonly RecordedFile[];
  /** File that the court signs, below the run's outputs; '' where the packet is held back. */
  readonly orderFile: string;
  readonly faults: readonly PacketFault[];
}

export function packetRecord(
  packet: Packet,
  outcome: Pick<PacketRecord, 'released' | 'pages' | 'files' | 'orderFile' | 'faults'>,
): PacketRecord {
  const { id, courthouse, agency, folder, lines } = packet;
  return {
    packet: id,
    courthouse: courthouse.name,
    agency,
    folder,
    lines: lines.length,
    cases: new Set(lines.map(({ caseNumber }) => caseNumber)).size,
    people: new Set(lines.map(({ person }) => person)).size,
    ...outcome,
  };
}

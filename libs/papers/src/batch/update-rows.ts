import { type CourtUpdateRow } from '@clearway/court-exchange';
import { printDate } from '@clearway/record';
import { arrestToo } from '../court-data/arrest-too';
import { type FilingLine, type Packet } from '../filing/filing-plan';
import { ELECTED_WORDS, RELIEF_WORDS } from '../words/relief-words';

/** The rows of a packet: one for each count, in the order of its lines. @param orderFile path within the batch */
export function updateRowsOf(packet: Packet, orderFile: string): readonly CourtUpdateRow[] {
  return packet.lines.map((line) => updateRow(packet, line, orderFile));
}

export function updateRow({ id, courthouse, agency }: Packet, line: FilingLine, orderFile: string): CourtUpdateRow {
  const { matchKeys } = line;
  return {
    packet: id,
    line: line.line,
    ref: `${id}-${line.line}`,
    courthouse: courthouse.name,
    courthouseOfRecord: line.courtOfRecord,
    courthouseOri: courthouse.ori,
    caseNumber: line.caseNumber,
    formerCaseNumber: line.formerCaseNumber,
    otherCaseNumbers: line.otherCaseNumbers,
    defendant: line.name,
    count: line.count,
    section: line.citation,
    charge: line.chargeText,
    convictionDate: printDate(line.convictedOn),
    relief: line.relief,
    statute: line.authority === '' ? RELIEF_WORDS[line.relief].statute : ELECTED_WORDS.update,
    dispositionReason: dispositionReason(line),
    caseEffect: line.effect,
    arrestToo: arrestToo(line),
    floorOnly: line.floorOnly,
    agency,
    orderFile,
    matchKeys: {
      cii: matchKeys.cii,
      name: line.name,
      otherNames: matchKeys.otherNames,
      birthDate: printDate(matchKeys.birthDate),
      arrestDate: printDate(matchKeys.arrestDate),
      arrestingOri: matchKeys.arrestingOri,
      bookingNumber: matchKeys.bookingNumber,
      courtOri: matchKeys.courtOri,
      chargeCode: matchKeys.chargeCode,
      countOrder: line.key.slice(line.key.indexOf(':') + 1),
    },
  };
}

/**
 * A report of a dismissal states its reason (Pen. Code, § 13151.1). The codes are Clearway's own and closed: `hs-11361.8`, legally invalid
 * under that section; `authority`, on the authority that the words state.
 */
function dispositionReason({ relief, authority }: FilingLine): CourtUpdateRow['dispositionReason'] {
  if (relief !== 'dismiss-and-seal' && relief !== 'dismiss') return { code: '', words: '' };
  if (authority !== '') return { code: 'authority', words: authority };
  return {
    code: 'hs-11361.8',
    words: `The conviction is legally invalid (${RELIEF_WORDS[relief].statute})`,
  };
}

import { type CourtFiling } from '../courts/court-profile';
import { type FilingOptions } from '../filing/filing-options';
import { type FilingLine, type Packet } from '../filing/filing-plan';
import { fillWords } from '../words/fill-words';
import { SEPARATOR_WORDS } from '../words/batch-words';
import { type Paper } from './paper';
import { paperValues } from './paper-values';

/** The sheet before a packet: what it is, in large print, and how many copies are wanted. Says nothing that changes with other packets. */
export function separatorPaper(packet: Packet, options: FilingOptions, filing: CourtFiling): Paper {
  const values = paperValues(packet, options);
  const { caseNumber } = packet.lines[0] as FilingLine;
  const which = packet.kind === 'bulk' ? values['cases'] : caseNumber;
  const line = (text: string, bold = false): Paper['blocks'][number] => ({
    kind: 'centred',
    text,
    bold,
    spaceAfter: 18,
  });
  return {
    title: SEPARATOR_WORDS.title,
    language: 'en-US',
    date: options.asOf,
    fieldPrefix: `p${packet.id}`,
    blocks: [
      line(fillWords(SEPARATOR_WORDS.court, values)),
      line(values['courthousePlace'] ?? '', true),
      line(packet.agency),
      line(which ?? '', true),
      ...(packet.kind === 'bulk' ? [] : [line(values['defendant'] ?? '')]),
      line(fillWords(SEPARATOR_WORDS.packet, { packet: packet.id })),
      ...(filing.copies > 1 ? [line(fillWords(SEPARATOR_WORDS.copies, { copies: String(filing.copies) }))] : []),
    ],
  };
}

import { type Packet } from '../filing/filing-plan';
import { type FilingOptions } from '../filing/filing-options';
import { fillWords } from '../words/fill-words';
import { CAPTION_WORDS } from '../words/order-words';
import { type Block, type CaptionLine } from './paper';
import { type PaperValues } from './paper-values';

/** Head of a motion or an order: who files, which court, the parties, the case, the paper's title. */
export function openingBlocks(packet: Packet, options: FilingOptions, values: PaperValues, title: string, matter: readonly string[], listName: string): readonly Block[] {
  const own = { ...values, listName };
  const bulk = packet.kind === 'bulk';
  const parties: CaptionLine[] = [
    { text: CAPTION_WORDS.people },
    { text: CAPTION_WORDS.plaintiff, indent: 108 },
    { text: CAPTION_WORDS.against, indent: 54 },
    { text: bulk ? fillWords(CAPTION_WORDS.bulkDefendants, own) : `${values['defendant'] ?? ''},` },
    { text: bulk ? CAPTION_WORDS.bulkDefendantsEnd : CAPTION_WORDS.defendant, indent: 108 },
  ];
  return [
    { kind: 'attorney', lines: attorneyLines(packet, options), stamp: CAPTION_WORDS.stamp },
    { kind: 'centred', text: CAPTION_WORDS.court, bold: true },
    { kind: 'centred', text: fillWords(CAPTION_WORDS.county, values), bold: true },
    { kind: 'centred', text: values['courthousePlace'] ?? '', bold: false, spaceAfter: 9 },
    {
      kind: 'caption',
      parties,
      matter: [{ text: fillWords(bulk ? CAPTION_WORDS.bulkCaseNumbers : CAPTION_WORDS.caseNumber, own), bold: true }, { text: title, bold: true }, ...matter.map((text) => ({ text }))],
    },
  ];
}

export function attorneyLines({ agency }: Packet, { prosecutor = {} }: FilingOptions): readonly string[] {
  const { attorney, title, barNumber, address = [], telephone, email } = prosecutor;
  const name = attorney && barNumber ? `${attorney} (State Bar No. ${barNumber})` : attorney;
  return [name, title, agency, ...address, telephone, email, CAPTION_WORDS.representing].filter((line): line is string => line !== undefined && line !== '');
}

/** The lines below a place for the prosecutor's signature. */
export function signatureLines({ agency }: Packet, { prosecutor = {} }: FilingOptions): readonly string[] {
  return [prosecutor.attorney, prosecutor.title, agency, CAPTION_WORDS.representing].filter((line): line is string => line !== undefined && line !== '');
}

import { type Packet } from '../filing/filing-plan';
import { type FilingOptions } from '../filing/filing-options';
import { fillWords } from '../words/fill-words';
import { EXHIBIT_WORDS } from '../words/order-words';
import { groundLegend } from './legends';
import { bulkTable } from './line-tables';
import { type Paper } from './paper';
import { paperValues } from './paper-values';

/** Exhibit A of a bulk motion: every line, sorted by case number, with its totals. */
export function exhibitPaper(packet: Packet, options: FilingOptions): Paper {
  const values = paperValues(packet, options);
  const paragraph = (text: string): { kind: 'paragraph'; text: string; tight: true } => ({ kind: 'paragraph', text: fillWords(text, values), tight: true });
  return {
    title: EXHIBIT_WORDS.title,
    language: 'en-US',
    date: options.asOf,
    layout: 'exhibit',
    fieldPrefix: `p${packet.id}`,
    blocks: [
      { kind: 'centred', text: EXHIBIT_WORDS.heading, bold: true, spaceAfter: 8 },
      paragraph(EXHIBIT_WORDS.opening),
      paragraph(EXHIBIT_WORDS.reliefLegend),
      paragraph(EXHIBIT_WORDS.effectLegend),
      ...groundLegend(packet.lines),
      paragraph(EXHIBIT_WORDS.countLegend),
      bulkTable(packet.lines),
      { kind: 'paragraph', text: fillWords(EXHIBIT_WORDS.totals, values) },
      { kind: 'centred', text: EXHIBIT_WORDS.end, bold: false },
    ],
  };
}

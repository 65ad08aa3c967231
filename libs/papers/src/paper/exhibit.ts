import { type FilingLine, type Packet } from '../filing/filing-plan';
import { type FilingOptions } from '../filing/filing-options';
import { fillWords } from '../words/fill-words';
import { EXHIBIT_WORDS } from '../words/order-words';
import { groundLegend } from './legends';
import { bulkTable } from './line-tables';
import { type Block, type Paper } from './paper';
import { paperValues } from './paper-values';

/** Some of the lines of a list that is too large for one file. */
export interface ListPart {
  /** From 1. */
  readonly part: number;
  readonly parts: number;
  readonly lines: readonly FilingLine[];
}

/** Marks the complete list where the public one leaves something out. */
export interface Seal {
  readonly ground: string;
  /** Keeps what is sealed from being guessed by its hash; see `sealNumberOf`. */
  readonly number: string;
}

export interface ExhibitKind {
  readonly part?: ListPart;
  readonly seal?: Seal;
}

/** Exhibit A: every line in the court's order, with its totals; or a part of it, or the complete one under seal. */
export function exhibitPaper(packet: Packet, options: FilingOptions, { part, seal }: ExhibitKind = {}): Paper {
  const values = valuesOf(packet, options, part, seal);
  const paragraph = (text: string): Block => ({ kind: 'paragraph', text: fillWords(text, values), tight: true });
  const last = part === undefined || part.part === part.parts;
  return {
    title: EXHIBIT_WORDS.title,
    language: 'en-US',
    date: options.asOf,
    fieldPrefix: `p${packet.id}`,
    blocks: [
      { kind: 'centred', text: EXHIBIT_WORDS.heading, bold: true, spaceAfter: 8 },
      ...(seal
        ? [
            { kind: 'centred', text: EXHIBIT_WORDS.sealed, bold: true, spaceAfter: 8 } as const,
            paragraph(EXHIBIT_WORDS.sealGround),
          ]
        : []),
      ...(part ? [paragraph(EXHIBIT_WORDS.part)] : []),
      paragraph(EXHIBIT_WORDS.opening),
      paragraph(EXHIBIT_WORDS.reliefLegend),
      paragraph(EXHIBIT_WORDS.effectLegend),
      ...groundLegend(packet.lines),
      paragraph(EXHIBIT_WORDS.countLegend),
      bulkTable(part?.lines ?? packet.lines, packet.lines),
      ...(last
        ? [
            { kind: 'paragraph', text: fillWords(EXHIBIT_WORDS.totals, values) } as const,
            { kind: 'centred', text: EXHIBIT_WORDS.end, bold: false } as const,
          ]
        : []),
    ],
  };
}

/** A part of the order's schedule, where the order would be too large a file with all of it. */
export function schedulePaper(packet: Packet, options: FilingOptions, part: ListPart): Paper {
  const values = valuesOf(packet, options, part);
  const paragraph = (text: string): Block => ({ kind: 'paragraph', text: fillWords(text, values), tight: true });
  return {
    title: EXHIBIT_WORDS.scheduleTitle,
    language: 'en-US',
    date: options.asOf,
    fieldPrefix: `p${packet.id}`,
    blocks: [
      { kind: 'centred', text: EXHIBIT_WORDS.scheduleHeading, bold: true, spaceAfter: 8 },
      paragraph(EXHIBIT_WORDS.scheduleOpening),
      paragraph(EXHIBIT_WORDS.effectLegend),
      ...groundLegend(packet.lines),
      bulkTable(part.lines, packet.lines),
      { kind: 'centred', text: fillWords(EXHIBIT_WORDS.scheduleEnd, values), bold: false },
    ],
  };
}

function valuesOf(
  packet: Packet,
  options: FilingOptions,
  part?: ListPart,
  seal?: Seal,
): Readonly<Record<string, string>> {
  return {
    ...paperValues(packet, options),
    part: String(part?.part ?? 1),
    parts: String(part?.parts ?? 1),
    sealGround: seal?.ground ?? '',
    sealNumber: seal?.number ?? '',
  };
}

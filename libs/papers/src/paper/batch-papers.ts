import { type FilingBatch, type Packet } from '../filing/filing-plan';
import { type FilingOptions } from '../filing/filing-options';
import { loadTemplates } from '../templates/load-templates';
import { PaperMaker } from '../templates/make-paper';
import { type IndexRow, type PaperGiven } from '../values/paper-given';
import { type Paper } from './paper';

/** The sheet before a packet. `given` says which place the packet has in its batch. */
export function separatorSheet(packet: Packet, options: FilingOptions, given: PaperGiven): Paper {
  return new PaperMaker(loadTemplates(options.templates), packet, options, given).make('separator');
}

/** Where the papers of each case of a batch are, with the totals of all lines. */
export function indexPaper(
  { packets, courthouse, agency }: Pick<FilingBatch, 'packets' | 'courthouse' | 'agency'>,
  rows: readonly IndexRow[],
  options: FilingOptions,
  given: PaperGiven,
): Paper {
  const all = {
    courthouse,
    agency,
    id: given.batch?.id ?? '',
    kind: 'bulk' as const,
    lines: packets.flatMap(({ lines }) => lines),
  };
  return new PaperMaker(loadTemplates(options.templates), all, options, { ...given, index: rows }).make('index');
}

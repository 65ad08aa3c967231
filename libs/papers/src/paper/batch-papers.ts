import { type Packet } from '../filing/filing-plan';
import { type FilingOptions } from '../filing/filing-options';
import { loadTemplates } from '../templates/load-templates';
import { PaperMaker } from '../templates/make-paper';
import { type IndexRow, type PaperGiven } from '../values/paper-given';
import { type Paper } from './paper';

/** The sheet before a packet. `given` says which place the packet has in its batch. */
export function separatorSheet(packet: Packet, options: FilingOptions, given: PaperGiven): Paper {
  return new PaperMaker(loadTemplates(options.templates), packet, options, given).make('separator');
}

/** The list of the packets of a batch, with the totals of all of their lines. Not empty. */
export function indexPaper(
  packets: readonly Packet[],
  rows: readonly IndexRow[],
  options: FilingOptions,
  given: PaperGiven,
): Paper {
  const [first] = packets;
  if (!first) throw new RangeError('an index lists at least one packet');
  const all = {
    ...first,
    id: given.batch?.id ?? first.id,
    kind: 'bulk' as const,
    lines: packets.flatMap(({ lines }) => lines),
  };
  return new PaperMaker(loadTemplates(options.templates), all, options, { ...given, index: rows }).make('index');
}

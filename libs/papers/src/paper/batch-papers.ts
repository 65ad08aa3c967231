import { type Packet } from '../filing/filing-plan';
import { type FilingOptions } from '../filing/filing-options';
import { loadTemplates } from '../templates/load-templates';
import { PaperMaker } from '../templates/make-paper';
import { type IndexRow, type PaperGiven } from '../values/paper-given';
import { type Paper } from './paper';

/** The sheet before a packet; more than one copy is said. Says nothing that changes with other packets unless it is given. */
export function separatorPaper(
  packet: Packet,
  options: FilingOptions,
  { copies = 1, ...given }: PaperGiven = {},
): Paper {
  const wanted = copies > 1 ? { copies } : {};
  return new PaperMaker(loadTemplates(options.templates), packet, options, { ...given, ...wanted }).make('separator');
}

/** The list of the papers of a batch, with the totals of its lines. `given` has the batch; its packets may be none. */
export function indexPaper(
  {
    courthouse,
    agency,
    packets,
  }: { readonly courthouse: Packet['courthouse']; readonly agency: string; readonly packets: readonly Packet[] },
  rows: readonly IndexRow[],
  options: FilingOptions,
  { copies = 1, ...given }: PaperGiven & { readonly batch: NonNullable<PaperGiven['batch']> },
): Paper {
  const filed = {
    id: given.batch.id,
    kind: 'bulk' as const,
    courthouse,
    agency,
    lines: packets.flatMap(({ lines }) => lines),
  };
  const wanted = copies > 1 ? { copies } : {};
  const paper = new PaperMaker(loadTemplates(options.templates), filed, options, {
    ...given,
    ...wanted,
    index: rows,
  }).make('index');
  return { ...paper, fieldPrefix: `b${given.batch.id}` };
}

import { type Packet } from '../filing/filing-plan';
import { type FilingOptions } from '../filing/filing-options';
import { loadTemplates } from '../templates/load-templates';
import { PaperMaker } from '../templates/make-paper';
import { type PaperGiven } from '../values/paper-given';
import { type Paper } from './paper';

/** Exhibit A: every line in the court's order, with its totals; or a part of it, or the complete one under seal (`part`, `seal`). */
export function exhibitPaper(packet: Packet, options: FilingOptions, given: PaperGiven = {}): Paper {
  return listMaker(packet, options, given).make('exhibit-a');
}

/** A part of the order's schedule, where the order would be too large a file with all of it. */
export function schedulePaper(
  packet: Packet,
  options: FilingOptions,
  part: NonNullable<PaperGiven['part']>,
  given: PaperGiven = {},
): Paper {
  return listMaker(packet, options, { ...given, part }).make('schedule');
}

/** A list names case and defendant on every line, also that of one case. */
function listMaker(packet: Packet, options: FilingOptions, given: PaperGiven): PaperMaker {
  return new PaperMaker(loadTemplates(options.templates), { ...packet, kind: 'bulk' }, options, given);
}

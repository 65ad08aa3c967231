import { type Packet } from '../filing/filing-plan';
import { type FilingOptions } from '../filing/filing-options';
import { loadTemplates } from '../templates/load-templates';
import { PaperMaker } from '../templates/make-paper';
import { type PaperGiven } from '../values/paper-given';
import { type Paper } from './paper';

/** Exhibit A of a bulk motion: every line, sorted by case number, with its totals. */
export function exhibitPaper(packet: Packet, options: FilingOptions, given: PaperGiven = {}): Paper {
  return new PaperMaker(loadTemplates(options.templates), packet, options, given).make('exhibit-a');
}

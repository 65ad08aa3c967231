import { type FilingLine } from '../filing/filing-plan';
import { printedDate } from '../filing/printed-values';
import { type PaperWords } from '../templates/paper-words';
import { EFFECT_WORDS } from '../words/relief-words';
import { EVERYTHING_SHOWN, type ShownContent } from './paper-given';
import { type ItemOf } from './vocabulary';

/** The lines of a packet as templates and forms name them; what is not shown is left out or described. */
export function lineItems(
  lines: readonly FilingLine[],
  words: PaperWords,
  shown: ShownContent = EVERYTHING_SHOWN,
): readonly ItemOf<'lines'>[] {
  return lines.map((line) => {
    const [, code = '', section = line.citation] = /^([A-Z]{1,3}) (.+)$/.exec(line.citation) ?? [];
    return {
      number: String(line.line),
      caseNumber: line.caseNumber,
      defendant: shown.names ? line.name : words.plain('list', 'withheld-name'),
      count: line.count === 0 ? '' : String(line.count),
      code,
      section,
      offense: line.citation,
      charge: shown.charges ? line.chargeText : '',
      grade: line.severity === undefined || line.severity === 'unknown' ? '' : line.severity,
      convicted: shown.convictionDates ? printedDate(line.convictedOn) : '',
      relief: words.relief(line.relief, 'short'),
      effect: EFFECT_WORDS[line.effect].letter,
    };
  });
}

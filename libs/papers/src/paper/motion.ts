import { type Packet } from '../filing/filing-plan';
import { type FilingOptions } from '../filing/filing-options';
import { fillWords } from '../words/fill-words';
import { MOTION_WORDS } from '../words/motion-words';
import { EXHIBIT_WORDS } from '../words/order-words';
import { type ConvictionList, listKind } from './conviction-list';
import { groundLegend } from './legends';
import { caseTable } from './line-tables';
import { openingBlocks, signatureLines } from './opening-blocks';
import { type Block, type Paper } from './paper';
import { groundLines, groundsIn } from './grounds';
import { paperValues, reliefsIn, reliefValues, sharesIn } from './paper-values';

/** The motion of a packet. In bulk the lines stand in Exhibit A, else in the motion itself. */
export function motionPaper(packet: Packet, options: FilingOptions, convictions?: ConvictionList): Paper {
  const { kind, lines } = packet;
  const { policy } = options;
  const values = paperValues(packet, options, convictions);
  const title = lines.length === 1 ? MOTION_WORDS.title.one : MOTION_WORDS.title.several;
  // The presumption, and the doors, are of the statute.
  const reliefs = reliefsIn(lines.filter(({ authority }) => authority === ''));
  const grounds = groundsIn(lines);
  const words = (text: string): string => fillWords(text, values);
  const paragraphs = [words(MOTION_WORDS.opening[kind]), words(MOTION_WORDS.review[kind])];
  const after = [];
  if (reliefs.some(({ relief }) => relief === 'dismiss-and-seal' || relief.startsWith('redesignate'))) after.push(MOTION_WORDS.presumption);
  if (reliefs.some(({ relief }) => relief === 'dismiss-sentence' || relief === 'recall-and-resentence')) after.push(MOTION_WORDS.serving);
  if (lines.some((line) => line.floorOnly)) after.push(words(MOTION_WORDS.floor));
  const ground = [words(MOTION_WORDS.ground[policy.kind]), ...(grounds.length === 0 ? [MOTION_WORDS.noAuthority[policy.kind]] : [])].join(' ');
  const authorities = grounds.map((each) => fillWords(MOTION_WORDS.authority, { groundLines: groundLines(each), authority: each.authority }));
  const named = convictions === undefined ? [] : [words(MOTION_WORDS.list[listKind(convictions)])];
  const closing = [...named, ...(kind === 'bulk' && lines.some((line) => line.otherCaseNumbers.length > 0) ? [MOTION_WORDS.otherNumbers] : []), MOTION_WORDS.privacy[kind]];
  // Subdivision (g) does without a hearing for (e) and (f) only; who is resentenced is heard.
  const hearing = lines.some(({ relief }) => relief === 'recall-and-resentence') ? 'resentencing' : 'none';
  let number = 0;
  const numbered = (text: string): Block => ({ kind: 'paragraph', number: `${++number}.`, text });
  const list: readonly Block[] = sharesIn(lines).map((share): Block => ({ kind: 'paragraph', number: '•', text: fillWords(MOTION_WORDS.relief, reliefValues(share, kind, 'motion')), tight: true }));
  const table: readonly Block[] = kind === 'case' ? [{ kind: 'heading', text: MOTION_WORDS.tableHeading, withTable: true }, { kind: 'paragraph', text: words(EXHIBIT_WORDS.effectLegend), tight: true, before: 'table' }, ...groundLegend(lines), caseTable(lines)] : [];
  return {
    title: kind === 'bulk' ? title : `${title}, CASE NO. ${values['caseNumber'] ?? ''}`,
    language: 'en-US',
    date: options.asOf,
    fieldPrefix: `p${packet.id}`,
    blocks: [
      ...openingBlocks(packet, options, values, title, [MOTION_WORDS.statutes, MOTION_WORDS.hearing[hearing]], 'EXHIBIT A'),
      ...paragraphs.map(numbered),
      { kind: 'heading', text: MOTION_WORDS.reliefHeading },
      ...list,
      ...table,
      ...after.map(numbered),
      { kind: 'heading', text: MOTION_WORDS.groundHeading },
      numbered(ground),
      ...authorities.map(numbered),
      ...closing.map(numbered),
      { kind: 'signing', dated: words(MOTION_WORDS.dated), closing: MOTION_WORDS.respectfully, lines: signatureLines(packet, options) },
    ],
  };
}

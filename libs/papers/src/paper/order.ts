import { type Packet } from '../filing/filing-plan';
import { type FilingOptions } from '../filing/filing-options';
import { fillWords } from '../words/fill-words';
import { EXHIBIT_WORDS, ORDER_WORDS } from '../words/order-words';
import { bulkTable, caseTable } from './line-tables';
import { openingBlocks } from './opening-blocks';
import { type Block, type Paper } from './paper';
import { type ConvictionList, listKind } from './conviction-list';
import { groundLegend } from './legends';
import { groundLines, groundsIn } from './grounds';
import { paperValues, reliefValues, sharesIn } from './paper-values';

/** The proposed order of a packet: complete, line by line; only decision, date and signature are left to the court. */
export function orderPaper(packet: Packet, options: FilingOptions, convictions?: ConvictionList): Paper {
  const { kind, lines } = packet;
  const values = paperValues(packet, options, convictions);
  const inParts = (convictions?.schedule.length ?? 0) > 0;
  const title = lines.length === 1 ? ORDER_WORDS.title.one : ORDER_WORDS.title.several;
  const { fields } = ORDER_WORDS;
  const meanings: readonly Block[] = sharesIn(lines).map((share): Block => ({ kind: 'paragraph', number: '•', text: fillWords(ORDER_WORDS.relief, reliefValues(share, kind, 'order')), tight: true }));
  const authority = groundsIn(lines).map((each): Block => ({ kind: 'paragraph', text: fillWords(ORDER_WORDS.authority, { groundLines: groundLines(each), authority: each.authority }) }));
  const judge: Block = { kind: 'judge', dateLabel: ORDER_WORDS.date, judgeLabel: ORDER_WORDS.judge, dateTooltip: fields.date, judgeTooltip: fields.signature };
  const named: readonly Block[] = [...(convictions ? [ORDER_WORDS.list[listKind(convictions)]] : []), ...(inParts ? [ORDER_WORDS.scheduleInParts] : [])].map((text) => ({ kind: 'paragraph', text: fillWords(text, values) }));
  const schedule: readonly Block[] = [
    { kind: 'heading', text: ORDER_WORDS.scheduleHeading, withTable: true },
    { kind: 'paragraph', text: fillWords(EXHIBIT_WORDS.effectLegend, values), tight: true, before: 'table' },
    ...groundLegend(lines),
    kind === 'bulk' ? bulkTable(lines) : caseTable(lines),
  ];
  return {
    title: kind === 'bulk' ? title : `${title}, CASE NO. ${values['caseNumber'] ?? ''}`,
    language: 'en-US',
    date: options.asOf,
    fieldPrefix: `p${packet.id}`,
    blocks: [
      ...openingBlocks(packet, options, values, title, [ORDER_WORDS.statutes], 'THE SCHEDULE'),
      { kind: 'paragraph', text: fillWords(ORDER_WORDS.opening[kind], values) },
      ...named,
      { kind: 'decision', decides: ORDER_WORDS.decides, granted: ORDER_WORDS.granted, denied: ORDER_WORDS.denied, tooltip: fields.decision },
      { kind: 'heading', text: ORDER_WORDS.orderedHeading },
      ...meanings,
      ...authority,
      ...(kind === 'case' ? schedule : []),
      { kind: 'paragraph', text: ORDER_WORDS.closing, tight: true, before: 'judge' },
      judge,
      ...(kind === 'bulk' && !inParts ? [{ kind: 'page-break' } as const, ...schedule] : []),
    ],
  };
}

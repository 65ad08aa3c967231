import { type FilingOptions } from '../filing/filing-options';
import { bulkTable, caseTable, indexTable } from '../paper/line-tables';
import { openingBlocks, signatureLines } from '../paper/opening-blocks';
import { type Block } from '../paper/paper';
import { type PaperGiven } from '../values/paper-given';
import { type Filed } from '../values/filed';
import { type NamedBlock } from './paper-kinds';
import { type PaperWords } from './paper-words';
import { type Frame, plain } from './say';
import { type BlockParts } from './template';

/** What the blocks of a paper are made from. */
export interface BlockSource {
  readonly filed: Filed;
  readonly options: FilingOptions;
  readonly given: PaperGiven;
  readonly words: PaperWords;
}

/** Makes what a template names by `{block: …}`. */
export function namedBlock(
  name: NamedBlock,
  parts: BlockParts,
  frame: Frame,
  { filed, options, given, words }: BlockSource,
): readonly Block[] {
  const once = (part: string): string => plain(parts[part]?.[0], frame);
  const every = (part: string): readonly string[] =>
    (parts[part] ?? []).map((each) => plain(each, frame)).filter((text) => text !== '');
  switch (name) {
    case 'caption':
      return openingBlocks(filed, options, words, frame, {
        title: once('title'),
        matter: every('matter'),
        list: once('list'),
      });
    case 'table':
      return convictions({ filed, options, given, words });
    case 'index':
      return [indexTable(given.index ?? [], words, given.shown)];
    case 'decision':
      return [
        {
          kind: 'decision',
          decides: once('decides'),
          granted: once('granted'),
          denied: once('denied'),
          tooltip: words.plain('field', 'decision'),
        },
      ];
    case 'judge':
      return [
        {
          kind: 'judge',
          dateLabel: once('date'),
          judgeLabel: once('judge'),
          dateTooltip: words.plain('field', 'date'),
          judgeTooltip: words.plain('field', 'signature'),
        },
      ];
    case 'signature':
      return [
        {
          kind: 'signing',
          dated: once('dated'),
          closing: once('closing'),
          lines: signatureLines(filed, options, plain(words.caption('representing'), frame)),
        },
      ];
    case 'server':
      return [{ kind: 'signing', dated: once('dated'), closing: once('closing'), lines: every('line') }];
    case 'centred':
      return [{ kind: 'centred', text: once('text'), bold: false }];
    case 'sheet':
      return [{ kind: 'sheet', lines: every('line') }];
    case 'page-break':
      return [{ kind: 'page-break' }];
  }
}

/** The table of the filing: a part of it in a part, nothing in an order whose schedule stands in files of its own. */
function convictions({ filed, given, words }: BlockSource): readonly Block[] {
  const { list, part, shown } = given;
  if ((list?.schedule.length ?? 0) > 0) return [];
  if (filed.kind === 'case' && part === undefined) return [caseTable(filed.lines, words, shown)];
  return [bulkTable(part?.lines ?? filed.lines, words, shown, filed.lines)];
}

import { type FilingOptions } from '../filing/filing-options';
import { type Block, type Paper, type Words } from '../paper/paper';
import { type PaperGiven } from '../values/paper-given';
import { type Filed } from '../values/filed';
import { valuesOf } from '../values/values-of';
import { type TemplateSet } from './load-templates';
import { type BlockSource, namedBlock } from './named-blocks';
import { type PaperId } from './paper-kinds';
import { framesOf, type Frame, holds, plain, say } from './say';
import { type Passage, type Template } from './template';

/** The papers of one filing: its values are made once, for all of them. */
export class PaperMaker {
  private readonly source: BlockSource;
  private readonly frame: Frame;

  constructor(
    private readonly set: TemplateSet,
    filed: Filed,
    options: FilingOptions,
    given: PaperGiven = {},
  ) {
    this.source = { filed, options, given, words: set.words };
    this.frame = { values: valuesOf(filed, options, set.words, given) };
  }

  get values(): Frame['values'] {
    return this.frame.values;
  }

  make(id: PaperId): Paper {
    const template = this.set.templates[id];
    const { filed, options } = this.source;
    return {
      title: plain(template.title, this.frame),
      language: template.language,
      date: options.asOf,
      layout: template.layout,
      fieldPrefix: `p${filed.id}`,
      blocks: blocksOf(template, this.source, this.frame),
    };
  }
}

/** The blocks that a template makes of a filing's values. */
export function blocksOf(template: Template, source: BlockSource, frame: Frame): readonly Block[] {
  const writer = new BlockWriter(source, template.layout === 'exhibit');
  writer.write(template.body, frame);
  return keptTogether(writer.blocks);
}

class BlockWriter {
  readonly blocks: Block[] = [];
  private number = 0;

  constructor(
    private readonly source: BlockSource,
    private readonly tight: boolean,
  ) {}

  write(passages: readonly Passage[], frame: Frame): void {
    for (const passage of passages) {
      if (passage.kind === 'if') this.write(holds(passage.condition, frame) ? passage.yes : passage.no, frame);
      else if (passage.kind === 'each')
        for (const inner of framesOf(passage.name, frame)) this.write(passage.inner, inner);
      else if (passage.kind === 'named')
        this.blocks.push(...namedBlock(passage.name, passage.parts, frame, this.source));
      else this.words(passage, say(passage.words, frame));
    }
  }

  private words(passage: Extract<Passage, { kind: 'heading' | 'paragraph' | 'item' | 'quote' }>, words: Words): void {
    if (words.text === '') return;
    const last = this.blocks[this.blocks.length - 1];
    if (passage.kind === 'heading' && passage.level === 1 && this.tight)
      this.blocks.push({ kind: 'centred', text: words.text, bold: true, spaceAfter: 8 });
    else if (passage.kind === 'heading') this.blocks.push({ kind: 'heading', level: passage.level, ...words });
    else if (passage.kind === 'quote') this.blocks.push({ kind: 'quote', ...words });
    else if (passage.kind === 'item') {
      const items = last?.kind === 'list' ? [...last.items, words] : [words];
      if (last?.kind === 'list') this.blocks.pop();
      this.blocks.push({ kind: 'list', items });
    } else {
      const number = passage.numbered ? { number: `${++this.number}.` } : {};
      this.blocks.push({ kind: 'paragraph', ...number, ...words, ...(this.tight ? { tight: true } : {}) });
    }
  }
}

/** Words that belong to a table or to the judge's signature stay on its page, and so does a heading over them. */
function keptTogether(blocks: readonly Block[]): readonly Block[] {
  const kept: Block[] = [];
  let before: 'table' | 'judge' | undefined;
  for (const block of [...blocks].reverse()) {
    if (block.kind === 'table' || block.kind === 'judge') {
      before = block.kind;
      kept.push(block);
    } else if (before !== undefined && block.kind === 'paragraph' && block.number === undefined) {
      kept.push({ ...block, tight: true, before });
      if (before === 'judge') before = undefined;
    } else {
      kept.push(block.kind === 'heading' && before === 'table' ? { ...block, withTable: true } : block);
      before = undefined;
    }
  }
  return kept.reverse();
}

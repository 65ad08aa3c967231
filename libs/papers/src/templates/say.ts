import { type Words, type TextRun } from '../paper/paper';
import { type PaperValues, type ValueName } from '../values/vocabulary';
import { type Condition, type Inline } from './template';

/** The values that words are said with, and within `{#each}` the item. */
export interface Frame {
  readonly values: PaperValues;
  readonly item?: Readonly<Record<string, string>>;
}

/** The words with their values. Blanks are one each; an emphasis becomes runs. */
export function say(words: readonly Inline[], frame: Frame): Words {
  const runs: TextRun[] = [];
  collect(words, frame, 'regular', runs);
  return richText(runs);
}

export function plain(words: readonly Inline[] | undefined, frame: Frame): string {
  return words ? say(words, frame).text : '';
}

/** A condition holds for yes, for a text that is not empty, a number above 0 and a list that is not empty. */
export function holds({ name, not }: Condition, { values, item }: Frame): boolean {
  const value = typeof name === 'string' ? values[name] : item?.[name.field];
  const yes = Array.isArray(value) ? value.length > 0 : Boolean(value);
  return yes !== not;
}

/** The frames of the items of a list. */
export function framesOf(name: ValueName, { values }: Frame): readonly Frame[] {
  const list = values[name];
  return typeof list === 'object' ? list.map((item) => ({ values, item })) : [];
}

function collect(words: readonly Inline[], frame: Frame, style: TextRun['style'], runs: TextRun[]): void {
  for (const each of words) {
    switch (each.kind) {
      case 'text':
        runs.push({ text: each.text, style });
        break;
      case 'value':
        runs.push({ text: String(frame.values[each.name]), style });
        break;
      case 'field':
        runs.push({ text: frame.item?.[each.field] ?? '', style });
        break;
      case 'cite':
        for (const run of each.runs) runs.push(run.style === 'regular' ? { ...run, style } : run);
        break;
      case 'styled':
        collect(each.inner, frame, each.style, runs);
        break;
      case 'if':
        collect(holds(each.condition, frame) ? each.yes : each.no, frame, style, runs);
        break;
      case 'each':
        for (const inner of framesOf(each.name, frame)) collect(each.inner, inner, style, runs);
        break;
    }
  }
}

/** Joins runs of one style and takes blanks together; no runs where everything is regular. */
function richText(given: readonly TextRun[]): Words {
  const runs: { text: string; style: TextRun['style'] }[] = [];
  let text = '';
  for (const { text: own, style } of given) {
    let words = own.replace(/[ \t\n]+/g, ' ');
    if (words.startsWith(' ') && (text === '' || text.endsWith(' '))) words = words.slice(1);
    if (words === '') continue;
    text += words;
    const last = runs[runs.length - 1];
    if (last?.style === style) last.text += words;
    else runs.push({ text: words, style });
  }
  if (text.endsWith(' ')) {
    text = text.slice(0, -1);
    const last = runs[runs.length - 1];
    if (last) last.text = last.text.slice(0, -1);
  }
  const kept = runs.filter((run) => run.text !== '');
  return kept.some(({ style }) => style !== 'regular') ? { text, runs: kept } : { text };
}

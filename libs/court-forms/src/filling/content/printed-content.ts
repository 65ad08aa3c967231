import { contentOperators } from './content-operators';

const INK = new Set(['Tj', 'TJ', "'", '"', 'S', 's', 'f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'sh', 'Do', 'BI']);

/** True when a content stream paints something. */
export function paints(content: string): boolean {
  for (const { operator } of contentOperators(content)) if (INK.has(operator)) return true;
  return false;
}

/** The content with its own graphics state closed in, whatever it leaves open or closes too often. */
export function enclosed(content: string): string {
  let depth = 0;
  let lowest = 0;
  for (const { operator } of contentOperators(content)) {
    if (operator === 'q') depth++;
    if (operator === 'Q') lowest = Math.min(lowest, --depth);
  }
  const missing = -lowest;
  return `${'q\n'.repeat(missing + 1)}${content}\n${'Q\n'.repeat(missing + 1 + depth)}`;
}

/** The highest mark of a page's content; -1 when it has none. */
export function highestMark(content: string): number {
  let highest = -1;
  for (const { operator, operands } of contentOperators(content)) {
    const mark = operator === 'BDC' ? /\/MCID\s+(\d+)/.exec(operands[1] ?? '') : null;
    if (mark) highest = Math.max(highest, Number(mark[1]));
  }
  return highest;
}

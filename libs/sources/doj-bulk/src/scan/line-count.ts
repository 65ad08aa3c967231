const CR = 0x0d;
const LF = 0x0a;

/**
 * Counts the lines of `bytes[from, to)` that are not empty, knowing nothing of fields and quotes: what the reader
 * accounts for is checked against it.
 */
export function countFilledLines(bytes: Buffer, from: number, to: number): number {
  let count = 0;
  let start = from;
  while (start < to) {
    let end = bytes.indexOf(LF, start);
    if (end < 0 || end > to) end = to;
    let content = end;
    while (content > start && bytes[content - 1] === CR) content--;
    if (content > start) count++;
    start = end + 1;
  }
  return count;
}

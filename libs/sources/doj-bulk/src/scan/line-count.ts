import { type ScanMemory } from '../bytes/scan-memory';

const CR = 0x0d;
const LF = 0x0a;

/**
 * Counts the lines of `bytes[from, to)` that are not empty, knowing nothing of fields and quotes: what the reader
 * accounts for is checked against it. Bytes in the memory are counted there, which is faster.
 */
export function countFilledLines(bytes: Buffer, from: number, to: number, memory?: ScanMemory): number {
  if (memory?.has(bytes)) return memory.filledLines(bytes, from, to);
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

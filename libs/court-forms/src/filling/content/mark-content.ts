import { contentOperators, type ContentOperator } from './content-operators';
import { TextPlaces } from './text-places';

/** A stretch of a form's printed text that got a mark. */
export interface ContentMark {
  /** Its marked-content identifier on the page. */
  readonly mark: number;
  /** Start of the baseline in points, and the size of its letters. */
  readonly x: number;
  readonly y: number;
  readonly size: number;
}

export interface MarkedContent {
  readonly content: string;
  readonly marks: readonly ContentMark[];
}

const PAINT = new Set(['S', 's', 'f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'sh', 'BI']);
const PATH = new Set(['m', 'l', 'c', 'v', 'y', 'h', 're', 'W', 'W*', 'n']);
const MARKS = new Set(['BMC', 'BDC', 'EMC']);

/**
 * Tags the content of a page that has no tags: text gets marks, a mark for each line or text object; lines, areas and
 * pictures are artifacts. Nothing else changes: without marks the operators are those of the form. Marks that name
 * elements of a structure that is not there are dropped; optional content and artifacts stay.
 */
export function markContent(content: string, kindOf: (xobject: string) => 'form' | 'image'): MarkedContent {
  const marker = new Marker(content);
  for (const operator of contentOperators(content)) marker.take(operator, kindOf);
  return marker.finish();
}

class Marker {
  private readonly out: string[] = [];
  private readonly marks: ContentMark[] = [];
  private readonly places = new TextPlaces();
  private open: 'none' | 'text' | 'artifact' = 'none';
  private copied = 0;
  /** Marks of the form itself: kept as they stand, artifacts, or dropped. */
  private readonly own: ('kept' | 'artifact' | 'dropped')[] = [];
  /** Where the text object began whose first text has not come yet; its operators wait. */
  private pathStart = -1;
  private textStart = -1;
  private opensText = false;

  constructor(private readonly content: string) {}

  take(operator: ContentOperator, kindOf: (xobject: string) => 'form' | 'image'): void {
    const name = operator.operator;
    this.places.take(operator);
    if (MARKS.has(name)) return this.ownMark(operator);
    if (PATH.has(name)) {
      if (this.pathStart < 0) this.pathStart = operator.start;
      if (name === 'n') this.pathStart = -1;
      return;
    }
    if (name === 'BT') {
      this.textStart = operator.start;
      this.opensText = true;
    } else if (name === 'ET') this.textStart = -1;
    else if (this.opensText && (name === 'Tj' || name === 'TJ' || name === "'" || name === '"')) {
      this.opensText = false;
      this.text(this.textStart, this.places.at());
    } else if (PAINT.has(name)) {
      this.artifact(this.pathStart >= 0 ? this.pathStart : operator.start);
      this.pathStart = -1;
    } else if (name === 'Do') {
      if (kindOf((operator.operands[0] ?? '').slice(1)) === 'form')
        this.text(operator.start, { x: 0, y: Infinity, size: 0 });
      else this.artifact(operator.start);
    }
  }

  finish(): MarkedContent {
    this.close(this.content.length);
    return { content: this.out.join(''), marks: this.marks };
  }

  private text(start: number, place: { readonly x: number; readonly y: number; readonly size: number }): void {
    if (this.own.includes('artifact')) return;
    const last = this.marks[this.marks.length - 1];
    if (this.open === 'text' && last && Math.abs(last.y - place.y) < last.size * 0.4 && place.x >= last.x) return;
    this.close(start);
    const mark = this.marks.length;
    this.marks.push({ mark, ...place });
    this.emit(`/P<</MCID ${mark}>>BDC\n`);
    this.open = 'text';
  }

  private artifact(start: number): void {
    if (this.open === 'artifact' || this.own.includes('artifact')) return;
    this.close(start);
    this.emit('/Artifact BMC\n');
    this.open = 'artifact';
  }

  private ownMark({ operator, operands, start, end }: ContentOperator): void {
    const inText = this.textStart >= 0;
    if (operator === 'EMC') {
      const kind = this.own.pop() ?? 'dropped';
      if (!inText) this.close(start);
      if (kind === 'dropped') this.skip(start, end);
      return;
    }
    const dropped = operator === 'BDC' && /\/MCID\b/.test(operands[1] ?? '');
    if (!inText) this.close(start);
    this.own.push(dropped ? 'dropped' : operands[0] === '/Artifact' ? 'artifact' : 'kept');
    if (dropped) this.skip(start, end);
  }

  private close(at: number): void {
    this.out.push(this.content.slice(this.copied, at));
    this.copied = at;
    if (this.open !== 'none') this.out.push('\nEMC\n');
    this.open = 'none';
  }

  private emit(text: string): void {
    this.out.push('\n', text);
  }

  private skip(start: number, end: number): void {
    this.out.push(this.content.slice(this.copied, start), ' ');
    this.copied = end;
  }
}

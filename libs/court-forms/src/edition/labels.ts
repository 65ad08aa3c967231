import { type PrintedWords } from '../printed-text/page-words';
import { type UnlabelledField } from './field-tree';
import { type FieldPlace, type FormField } from './form-edition';

/** Words beside a field: no further away than this, in points. */
const FAR_BESIDE = 60;
const FAR_ABOVE = 16;
const FAR_BELOW = 14;
const MOST_LINES = 3;
const LONGEST = 240;

/**
 * Gives every field the printed words that a person would read it by: right of a box to tick, else left of a blank on its line,
 * below or above it; rows of a table take the words of the row above, with their number.
 */
export function labelled(fields: readonly UnlabelledField[], pages: readonly (readonly PrintedWords[])[]): FormField[] {
  const everywhere = fields.flatMap(({ places }) => places);
  const boxes = fields.filter(({ type }) => type === 'checkbox' || type === 'radio').flatMap(({ places }) => places);
  const labels = fields.map(({ type, places: [place] }) => {
    if (!place) return '';
    const words = (pages[place.page - 1] ?? []).filter(({ text }) => /[\p{L}\p{N}]/u.test(text));
    const label =
      type === 'checkbox' || type === 'radio'
        ? afterBox(place, words, everywhere)
        : besideBlank(place, words, everywhere, boxes);
    return label.slice(0, LONGEST);
  });
  return fields.map((field, i) => ({
    ...field,
    label: labels[i] === '' ? rowLabel(i, fields, labels) : (labels[i] as string),
  }));
}

function onRow({ bottom, top }: FieldPlace, { baseline, size }: PrintedWords): boolean {
  const middle = baseline + size * 0.35;
  return middle > bottom - 3 && middle < top + 3;
}

/** The words begin right after a box to tick. */
function isOfBox(box: FieldPlace, words: PrintedWords): boolean {
  return onRow(box, words) && words.left > box.left && words.left < box.right + FAR_BESIDE / 2;
}

function afterBox(place: FieldPlace, words: readonly PrintedWords[], everywhere: readonly FieldPlace[]): string {
  const row = words.filter((each) => onRow(place, each)).sort((a, b) => a.left - b.left);
  const nextField = Math.min(
    ...everywhere
      .filter(
        (other) =>
          other !== place &&
          other.page === place.page &&
          other.left > place.right - 1 &&
          overlaps(other.bottom, other.top, place.bottom, place.top),
      )
      .map(({ left }) => left),
  );
  const first = row.find(
    ({ left, right }) =>
      right > place.right + 4 && left < place.right + FAR_BESIDE / 2 && left > place.left - 2 && left < nextField,
  );
  // A box may stand within a line that is printed as one: its words begin at the box.
  const within = first ?? row.find(({ left, right }) => left < place.left && right > place.right + 8);
  if (!within) return '';
  const lines = [cut(within, place.right, nextField)];
  let last = within;
  while (lines.length < MOST_LINES) {
    const next = words.find((each) => continues(each, last, place) && !isRowOfAnother(each, place, everywhere));
    if (!next) break;
    lines.push(next.text);
    last = next;
  }
  return lines.join(' ').trim();
}

function continues(next: PrintedWords, last: PrintedWords, place: FieldPlace): boolean {
  const step = last.baseline - next.baseline;
  return (
    step > 0.5 * last.size && step < 1.5 * last.size && next.left > place.left - 22 && next.left < place.right + 22
  );
}

function isRowOfAnother(words: PrintedWords, place: FieldPlace, everywhere: readonly FieldPlace[]): boolean {
  return everywhere.some(
    (other) =>
      other.page === place.page &&
      other !== place &&
      onRow(other, words) &&
      other.right - 4 < words.right &&
      other.right > words.left - 40,
  );
}

/** The part of the words that stands between two edges; the words are taken to be evenly wide. */
function cut({ text, left, right }: PrintedWords, from: number, to: number): string {
  const each = (right - left) / Math.max(1, text.length);
  const start = left >= from - 2 ? 0 : Math.round((from - left) / each);
  const end = right <= to + 2 ? text.length : Math.round((to - left) / each);
  const begin = start === 0 ? 0 : text.indexOf(' ', Math.max(0, start - 2)) + 1;
  return text.slice(begin, end === text.length ? end : Math.max(begin, text.lastIndexOf(' ', end + 1))).trim();
}

function besideBlank(
  place: FieldPlace,
  words: readonly PrintedWords[],
  everywhere: readonly FieldPlace[],
  boxes: readonly FieldPlace[],
): string {
  const left = words
    .filter(
      (each) =>
        onRow(place, each) &&
        each.left < place.left &&
        each.right < place.right &&
        place.left - each.right < FAR_BESIDE,
    )
    .filter(
      (each) =>
        !everywhere.some(
          (other) =>
            other !== place &&
            other.page === place.page &&
            onRow(other, each) &&
            other.left > each.right - 2 &&
            other.right < place.left + 2,
        ),
    )
    .sort((a, b) => b.right - a.right)[0];
  if (left && place.left - left.right < 24) return plain(cut(left, edgeBefore(place, left, everywhere), place.left));
  const free = words.filter((each) => !boxes.some((box) => box.page === place.page && isOfBox(box, each)));
  const near = [
    ...below(place, free),
    ...above(place, free),
    ...(left ? [{ words: left, far: (place.left - left.right) / 2 }] : []),
  ].sort((a, b) => a.far - b.far)[0];
  return near ? plain(near.words.text) : '';
}

/** Where the field before this one on its line ends: what is printed before it belongs to that one. */
function edgeBefore(place: FieldPlace, words: PrintedWords, everywhere: readonly FieldPlace[]): number {
  const before = everywhere.filter(
    (other) => other !== place && other.page === place.page && onRow(other, words) && other.right <= place.left + 1,
  );
  return Math.max(words.left, ...before.map(({ right }) => right));
}

interface Near {
  readonly words: PrintedWords;
  readonly far: number;
}

function below(place: FieldPlace, words: readonly PrintedWords[]): Near[] {
  return words.flatMap((each) => {
    const far = place.bottom - (each.baseline + each.size * 0.7);
    return far > -6 && far < FAR_BELOW && each.baseline < place.bottom && isOver(place, each)
      ? [{ words: each, far: Math.max(0, far) }]
      : [];
  });
}

function above(place: FieldPlace, words: readonly PrintedWords[]): Near[] {
  return words.flatMap((each) => {
    const far = each.baseline - place.top;
    return far > -8 && far < FAR_ABOVE && each.baseline + each.size * 0.3 > place.top - 4 && isOver(place, each)
      ? [{ words: each, far: Math.max(0, far) + 1 }]
      : [];
  });
}

/** Something of the words stands over the field, or near its left edge. */
function isOver({ left, right }: FieldPlace, words: PrintedWords): boolean {
  return overlaps(left - 4, right + 60, words.left, words.right);
}

function rowLabel(index: number, fields: readonly UnlabelledField[], labels: readonly string[]): string {
  const place = fields[index]?.places[0];
  let at = place;
  for (let row = 2; at && row < 40; row += 1) {
    const above = fields.findIndex(
      ({ type, places: [other] }) =>
        type === 'text' &&
        other !== undefined &&
        at !== undefined &&
        other.page === at.page &&
        Math.abs(other.left - at.left) < 3 &&
        Math.abs(other.right - at.right) < 3 &&
        other.bottom > at.bottom + 2 &&
        other.bottom - at.top < 8,
    );
    if (above < 0) return '';
    const label = labels[above];
    if (label !== undefined && label !== '') return `${label} [${row}]`;
    at = fields[above]?.places[0];
  }
  return '';
}

function overlaps(a: number, b: number, c: number, d: number): boolean {
  return Math.min(b, d) > Math.max(a, c);
}

function plain(text: string): string {
  return text
    .replace(/[\s_]+$/, '')
    .replace(/^[\s,;]+/, '')
    .trim();
}

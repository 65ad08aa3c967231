import { type BookEvent } from '@clearway/filing-book';

/** What of an event is personal, or may be: texts by the name of their field, those of lines in the order of the lines. */
export type EventWords = Readonly<Record<string, string | readonly string[]>>;

/** Stands where a reason or a note was: an event cannot be without. */
export const DESTROYED = '(destroyed)';

/** The fields in which courts and people write what they like. */
const OF_LINES: Readonly<
  Partial<Record<BookEvent['kind'], { readonly list: string; readonly fields: readonly string[] }>>
> = {
  'match-answered': { list: 'replies', fields: ['caseNumber', 'courthouse', 'note'] },
  'receipt-recorded': { list: 'lines', fields: ['caseNumber', 'note'] },
};
const OF_EVENT: Readonly<Partial<Record<BookEvent['kind'], readonly string[]>>> = {
  'release-voided': ['why'],
  'batch-corrected': ['why'],
  'batch-sent': ['how'],
  'state-told': ['how'],
  note: ['text'],
  undone: ['why'],
};

type Fields = Record<string, unknown>;

/** Takes the words out of an event: what is left is refs, hashes, codes and days. Null: there are none. */
export function withoutWords(event: BookEvent): { readonly body: Fields; readonly words: EventWords | null } {
  const body: Fields = { ...event };
  const words: Record<string, string | string[]> = {};
  for (const field of OF_EVENT[event.kind] ?? []) {
    const text = String(body[field] ?? '');
    if (text === '') continue;
    words[field] = text;
    body[field] = DESTROYED;
  }
  const lines = OF_LINES[event.kind];
  if (lines) {
    const rows = body[lines.list] as readonly Fields[];
    for (const field of lines.fields) {
      const texts = rows.map((row) => String(row[field] ?? ''));
      if (texts.some((text) => text !== '')) words[field] = texts;
    }
    body[lines.list] = rows.map((row) => ({ ...row, ...Object.fromEntries(lines.fields.map((field) => [field, ''])) }));
  }
  return { body, words: Object.keys(words).length === 0 ? null : words };
}

/** The event as it was recorded. */
export function withWords(body: Fields, words: EventWords | null): BookEvent {
  if (words === null) return body as BookEvent;
  const whole = { ...body };
  const lines = OF_LINES[body['kind'] as BookEvent['kind']];
  for (const [field, text] of Object.entries(words)) {
    if (typeof text === 'string') whole[field] = text;
    else if (lines)
      whole[lines.list] = (whole[lines.list] as readonly Fields[]).map((row, i) => ({
        ...row,
        [field]: text[i] ?? '',
      }));
  }
  return whole as BookEvent;
}

import { type BookEvent, type DraftEvent } from '@clearway/filing-book';
import { CliError } from '../cli-error';
import { counted } from '../terminal/numbers';
import { type Terminal } from '../terminal/terminal';
import { batchNamed } from './batch-shelf';
import { BookFolder, type BookOptions } from './book-folder';
import { putList } from './list-output';
import { recordedBy } from './who';

/** Lists the events of the book with their ids. */
export async function log(options: BookOptions & { readonly out?: string }, terminal: Terminal): Promise<void> {
  const book = (await BookFolder.open(options.filingBook)).assertBegun();
  const { undone, problems } = book.state();
  const rows = book.events.map((event) => [
    event.sha256.slice(0, 12),
    event.at,
    event.by,
    event.kind,
    'batch' in event ? event.batch : '',
    whatOf(event),
    undone.has(event.sha256) ? 'undone' : '',
  ]);
  await putList(
    {
      name: 'Events',
      heads: ['event', 'at', 'by', 'what', 'batch', 'detail', 'state'],
      rows,
      widths: { at: 26, by: 24, what: 20, batch: 20, detail: 60 },
    },
    'Book of filings',
    options.out,
    terminal,
  );
  for (const { code, event, words, refs } of problems)
    terminal.warn(
      `event ${event.slice(0, 12)}: ${code}, ${words}${refs.length === 0 ? '' : ` (${counted(refs.length, 'line', 'lines')})`}`,
    );
  terminal.say(
    `book         ${counted(book.events.length, 'event', 'events')}, the chain is whole; last ${book.events.at(-1)?.sha256 ?? ''}`,
  );
  terminal.result({ events: book.events.length, last: book.events.at(-1)?.sha256 ?? '', problems: problems.length });
}

function whatOf(event: BookEvent): string {
  switch (event.kind) {
    case 'match-asked':
      return `${counted(event.refs.length, 'case', 'cases')}${event.test ? ' (test file)' : ''}`;
    case 'match-answered':
      return `${counted(event.replies.length, 'case', 'cases')}`;
    case 'batch-made':
      return `${event.court.name}, ${counted(event.lines.length, 'line', 'lines')}${event.corrects === '' ? '' : `, corrects ${event.corrects}`}`;
    case 'batch-released':
      return `signed by ${event.signedBy} on ${event.on}`;
    case 'release-voided':
      return event.why;
    case 'batch-corrected':
      return `by ${event.correctedBy}, ${counted(event.moved.length, 'line', 'lines')}: ${event.why}`;
    case 'batch-sent':
      return `on ${event.on} ${event.how}`;
    case 'receipt-recorded':
      return `${counted(event.lines.length, 'line', 'lines')}`;
    case 'state-told':
      return `${counted(event.refs.length, 'order', 'orders')} on ${event.on} ${event.how}`;
    case 'note':
      return event.text;
    case 'undone':
      return `of ${event.of.slice(0, 12)}${event.refs.length === 0 ? '' : `, ${counted(event.refs.length, 'line', 'lines')}`}: ${event.why}`;
  }
}

export interface UndoOptions extends BookOptions {
  readonly ref: readonly string[];
  readonly why: string;
  readonly by?: string;
}

/** Takes an event back, or lines of it: an event like the others. */
export async function undo(what: string, options: UndoOptions, terminal: Terminal): Promise<void> {
  const { events } = await BookFolder.record(options, recordedBy(options.by), (_, all): DraftEvent[] => {
    const wanted = what.trim().toLowerCase();
    const found = all.filter(({ sha256 }) => wanted.length >= 8 && sha256.startsWith(wanted));
    const [only] = found;
    if (!only || found.length > 1)
      throw new CliError(
        'usage.undo',
        'No single event has this id: write eight characters of it or more. `clearway court log` shows them.',
      );
    const lines =
      only.kind === 'receipt-recorded'
        ? only.lines.map(({ ref }) => ref)
        : only.kind === 'match-answered'
          ? only.replies.map(({ ref }) => ref)
          : only.kind === 'state-told'
            ? only.refs
            : undefined;
    if (options.ref.length > 0 && lines && options.ref.some((ref) => !lines.includes(ref)))
      throw new CliError('usage.undo', 'The event has no such line. Leave --ref out to take all of it back.');
    return [{ kind: 'undone', of: only.sha256, refs: [...options.ref], why: options.why }];
  });
  terminal.say(
    `undone       ${options.ref.length === 0 ? 'the whole event' : `${counted(options.ref.length, 'line', 'lines')} of the event`} (event ${events[0]?.sha256.slice(0, 12) ?? ''})`,
  );
  terminal.result({ undone: what, refs: options.ref.length, event: events[0]?.sha256 ?? '' });
}

/** Writes a note about a batch or one of its lines. */
export async function note(
  what: string,
  text: string,
  options: BookOptions & { readonly ref?: string; readonly by?: string },
  terminal: Terminal,
): Promise<void> {
  const { batch, lines } = batchNamed((await BookFolder.open(options.filingBook)).assertBegun().state(), what);
  if (options.ref !== undefined && !lines.has(options.ref))
    throw new CliError('usage.batch', 'The batch has no such line.');
  await BookFolder.record(options, recordedBy(options.by), () => [
    { kind: 'note', batch, ref: options.ref ?? '', text },
  ]);
  terminal.say('noted');
  terminal.result({ batch, noted: true });
}

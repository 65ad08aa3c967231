import { ServerResponse } from 'node:http';

/** One entry of a run's event log; `sequence` counts from 1 within the run and is the event's id on the wire. */
export interface RunEvent {
  readonly sequence: number;
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** What `followRun` reads from. */
export interface RunEventSource {
  /** Events after `sequence` in order, at most a page of them. */
  eventsAfter(sequence: number): Promise<readonly RunEvent[]>;
  /** True when nothing will ever follow what is stored now. */
  isFinished(): Promise<boolean>;
}

export interface FollowOptions {
  readonly after: number;
  readonly signal: AbortSignal;
  /** Milliseconds between two looks at the log. */
  readonly pollMs: number;
  /** Milliseconds of silence after which a comment keeps proxies from closing the stream. */
  readonly heartbeatMs: number;
}

/**
 * Writes the events of a run as `text/event-stream` until the run is finished or the caller goes. A caller that comes
 * back with the `Last-Event-ID` of the last event of a finished run gets 204, on which an EventSource stops for good.
 */
export async function followRun(
  source: RunEventSource,
  response: ServerResponse,
  options: FollowOptions,
): Promise<void> {
  const finishedBefore = await source.isFinished();
  let events = await source.eventsAfter(options.after);
  if (finishedBefore && events.length === 0) {
    response.statusCode = 204;
    response.end();
    return;
  }
  response.statusCode = 200;
  response.setHeader('Content-Type', 'text/event-stream; charset=utf-8');
  response.setHeader('Cache-Control', 'no-store');
  response.flushHeaders();
  response.write('retry: 1000\n\n');

  let last = options.after;
  let silentMs = 0;
  while (!options.signal.aborted) {
    for (const event of events) {
      await write(response, printEvent(event), options.signal);
      last = event.sequence;
      silentMs = 0;
    }
    // Finished is asked before the events are read: whatever was stored before it is read after it.
    const finished = await source.isFinished();
    events = await source.eventsAfter(last);
    if (events.length > 0) continue;
    if (finished) break;
    await pause(options.pollMs, options.signal);
    silentMs += options.pollMs;
    if (silentMs >= options.heartbeatMs) {
      silentMs = 0;
      await write(response, ': still here\n\n', options.signal);
    }
  }
  response.end();
}

export function printEvent(event: RunEvent): string {
  return `id: ${event.sequence}\nevent: ${event.type}\ndata: ${JSON.stringify(event.data)}\n\n`;
}

/** An event that is not kept: it has no id, so that a caller who comes back resumes after the last one that is. */
export function printLive(type: string, data: Readonly<Record<string, unknown>>): string {
  return `event: ${type}\ndata: ${JSON.stringify(data)}\n\n`;
}

/** The `Last-Event-ID` header as a sequence; anything that is not one starts from the beginning. */
export function readLastEventId(header: string | undefined): number {
  return header !== undefined && /^\d{1,15}$/.test(header) ? Number(header) : 0;
}

async function write(response: ServerResponse, text: string, signal: AbortSignal): Promise<void> {
  if (signal.aborted || response.write(text)) return;
  await new Promise<void>((resolve) => {
    const done = (): void => {
      response.off('drain', done);
      signal.removeEventListener('abort', done);
      resolve();
    };
    response.once('drain', done);
    signal.addEventListener('abort', done, { once: true });
  });
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const timer = setTimeout(done, ms);
    function done(): void {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    }
    signal.addEventListener('abort', done, { once: true });
  });
}

/** One event of a `text/event-stream`. */
export interface ServerSentEvent {
  readonly id: string;
  readonly type: string;
  readonly data: string;
}

/** Takes pieces of a stream, however it was cut, and gives the events that are whole. */
export class EventReader {
  private rest = '';
  private id = '';

  take(text: string): ServerSentEvent[] {
    const events: ServerSentEvent[] = [];
    const parts = (this.rest + text).replaceAll('\r\n', '\n').split('\n\n');
    this.rest = parts.pop() ?? '';
    for (const part of parts) {
      let type = 'message';
      const data: string[] = [];
      for (const line of part.split('\n')) {
        const colon = line.indexOf(':');
        if (colon === 0) continue;
        const field = colon < 0 ? line : line.slice(0, colon);
        const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
        if (field === 'id') this.id = value;
        else if (field === 'event') type = value;
        else if (field === 'data') data.push(value);
      }
      if (data.length > 0) events.push({ id: this.id, type, data: data.join('\n') });
    }
    return events;
  }
}

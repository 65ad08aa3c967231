/**
 * Records of a CSV that comes in pieces, so that a file of any size passes through: RFC 4180, LF or CRLF, empty lines skipped.
 *
 * @example for (const piece of pieces) for (const fields of rows.push(piece)) use(fields); for (const fields of rows.end()) use(fields);
 */
export class CsvRows {
  private fields: string[] = [];
  private field = '';
  private quoted = false;
  /** A quote inside quotes was the last letter of the piece: the next letter says what it was. */
  private maybeClosed = false;

  *push(text: string): Generator<string[]> {
    let from = 0;
    for (let at = 0; at < text.length; at++) {
      const letter = text.charCodeAt(at);
      if (this.maybeClosed) {
        this.maybeClosed = false;
        if (letter === QUOTE) {
          from = at;
          continue;
        }
        this.quoted = false;
        from = at;
      }
      if (this.quoted) {
        if (letter !== QUOTE) continue;
        this.field += text.slice(from, at);
        this.maybeClosed = true;
        from = at + 1;
      } else if (letter === QUOTE) {
        this.field += text.slice(from, at);
        this.quoted = true;
        from = at + 1;
      } else if (letter === COMMA || letter === LINE_FEED || letter === CARRIAGE_RETURN) {
        this.field += text.slice(from, at);
        from = at + 1;
        if (letter === CARRIAGE_RETURN) continue;
        this.endField();
        if (letter === LINE_FEED) yield* this.endRecord();
      }
    }
    if (from < text.length) this.field += text.slice(from);
  }

  /** The last record, when no line end stands behind it. */
  *end(): Generator<string[]> {
    if (this.field === '' && this.fields.length === 0) return;
    this.endField();
    yield* this.endRecord();
  }

  private endField(): void {
    this.fields.push(this.field);
    this.field = '';
  }

  private *endRecord(): Generator<string[]> {
    const { fields } = this;
    this.fields = [];
    this.quoted = false;
    if (fields.length > 1 || fields[0] !== '') yield fields;
  }
}

const QUOTE = 34;
const COMMA = 44;
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

export type SourceFileErrorCode =
  | 'source.twice'
  | 'source.unknown-kind'
  | 'source.done-list'
  | 'source.list-kind'
  | 'source.unknown-list'
  | 'source.empty'
  | 'source.mapping-unused'
  | 'source.changed'
  | 'source.unreadable';

/** An input that cannot be used as a whole. The message names the file and the cure, never a person. */
export class SourceFileError extends Error {
  override readonly name = 'SourceFileError';
  constructor(
    /** One of `SourceFileErrorCode`, or the code of the reader's own error. */
    readonly code: string,
    /** Name of the file as the caller gave it. */
    readonly file: string,
    message: string,
    options?: { cause?: unknown },
  ) {
    super(message, options);
  }

  static of(code: SourceFileErrorCode, file: string, message: string): SourceFileError {
    return new SourceFileError(code, file, `${file}: ${message}`);
  }
}

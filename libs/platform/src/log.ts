import { type LoggerService } from '@nestjs/common';
import { failureCodeOf, failureKindOf } from './coded-error';

/** The only fields that a log line may carry. A value that could be about a person has no field. */
export interface LogFields {
  readonly code?: string;
  readonly kind?: string;
  readonly office?: string;
  readonly run?: string;
  readonly revision?: number;
  readonly stage?: string;
  readonly batch?: number | null;
  readonly type?: string;
  readonly message_id?: string;
  readonly attempt?: number;
  readonly hash?: string;
  readonly bytes?: number;
  readonly count?: number;
  readonly persons?: number;
  readonly milliseconds?: number;
  readonly port?: number;
  readonly status?: number;
  readonly method?: string;
  readonly route?: string;
  readonly at?: string;
}

const ALLOWED = new Set<keyof LogFields>([
  'code',
  'kind',
  'office',
  'run',
  'revision',
  'stage',
  'batch',
  'type',
  'message_id',
  'attempt',
  'hash',
  'bytes',
  'count',
  'persons',
  'milliseconds',
  'port',
  'status',
  'method',
  'route',
  'at',
]);

export type LogLevel = 'debug' | 'info' | 'warn' | 'error';
const ORDER: Record<LogLevel, number> = { debug: 0, info: 1, warn: 2, error: 3 };

/**
 * JSON lines to standard output. `words` are fixed sentences of the code; anything that varies goes into a field, and only
 * fields on the list are written. Text that a framework hands over is not ours to trust: of it only its place is kept.
 */
export class Log implements LoggerService {
  constructor(
    private readonly service: string,
    private readonly least: LogLevel = 'info',
    private readonly write: (line: string) => void = (line) => void process.stdout.write(line),
    private readonly now: () => Date = () => new Date(),
  ) {}

  info(words: string, fields: LogFields = {}): void {
    this.line('info', words, fields);
  }

  /** An error by its code and place in the code; never by its message. */
  failure(words: string, error: unknown, fields: LogFields = {}): void {
    const kind = failureKindOf(error);
    const at = kind === 'bug' ? placeOf(error) : undefined;
    this.line(kind === 'transient' ? 'warn' : 'error', words, {
      code: failureCodeOf(error),
      kind,
      ...(at ? { at } : {}),
      ...fields,
    });
  }

  /** Every small step, for whoever looks for a fault: written at the level `debug` only. */
  detail(words: string, fields: LogFields = {}): void {
    this.line('debug', words, fields);
  }

  note(words: string, fields: LogFields = {}): void {
    this.line('warn', words, fields);
  }

  /** Nest's own words: kept only when they are the framework's fixed sentences about modules and routes. */
  log(_message: unknown, ...context: unknown[]): void {
    this.framework('debug', context);
  }
  warn(_message: unknown, ...context: unknown[]): void {
    this.framework('warn', context);
  }
  error(message: unknown, ...context: unknown[]): void {
    const error = message instanceof Error ? message : context.find((value) => value instanceof Error);
    if (error) this.failure('the framework reported an error', error);
    else this.framework('warn', context);
  }
  debug(): void {}
  verbose(): void {}
  fatal(message: unknown): void {
    this.error(message);
  }

  private framework(level: LogLevel, context: unknown[]): void {
    const place = context.at(-1);
    this.line(level, 'framework', typeof place === 'string' && /^[A-Za-z]{1,40}$/.test(place) ? { at: place } : {});
  }

  private line(level: LogLevel, words: string, fields: LogFields): void {
    if (ORDER[level] < ORDER[this.least]) return;
    const kept = Object.entries(fields).filter(
      ([name, value]) => ALLOWED.has(name as keyof LogFields) && value !== undefined,
    );
    this.write(
      `${JSON.stringify({ time: this.now().toISOString(), level, service: this.service, words, ...Object.fromEntries(kept) })}\n`,
    );
  }
}

/** `file.ts:12` of the first frame of our own code. */
function placeOf(error: unknown): string | undefined {
  const frames = error instanceof Error ? (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)) : [];
  const frame = frames.find((line) => !line.includes('node_modules') && !line.includes('node:')) ?? frames[0];
  return frame && /([A-Za-z0-9_.-]+\.(?:ts|js|mjs|cjs):\d+)/.exec(frame)?.[1];
}

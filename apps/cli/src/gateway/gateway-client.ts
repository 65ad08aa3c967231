import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { request } from 'node:http';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { CliError } from '../cli-error';
import { routes } from './routes';
import { EventReader } from './server-sent-events';

/** What the gateway tells of a run; see its OpenAPI description. */
export interface RunView {
  readonly id: string;
  readonly office: string;
  readonly revision: number;
  readonly state: string;
  readonly county: string;
  readonly asOf: string;
  readonly policy: { readonly name: string; readonly hash: string };
  readonly papers: string;
  readonly letters: boolean;
  readonly inputs: readonly { readonly name: string; readonly sha256: string; readonly bytes: number }[];
  readonly counts: Readonly<Record<string, number>>;
  readonly failure: {
    readonly stage: string;
    readonly kind: string;
    readonly code: string;
    readonly message: string;
  } | null;
  readonly stall: {
    readonly stage: string;
    readonly service: string;
    readonly deadLetter: string;
    readonly code: string;
  } | null;
  /** The newest revision, when it failed or was cancelled and left the run as it was. */
  readonly lastAttempt: {
    readonly revision: number;
    readonly reason: string;
    readonly state: string;
    readonly failure: RunView['failure'];
  } | null;
  readonly createdAt: string;
  readonly finishedAt: string | null;
  readonly purgedAt: string | null;
}

export interface OutputView {
  readonly name: string;
  readonly sha256: string;
  readonly bytes: number;
}

/** An uploaded file of a run, with the text of the mapping that reads it when it is a court's export. */
export interface SourceOfRun {
  readonly name: string;
  readonly sha256: string;
  readonly mapping?: { readonly text: string };
}

/** A run after files were added: `revised` is false when it has them already. */
export interface RevisedView extends RunView {
  readonly revised: boolean;
  readonly because: string;
}

/** What a run is asked for with; names as the gateway takes them. */
export interface RunRequest {
  readonly files: readonly SourceOfRun[];
  readonly county: string;
  readonly policy: { readonly name: string } | { readonly text: string };
  readonly asOf: string;
  readonly papers: 'none' | 'court' | 'bulk' | 'per-case';
  readonly courts?: readonly { readonly name: string; readonly text: string }[];
  readonly templates?: readonly { readonly name: string; readonly text: string }[];
  readonly papersOfAReplay: boolean;
  readonly letters: boolean;
  readonly contacts?: string;
  readonly facts?: readonly { readonly sha256: string; readonly name: string }[];
  /** Lists of what already happened. */
  readonly done?: readonly SourceOfRun[];
  /** `office`, `none`, or the hash of an upload. */
  readonly decisions?: string;
  readonly corrections?: string;
  readonly withIdentityNumbers: boolean;
}

/** What became of a court's answers. */
export interface ReceiptView {
  readonly recorded: Readonly<Record<string, number>>;
  readonly known: number;
  readonly passedOver: number;
  readonly leftOut: readonly {
    readonly file: string;
    readonly line: number;
    readonly column: string;
    readonly cure: string;
  }[];
  readonly batches: readonly { readonly batch: string; readonly lines: number; readonly open: number }[];
  readonly events: readonly string[];
}

export type UploadKind = 'source' | 'contacts' | 'facts' | 'done-list' | 'decisions' | 'corrections';

export interface RunEvent {
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
}

const RECONNECT_MS = 1_000;
/** Events may be late when everything is busy; silence for this long means that nobody is there. */
const LOST_AFTER = 60;

/** Nobody answers, or who answers is waiting for a server that is away: the same may work a moment later. */
class ServicesAway extends CliError {}

/** The gateway's HTTP API for one office. */
export class GatewayClient {
  private readonly base: URL;
  /** Somebody answered once: silence is then worth waiting out. */
  private reached = false;

  constructor(
    url: string,
    readonly office: string,
    private readonly signal: AbortSignal,
    /** Told once when the services are waited for, and once when they answer again. */
    private readonly onWait: (line: string) => void = () => undefined,
    private readonly reconnectMs = RECONNECT_MS,
  ) {
    this.base = new URL(url);
  }

  /** Sends a file as a raw stream, hashing on the way; the gateway's hash must be the same. */
  upload(
    path: string,
    kind: UploadKind,
    onBytes: (sent: number, total: number) => void,
  ): Promise<{ sha256: string; bytes: number }> {
    return this.patiently(() => this.uploadOnce(path, kind, onBytes));
  }

  private async uploadOnce(
    path: string,
    kind: UploadKind,
    onBytes: (sent: number, total: number) => void,
  ): Promise<{ sha256: string; bytes: number }> {
    const { size } = await stat(path);
    const hash = createHash('sha256');
    let sent = 0;
    const counted = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        hash.update(chunk);
        sent += chunk.length;
        onBytes(sent, size);
        done(null, chunk);
      },
    });
    const answer = await new Promise<{ status: number; body: string }>((resolve, reject) => {
      const sending = request(
        new URL(`${routes.uploads(this.office)}?kind=${kind}`, this.base),
        {
          method: 'POST',
          headers: { 'Content-Type': 'application/octet-stream', 'Content-Length': size },
          signal: this.signal,
        },
        (response) => {
          let body = '';
          response.setEncoding('utf8');
          response.on('data', (text: string) => (body += text));
          response.on('end', () => resolve({ status: response.statusCode ?? 0, body }));
          response.on('error', reject);
        },
      );
      sending.on('error', reject);
      // A refusal can come before the last byte; then writing fails and the answer says why.
      pipeline(createReadStream(path, { highWaterMark: 1 << 20 }), counted, sending).catch(
        (error: NodeJS.ErrnoException) => {
          if (error.code !== 'EPIPE' && error.code !== 'ECONNRESET' && error.code !== 'ERR_STREAM_PREMATURE_CLOSE')
            reject(error);
        },
      );
    }).catch((error: unknown) => {
      throw this.unreachable(error);
    });
    this.reached = true;
    if (answer.status >= 300) throw problemError(answer.status, answer.body);
    const told = JSON.parse(answer.body) as { sha256: string; bytes: number };
    if (told.sha256 !== hash.digest('hex'))
      throw new CliError(
        'services.upload-differs',
        'The gateway received other bytes than were sent. Nothing was started; send the file again.',
      );
    return told;
  }

  async createRun(run: RunRequest, key: string): Promise<RunView> {
    return this.patiently(() => this.call<RunView>('POST', routes.runs(this.office), run, { 'Idempotency-Key': key }));
  }

  addFiles(
    id: string,
    added: { readonly files: readonly SourceOfRun[]; readonly done: readonly SourceOfRun[] },
    key: string,
  ): Promise<RevisedView> {
    return this.patiently(() =>
      this.call<RevisedView>('POST', routes.files(this.office, id), added, { 'Idempotency-Key': key }),
    );
  }

  run(id: string): Promise<RunView> {
    return this.patiently(() => this.call<RunView>('GET', routes.run(this.office, id)));
  }

  async runs(limit: number): Promise<readonly RunView[]> {
    return (
      await this.patiently(() => this.call<{ items: RunView[] }>('GET', `${routes.runs(this.office)}?limit=${limit}`))
    ).items;
  }

  cancel(id: string): Promise<unknown> {
    return this.call('POST', routes.cancel(this.office, id));
  }

  purge(id: string): Promise<unknown> {
    return this.call('POST', routes.purge(this.office, id));
  }

  async outputs(id: string): Promise<readonly OutputView[]> {
    return (await this.patiently(() => this.call<{ items: OutputView[] }>('GET', routes.outputs(this.office, id))))
      .items;
  }

  /** Sends what a court answered, as it is; a file that does not fit is refused with every problem by line and column. */
  async receipt(bytes: Uint8Array<ArrayBuffer>, query: Readonly<Record<string, string>>): Promise<ReceiptView> {
    const response = await this.fetch(
      'POST',
      `${routes.receipts(this.office)}?${new URLSearchParams(query).toString()}`,
      bytes,
    );
    const text = await response.text();
    if (!response.ok) throw problemError(response.status, text);
    return JSON.parse(text) as ReceiptView;
  }

  /** Downloads one output and checks its hash. */
  async download(id: string, output: OutputView, path: string): Promise<void> {
    const response = await this.patiently(async () => {
      const answered = await this.fetch('GET', routes.output(this.office, id, output.name));
      if (!answered.ok) throw problemError(answered.status, await answered.text());
      return answered;
    });
    if (!response.body) throw problemError(response.status, '');
    const hash = createHash('sha256');
    const hashed = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        hash.update(chunk);
        done(null, chunk);
      },
    });
    await pipeline(
      Readable.fromWeb(response.body as Parameters<typeof Readable.fromWeb>[0]),
      hashed,
      createWriteStream(path, { mode: 0o600 }),
      { signal: this.signal },
    );
    if (hash.digest('hex') !== output.sha256)
      throw new CliError(
        'services.download-differs',
        `${output.name}: the bytes received do not have the hash that the run recorded. Download it again.`,
      );
  }

  /** Every event of a run from the first, reconnecting when the stream breaks, until nothing can follow. */
  async *follow(id: string): AsyncGenerator<RunEvent> {
    let last = '0';
    let waiting = false;
    for (let failures = 0; failures < LOST_AFTER; ) {
      try {
        const response = await this.fetch('GET', routes.events(this.office, id), undefined, {
          Accept: 'text/event-stream',
          'Last-Event-ID': last,
        });
        if (response.status === 204) return;
        if (!response.ok || !response.body) throw problemError(response.status, await response.text());
        const reader = new EventReader();
        const decoder = new TextDecoder();
        for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
          if (waiting) waiting = this.answersAgain();
          for (const event of reader.take(decoder.decode(chunk, { stream: true }))) {
            last = event.id || last;
            failures = 0;
            yield { type: event.type, data: JSON.parse(event.data) as RunEvent['data'] };
          }
        }
      } catch (error) {
        if (this.signal.aborted) throw error;
        if (error instanceof CliError && !(error instanceof ServicesAway)) throw error;
        if (error instanceof ServicesAway && !waiting) waiting = this.waits();
      }
      failures += 1;
      await new Promise((resolve) => setTimeout(resolve, this.reconnectMs));
    }
    throw new CliError(
      'services.unreachable',
      'The gateway has not answered for a minute. The run goes on when the services do; `clearway run follow` shows it.',
    );
  }

  /** What may be asked again with the same effect, while the services are away for a moment; one that never answered is not waited for. */
  private async patiently<Result>(ask: () => Promise<Result>): Promise<Result> {
    for (let [failures, waiting] = [0, false]; ; failures += 1) {
      try {
        const result = await ask();
        if (waiting) this.answersAgain();
        return result;
      } catch (error) {
        if (!(error instanceof ServicesAway) || !this.reached || this.signal.aborted || failures >= LOST_AFTER)
          throw error;
        if (!waiting) waiting = this.waits();
        await new Promise((resolve) => setTimeout(resolve, this.reconnectMs));
      }
    }
  }

  private waits(): true {
    this.onWait('The services do not answer at the moment; waiting for them ...');
    return true;
  }

  private answersAgain(): false {
    this.onWait('The services answer again.');
    return false;
  }

  private async call<T>(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<T> {
    const response = await this.fetch(method, path, body, headers);
    const text = await response.text();
    if (!response.ok) throw problemError(response.status, text);
    return (text === '' ? undefined : JSON.parse(text)) as T;
  }

  private async fetch(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Response> {
    const raw = body instanceof Uint8Array;
    try {
      const response = await fetch(new URL(path, this.base), {
        method,
        headers: {
          ...(body === undefined ? {} : { 'Content-Type': raw ? 'application/octet-stream' : 'application/json' }),
          ...headers,
        },
        signal: this.signal,
        ...(body === undefined ? {} : { body: raw ? (body as Uint8Array<ArrayBuffer>) : JSON.stringify(body) }),
      });
      this.reached = true;
      return response;
    } catch (error) {
      throw this.unreachable(error);
    }
  }

  private unreachable(error: unknown): unknown {
    if (this.signal.aborted) return error;
    return new ServicesAway(
      'services.unreachable',
      `No gateway answers at ${this.base.origin}. Start the services with \`npm start\`, or give the address that it prints with --url.`,
      { cause: error },
    );
  }
}

/** The gateway's problem+json in words; its codes stay as they are behind `services.`. */
function problemError(status: number, body: string): CliError {
  try {
    const problem = JSON.parse(body) as {
      code?: string;
      detail?: string;
      errors?: { path: string; message: string }[];
    };
    const fields = (problem.errors ?? []).map((one) => `${one.path} ${one.message}`).join('; ');
    if (problem.detail)
      return new (status === 503 ? ServicesAway : CliError)(
        `services.${problem.code ?? status}`,
        fields === '' ? problem.detail : `${problem.detail} (${fields})`,
      );
  } catch {
    // not ours: a proxy, or another program on this port
  }
  return new CliError(
    `services.http-${status}`,
    `Something that is not Clearway's gateway answered (HTTP ${status}). Give the address that \`npm start\` prints with --url.`,
  );
}

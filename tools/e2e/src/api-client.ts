import { createHash } from 'node:crypto';
import { PATIENCE_MS } from './patience';

/** The part of a run's view that the tests read. */
export interface RunView {
  readonly id: string;
  readonly revision: number;
  readonly state: string;
  readonly counts: Readonly<Record<string, number>>;
  readonly failure: { readonly code: string; readonly message: string; readonly stage: string } | null;
  readonly lastAttempt: { readonly revision: number; readonly state: string; readonly failure: RunView['failure'] } | null;
  readonly stall: { readonly service: string; readonly deadLetter: string; readonly code: string } | null;
}

export interface Answer<Body> {
  readonly status: number;
  readonly body: Body;
  readonly headers: Headers;
}

const ENDS = ['done', 'failed', 'cancelled'];

/** A caller of the gateway, as any program outside of Clearway would be one. */
export class ApiClient {
  constructor(
    private readonly base: () => string,
    readonly office: string,
  ) {}

  async request<Body = Record<string, unknown>>(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer<Body>> {
    const raw = body instanceof Uint8Array;
    const ask = (): Promise<Response> => fetch(`${this.base()}/api${path.replace(':office', this.office)}`, {
      method,
      headers: { ...(body === undefined ? {} : { 'content-type': raw ? 'application/octet-stream' : 'application/json' }), ...headers },
      ...(body === undefined ? {} : { body: raw ? (body as Uint8Array<ArrayBuffer>) : JSON.stringify(body) }),
    });
    // A connection that was silent for long may be closed while it is used again: what only looks is asked once more.
    const response = await ask().catch((error: unknown) => (method === 'GET' ? ask() : Promise.reject(error)));
    const text = await response.text();
    return { status: response.status, body: (text === '' ? null : JSON.parse(text)) as Body, headers: response.headers };
  }

  async upload(bytes: Uint8Array, kind = 'source'): Promise<{ sha256: string; bytes: number; added: boolean }> {
    const answer = await this.request<{ sha256: string; bytes: number; added: boolean }>('POST', `/offices/:office/uploads?kind=${kind}`, bytes);
    if (answer.status >= 300) throw new Error(`the upload was refused: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  }

  async createRun(settings: Record<string, unknown>, key: string): Promise<RunView> {
    const answer = await this.request<RunView>('POST', '/offices/:office/runs', settings, { 'Idempotency-Key': key });
    if (answer.status !== 201 && answer.status !== 200) throw new Error(`the run was refused: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  }

  async run(id: string): Promise<RunView> {
    return (await this.request<RunView>('GET', `/offices/:office/runs/${id}`)).body;
  }

  /** Asks until `wanted` holds; the gateway or its servers may be away in between. */
  async until(id: string, wanted: (run: RunView) => boolean, withinMs = PATIENCE_MS): Promise<RunView> {
    const until = performance.now() + withinMs;
    let last: RunView | undefined;
    while (performance.now() < until) {
      const seen = await this.run(id).catch(() => undefined);
      if (seen?.state !== undefined) last = seen;
      if (last && wanted(last)) return last;
      await new Promise((resolve) => setTimeout(resolve, 60));
    }
    throw new Error(`the run did not get there in time; it stands at ${JSON.stringify(last)}`);
  }

  untilEnd(id: string, withinMs?: number): Promise<RunView> {
    return this.until(id, ({ state }) => ENDS.includes(state), withinMs);
  }

  /** Name and hash of every output, as listed; sorted by name. */
  async outputs(id: string): Promise<Record<string, string>> {
    const { body } = await this.request<{ items: { name: string; sha256: string }[] }>('GET', `/offices/:office/runs/${id}/outputs`);
    return Object.fromEntries(body.items.map(({ name, sha256 }) => [name, sha256]));
  }

  async download(id: string, name: string, headers: Record<string, string> = {}): Promise<{ status: number; bytes: Buffer; headers: Headers }> {
    const response = await fetch(`${this.base()}/api/offices/${this.office}/runs/${id}/outputs/${name}`, { headers });
    return { status: response.status, bytes: Buffer.from(await response.arrayBuffer()), headers: response.headers };
  }
}

export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

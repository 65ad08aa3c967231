import { type DecisionView } from '@clearway/contracts';
import { readCsv } from '@clearway/spreadsheets';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { Client } from 'pg';
import { type Answer, type RunView } from './api-client';
import { type Cluster } from './cluster';
import { filesWithPlanted } from './planted';
import { PATIENCE_MS } from './patience';

export interface Decisions {
  readonly items: readonly DecisionView[];
  readonly counts: Readonly<Record<string, number>>;
}

/** A row of `review.csv` by its heads. */
export type OpenRow = (head: string) => string;

/** An office that reviews: what it asks of the gateway, of the command line, and what the tests look at behind them. */
export class ReviewOffice {
  constructor(readonly cluster: Cluster) {}

  get<Body = Record<string, unknown>>(rest: string): Promise<Answer<Body>> {
    return this.cluster.api.request<Body>('GET', `/offices/:office/${rest}`);
  }

  post<Body = Record<string, unknown>>(rest: string, body?: unknown, key?: string): Promise<Answer<Body>> {
    const headers: Record<string, string> = key === undefined ? {} : { 'Idempotency-Key': key };
    return this.cluster.api.request<Body>('POST', `/offices/:office/${rest}`, body, headers);
  }

  async file(rest: string): Promise<Buffer> {
    const { services, api } = this.cluster;
    const response = await fetch(`${services.gateway.address}/api/offices/${api.office}/${rest}`);
    const bytes = Buffer.from(await response.arrayBuffer());
    if (response.status !== 200) throw new Error(`${response.status} ${bytes.toString('utf8')}`);
    return bytes;
  }

  async run(asked: Record<string, unknown>, key: string): Promise<RunView> {
    return this.cluster.api.untilEnd((await this.cluster.api.createRun(asked, key)).id);
  }

  async output({ id }: RunView, name: string): Promise<string> {
    return (await this.cluster.api.download(id, name)).bytes.toString('utf8');
  }

  /** What stands open in a run. */
  async open(run: RunView): Promise<OpenRow[]> {
    const text = (await this.output(run, 'review.csv')).replace(/^\uFEFF/, '');
    const [heads, ...rows] = [...readCsv(text)].map(({ fields }) => fields);
    return rows.map((fields) => (head) => fields[heads?.indexOf(head) ?? -1] ?? '');
  }

  async decisions(query = ''): Promise<Decisions> {
    return (await this.get<Decisions>(`decisions?limit=500${query}`)).body;
  }

  cli(...args: string[]): void {
    const program = join(__dirname, '..', '..', 'cli', 'clearway.js');
    execFileSync(process.execPath, [program, ...args], { stdio: 'pipe' });
  }

  /** Purges, and waits until eligibility did. */
  async purge({ id }: RunView): Promise<number> {
    const { status } = await this.post(`runs/${id}/purge`);
    const rows = `SELECT count(*)::int AS n FROM eligibility.determination WHERE run = '${id}'`;
    for (const until = performance.now() + PATIENCE_MS; performance.now() < until && (await this.count(rows)) > 0; ) {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    return status;
  }

  /** Asks until it is so, for what services do after the answer. */
  async until(look: () => Promise<boolean>, milliseconds = PATIENCE_MS): Promise<void> {
    for (const last = performance.now() + milliseconds; !(await look()); ) {
      if (performance.now() > last) throw new Error('what the test waits for did not happen');
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }

  /** `n` of a statement, as the role of eligibility. */
  async count(sql: string): Promise<number> {
    const client = new Client({ connectionString: this.cluster.databaseUrls.eligibility });
    await client.connect();
    try {
      const { rows } = await client.query<{ n: number }>(sql);
      return rows[0]?.n ?? 0;
    } finally {
      await client.end();
    }
  }

  /** Files with planted values in the content store once every service has let go: one can go while it is looked at. */
  async leftWithPlanted(): Promise<string[]> {
    for (const until = performance.now() + PATIENCE_MS; ; ) {
      try {
        const left = filesWithPlanted(join(this.cluster.folder, 'content', 'blobs'));
        if (left.length === 0 || performance.now() > until) return left;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
      }
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
}

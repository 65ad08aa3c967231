import { type ChildProcess, spawn } from 'node:child_process';
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from '../servers.mjs';
import { PATIENCE_MS } from './patience';

const ROOT = join(__dirname, '..', '..', '..');
/** What the account and the shell of the developer bring; nothing else of the environment reaches a service under test. */
const PASSED_ON = ['PATH', 'HOME', 'USER', 'LOGNAME', 'TMPDIR'];

/** How a process ended. */
export interface Ending {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** One service as its own process, started from `dist`, with everything that it ever says in `log`. */
export class ServiceProcess {
  port = 0;
  private child: ChildProcess | undefined;
  private ending: Promise<Ending> | undefined;

  constructor(
    readonly name: string,
    readonly log: string,
    private readonly environment: Readonly<Record<string, string>>,
  ) {}

  get pid(): number {
    return this.child?.pid ?? 0;
  }

  get running(): boolean {
    return this.child !== undefined && this.child.exitCode === null && this.child.signalCode === null;
  }

  get address(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Starts it and waits until it says that it is ready (unless it may die before that); `extra` are settings of this start only. */
  async start(extra: Readonly<Record<string, string>> = {}, { waitUntilReady = true } = {}): Promise<void> {
    const main = join(ROOT, 'dist', 'apps', this.name, 'src', 'main.js');
    if (!existsSync(main)) throw new Error(`${this.name} is not built: run npm run build before the end-to-end tests`);
    this.port = await freePort(this.port || undefined);
    const env = Object.fromEntries(PASSED_ON.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]])));
    const child = spawn(process.execPath, ['--enable-source-maps', main], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...env, ...this.environment, ...extra, CLEARWAY_HTTP_PORT: String(this.port) } as NodeJS.ProcessEnv,
    });
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (data: Buffer) => appendFileSync(this.log, data));
    this.child = child;
    this.ending = new Promise((resolve) => child.once('close', (code, signal) => resolve({ code, signal })));
    if (waitUntilReady) await this.untilReady();
  }

  /** Resolves when the process ends, however it does. */
  ended(): Promise<Ending> {
    return this.ending ?? Promise.resolve({ code: 0, signal: null });
  }

  async kill(signal: NodeJS.Signals = 'SIGKILL'): Promise<Ending> {
    if (this.running) this.child?.kill(signal);
    return this.ended();
  }

  /** Asks it to end; kills it when it does not. */
  async stop(): Promise<void> {
    if (!this.running) return;
    const timer = setTimeout(() => this.child?.kill('SIGKILL'), 10_000);
    await this.kill('SIGTERM');
    clearTimeout(timer);
  }

  async isReady(): Promise<boolean> {
    try {
      const response = await fetch(`${this.address}/ready`, { signal: AbortSignal.timeout(2_000) });
      await response.arrayBuffer();
      return response.ok;
    } catch {
      return false;
    }
  }

  async untilReady(): Promise<void> {
    const until = performance.now() + PATIENCE_MS;
    while (!(await this.isReady())) {
      if (!this.running) throw new Error(`${this.name} ended before it was ready; the end of its log:\n${this.lastWords()}`);
      if (performance.now() > until) throw new Error(`${this.name} was not ready in time; the end of its log:\n${this.lastWords()}`);
      await new Promise((resolve) => setTimeout(resolve, 40));
    }
  }

  lastWords(): string {
    return existsSync(this.log) ? readFileSync(this.log, 'utf8').split('\n').slice(-12).join('\n') : '';
  }
}

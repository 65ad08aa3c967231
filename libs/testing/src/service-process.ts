import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';

const ROOT = join(__dirname, '..', '..', '..');

/** A service as a process of its own, from the sources, so that it can be killed like one. */
export class ServiceProcess {
  /** Everything that it wrote, to look for what must not be there. */
  output = '';
  private readonly ended: Promise<{ readonly code: number | null; readonly signal: NodeJS.Signals | null }>;

  private constructor(private readonly child: ChildProcess) {
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (chunk: Buffer) => (this.output += chunk.toString('utf8')));
    this.ended = new Promise((resolve) => child.once('exit', (code, signal) => resolve({ code, signal })));
  }

  /** Starts `apps/SERVICE/src/main.ts`; the environment is only what is given, and PATH. */
  static start(service: string, environment: Readonly<Record<string, string>>): ServiceProcess {
    const register = join(ROOT, 'libs', 'platform', 'typescript-register.cjs');
    const main = join(ROOT, 'apps', service, 'src', 'main.ts');
    return new ServiceProcess(
      spawn(process.execPath, ['--require', register, main], {
        cwd: ROOT,
        env: { PATH: process.env['PATH'] ?? '', ...environment },
        stdio: ['ignore', 'pipe', 'pipe'],
      }),
    );
  }

  get running(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  /** Resolves when it listens; throws with its output when it ended before. */
  async listening(milliseconds = 120_000): Promise<number> {
    const until = performance.now() + milliseconds;
    for (;;) {
      const port = /"words":"listening","port":(\d+)/.exec(this.output)?.[1];
      if (port !== undefined) return Number(port);
      if (!this.running || performance.now() > until)
        throw new Error(`the service does not listen; it wrote: ${this.output}`);
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  }

  /** How it ended. */
  end(): Promise<{ readonly code: number | null; readonly signal: NodeJS.Signals | null }> {
    return this.ended;
  }

  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
    if (this.running) this.child.kill(signal);
    await this.ended;
  }
}

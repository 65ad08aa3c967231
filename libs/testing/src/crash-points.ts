/** The places where a process can be killed on purpose, to prove that nothing is lost or done twice. */
export const CRASH_POINTS = [
  'after-copy-before-commit',
  'after-commit-before-publish',
  'after-publish-before-ack',
  'after-batch',
] as const;
export type CrashPoint = (typeof CRASH_POINTS)[number];

/**
 * Named crash points. Inert unless the process was configured for them: `ingestion:after-copy-before-commit:3` kills
 * ingestion, without any goodbye, when it comes to that point for the third time.
 */
export class CrashPoints {
  private readonly wanted: { readonly point: string; readonly hit: number } | undefined;
  private hits = 0;

  constructor(
    service: string,
    enabled: boolean,
    at: string | undefined,
    private readonly kill: () => void = () => process.kill(process.pid, 'SIGKILL'),
  ) {
    const [forService, point, hit] = enabled && at !== undefined ? at.split(':') : [];
    if (forService !== service || point === undefined) return;
    if (!(CRASH_POINTS as readonly string[]).includes(point))
      throw new RangeError(`there is no crash point ${point}: use one of ${CRASH_POINTS.join(', ')}`);
    this.wanted = { point, hit: Number(hit) };
  }

  /** Dies here when this is the place and the time. */
  async reach(point: CrashPoint): Promise<void> {
    if (this.wanted?.point !== point || ++this.hits !== this.wanted.hit) return;
    this.kill();
    // The signal arrives between two turns of the event loop: nothing may run before it does.
    await new Promise(() => undefined);
  }
}

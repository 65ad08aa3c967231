import { printDate } from '@clearway/record';
import { type ReportedRun } from './reported-run';

/** A file that the run wrote. */
export interface OutputFile {
  /** Path below the output folder, with `/`. */
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
}

/** Everything that makes the outputs what they are, and what they came out as. */
export interface RunRecord {
  readonly run: ReportedRun;
  /** Version of Clearway. */
  readonly version: string;
  /** SHA-256 of the JSON of `ruleCatalogue()`, by which codes are put in words. */
  readonly catalogueHash: string;
  /** Codes of the policy's rules, the provisions of the statute first: the order of the verdicts of `traces.csv`. */
  readonly traceRules: readonly string[];
  /** Choices of the command: papers, letters, identity numbers. Plain values only. */
  readonly settings: Readonly<Record<string, string | number | boolean>>;
  readonly outputs: readonly OutputFile[];
}

/** `run.json`: the same for the same inputs, on every machine and at every time. */
export function runJson(record: RunRecord): string {
  const { run } = record;
  const settings = Object.fromEntries(Object.entries(record.settings).sort(([a], [b]) => (a < b ? -1 : 1)));
  const body = {
    format: 1,
    clearway: record.version,
    county: run.county,
    asOf: printDate(run.asOf),
    policy: run.policy,
    ruleSet: { hash: run.ruleSetHash, catalogue: record.catalogueHash, traceRules: record.traceRules },
    settings,
    inputs: run.files.map(({ name, sha256, bytes, source }) => ({
      name,
      sha256,
      bytes,
      ...(source ? { kind: source.kind, ...(source.mapping ? { mapping: source.mapping } : {}) } : {}),
    })),
    outputs: [...record.outputs].sort((a, b) => (a.path < b.path ? -1 : 1)),
  };
  return `${JSON.stringify(body, null, 2)}\n`;
}

/** What a clock and a machine say about a run; outside the files that must be the same bytes. */
export interface RunLog {
  readonly runId: string;
  /** RFC 3339. */
  readonly startedAt: string;
  readonly finishedAt: string;
  /** Seconds by stage (`scan`, `decide`, `papers`), in the order of the stages. */
  readonly seconds: Readonly<Record<string, number>>;
  readonly machine: {
    readonly node: string;
    readonly platform: string;
    readonly cpus: number;
    readonly peakMemoryMegabytes: number;
  };
}

/** `run.log.json`; carries the earlier tool's `processingTimeInSeconds`. */
export function runLogJson(log: RunLog): string {
  const processingTimeInSeconds = Object.values(log.seconds).reduce((sum, seconds) => sum + seconds, 0);
  return `${JSON.stringify({ format: 1, processingTimeInSeconds, ...log }, null, 2)}\n`;
}

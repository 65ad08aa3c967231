import { createHash } from 'node:crypto';
import { loadPolicy } from '@clearway/county-policy';
import { type TemplateFile } from '@clearway/papers';
import { type CalendarDate } from '@clearway/record';
import { type FileCounts, type ReportedRun, type SourceCounts } from '@clearway/reports';
import { type Policy, ruleCatalogue, ruleSetHash } from '@clearway/rules';

/** Version of Clearway that stands in `run.json`; a test holds it to that of the package. */
export const CLEARWAY_VERSION = '0.1.0';

/** What is chosen beside the policy. */
export interface OutputChoices {
  readonly papers: 'none' | 'court' | 'bulk' | 'per-case';
  /** Short name of the prosecuting office, for the manifests of batches. */
  readonly office?: string;
  /** Hash of the lines that were filed before and still stand, as the book of filings has them; absent without one. */
  readonly filedBefore?: string;
  /** The office's own templates of papers; absent: those that come with Clearway. */
  readonly templates?: readonly TemplateFile[];
  readonly letters: boolean;
  /** SHA-256 of the contact file; null without one. */
  readonly contacts: string | null;
  readonly withIdentityNumbers: boolean;
  /** The office's own court profiles, by file name; absent without any. */
  readonly courts?: readonly { readonly name: string; readonly sha256: string }[];
  /** Hash of what courts answered about cases, as the office's book of filings has it; absent without an answer. */
  readonly matches?: string;
  /** Facts files and decisions, inputs like the others; absent without any. */
  readonly cases?: CaseInputs;
}

/** What is known of cases beside the state's files. */
export interface CaseInputs {
  /** `mapping`: SHA-256 of what read a list of what already happened; absent for a facts file. */
  readonly facts: readonly { readonly name: string; readonly sha256: string; readonly mapping?: string }[];
  /** SHA-256 of the decisions file; null without one. */
  readonly decisions: string | null;
  /** SHA-256 of the corrections file; absent without one. */
  readonly corrections?: string;
}

/** Everything about a run that is fixed before the first person is decided: what all of its outputs are made under. */
export interface OutputsRun {
  /** Upper case, as the files write it. */
  readonly county: string;
  readonly asOf: CalendarDate;
  readonly policy: Policy;
  readonly ruleSetHash: string;
  /** SHA-256 of the JSON of the catalogue by which the codes of traces are read. */
  readonly catalogueHash: string;
  readonly files: readonly FileCounts[];
  readonly choices: OutputChoices;
}

/** @param policy name of a preset, or a policy's text */
export function outputsRun(county: string, asOf: CalendarDate, policy: string, files: readonly FileCounts[], choices: OutputChoices): OutputsRun {
  return {
    county: county.trim().toUpperCase(),
    asOf,
    policy: loadPolicy(policy),
    ruleSetHash: ruleSetHash(),
    catalogueHash: createHash('sha256').update(JSON.stringify(ruleCatalogue())).digest('hex'),
    files: files.map(inOrder),
    choices,
  };
}

/** Counts that came through a file have lost their order, and reports print them as they stand. */
function inOrder({ name, sha256, bytes, lines, emptyLines, filledLines, continuationLines, rowsRead, rowsUsed, rowsRejected, people, source }: FileCounts): FileCounts {
  return { name, sha256, bytes, lines, emptyLines, filledLines, continuationLines, rowsRead, rowsUsed, rowsRejected, people, ...(source ? { source: sourceInOrder(source) } : {}) };
}

function sourceInOrder({ kind, histories, rowsInHistories, namedRows, notes, grants, pictures, mapping }: SourceCounts): SourceCounts {
  return { kind, histories, rowsInHistories, namedRows, notes, grants, ...(pictures ? { pictures } : {}), ...(mapping ? { mapping: { name: mapping.name, sha256: mapping.sha256 } } : {}) };
}

/** The run as reports print it. */
export function reportedRun(run: OutputsRun): ReportedRun {
  const { name, kind, hash } = run.policy;
  return { county: run.county, asOf: run.asOf, policy: { name, kind, hash }, ruleSetHash: run.ruleSetHash, files: run.files };
}

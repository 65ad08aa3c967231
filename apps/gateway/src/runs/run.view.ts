import { type SourceKind } from '@clearway/contracts';
import { printDate } from '@clearway/record';
import { type RevisionReason, type RunRevisionEntity } from './run-revision.entity';
import { type RunEntity, type RunRequestView } from './run.entity';

/** A run as callers see it. */
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
  readonly contacts: string | null;
  readonly withIdentityNumbers: boolean;
  readonly inputs: readonly { readonly name: string; readonly sha256: string; readonly bytes: number; readonly kind: SourceKind }[];
  readonly facts: readonly { readonly name: string; readonly sha256: string }[];
  /** Lists of what already happened. */
  readonly done: readonly { readonly name: string; readonly sha256: string }[];
  /** Hash of the decisions file; null without one. */
  readonly decisions: string | null;
  /** Hash of the corrections file; null without one. */
  readonly corrections: string | null;
  /** Hash of what courts had said of cases; null when they had said nothing. */
  readonly book: string | null;
  /** Numbers of each stage so far; see the summary for what each means. */
  readonly counts: Readonly<Record<string, number>>;
  readonly failure: RunEntity['failure'];
  readonly stall: RunEntity['stall'];
  /** The newest revision when it failed or was cancelled and left the run as it was; null otherwise. */
  readonly lastAttempt: {
    readonly revision: number;
    readonly reason: RevisionReason;
    readonly state: string;
    readonly failure: RunEntity['failure'];
    readonly finishedAt: string | null;
  } | null;
  readonly createdBy: string;
  readonly createdAt: string;
  readonly finishedAt: string | null;
  readonly purgedAt: string | null;
}

/** Inputs as callers see them. */
export function inputsOf({ inputs }: RunRequestView): RunView['inputs'][number][] {
  return inputs.map((input) => ({ ...input, kind: input.kind ?? 'state-file' }));
}

/** A revision that did not end well, and the newest that did. */
export interface Attempted {
  readonly attempt: RunRevisionEntity;
  readonly done: RunRevisionEntity;
}

/**
 * The only place where a row becomes an answer. A revision that failed or was cancelled leaves the run as it was: with
 * `attempted` it is shown at the newest revision that is done, and the attempt beside it.
 */
export function viewOf(run: RunEntity, attempted?: Attempted): RunView {
  if (attempted === undefined) return viewAsItIs(run);
  const { attempt, done } = attempted;
  const { revision, reason, finishedAt } = attempt;
  const { revision: shown, request, counts, finishedAt: doneAt } = done;
  return {
    ...viewAsItIs({ ...run, revision: shown, state: 'done', request, counts, failure: null, stall: null, finishedAt: doneAt }),
    lastAttempt: { revision, reason, state: run.state, failure: run.failure, finishedAt: finishedAt?.toISOString() ?? null },
  };
}

function viewAsItIs(run: RunEntity): RunView {
  const { request } = run;
  return {
    id: run.id,
    office: run.office,
    revision: run.revision,
    state: run.state,
    county: request.county,
    asOf: printDate(request.asOf),
    policy: { name: request.policy, hash: request.policyHash },
    papers: request.papers,
    letters: request.letters,
    contacts: request.contacts,
    withIdentityNumbers: request.withIdentityNumbers,
    inputs: inputsOf(request),
    facts: request.facts ?? [],
    done: request.done ?? [],
    decisions: request.decisions ?? null,
    corrections: request.corrections ?? null,
    book: request.book ?? null,
    counts: run.counts,
    failure: run.failure,
    stall: run.stall,
    lastAttempt: null,
    createdBy: run.createdBy,
    createdAt: run.createdAt.toISOString(),
    finishedAt: run.finishedAt?.toISOString() ?? null,
    purgedAt: run.purgedAt?.toISOString() ?? null,
  };
}

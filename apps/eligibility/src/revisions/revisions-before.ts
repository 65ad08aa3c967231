import { Injectable } from '@nestjs/common';
import { type historiesBatch, RunSettings, type Message, type MessageContract } from '@clearway/contracts';
import { ContentStore } from '@clearway/content-store';
import { type Transaction, type Work } from '@clearway/messaging';
import { CodedError } from '@clearway/platform';
import { ruleSetHash } from '@clearway/rules';
import { type CasePaths, type TaskBefore } from '../deciding/deciding.messages';
import { DETERMINATION_COLUMNS } from '../determinations/determination.entities';
import { FileNumbers } from './file-numbers';

type HistoriesBatch = typeof historiesBatch extends MessageContract<string, infer Data> ? Data : never;

/** A batch of the revision before, as it lies in the database. */
interface BatchRow {
  readonly batch: number;
  readonly histories: string;
  readonly sources: string | null;
  readonly listed: string | null;
  readonly blob: string;
  readonly bytes: number;
  readonly persons: number;
  readonly convictions: number;
  readonly rule_set: string;
  readonly policy: string;
}

/** What a batch of a new revision can take over from the one before. */
export interface BatchBefore {
  /** The very same histories, decided under the very same choices, facts, decisions and corrections: the whole batch stands. */
  readonly whole: BatchRow | undefined;
  readonly task: TaskBefore;
}

/** Finds what the revision before decided of the people of a batch. */
@Injectable()
export class RevisionsBefore {
  constructor(private readonly store: ContentStore) {}

  /** Undefined for a first revision. */
  async of(work: Work<HistoriesBatch>, settings: RunSettings): Promise<BatchBefore | undefined> {
    const { office, run, data } = work.message;
    if (data.before === null) return undefined;
    const { revision, batches } = data.before;
    const rows = await work.read<BatchRow & { settings: string }>(
      `SELECT b.batch, b.histories, b.sources, b.listed, b.blob, b.bytes, b.persons, b.convictions, b.rule_set, b.policy, d.settings
       FROM decision_batch b JOIN decided_run d USING (office, run, revision)
       WHERE b.office = $1 AND b.run = $2 AND b.revision = $3 AND b.batch = ANY($4) ORDER BY b.batch`,
      [office, run, revision, batches],
    );
    const [first] = rows;
    if (rows.length !== batches.length)
      throw new CodedError(
        'deciding.revision-lost',
        'batches of the revision before are not among those that were decided',
        'bug',
      );
    const then = first === undefined ? settings : RunSettings.parse(await this.store.readJson(first.settings));
    const sameChoices =
      first !== undefined && first.rule_set === ruleSetHash() && choicesOf(then) === choicesOf(settings);
    const whole =
      sameChoices &&
      first?.sources === data.sources &&
      first.listed === data.listed &&
      casesOf(then) === casesOf(settings)
        ? rows.find(({ histories }) => histories === data.blob)
        : undefined;
    const paths = rows.map(({ histories, blob }) => ({
      histories: this.store.pathOf(histories),
      decisions: this.store.pathOf(blob),
    }));
    return {
      whole,
      task: {
        batches: paths,
        sameChoices,
        fileNumbers: FileNumbers.between(hashesOf(then), hashesOf(settings)),
        ...this.casePaths(then, { sources: first?.sources ?? null, listed: first?.listed ?? null }),
      },
    };
  }

  casePaths(
    { facts, decisions, corrections, done, county }: RunSettings,
    { sources, listed }: { readonly sources: string | null; readonly listed: string | null },
  ): CasePaths {
    return {
      sources: sources === null ? null : this.store.pathOf(sources),
      listed: listed === null ? null : this.store.pathOf(listed),
      done: done.map(({ name, sha256, mapping }) => ({ name, mapping, path: this.store.pathOf(sha256) })),
      county,
      facts: facts.map(({ name, sha256 }) => ({ name, path: this.store.pathOf(sha256) })),
      decisions: decisions === null ? null : this.store.pathOf(decisions),
      corrections: corrections === null ? null : this.store.pathOf(corrections),
    };
  }

  /** Copies the rows of a batch that stands whole: its blob is the same file. */
  async carry(
    transaction: Transaction,
    { message }: { readonly message: Message<HistoriesBatch> },
    { batch: from, ...row }: BatchRow,
  ): Promise<void> {
    const { office, run, revision, batch, data } = message;
    const copied = DETERMINATION_COLUMNS.map((column) =>
      column === 'revision' ? '$4::int' : column === 'batch' ? '$5::int' : column,
    );
    await transaction.query(
      `INSERT INTO determination (${DETERMINATION_COLUMNS.join(', ')}) SELECT ${copied.join(', ')} FROM determination
       WHERE office = $1 AND run = $2 AND revision = $3 AND batch = $6`,
      [office, run, data.before?.revision, revision, batch ?? 0, from],
    );
    await insertDecisionBatch(transaction, { ...row, batch: batch ?? 0, carried: row.persons });
  }
}

const BATCH_COLUMNS = [
  'batch',
  'histories',
  'sources',
  'listed',
  'blob',
  'bytes',
  'persons',
  'convictions',
  'carried',
  'rule_set',
  'policy',
] as const;

export async function insertDecisionBatch(
  transaction: Transaction,
  row: BatchRow & { readonly carried: number },
): Promise<void> {
  const { office, run, revision } = transaction.scope;
  const values = [office, run, revision, ...BATCH_COLUMNS.map((column) => row[column])];
  await transaction.query(
    `INSERT INTO decision_batch (office, run, revision, ${BATCH_COLUMNS.join(', ')}) VALUES (${values.map((_, i) => `$${i + 1}`).join(', ')})`,
    values,
  );
}

function hashesOf({ inputs }: RunSettings): string[] {
  return inputs.map(({ sha256 }) => sha256);
}

/** What everyone's determination depends on. */
function choicesOf({ county, asOf, policy }: RunSettings): string {
  return JSON.stringify([county, asOf, policy.hash, policy.text]);
}

/** What a person's determination can depend on beside the record. */
function casesOf({ facts, decisions, corrections, done }: RunSettings): string {
  return JSON.stringify([
    facts.map(({ name, sha256 }) => [name, sha256]),
    decisions,
    corrections,
    done.map(({ name, sha256, mapping }) => [name, sha256, mapping]),
  ]);
}

import { Injectable } from '@nestjs/common';
import { BatchManifest, OUTCOMES, determinationsSealed, type OutcomeCode } from '@clearway/contracts';
import { ContentStore } from '@clearway/content-store';
import { type Transaction } from '@clearway/messaging';
import { CodedError, Log } from '@clearway/platform';
import { DeterminationChanges } from '../revisions/determination-changes';

interface BatchRow {
  readonly batch: number;
  readonly blob: string;
  readonly bytes: number;
  readonly persons: number;
  readonly convictions: number;
  readonly carried: number;
  readonly rule_set: string;
  readonly policy: string;
}

/** Announces that everyone is decided, with all that papers, letters and reports need. */
@Injectable()
export class Sealing {
  constructor(
    private readonly store: ContentStore,
    private readonly changes: DeterminationChanges,
    private readonly log: Log,
  ) {}

  /** Called in the transaction that completes the stage, so once for each revision. */
  async seal(transaction: Transaction): Promise<void> {
    const { office, run, revision } = transaction.scope;
    const key = [office, run, revision];
    const [sealed] = await transaction.query<{
      before: number | null;
      settings: string;
      histories: string;
      population: string;
      rejected_rows: string;
    }>(
      'SELECT before, settings, histories, population, rejected_rows FROM decided_run WHERE office = $1 AND run = $2 AND revision = $3',
      key,
    );
    if (!sealed) throw new CodedError('deciding.not-sealed', 'a stage is complete that was never announced', 'bug');
    const rows = await transaction.query<BatchRow>(
      'SELECT * FROM decision_batch WHERE office = $1 AND run = $2 AND revision = $3 ORDER BY batch',
      key,
    );
    const batches = rows.map(({ batch, blob, bytes, persons, convictions }) => ({
      batch,
      blob,
      bytes,
      persons,
      rows: convictions,
    }));
    const manifest = await this.store.putJson(BatchManifest.parse({ stage: 'determinations', batches }), {
      pin: `${office}/${run}`,
    });
    const [first] = rows;
    await transaction.query('UPDATE decided_run SET manifest = $4 WHERE office = $1 AND run = $2 AND revision = $3', [
      ...key,
      manifest.sha256,
    ]);
    await transaction.publish(determinationsSealed, {
      settings: sealed.settings,
      batches: rows.length,
      persons: sum(rows, 'persons'),
      convictions: sum(rows, 'convictions'),
      outcomes: await this.outcomes(transaction, key),
      manifest: manifest.sha256,
      histories: sealed.histories,
      population: sealed.population,
      rejectedRows: sealed.rejected_rows,
      carried: sum(rows, 'carried'),
      changes: sealed.before === null ? null : await this.changes.list(transaction, sealed.before),
      ruleSet: first?.rule_set ?? '',
      policy: first?.policy ?? '0'.repeat(64),
    });
    await transaction.audit('determinations.sealed', { before: sealed.histories, after: manifest.sha256 });
    this.log.info('determinations are sealed', { office, run, revision, count: rows.length, hash: manifest.sha256 });
  }

  private async outcomes(
    transaction: Transaction,
    key: readonly unknown[],
  ): Promise<Partial<Record<OutcomeCode, number>>> {
    const rows = await transaction.query<{ outcome: number; n: number }>(
      'SELECT outcome, count(*)::int AS n FROM determination WHERE office = $1 AND run = $2 AND revision = $3 GROUP BY outcome ORDER BY outcome',
      key,
    );
    return Object.fromEntries(rows.map(({ outcome, n }) => [OUTCOMES[outcome] ?? '', n]));
  }
}

function sum(rows: readonly BatchRow[], what: 'persons' | 'convictions' | 'carried'): number {
  return rows.reduce((total, row) => total + row[what], 0);
}

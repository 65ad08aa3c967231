import { Inject, Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { DataSource } from 'typeorm';
import {
  contractOf,
  readMessage,
  stageStalled,
  type DeadLetter,
  type Envelope,
  type MessageType,
  type Stage,
} from '@clearway/contracts';
import { guarded } from '@clearway/persistence';
import { CodedError, uuidV7, type FailureKind } from '@clearway/platform';
import { UnitOfWork } from './unit-of-work';

export interface GivenUp {
  readonly type: string;
  readonly bytes: Uint8Array;
  /** Absent when the bytes do not fit the contract: then they are not kept. */
  readonly envelope?: Envelope;
  readonly stage: Stage;
  readonly code: string;
  readonly kind: Exclude<FailureKind, 'refused'>;
  readonly attempts: number;
}

/** Messages that were given up: kept by their hash, told of, listed, replayed under a new id. */
@Injectable()
export class DeadLetters {
  constructor(
    @Inject(DataSource) private readonly source: DataSource,
    private readonly units: UnitOfWork,
  ) {}

  /** Keeps the message, and tells (once) that its stage waits for a person. Returns its hash. */
  async keep(service: string, letter: GivenUp): Promise<string> {
    const hash = createHash('sha256').update(letter.bytes).digest('hex');
    const { envelope, type, code, kind, attempts } = letter;
    const insert = `INSERT INTO dead_letter (hash, type, office, run, revision, batch, code, kind, attempts, body)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT (hash) DO NOTHING RETURNING 1`;
    const row = [
      hash,
      type,
      envelope?.office ?? null,
      envelope?.run ?? null,
      envelope?.revision ?? null,
      envelope?.batch ?? null,
      code,
      kind,
      attempts,
      envelope ? Buffer.from(letter.bytes).toString('utf8') : null,
    ];
    if (!envelope) {
      await guarded(() => this.source.query(insert, row));
      return hash;
    }
    const scope = {
      office: envelope.office,
      run: envelope.run,
      revision: envelope.revision,
      causation: envelope.id,
      actor: `service:${service}`,
    };
    await this.units.run(scope, async (transaction) => {
      if ((await transaction.query(insert, row)).length === 0) return;
      await transaction.publish(
        stageStalled,
        { stage: letter.stage, service, deadLetter: hash, code },
        Number.parseInt(hash.slice(0, 7), 16),
      );
      await transaction.audit('message.given-up', { after: hash });
    });
    return hash;
  }

  async list(office: string, run: string | null, limit: number, after: string | null): Promise<DeadLetter[]> {
    const rows = (await guarded(() =>
      this.source.query(
        `SELECT hash, type, office, run, revision, batch, code, kind, attempts, replayed_as AS "replayedAs" FROM dead_letter
         WHERE (office = $1 OR office IS NULL) AND ($2::uuid IS NULL OR run = $2) AND ($3::text IS NULL OR hash > $3) ORDER BY hash LIMIT $4`,
        [office, run, after, limit],
      ),
    )) as DeadLetter[];
    return rows;
  }

  /** Publishes the message again under a new id (its old id would be dropped as a duplicate); returns that id. */
  async replay(service: string, office: string, hash: string): Promise<string> {
    const [letter] = (await guarded(() =>
      this.source.query('SELECT type, body, replayed_as FROM dead_letter WHERE hash = $1 AND office = $2', [
        hash,
        office,
      ]),
    )) as { type: MessageType; body: string | null }[];
    if (!letter)
      throw new CodedError('dead-letter.unknown', 'no dead letter of this office has this hash: list them first');
    if (letter.body === null)
      throw new CodedError(
        'dead-letter.unreadable',
        'the message did not fit its contract and was not kept: publish it again from where it came',
      );
    const message = readMessage(contractOf(letter.type), Buffer.from(letter.body, 'utf8'));
    const id = uuidV7();
    const scope = {
      office,
      run: message.run,
      revision: message.revision,
      causation: message.id,
      actor: `service:${service}`,
    };
    await this.units.run(scope, async (transaction) => {
      await transaction.publish(contractOf(letter.type), message.data, message.batch, id);
      await transaction.query('UPDATE dead_letter SET replayed_as = $2 WHERE hash = $1', [hash, id]);
      await transaction.audit('message.replayed', { before: hash });
    });
    return id;
  }
}

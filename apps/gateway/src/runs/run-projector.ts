import { ContentStore } from '@clearway/content-store';
import {
  contractOf,
  CONSUMERS,
  OutputManifest,
  type MessageContract,
  type MessageType,
  type Stage,
} from '@clearway/contracts';
import { type Consumer, type Transaction, type Work } from '@clearway/messaging';
import { PoisonError } from '@clearway/platform';
import { Injectable, type Type } from '@nestjs/common';
import { noteRevision } from './note-revision';
import { appendEvents } from './run-events';
import { isEnd, project, type Projection, type RunStanding } from './run-projection';

/** What is read of a run to project a message on it. */
interface StandingRow extends RunStanding {
  readonly revision: number;
  readonly lastEvent: number;
}

/** Brings what the services tell of their work into the run, its event log and its list of outputs. */
abstract class RunProjector implements Consumer {
  readonly stage: Stage = 'drawing';
  abstract readonly contract: MessageContract;

  constructor(private readonly store: ContentStore) {}

  async handle(work: Work<unknown>): Promise<void> {
    const { type, data, batch } = work.message;
    const facts = await this.withAllOutputs(data as Readonly<Record<string, unknown>>, type);
    const change = async (transaction: Transaction): Promise<void> => {
      const { office, run, revision } = transaction.scope;
      const standing = await lockStanding(transaction);
      // Another gateway's subjects, or a run of an older revision: nothing to show.
      if (!standing || standing.revision !== revision) return;
      const projection = project(standing, { type: type as MessageType, data: facts });
      if (!projection) return;
      await store(transaction, standing, projection);
      if (type === 'histories.sealed')
        await transaction.query('UPDATE run_revision SET files = $4 WHERE office = $1 AND run = $2 AND revision = $3', [
          office,
          run,
          revision,
          JSON.stringify(facts['inputs']),
        ]);
      for (const { name, sha256, bytes } of projection.outputs) {
        await transaction.query(
          `INSERT INTO run_output (office, run, revision, name, sha256, bytes, made_by) VALUES ($1, $2, $3, $4, $5, $6, $7)
           ON CONFLICT (office, run, revision, name) DO UPDATE SET sha256 = excluded.sha256, bytes = excluded.bytes`,
          [office, run, revision, name, sha256, bytes, type],
        );
      }
      if (isEnd(projection.standing.state)) await transaction.audit(`run.${projection.standing.state}`);
    };
    // Two services can be stalled at the same batch: what lies with the dead letters tells the messages apart.
    if (type === 'stage.stalled')
      await work.step(`${type}.${String(facts['deadLetter']).slice(0, 40)}`, batch ?? -1, change);
    else await work.once(change);
  }

  /** A message names some of a long list of files; its manifest names all. */
  private async withAllOutputs(
    data: Readonly<Record<string, unknown>>,
    type: string,
  ): Promise<Readonly<Record<string, unknown>>> {
    if (!SEALS_OUTPUTS.has(type)) return data;
    const manifest = OutputManifest.safeParse(await this.store.readJson(String(data['manifest'])));
    if (!manifest.success)
      throw new PoisonError(
        'run.bad-manifest',
        'the list of outputs does not fit its schema: update the older of the two services',
      );
    return { ...data, outputs: manifest.data.outputs };
  }
}

const SEALS_OUTPUTS: ReadonlySet<string> = new Set(['packets.sealed', 'notices.sealed']);

/** One consumer class for each type of message that changes what is shown of a run. */
export const RUN_PROJECTORS: readonly Type<Consumer>[] = CONSUMERS.gateway.map((type) => projectorOf(contractOf(type)));

function projectorOf(contract: MessageContract): Type<Consumer> {
  @Injectable()
  class ProjectorOfType extends RunProjector {
    readonly contract = contract;

    constructor(store: ContentStore) {
      super(store);
    }
  }
  return ProjectorOfType;
}

async function lockStanding(transaction: Transaction): Promise<StandingRow | undefined> {
  const { office, run } = transaction.scope;
  const [row] = await transaction.query<StandingRow>(
    `SELECT revision, state, counts, failure, stall, packets_sealed AS "packetsSealed", notices_sealed AS "noticesSealed", last_event AS "lastEvent"
     FROM run WHERE office = $1 AND id = $2 FOR UPDATE`,
    [office, run],
  );
  return row;
}

async function store(transaction: Transaction, before: StandingRow, { standing, events }: Projection): Promise<void> {
  const { office, run } = transaction.scope;
  const lastEvent = await appendEvents(transaction, office, run, before.lastEvent, events);
  await transaction.query(
    `UPDATE run SET state = $3, counts = $4, failure = $5, stall = $6, packets_sealed = $7, notices_sealed = $8, last_event = $9,
       finished_at = CASE WHEN $10 THEN now() ELSE finished_at END
     WHERE office = $1 AND id = $2`,
    [
      office,
      run,
      standing.state,
      JSON.stringify(standing.counts),
      standing.failure ? JSON.stringify(standing.failure) : null,
      standing.stall ? JSON.stringify(standing.stall) : null,
      standing.packetsSealed,
      standing.noticesSealed,
      lastEvent,
      isEnd(standing.state) && !isEnd(before.state),
    ],
  );
  if (isEnd(standing.state)) await noteRevision(transaction);
}

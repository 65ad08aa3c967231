import { PROGRESS_TYPE, Progress } from '@clearway/contracts';
import { NatsLink } from '@clearway/messaging';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { ServerResponse } from 'node:http';
import { DataSource, MoreThan } from 'typeorm';
import { isEnd } from '../runs/run-projection';
import { RunsService } from '../runs/runs.service';
import { type RunEvent, followRun, printLive } from './event-stream';
import { RunEventEntity } from './run-event.entity';

const POLL_MS = 250;
const HEARTBEAT_MS = 15_000;
const EVENTS_AT_ONCE = 500;

/** Sends the event log of a run to whoever follows it, and between its events how far the stages are just now. */
@Injectable()
export class FollowService implements OnApplicationShutdown {
  private readonly stopping = new AbortController();

  constructor(
    private readonly database: DataSource,
    private readonly runs: RunsService,
    private readonly link: NatsLink,
  ) {}

  onApplicationShutdown(): void {
    this.stopping.abort();
  }

  async follow(office: string, run: string, after: number, response: ServerResponse, gone: AbortSignal): Promise<void> {
    await this.runs.find(office, run);
    const events = this.database.getRepository(RunEventEntity);
    const source = {
      eventsAfter: async (sequence: number): Promise<RunEvent[]> => {
        const rows = await events.find({
          where: { office, run, sequence: MoreThan(sequence) },
          order: { sequence: 'ASC' },
          take: EVENTS_AT_ONCE,
        });
        return rows.map(({ sequence: id, type, data }) => ({ sequence: id, type, data }));
      },
      isFinished: async (): Promise<boolean> => isEnd((await this.runs.find(office, run)).state),
    };
    const live = this.link.connection.subscribe(`${this.link.prefix}.${PROGRESS_TYPE}.${office}.${run}`, {
      callback: (error, message) => {
        const progress = error ? undefined : Progress.safeParse(parse(message.data));
        if (progress?.success && response.headersSent && !response.writableEnded)
          response.write(printLive('live', progress.data));
      },
    });
    try {
      await followRun(source, response, {
        after,
        signal: AbortSignal.any([gone, this.stopping.signal]),
        pollMs: POLL_MS,
        heartbeatMs: HEARTBEAT_MS,
      });
    } finally {
      live.unsubscribe();
    }
  }
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'));
  } catch {
    return undefined;
  }
}

import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import {
  AckPolicy,
  DeliverPolicy,
  DiscardPolicy,
  RetentionPolicy,
  StorageType,
  connect,
  nanos,
  type ConnectionOptions,
  type Consumer,
  type JetStreamClient,
  type JetStreamManager,
  type NatsConnection,
} from 'nats';
import {
  CONSUMERS,
  STREAMS,
  STREAM_BYTES,
  contractOf,
  durableOf,
  streamOf,
  subjectsOf,
  type MessageType,
  type ServiceName,
} from '@clearway/contracts';
import { TransientError, type ServiceConfiguration } from '@clearway/platform';

/** How every connection behaves: it waits for the broker at start, and never gives it up. */
export function natsOptions(configuration: Pick<ServiceConfiguration, 'natsUrl'>, name: string): ConnectionOptions {
  return {
    servers: configuration.natsUrl,
    name,
    reconnect: true,
    maxReconnectAttempts: -1,
    reconnectTimeWait: 250,
    waitOnFirstConnect: true,
    ignoreClusterUpdates: true,
  };
}

/** Bounds the id of a replay from its original: the window in which the broker drops a second message of one id. */
const DUPLICATE_WINDOW_SECONDS = 120;
const MOST_UNANSWERED = 64;

/** The connection to the broker, with the streams and durable consumers of the whole of Clearway made sure of. */
@Injectable()
export class NatsLink implements OnApplicationShutdown {
  private constructor(
    readonly connection: NatsConnection,
    readonly jetStream: JetStreamClient,
    private readonly manager: JetStreamManager,
    private readonly configuration: ServiceConfiguration,
  ) {}

  static async open(configuration: ServiceConfiguration, service: ServiceName): Promise<NatsLink> {
    const connection = await connect(natsOptions(configuration, `clearway-${service}`));
    const link = new NatsLink(
      connection,
      connection.jetstream({ timeout: 10_000 }),
      await connection.jetstreamManager({ timeout: 10_000 }),
      configuration,
    );
    await link.ensureTopology();
    return link;
  }

  get prefix(): string {
    return this.configuration.subjectPrefix;
  }

  /** True while the broker answers. */
  async answers(): Promise<boolean> {
    return this.connection.flush().then(
      () => true,
      () => false,
    );
  }

  /** Messages that a durable consumer has not finished: neither delivered nor acknowledged. */
  async unfinished(service: ServiceName, type: MessageType): Promise<number> {
    const info = await this.manager.consumers.info(
      streamOf(this.prefix, contractOf(type).stream),
      durableOf(service, type),
    );
    return info.num_pending + info.num_ack_pending;
  }

  /** A service's durable consumer. A broker that came back without its folder has none: then all are made again. */
  async consumerOf(service: ServiceName, type: MessageType): Promise<Consumer> {
    const find = (): Promise<Consumer> =>
      this.jetStream.consumers.get(streamOf(this.prefix, contractOf(type).stream), durableOf(service, type));
    return find().catch(async (error: unknown) => {
      if (!(error instanceof Error) || !/(stream|consumer) not found/.test(error.message)) throw error;
      await this.ensureTopology();
      return find();
    });
  }

  async ensureTopology(): Promise<void> {
    for (const name of STREAMS)
      await this.ensureStream(streamOf(this.prefix, name), subjectsOf(this.prefix, name), STREAM_BYTES[name]);
    for (const [service, types] of Object.entries(CONSUMERS) as [ServiceName, readonly MessageType[]][]) {
      for (const type of types) await this.ensureConsumer(service, type);
    }
  }

  private async ensureStream(name: string, subjects: string[], maxBytes: number): Promise<void> {
    const wanted = {
      subjects,
      storage: StorageType.File,
      retention: RetentionPolicy.Interest,
      discard: DiscardPolicy.New,
      max_bytes: maxBytes,
      duplicate_window: nanos(DUPLICATE_WINDOW_SECONDS * 1000),
    };
    await this.manager.streams.add({ name, ...wanted }).catch(async () => {
      const { retention: _fixed, ...changeable } = wanted;
      await this.manager.streams.update(name, changeable);
    });
  }

  private async ensureConsumer(service: ServiceName, type: MessageType): Promise<void> {
    const stream = streamOf(this.prefix, contractOf(type).stream);
    await this.manager.consumers.add(stream, {
      durable_name: durableOf(service, type),
      filter_subject: `${this.prefix}.${type}.>`,
      ack_policy: AckPolicy.Explicit,
      deliver_policy: DeliverPolicy.All,
      ack_wait: nanos(this.configuration.ackWaitSeconds * 1000),
      max_deliver: -1,
      max_ack_pending: MOST_UNANSWERED,
    });
  }

  /** Publishes once: the broker drops a second message of the same id. Throws `broker.refused` when it does not take it. */
  async publish(type: string, office: string, run: string, id: string, body: string): Promise<void> {
    try {
      await this.jetStream.publish(`${this.prefix}.${type}.${office}.${run}`, Buffer.from(body, 'utf8'), {
        msgID: id,
        timeout: 10_000,
      });
    } catch {
      throw new TransientError(
        'broker.refused',
        'the broker did not take a message: it is away or its stream is full; the message waits in the outbox',
      );
    }
  }

  /** Tells whoever listens now; kept nowhere. */
  tell(type: string, office: string, run: string, data: unknown): void {
    if (!this.connection.isClosed())
      this.connection.publish(`${this.prefix}.${type}.${office}.${run}`, Buffer.from(JSON.stringify(data), 'utf8'));
  }

  async onApplicationShutdown(): Promise<void> {
    if (!this.connection.isClosed()) await this.connection.close().catch(() => undefined);
  }
}

import { type QuestionContract } from '@clearway/contracts';
import { closeService, openService } from '@clearway/messaging';
import { readConfiguration, SERVICE_SETTINGS } from '@clearway/platform';
import { ServiceUnderTest } from '@clearway/testing';
import { type INestApplication } from '@nestjs/common';
import { connect, JSONCodec, type NatsConnection } from 'nats';
import { type Server } from 'node:http';
import { GatewayModule } from '../gateway.module';
import { prepareApplication } from '../prepare-application';

/** A file of the state that has a header and nobody in it. */
export const NOBODY = Buffer.from(`${Array.from({ length: 95 }, (_, field) => `f${field}`).join(',')}\n`);

/** What the gateway asked of another service. */
export interface AskedOfService {
  readonly subject: string;
  readonly data: Record<string, unknown>;
}

/** The gateway in this process; the services that it asks are played by the test. */
export class GatewayUnderTest {
  readonly http: Server;
  /** In the order in which it was asked. */
  readonly asked: AskedOfService[] = [];

  private constructor(
    readonly ground: ServiceUnderTest,
    private readonly application: INestApplication,
    private readonly nats: NatsConnection,
    private readonly prefix: string,
  ) {
    this.http = application.getHttpServer() as Server;
  }

  static async open(): Promise<GatewayUnderTest> {
    const ground = await ServiceUnderTest.create('gateway');
    const configuration = readConfiguration(SERVICE_SETTINGS, { ...ground.environment, CLEARWAY_LOG_LEVEL: 'error' });
    const gateway = GatewayModule.with(configuration);
    const { application } = await openService('gateway', configuration, gateway, prepareApplication);
    const nats = await connect({ servers: configuration.natsUrl });
    return new GatewayUnderTest(ground, application, nats, configuration.subjectPrefix);
  }

  /** Answers a question as the service would: `{ response }` or `{ err }`. Asked from when `played` has come back. */
  play<Request, Reply>(question: QuestionContract<Request, Reply>, answer: (data: Request) => object): void {
    const codec = JSONCodec<{ id: string; data: Request }>();
    this.nats.subscribe(`${this.prefix}.ask.${question.subject}`, {
      callback: (_, message) => {
        const { id, data } = codec.decode(message.data);
        this.asked.push({ subject: question.subject, data: data as Record<string, unknown> });
        message.respond(JSONCodec<unknown>().encode({ id, isDisposed: true, ...answer(data) }));
      },
    });
  }

  /** Waits until the broker knows every question that is played. */
  played(): Promise<void> {
    return this.nats.flush();
  }

  async close(): Promise<void> {
    await this.nats.close();
    await closeService(this.application);
    await this.ground.close();
  }
}

import {
  Catch,
  Injectable,
  UseFilters,
  UsePipes,
  applyDecorators,
  type ArgumentMetadata,
  type OnApplicationShutdown,
  type PipeTransform,
  type RpcExceptionFilter,
} from '@nestjs/common';
import { ClientNats, MessagePattern, RpcException, ServerNats } from '@nestjs/microservices';
import { firstValueFrom, throwError, timeout, type Observable } from 'rxjs';
import { QuestionFailure, type QuestionContract } from '@clearway/contracts';
import { wrapDatabaseError } from '@clearway/persistence';
import { CodedError, Log, TransientError, type ServiceConfiguration } from '@clearway/platform';
import { natsOptions } from './nats-link';

const ANSWER_MILLISECONDS = 20_000;

/** Nest's NATS server, listening under the subject prefix of this installation, one answer from each service. */
export class QuestionServer extends ServerNats {
  constructor(
    private readonly prefix: string,
    service: string,
    configuration: ServiceConfiguration,
  ) {
    super({
      ...natsOptions(configuration, `clearway-${service}-questions`),
      servers: configuration.natsUrl,
      queue: service,
    });
  }

  override addHandler(pattern: unknown, ...rest: never[]): void {
    const [callback, ...others] = rest;
    super.addHandler(`${this.prefix}.ask.${String(pattern)}`, callback as never, ...(others as []));
  }
}

/** Refuses a question that does not fit its contract, as `{ code, message, fields }`; never repeats what was asked. */
class ContractPipe implements PipeTransform {
  constructor(private readonly question: QuestionContract) {}

  transform(value: unknown, metadata: ArgumentMetadata): unknown {
    if (metadata.type !== 'body') return value;
    const parsed = this.question.request.safeParse(value);
    if (parsed.success) return parsed.data;
    const fields = parsed.error.issues.map((issue) => issue.path.map(String).join('.') || '(top)');
    throw new RpcException({
      code: 'question.invalid',
      message: `the question ${this.question.subject} does not fit its contract: correct the fields`,
      fields,
    } satisfies QuestionFailure);
  }
}

/** Coded errors of the domain become answers; anything else is a defect, logged by place and answered without its words. */
@Catch()
class QuestionFilter implements RpcExceptionFilter {
  private readonly log = new Log('questions');

  catch(error: unknown): Observable<never> {
    return throwError((): QuestionFailure => this.answer(error));
  }

  private answer(thrown: unknown): QuestionFailure {
    if (thrown instanceof RpcException) return thrown.getError() as QuestionFailure;
    const error = wrapDatabaseError(thrown);
    if (error instanceof CodedError)
      return {
        code: error.code,
        message: error.message,
        ...(error.fields ? { fields: [...error.fields] } : {}),
        ...(error.kind === 'transient' ? { passing: true as const } : {}),
      };
    this.log.failure('a question failed', error);
    return { code: 'question.failed', message: 'the service could not answer: its log names the place' };
  }
}

/**
 * Marks a controller's method as the answer to a question:
 *
 *     @Question(packetsOfRun)
 *     packets(@Payload() asked: Asked<typeof packetsOfRun>): Promise<Answer<typeof packetsOfRun>>
 */
export function Question(question: QuestionContract<never, unknown> | QuestionContract): MethodDecorator {
  return applyDecorators(
    MessagePattern(question.subject),
    UsePipes(new ContractPipe(question as QuestionContract)),
    UseFilters(new QuestionFilter()),
  );
}

export type Asked<Contract> = Contract extends QuestionContract<infer Request, unknown> ? Request : never;
export type Answer<Contract> = Contract extends QuestionContract<infer _Request, infer Reply> ? Reply : never;

/** Asks other services. A failure comes back as the CodedError that it was; no answer is `question.no-answer`. */
@Injectable()
export class QuestionClient implements OnApplicationShutdown {
  private readonly client: ClientNats;

  constructor(private readonly configuration: ServiceConfiguration) {
    this.client = new ClientNats({ ...natsOptions(configuration, 'clearway-asking'), servers: configuration.natsUrl });
  }

  async ask<Request, Reply>(
    question: QuestionContract<Request, Reply>,
    request: Request,
    milliseconds = ANSWER_MILLISECONDS,
  ): Promise<Reply> {
    const subject = `${this.configuration.subjectPrefix}.ask.${question.subject}`;
    const reply: unknown = await firstValueFrom(this.client.send(subject, request).pipe(timeout(milliseconds))).catch(
      (error: unknown) => {
        const failure = QuestionFailure.safeParse(error);
        if (failure.success)
          throw new CodedError(
            failure.data.code,
            failure.data.message,
            failure.data.passing ? 'transient' : 'refused',
            failure.data.fields,
          );
        throw new TransientError(
          'question.no-answer',
          `nobody answered ${question.subject}: the service is not running, or busy`,
        );
      },
    );
    const parsed = question.reply.safeParse(reply);
    if (parsed.success) return parsed.data;
    throw new CodedError(
      'question.bad-answer',
      `the answer to ${question.subject} does not fit its contract: update the older of the two services`,
      'bug',
    );
  }

  async onApplicationShutdown(): Promise<void> {
    await this.client.close();
  }
}

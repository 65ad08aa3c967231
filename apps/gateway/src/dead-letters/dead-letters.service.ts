import { type DeadLetter, SERVICES, type ServiceName, serviceQuestions } from '@clearway/contracts';
import { QuestionClient, UnitOfWork } from '@clearway/messaging';
import { CodedError } from '@clearway/platform';
import { Injectable } from '@nestjs/common';
import { Caller, NO_RUN } from '../identity/caller';
import { ApiProblem } from '../problems/api-problem';

export type DeadLetterView = DeadLetter & { readonly service: ServiceName };

export interface DeadLetterList {
  readonly items: readonly DeadLetterView[];
  /** Services that did not answer: what they hold is not in the list. */
  readonly silent: readonly ServiceName[];
}

const LETTERS_AT_ONCE = 500;

/** Messages that services gave up, for an operator to look at and to replay once their cause is gone. */
@Injectable()
export class DeadLettersService {
  constructor(
    private readonly questions: QuestionClient,
    private readonly work: UnitOfWork,
    private readonly caller: Caller,
  ) {}

  async list(office: string, run: string | null): Promise<DeadLetterList> {
    const answers = await Promise.all(SERVICES.map((service) => this.of(service, office, run)));
    const items = answers.flatMap((letters) => letters ?? []).sort((a, b) => (a.hash < b.hash ? -1 : 1));
    return { items, silent: SERVICES.filter((_, index) => answers[index] === undefined) };
  }

  /** Publishes the message again under a new id, which is the answer. */
  async replay(office: string, service: ServiceName, hash: string): Promise<{ id: string }> {
    const replayed = await this.questions
      .ask(serviceQuestions(service).replay, { office, hash })
      .catch((error: unknown) => {
        if (error instanceof CodedError && error.code === 'dead-letter.unknown')
          throw new ApiProblem(
            404,
            error.code,
            'This office has no dead letter of this hash at this service; list them first.',
          );
        throw error;
      });
    const scope = { office, run: NO_RUN, revision: 1, actor: this.caller.actor(), causation: null };
    await this.work.run(scope, (transaction) => transaction.audit('dead-letter.replayed', { before: hash }));
    return replayed;
  }

  private async of(service: ServiceName, office: string, run: string | null): Promise<DeadLetterView[] | undefined> {
    const question = serviceQuestions(service).deadLetters;
    const answer = await this.questions
      .ask(question, { office, run, limit: LETTERS_AT_ONCE, cursor: null }, 5_000)
      .catch((error: unknown) => {
        if (error instanceof CodedError && error.kind === 'transient') return undefined;
        throw error;
      });
    return answer?.items.map((letter) => ({ ...letter, service }));
  }
}

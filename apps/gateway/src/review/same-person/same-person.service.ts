import { askedPair, askedPairsPage, decidePair } from '@clearway/contracts';
import { type Answer, QuestionClient, UnitOfWork } from '@clearway/messaging';
import { CodedError } from '@clearway/platform';
import { parseCalendarDate } from '@clearway/record';
import { Injectable } from '@nestjs/common';
import { Caller } from '../../identity/caller';
import { ApiProblem } from '../../problems/api-problem';
import { RunsService } from '../../runs/runs.service';
import { type PairDecision, type PairsQuery } from './same-person.dto';

/** Questions about who is one person: eligibility keeps them, the door notes who decided what. */
@Injectable()
export class SamePersonService {
  constructor(
    private readonly runs: RunsService,
    private readonly questions: QuestionClient,
    private readonly work: UnitOfWork,
    private readonly caller: Caller,
  ) {}

  async list(
    office: string,
    run: string,
    { limit, after, person }: PairsQuery,
  ): Promise<Answer<typeof askedPairsPage>> {
    await this.runs.findKept(office, run);
    return this.questions.ask(askedPairsPage, { office, run, limit, cursor: after ?? null, person: person ?? null });
  }

  /** Of a pair that the run does not ask about any more there is the history alone. */
  async one(office: string, run: string, pair: string): Promise<Answer<typeof askedPair>> {
    await this.runs.findKept(office, run);
    const found = await this.questions.ask(askedPair, { office, run, pair });
    if (!found.pair && found.history.length === 0) throw unknown();
    return found;
  }

  async decide(
    office: string,
    run: string,
    pair: string,
    { kind, reason, by, on }: PairDecision,
  ): Promise<Answer<typeof decidePair>> {
    const { revision } = await this.runs.findKept(office, run);
    const actor = this.caller.actor();
    const signed = { by: by ?? '', on: on === undefined ? 0 : parseCalendarDate(on) };
    const recorded = await this.questions
      .ask(decidePair, { office, run, actor, pair, kind, reason, signed })
      .catch((error: unknown) => {
        throw error instanceof CodedError && error.code === 'same-person.unknown' ? unknown() : error;
      });
    if (!recorded.known) {
      await this.work.run({ office, run, revision, actor, causation: null }, (transaction) =>
        transaction.audit('decision.recorded', { after: recorded.event.hash }),
      );
    }
    return recorded;
  }
}

function unknown(): ApiProblem {
  return new ApiProblem(
    404,
    'same-person.unknown',
    'This run neither asks whether these two records are one person nor joined them. Take the id from the list of its questions, or from the column Pair of people_joined.csv.',
  );
}

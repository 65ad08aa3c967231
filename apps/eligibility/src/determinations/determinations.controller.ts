import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { convictionInWords, determinationCounts, determinationsPage } from '@clearway/contracts';
import { Question, type Answer, type Asked } from '@clearway/messaging';
import { Determinations } from './determinations';

@Controller()
export class DeterminationsController {
  constructor(private readonly determinations: Determinations) {}

  @Question(determinationsPage)
  page(@Payload() asked: Asked<typeof determinationsPage>): Promise<Answer<typeof determinationsPage>> {
    return this.determinations.page(asked);
  }

  @Question(determinationCounts)
  counts(@Payload() asked: Asked<typeof determinationCounts>): Promise<Answer<typeof determinationCounts>> {
    return this.determinations.counts(asked);
  }

  @Question(convictionInWords)
  inWords(@Payload() asked: Asked<typeof convictionInWords>): Promise<Answer<typeof convictionInWords>> {
    return this.determinations.inWords(asked);
  }
}

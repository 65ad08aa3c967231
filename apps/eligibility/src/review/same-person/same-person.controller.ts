import { askedPair, askedPairsPage, decidePair } from '@clearway/contracts';
import { type Answer, type Asked, Question } from '@clearway/messaging';
import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { SamePerson } from './same-person';

@Controller()
export class SamePersonController {
  constructor(private readonly samePerson: SamePerson) {}

  @Question(askedPairsPage)
  page(@Payload() asked: Asked<typeof askedPairsPage>): Promise<Answer<typeof askedPairsPage>> {
    return this.samePerson.page(asked);
  }

  @Question(askedPair)
  one(@Payload() asked: Asked<typeof askedPair>): Promise<Answer<typeof askedPair>> {
    return this.samePerson.one(asked);
  }

  @Question(decidePair)
  decide(@Payload() asked: Asked<typeof decidePair>): Promise<Answer<typeof decidePair>> {
    return this.samePerson.decide(asked);
  }
}

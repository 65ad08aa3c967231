import { explanationOfConviction, explanationPages } from '@clearway/contracts';
import { type Answer, type Asked, Question } from '@clearway/messaging';
import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { Explanations } from './explanations';

@Controller()
export class ExplanationController {
  constructor(private readonly explanations: Explanations) {}

  @Question(explanationOfConviction)
  inWords(@Payload() asked: Asked<typeof explanationOfConviction>): Promise<Answer<typeof explanationOfConviction>> {
    return this.explanations.inWords(asked);
  }

  @Question(explanationPages)
  pages(@Payload() asked: Asked<typeof explanationPages>): Promise<Answer<typeof explanationPages>> {
    return this.explanations.pages(asked);
  }
}

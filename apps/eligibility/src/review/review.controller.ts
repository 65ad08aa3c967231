import {
  certificateOfSample,
  drawnSample,
  publicDefenderList,
  reviewImport,
  reviewWorkbookOfRun,
} from '@clearway/contracts';
import { type Answer, type Asked, Question } from '@clearway/messaging';
import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { Reviews } from './reviews';

@Controller()
export class ReviewController {
  constructor(private readonly reviews: Reviews) {}

  @Question(reviewWorkbookOfRun)
  workbook(@Payload() asked: Asked<typeof reviewWorkbookOfRun>): Promise<Answer<typeof reviewWorkbookOfRun>> {
    return this.reviews.workbook(asked);
  }

  @Question(reviewImport)
  import(@Payload() asked: Asked<typeof reviewImport>): Promise<Answer<typeof reviewImport>> {
    return this.reviews.import(asked);
  }

  @Question(publicDefenderList)
  publicDefender(@Payload() asked: Asked<typeof publicDefenderList>): Promise<Answer<typeof publicDefenderList>> {
    return this.reviews.publicDefender(asked);
  }

  @Question(drawnSample)
  sample(@Payload() asked: Asked<typeof drawnSample>): Promise<Answer<typeof drawnSample>> {
    return this.reviews.sample(asked);
  }

  @Question(certificateOfSample)
  certificate(@Payload() asked: Asked<typeof certificateOfSample>): Promise<Answer<typeof certificateOfSample>> {
    return this.reviews.certificate(asked);
  }
}

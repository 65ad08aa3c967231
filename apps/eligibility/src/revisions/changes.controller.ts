import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { determinationChanges } from '@clearway/contracts';
import { Question, type Answer, type Asked } from '@clearway/messaging';
import { DeterminationChanges } from './determination-changes';

@Controller()
export class ChangesController {
  constructor(private readonly changes: DeterminationChanges) {}

  @Question(determinationChanges)
  page(@Payload() asked: Asked<typeof determinationChanges>): Promise<Answer<typeof determinationChanges>> {
    return this.changes.page(asked);
  }
}

import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { populationOfRun } from '@clearway/contracts';
import { Question, type Answer, type Asked } from '@clearway/messaging';
import { Populations } from './populations';

@Controller()
export class PopulationController {
  constructor(private readonly populations: Populations) {}

  @Question(populationOfRun)
  population(@Payload() asked: Asked<typeof populationOfRun>): Promise<Answer<typeof populationOfRun>> {
    return this.populations.of(asked.office, asked.run);
  }
}

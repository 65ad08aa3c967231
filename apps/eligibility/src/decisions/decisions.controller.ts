import { ContentStore } from '@clearway/content-store';
import { addDecision, decisionsFile, decisionsPage, importDecisionsFile, undoDecision } from '@clearway/contracts';
import { type Answer, type Asked, Question } from '@clearway/messaging';
import { codedErrorOf } from '@clearway/platform';
import { decisionId, type DraftDecision } from '@clearway/review';
import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { ReviewItems } from '../review/review-items';
import { draftedDecision } from './drafted-decision';
import { OfficeDecisions } from './office-decisions';

@Controller()
export class DecisionsController {
  constructor(
    private readonly decisions: OfficeDecisions,
    private readonly items: ReviewItems,
    private readonly store: ContentStore,
  ) {}

  @Question(addDecision)
  async add(
    @Payload() { office, run, actor, person, conviction, decision, signed }: Asked<typeof addDecision>,
  ): Promise<Answer<typeof addDecision>> {
    const item = await this.items.of(office, run, person, conviction);
    const draft: DraftDecision = {
      person,
      key: conviction,
      basis: item.basis,
      decision: draftedDecision(decision, item),
      signed,
    };
    return this.decisions.recordOne({ office, run, actor }, draft, decisionId(draft));
  }

  @Question(undoDecision)
  async undo(@Payload() asked: Asked<typeof undoDecision>): Promise<Answer<typeof undoDecision>> {
    const { draft, scope } = await this.decisions.undo(asked);
    return this.decisions.recordOne(scope, draft, decisionId(draft));
  }

  @Question(importDecisionsFile)
  async importFile(
    @Payload() { file, ...scope }: Asked<typeof importDecisionsFile>,
  ): Promise<Answer<typeof importDecisionsFile>> {
    const text = (await this.store.read(file)).toString('utf8');
    // What is wrong with a line is told with its cure.
    return this.decisions.import(scope, text).catch((error: unknown) => {
      throw codedErrorOf(error);
    });
  }

  @Question(decisionsPage)
  page(@Payload() asked: Asked<typeof decisionsPage>): Promise<Answer<typeof decisionsPage>> {
    return this.decisions.page(asked);
  }

  @Question(decisionsFile)
  file(@Payload() { office }: Asked<typeof decisionsFile>): Promise<Answer<typeof decisionsFile>> {
    return this.decisions.file(office);
  }
}

import { ContentStore } from '@clearway/content-store';
import {
  addCorrections,
  correctionsFile,
  correctionsPage,
  importCorrections,
  importCorrectionsFile,
  undoCorrection,
  worklistOfRun,
} from '@clearway/contracts';
import { type Answer, type Asked, Question } from '@clearway/messaging';
import { codedErrorOf } from '@clearway/platform';
import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { OfficeCorrections } from './office-corrections';
import { Worklists } from './worklists';

@Controller()
export class CorrectionsController {
  constructor(
    private readonly corrections: OfficeCorrections,
    private readonly worklists: Worklists,
    private readonly store: ContentStore,
  ) {}

  @Question(worklistOfRun)
  worklist(@Payload() asked: Asked<typeof worklistOfRun>): Promise<Answer<typeof worklistOfRun>> {
    return this.worklists.of(asked);
  }

  @Question(importCorrections)
  import(@Payload() asked: Asked<typeof importCorrections>): Promise<Answer<typeof importCorrections>> {
    return this.worklists.import(asked);
  }

  @Question(addCorrections)
  add(@Payload() asked: Asked<typeof addCorrections>): Promise<Answer<typeof addCorrections>> {
    return this.worklists.add(asked);
  }

  @Question(importCorrectionsFile)
  async importFile(
    @Payload() { file, ...scope }: Asked<typeof importCorrectionsFile>,
  ): Promise<Answer<typeof importCorrectionsFile>> {
    const text = (await this.store.read(file)).toString('utf8');
    // What is wrong with a line is told with its cure.
    return this.corrections.import(scope, text).catch((error: unknown) => {
      throw codedErrorOf(error);
    });
  }

  @Question(undoCorrection)
  undo(@Payload() { office, actor, id, reason }: Asked<typeof undoCorrection>): Promise<Answer<typeof undoCorrection>> {
    return this.corrections.undo(office, actor, id, reason);
  }

  @Question(correctionsPage)
  page(@Payload() asked: Asked<typeof correctionsPage>): Promise<Answer<typeof correctionsPage>> {
    return this.corrections.page(asked);
  }

  @Question(correctionsFile)
  file(@Payload() { office }: Asked<typeof correctionsFile>): Promise<Answer<typeof correctionsFile>> {
    return this.corrections.file(office);
  }
}

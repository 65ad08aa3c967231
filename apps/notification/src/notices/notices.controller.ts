import { OutputManifest, noticesOfRun } from '@clearway/contracts';
import { ContentStore } from '@clearway/content-store';
import { type Answer, type Asked, Question } from '@clearway/messaging';
import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { DataSource } from 'typeorm';
import { WrittenNoticesEntity } from './written-notices.entity';

/** What notification knows of a run's letters. */
@Controller()
export class NoticesController {
  constructor(
    private readonly database: DataSource,
    private readonly store: ContentStore,
  ) {}

  @Question(noticesOfRun)
  async notices(@Payload() { office, run }: Asked<typeof noticesOfRun>): Promise<Answer<typeof noticesOfRun>> {
    const row = await this.database.getRepository(WrittenNoticesEntity).findOne({ where: { office, run }, order: { revision: 'DESC' } });
    if (!row) return { sealed: false, outputs: [], counts: {} };
    return { sealed: true, ...OutputManifest.parse(await this.store.readJson(row.manifest)) };
  }
}

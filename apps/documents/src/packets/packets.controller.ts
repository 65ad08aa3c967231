import { OutputManifest, packetsOfRun } from '@clearway/contracts';
import { ContentStore } from '@clearway/content-store';
import { type Answer, type Asked, Question } from '@clearway/messaging';
import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { DataSource } from 'typeorm';
import { DrawnRunEntity } from './drawn-run.entity';

/** What documents knows of a run's outputs. */
@Controller()
export class PacketsController {
  constructor(
    private readonly database: DataSource,
    private readonly store: ContentStore,
  ) {}

  @Question(packetsOfRun)
  async packets(@Payload() { office, run }: Asked<typeof packetsOfRun>): Promise<Answer<typeof packetsOfRun>> {
    const row = await this.database.getRepository(DrawnRunEntity).findOne({ where: { office, run }, order: { revision: 'DESC' } });
    if (!row?.manifest) return { sealed: false, outputs: [], counts: {} };
    return { sealed: true, ...OutputManifest.parse(await this.store.readJson(row.manifest)) };
  }
}

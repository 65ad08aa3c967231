import { packBytes } from '@clearway/content-store';
import { historyMembers, type RunSettings } from '@clearway/contracts';
import { QuestionClient } from '@clearway/messaging';
import { readConfiguration, SERVICE_SETTINGS, uuidV7 } from '@clearway/platform';
import { type History } from '@clearway/record';
import { ServiceUnderTest, someSettings } from '@clearway/testing';

/** The hash of what ingestion made and no test here looks into. */
const UNSEEN = 'e'.repeat(64);

/** The statute of today, as a run's settings name it. */
const BY_STATUTE: Partial<RunSettings> = {
  policy: { name: 'california-statute', text: 'california-statute', hash: 'c'.repeat(64) },
  asOf: 20261123,
};

export interface RunOfOffice {
  readonly people: readonly History[];
  readonly settings?: Partial<RunSettings>;
  /** Hash of the population, as ingestion sealed it. */
  readonly population?: string;
  /** Its id; a new one unless it is given. */
  readonly run?: string;
  /** 1, or 2: the same run once more, held against its first revision. */
  readonly revision?: 1 | 2;
}

/** The service with an office's runs: histories go in as ingestion announces them, and everything is asked over the bus. */
export class OfficeUnderTest {
  private constructor(
    readonly service: ServiceUnderTest,
    readonly questions: QuestionClient,
  ) {}

  static async start(): Promise<OfficeUnderTest> {
    const service = await ServiceUnderTest.create('eligibility', { CLEARWAY_THREADS: '1', CLEARWAY_MAX_ATTEMPTS: '3' });
    const questions = new QuestionClient(readConfiguration(SERVICE_SETTINGS, service.environment));
    await service.start();
    return new OfficeUnderTest(service, questions);
  }

  async close(): Promise<void> {
    await this.questions.onApplicationShutdown();
    await this.service.close();
  }

  /** Sends a run of one batch and waits until it is decided; gives its id. */
  async decide({ people, settings, population = UNSEEN, run = uuidV7(), revision = 1 }: RunOfOffice): Promise<string> {
    const { service } = this;
    const pin = { pin: `${service.office}/${run}` };
    const stored = await service.store.putJson(someSettings({ ...BY_STATUTE, ...settings }), pin);
    const { sha256: blob, bytes } = await service.store.put(packBytes(historyMembers(people)).blob, pin);
    const persons = people.length;
    const again = revision === 2;
    const batch = { settings: stored.sha256, blob, bytes, persons, rows: persons, sources: null, listed: null };
    const before = again ? { revision: 1, batches: [0] } : null;
    await service.send('histories.batch', run, { ...batch, before }, { batch: 0, revision });
    const sealed = { settings: stored.sha256, batches: 1, persons, manifest: UNSEEN, population, inputs: [] };
    const rejectedRows = { name: 'rejected_rows.csv', sha256: UNSEEN, bytes: 1 };
    await service.send('histories.sealed', run, { ...sealed, rejectedRows, before: again ? 1 : null }, { revision });
    await service.until(() => service.one(run, 'determinations.sealed', revision));
    return run;
  }

  /** Purges a run and waits until nothing of it is left. */
  async purge(run: string, revision = 1): Promise<void> {
    await this.service.send('run.purged', run, { reason: 'user.asked' }, { revision });
    await this.service.until(async () => {
      const { rows } = await this.service.database.query<{ state: string; left: string }>(
        `SELECT f.state, (SELECT count(*) FROM eligibility.determination d WHERE d.run = f.run) AS left
         FROM eligibility.followed_run f WHERE f.run = $1`,
        [run],
      );
      return rows[0]?.state === 'purged' && rows[0].left === '0';
    });
  }

  /** The text of an office's file as an answer names it; '' where there is none. */
  async textOf({ file }: { readonly file: { readonly sha256: string } | null }): Promise<string> {
    return file === null ? '' : (await this.service.store.read(file.sha256)).toString('utf8');
  }
}

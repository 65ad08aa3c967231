import { OutputManifest, type OutputFile, RunSettings, packetsSealed } from '@clearway/contracts';
import { ContentStore } from '@clearway/content-store';
import { type Transaction, type Work } from '@clearway/messaging';
import { OutputFolder, closeBooks, outputsRun, readBookInput, readSealedPopulation } from '@clearway/outputs';
import {
  type CaseFactsCounts,
  lettersCountsOf,
  type PapersCounts,
  type ResultRows,
  type RunSourcesCounts,
  type TallyJson,
} from '@clearway/reports';
import { PoisonError } from '@clearway/platform';
import { Injectable } from '@nestjs/common';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { choicesOf } from '../drawing/run-choices';
import { TakingIn } from '../filing-book/taking-in';

/** What the drawing counted and wrote; JSON in the content store. */
export interface DrawnBooks {
  readonly settings: string;
  readonly population: string;
  readonly tally: TallyJson;
  readonly results: ResultRows;
  readonly papers: PapersCounts | null;
  /** What became of facts and decisions; null without any. */
  readonly cases: CaseFactsCounts | null;
  readonly outputs: readonly OutputFile[];
  /** Absent in what was drawn before there were other sources than the state's files. */
  readonly sources?: RunSourcesCounts | null;
  /** Courts' own forms, in words; absent in what was drawn before they were told. */
  readonly forms?: readonly string[];
}

/** Files that a message names itself; the rest of a long list stands only in the manifest. */
const NAMED_IN_MESSAGE = 200;
const CLOSED_STEP = 'drawing.closed';

/**
 * The end of a run: the files that need both the papers' and the letters' numbers. Whoever brings the second of the two
 * closes; each commits its own part before it looks for the other, so one of them sees both.
 */
@Injectable()
export class ClosingBooks {
  constructor(
    private readonly store: ContentStore,
    private readonly takingIn: TakingIn,
  ) {}

  async closeWhenBothStand(work: Work<unknown>): Promise<void> {
    const { office, run, revision } = work.message;
    const [row] = await work.read<{ drawn: string | null; notices: string | null; manifest: string | null }>(
      'SELECT drawn, notices, manifest FROM drawn_run WHERE office = $1 AND run = $2 AND revision = $3',
      [office, run, revision],
    );
    if (!row?.drawn || !row.notices || row.manifest) return;
    const drawn = (await this.store.readJson(row.drawn)) as DrawnBooks;
    const notices = OutputManifest.parse(await this.store.readJson(row.notices));
    const closing = await this.close(work, drawn, notices);
    const outputs = [...drawn.outputs, ...closing].sort((a, b) => (a.name < b.name ? -1 : 1));
    const counts = countsOf(drawn);
    const manifest = await this.store.putJson(OutputManifest.parse({ outputs, counts }), { pin: work.owner });
    const batches = await this.takingIn.find(outputs, work.owner);
    await work.step(CLOSED_STEP, 0, async (transaction: Transaction) => {
      await transaction.query('UPDATE drawn_run SET manifest = $4 WHERE office = $1 AND run = $2 AND revision = $3', [
        office,
        run,
        revision,
        manifest.sha256,
      ]);
      const [announced] = await transaction.query<{ n: number }>(
        "SELECT count(*)::int AS n FROM outbox WHERE office = $1 AND run = $2 AND revision = $3 AND type = 'packets.batch'",
        [office, run, revision],
      );
      const named = outputs.slice(0, NAMED_IN_MESSAGE);
      await transaction.publish(packetsSealed, {
        settings: drawn.settings,
        batches: announced?.n ?? 0,
        manifest: manifest.sha256,
        outputs: named,
        counts,
      });
      await this.takingIn.take(transaction, batches);
      await transaction.audit('packets.sealed', { before: row.drawn ?? '', after: manifest.sha256 });
    });
  }

  /** Writes summary, tie-out and `run.json`; a run that does not tie out throws and is never handed out. */
  private async close(work: Work<unknown>, drawn: DrawnBooks, notices: OutputManifest): Promise<OutputFile[]> {
    const settings = RunSettings.safeParse(await this.store.readJson(drawn.settings));
    if (!settings.success)
      throw new PoisonError(
        'run.bad-settings',
        'the settings of the run do not fit their schema: request the run again',
      );
    const population = readSealedPopulation(await this.store.readJson(drawn.population));
    const { asOf, policy, letters } = settings.data;
    const run = outputsRun(
      population.county,
      asOf,
      policy.text,
      population.files,
      choicesOf(settings.data, await this.answersIn(settings.data)),
    );
    // Both who may be second can come here at the same time: each has a folder of its own.
    const { run: runId, revision, type } = work.message;
    const path = await this.store.workFolder(`closing-${runId}-${revision}-${type}`);
    try {
      const folder = new OutputFolder(path);
      const others = [...drawn.outputs, ...notices.outputs].map(({ name, sha256, bytes }) => ({
        path: name,
        sha256,
        bytes,
      }));
      const books = {
        tally: drawn.tally,
        peopleInFiles: population.people,
        results: drawn.results,
        ...(drawn.papers ? { papers: drawn.papers } : {}),
        ...(letters ? { letters: lettersCountsOf(notices.counts) } : {}),
        ...(drawn.cases ? { cases: drawn.cases } : {}),
        ...(drawn.sources ? { sources: drawn.sources } : {}),
        ...(drawn.forms ? { forms: drawn.forms } : {}),
      };
      await closeBooks(run, books, folder, others);
      const written = folder.files();
      await this.store.adopt(
        written.map((file) => ({ ...file, path: join(path, file.path) })),
        { pin: work.owner },
      );
      return written.map(({ path: name, sha256, bytes }) => ({ name, sha256, bytes }));
    } finally {
      await rm(path, { recursive: true, force: true });
    }
  }

  private async answersIn({ book }: RunSettings): Promise<string> {
    return book === null ? '' : readBookInput(await this.store.read(book)).sha256;
  }
}

/** Numbers for whoever looks at the run; the tie-out has all of them. */
function countsOf({ tally, papers, cases, sources }: DrawnBooks): Record<string, number> {
  const { convictionsWithRelief, peopleWithRelief, peopleInReview } = tally.numbers;
  return {
    convictionsWithRelief,
    peopleWithRelief,
    peopleInReview,
    ...(papers
      ? {
          packets: papers.packetsDrawn,
          released: papers.packetsReleased,
          withheld: papers.packetsWithheld,
          cannotFile: papers.cannotFileRows,
        }
      : {}),
    ...(sources
      ? {
          peopleJoined: sources.joining.peopleJoined,
          asked: sources.joining.asked,
          foundInOneSource: sources.written.foundInOne,
        }
      : {}),
    ...(cases
      ? {
          challenged: cases.challenged,
          factsUsed: cases.rowsUsed,
          factsUnused: cases.rowsUnused,
          decisionsApplied: cases.decisionsApplied,
          decisionsStale: cases.decisionsStale,
        }
      : {}),
  };
}

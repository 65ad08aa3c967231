import { ContentStore } from '@clearway/content-store';
import {
  type addCorrections,
  type CorrectionRequest,
  type importCorrections,
  MOST_PROBLEMS,
  type worklistOfRun,
} from '@clearway/contracts';
import { type Answer, type Asked } from '@clearway/messaging';
import { CodedError } from '@clearway/platform';
import { CORRECTION_FIELDS, correctionKey, type DraftCorrection, readCorrectionValue } from '@clearway/record';
import { Injectable } from '@nestjs/common';
import { DecidedRuns } from '../determinations/decided-runs';
import { Reviewing } from '../review/reviewing';
import { OfficeCorrections } from './office-corrections';

/** What a run's data cannot tell, out as worklists, and what was found, back as corrections of the office. */
@Injectable()
export class Worklists {
  constructor(
    private readonly store: ContentStore,
    private readonly runs: DecidedRuns,
    private readonly reviewing: Reviewing,
    private readonly corrections: OfficeCorrections,
  ) {}

  async of({ office, run, revision, rows, kind }: Asked<typeof worklistOfRun>): Promise<Answer<typeof worklistOfRun>> {
    const { owner, settings } = await this.runs.of(office, run, revision);
    const madeOf = settings.inputs.map(({ name, sha256 }) => ({ name, sha256 }));
    const made = await this.reviewing.run({ what: 'worklist', rows: this.store.pathOf(rows), kind, madeOf });
    if (made.items === 0) return { file: null, rows: 0, kinds: [...made.kinds] };
    const { sha256, bytes } = await this.store.put(made.bytes, { pin: owner });
    return { file: { sha256, bytes }, rows: made.items, kinds: [...made.kinds] };
  }

  /** Throws `fix.other-files` for a worklist that was made of other files than the run has. */
  async import(asked: Asked<typeof importCorrections>): Promise<Answer<typeof importCorrections>> {
    const { office, run, actor, partial } = asked;
    const { settings } = await this.runs.of(office, run);
    const inputs = settings.inputs.map(({ sha256 }) => sha256);
    const workbook = this.store.pathOf(asked.workbook);
    const { taken, drafts, problems, saysMadeOf } = await this.reviewing.run({
      what: 'import-worklist',
      workbook,
      partial,
      inputs,
      today: this.corrections.today(),
    });
    const shown = { problems: problems.slice(0, MOST_PROBLEMS), problemsInAll: problems.length, saysMadeOf };
    if (!taken) return { taken, recorded: 0, known: 0, head: null, ...shown };
    return { taken, ...(await this.corrections.record({ office, run, actor }, drafts)), ...shown };
  }

  /** Throws `correction.refused` with the field that is wrong. */
  async add({ office, run, actor, corrections }: Asked<typeof addCorrections>): Promise<Answer<typeof addCorrections>> {
    const decidedRun = await this.runs.of(office, run);
    const drafts = corrections.map(drafted);
    const { refused: wrong } = await this.reviewing.run({
      what: 'judge-corrections',
      histories: await this.runs.historyBlobs(decidedRun),
      drafts,
      standing: await this.corrections.inForce(office, new Set(drafts.map(({ person }) => person))),
      today: this.corrections.today(),
    });
    for (const { index, field, cure } of wrong) throw refused(index, field, cure);
    return this.corrections.record({ office, run, actor }, drafts);
  }
}

/** The same value, written in whatever way, is the same correction. */
function drafted(asked: CorrectionRequest, index: number): DraftCorrection {
  const { key, value: written } = asked;
  const field = CORRECTION_FIELDS.find((each) => each === asked.field);
  if (!field) throw refused(index, 'field', `must be one of ${CORRECTION_FIELDS.join(', ')}`);
  const value = readCorrectionValue(field, written);
  if (value === undefined)
    throw refused(index, 'value', `is no value of ${field}: docs/data-quality.md says how each is written`);
  if (key === '' && field !== 'birth-date') throw refused(index, 'key', 'must name the count, such as 0:101002001000');
  return { ...asked, key: correctionKey(field, key), field, value };
}

function refused(index: number, field: string, message: string): CodedError {
  return new CodedError('correction.refused', message, 'refused', [`corrections.${index}.${field}`]);
}

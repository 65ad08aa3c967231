import { ContentStore } from '@clearway/content-store';
import { type CorrectionView } from '@clearway/contracts';
import { readCsv } from '@clearway/spreadsheets';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { OutputsService } from '../outputs/outputs.service';
import { RunsService } from '../runs/runs.service';
import { CORRECTION_USES, type CorrectionUse } from './correction.dto';

const FILE = 'corrections.csv';

/** A revision of a run that is done, and what became of corrections in it. */
export interface UsesOfRun {
  readonly run: string;
  readonly revision: number;
  /** By id; a correction that is not here was recorded after the revision was made, or the run takes none. */
  readonly states: ReadonlyMap<string, CorrectionUse['state']>;
}

const WHY: Readonly<Record<CorrectionUse['state'], string>> = {
  used: 'the revision decided with it',
  stale:
    'the source says another value there now than when it was found, so it was not used: look again, and record what is right now',
  'no-such-place':
    'the revision has no such person, or no such count that can be corrected, so nothing was decided by it',
  undone: 'it had been taken back when the revision was made',
  replaced: 'a later correction of the same value stood in its place when the revision was made',
  recorded: 'it takes another event back',
  waiting: 'the revision was made without it: make a new one with the reason "corrections", or a new run',
};

/** Which corrections a run used, and why not the others: its own corrections.csv says it. */
@Injectable()
export class CorrectionUses {
  constructor(
    private readonly database: DataSource,
    private readonly runs: RunsService,
    private readonly outputs: OutputsService,
    private readonly store: ContentStore,
  ) {}

  /** In the newest revision of the run that is done; the newest run that has one where none is named, undefined where there is none. */
  async of(office: string, asked: string | undefined): Promise<UsesOfRun | undefined> {
    if (asked !== undefined) await this.runs.findKept(office, asked);
    const run = asked ?? (await this.newest(office));
    if (run === undefined) return undefined;
    const { revision, items } = await this.outputs.list(office, run);
    const sha256 = items.find(({ name }) => name === FILE)?.sha256;
    const text = sha256 === undefined ? '' : (await this.store.read(sha256)).toString('utf8');
    return { run, revision, states: statesOf(text) };
  }

  private async newest(office: string): Promise<string | undefined> {
    const rows: { run: string }[] = await this.database.query(
      `SELECT r.id AS run FROM run r JOIN run_revision v ON v.office = r.office AND v.run = r.id AND v.state = 'done'
       WHERE r.office = $1 AND r.purged_at IS NULL ORDER BY v.finished_at DESC NULLS LAST LIMIT 1`,
      [office],
    );
    return rows[0]?.run;
  }
}

/** What became of a correction; null without a run, and of what was destroyed. */
export function useOf({ id, state }: CorrectionView, uses: UsesOfRun | undefined): CorrectionUse | null {
  if (!uses || state === 'destroyed') return null;
  const used = uses.states.get(id) ?? 'waiting';
  return { state: used, why: WHY[used] };
}

function statesOf(text: string): UsesOfRun['states'] {
  const [heads = [], ...rows] = [...readCsv(text.replace(/^\uFEFF/, ''))].map(({ fields }) => fields);
  const [id, state] = [heads.indexOf('id'), heads.indexOf('state')];
  return new Map(
    rows.flatMap((cells): [string, CorrectionUse['state']][] => {
      const found = CORRECTION_USES.find((each) => each === cells[state]);
      return found === undefined ? [] : [[cells[id] ?? '', found]];
    }),
  );
}

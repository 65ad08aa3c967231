import { type AnsweredFile, type correctionsPage, type CorrectionView, type ImportedEvents } from '@clearway/contracts';
import { ContentStore } from '@clearway/content-store';
import { type Answer, type Asked, UnitOfWork } from '@clearway/messaging';
import { guarded } from '@clearway/persistence';
import { Clock, CodedError } from '@clearway/platform';
import {
  chainCorrections,
  type ChainedLine,
  continueCorrections,
  type Correction,
  type CorrectionContent,
  type CorrectionEvent,
  correctionId,
  correctionsInForce,
  type DraftCorrection,
  type DraftUndo,
  printCorrections,
  readCorrections,
  recorderAt,
} from '@clearway/record';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { pageOfEvents } from '../recorded/events-page';
import { type EventTable, OfficeChain, type RecordingScope, replacedIn } from '../recorded/office-chain';
import { nameOf, pinnedFile } from '../recorded/office-file';
import {
  correctionEvents,
  correctionStates,
  correctionView,
  STORED_CORRECTION,
  type StoredCorrection,
} from './correction-rows';

export interface RecordedCorrections {
  readonly recorded: number;
  /** Drafts that the office had already. */
  readonly known: number;
  /** Hash of the office's last event. */
  readonly head: string | null;
}

type OwnColumn = 'what' | 'person';

const CORRECTIONS: EventTable<OwnColumn> = { name: 'correction', word: 'correction', own: ['what', 'person'] };

/** The corrections of an office: recorded as events, listed with their states, printed as the command line's file. */
@Injectable()
export class OfficeCorrections {
  constructor(
    @Inject(DataSource) private readonly source: DataSource,
    private readonly units: UnitOfWork,
    private readonly store: ContentStore,
    private readonly clock: Clock,
  ) {}

  /** Adds what the office has not yet, all or nothing, with an audit row for each. */
  async record(
    { office, run, actor }: RecordingScope,
    drafts: readonly (DraftCorrection | DraftUndo)[],
  ): Promise<RecordedCorrections> {
    const recorder = recorderAt(nameOf(actor), this.clock.now());
    return this.units.run({ office, run, revision: 1, actor, causation: null }, async (transaction) => {
      const onlyUndoes = drafts.every((draft) => 'of' in draft);
      const chain = await OfficeChain.hold(transaction, CORRECTIONS, onlyUndoes);
      const { chained, head } = await add(chain, (known) => chainCorrections(chain.end, known, drafts, recorder));
      return { recorded: chained.length, known: drafts.length - chained.length, head };
    });
  }

  /**
   * Adds the events of a corrections file that the office has not yet, in the order of the file and as they were recorded there, with
   * an audit row for each. Throws a CorrectionsFileError when a line is wrong or the chain is broken.
   */
  async import({ office, run, actor }: RecordingScope, text: string): Promise<ImportedEvents> {
    const events = readCorrections(text);
    return this.units.run({ office, run, revision: 1, actor, causation: null }, async (transaction) => {
      const chain = await OfficeChain.hold(transaction, CORRECTIONS, false);
      const before = await chain.events<CorrectionEvent>();
      const { chained, head } = await add(chain, (known) => continueCorrections(chain.end, known, events));
      const imported = chained.map(({ event }) => event);
      const replaced = replacedIn(before, imported, correctionsInForce);
      return { recorded: chained.length, known: events.length - chained.length, replaced, head };
    });
  }

  /** Takes a correction back; the same words twice are one event. Throws `correction.unknown`. */
  async undo(
    office: string,
    actor: string,
    id: string,
    reason: string,
  ): Promise<{ event: CorrectionView; known: boolean }> {
    const row = (await this.rows(office)).filter((each) => each.id === id).pop();
    if (!row?.line)
      throw new CodedError(
        'correction.unknown',
        'this office has no such correction, or it was destroyed with its run: take the id from the list of corrections',
      );
    const draft: DraftUndo = { of: id, reason };
    const { known } = await this.record({ office, run: row.run, actor }, [draft]);
    const rows = await this.rows(office);
    const made = rows.filter((each) => each.id === correctionId(draft)).pop();
    if (!made) throw new CodedError('correction.lost', 'an undo was recorded and is not there', 'bug');
    return { event: correctionView(made, correctionStates(correctionEvents(rows))), known: known > 0 };
  }

  async page({ office, state, limit, cursor }: Asked<typeof correctionsPage>): Promise<Answer<typeof correctionsPage>> {
    const rows = await this.rows(office);
    const states = correctionStates(correctionEvents(rows));
    const views = rows.map((row) => correctionView(row, states));
    return pageOfEvents(views, { state, limit, cursor });
  }

  /** The events that are left, as a corrections file; pinned for the office until the next one is made. */
  async file(office: string): Promise<{ file: AnsweredFile | null; events: number }> {
    return pinnedFile(
      this.store,
      correctionsOwner(office),
      correctionEvents(await this.rows(office)),
      printCorrections,
    );
  }

  /** The corrections of these people that are in force. */
  async inForce(office: string, people: ReadonlySet<string>): Promise<readonly Correction[]> {
    return correctionsInForce(correctionEvents(await this.rows(office))).filter(({ person }) => people.has(person));
  }

  /** The day of who records, as `yyyymmdd`. */
  today(): number {
    return recorderAt('', this.clock.now()).day;
  }

  private rows(office: string): Promise<StoredCorrection[]> {
    const sql = `SELECT ${STORED_CORRECTION} FROM correction WHERE office = $1 ORDER BY seq`;
    return guarded(() => this.source.query(sql, [office]) as Promise<StoredCorrection[]>);
  }
}

/** Adds what follows on the chain's end; `follow` is given the ids that the office has. */
async function add(
  chain: OfficeChain<OwnColumn>,
  follow: (known: ReadonlySet<string>) => readonly ChainedLine<CorrectionContent>[],
): Promise<{ readonly chained: readonly ChainedLine<CorrectionContent>[]; readonly head: string | null }> {
  const people = await chain.known('person');
  const chained = follow(new Set(people.keys()));
  const rows = chained.map((each) => {
    const { id, event } = each.event;
    const undoes = event.what === 'undo';
    const person = undoes ? (people.get(event.of) ?? null) : event.person;
    // A file may undo what it says itself.
    people.set(id, person);
    return { ...each, undoes, own: { what: event.what, person } };
  });
  return { chained, head: await chain.append(rows) };
}

/** The owner under which the newest corrections file of an office is pinned. */
export function correctionsOwner(office: string): string {
  return `${office}/corrections`;
}

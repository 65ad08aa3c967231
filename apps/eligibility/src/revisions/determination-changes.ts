import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import {
  CHANGE_REASONS,
  OUTCOMES,
  RELIEFS,
  RunSettings,
  STANDINGS,
  type DeterminationChange,
  type OutputFile,
  type determinationChanges,
} from '@clearway/contracts';
import { ContentStore } from '@clearway/content-store';
import { type Answer, type Asked, type Transaction } from '@clearway/messaging';
import { CHANGED_DETERMINATIONS, changedDeterminationsHead, changedDeterminationRow } from '@clearway/outputs';
import { guarded } from '@clearway/persistence';
import { CodedError } from '@clearway/platform';
import { revisionShown } from './revision-shown';

type Side = 'before' | 'after';

interface Stored {
  readonly number: number;
  readonly why: string;
  readonly section: string;
  readonly file: number;
  readonly line: number;
  readonly [column: string]: unknown;
}

const ROWS_AT_ONCE = 1000;

/**
 * Rows are held against each other by where the conviction stands in the inputs: the files of the revision before by their hash. Where
 * a row that stood alone is one of several that name a conviction now, it is that conviction.
 */
const LIST = `
  INSERT INTO determination_change (office, run, revision, number, why, section, file, line,
    person_before, conviction_before, outcome_before, relief_before, floor_before, standing_before, questions_before,
    person, conviction, outcome, relief, floor, standing, questions)
  SELECT $1, $2, $3, row_number() OVER (ORDER BY a.batch, a.place, b.batch, b.place),
    CASE WHEN a.person IS NULL THEN COALESCE((SELECT 'history' FROM touched_person t WHERE t.office = $1 AND t.run = $2 AND t.revision = $3 AND t.person = b.person), 'vanished')
         WHEN b.person <> a.person THEN 'another-person'
         ELSE COALESCE((SELECT t.why FROM touched_person t WHERE t.office = $1 AND t.run = $2 AND t.revision = $3 AND t.person = a.person), 'history') END,
    COALESCE(a.section, b.section), COALESCE(a.file, b.file), COALESCE(a.line, b.line),
    b.person, b.conviction, b.outcome, b.relief, b.floor, b.standing, b.questions,
    a.person, a.conviction, a.outcome, a.relief, a.floor, a.standing, a.questions
  FROM (SELECT *, file || ':' || row AS place_now FROM determination WHERE office = $1 AND run = $2 AND revision = $3) a
  FULL JOIN (
    SELECT d.*, COALESCE(joined.place_now, d.place_then) AS place_now
    FROM (SELECT *, ($5::int[])[file + 1] || ':' || row AS place_then FROM determination WHERE office = $1 AND run = $2 AND revision = $4) d
    LEFT JOIN (
      SELECT DISTINCT ON (other) other, file || ':' || row AS place_now FROM determination, unnest(named_by) AS other
      WHERE office = $1 AND run = $2 AND revision = $3 ORDER BY other, batch, place) joined ON joined.other = d.place_then) b
    ON b.place_now = a.place_now
  WHERE (a.person, a.outcome, a.relief, a.floor, a.standing, a.questions) IS DISTINCT FROM (b.person, b.outcome, b.relief, b.floor, b.standing, b.questions)`;

/** The determinations of which a revision says something else than the one before. */
@Injectable()
export class DeterminationChanges {
  constructor(
    @Inject(DataSource) private readonly source: DataSource,
    private readonly store: ContentStore,
  ) {}

  /** Lists them in the transaction that seals the revision; how many there are, and the file that an analyst opens. */
  async list(transaction: Transaction, before: number): Promise<{ determinations: number; file: OutputFile }> {
    const { office, run, revision } = transaction.scope;
    const inputsOf = async (of: number): Promise<RunSettings['inputs']> => {
      const [row] = await transaction.query<{ settings: string }>(
        'SELECT settings FROM decided_run WHERE office = $1 AND run = $2 AND revision = $3',
        [office, run, of],
      );
      if (!row)
        throw new CodedError(
          'deciding.revision-lost',
          'the revision before is not among those that were decided',
          'bug',
        );
      return RunSettings.parse(await this.store.readJson(row.settings)).inputs;
    };
    const [then, now] = [await inputsOf(before), await inputsOf(revision)];
    // -1 is no file's place: what stood in a file that is not read any more is gone.
    const places = then.map(({ sha256 }) => now.findIndex((input) => input.sha256 === sha256));
    await transaction.query(LIST, [office, run, revision, before, places]);
    const files = now.map(({ name }) => name);
    let determinations = 0;
    const rowsAfter = (number: number): Promise<Stored[]> =>
      transaction.query<Stored>(
        `SELECT * FROM determination_change WHERE office = $1 AND run = $2 AND revision = $3 AND number > $4 ORDER BY number LIMIT ${ROWS_AT_ONCE}`,
        [office, run, revision, number],
      );
    async function* content(): AsyncGenerator<Uint8Array> {
      yield Buffer.from(changedDeterminationsHead(), 'utf8');
      for (let rows = await rowsAfter(0); rows.length > 0; rows = await rowsAfter(determinations)) {
        determinations += rows.length;
        yield Buffer.from(rows.map((row) => changedDeterminationRow(printChange(row), files)).join(''), 'utf8');
      }
    }
    const { sha256, bytes } = await this.store.put(content(), { pin: `${office}/${run}` });
    return { determinations, file: { name: CHANGED_DETERMINATIONS, sha256, bytes } };
  }

  /** A page of them; the cursor is the number of the last one seen. */
  async page({
    office,
    run,
    revision: asked,
    limit,
    cursor,
  }: Asked<typeof determinationChanges>): Promise<Answer<typeof determinationChanges>> {
    if (cursor !== null && !/^\d{1,9}$/.test(cursor))
      throw new CodedError('question.bad-cursor', 'the cursor is not one that a page gave: begin without it');
    const key = [office, run, asked ?? null];
    const [known] = await this.rows<{ revision: number; before: number | null; total: number }>(
      `SELECT d.revision, d.before, (SELECT count(*)::int FROM determination_change c WHERE c.office = $1 AND c.run = $2 AND c.revision = d.revision) AS total
       FROM decided_run d WHERE d.office = $1 AND d.run = $2 AND d.revision = ${revisionShown('$3')} AND d.manifest IS NOT NULL`,
      key,
    );
    if (!known)
      throw new CodedError(
        'run.not-decided',
        'not everyone of this revision is decided yet, or the run has no such revision: wait until it is done',
      );
    const { revision, before, total } = known;
    const rows = await this.rows<Stored>(
      `SELECT * FROM determination_change WHERE office = $1 AND run = $2 AND revision = $3 AND number > $4 ORDER BY number LIMIT ${limit}`,
      [office, run, revision, Number(cursor ?? 0)],
    );
    const last = rows.length === limit ? rows.at(-1) : undefined;
    return { revision, before, total, items: rows.map(printChange), next: last ? String(last.number) : null };
  }

  private rows<Row>(sql: string, parameters: readonly unknown[]): Promise<Row[]> {
    return guarded(() => this.source.query(sql, [...parameters]) as Promise<Row[]>);
  }
}

function printChange(row: Stored): DeterminationChange {
  return {
    why: CHANGE_REASONS.find((each) => each === row.why) ?? 'history',
    before: sideOf(row, 'before'),
    after: sideOf(row, 'after'),
    section: row.section,
    source: { file: row.file, line: row.line },
  };
}

function sideOf(row: Stored, side: Side): DeterminationChange['before'] {
  const of = (column: string): unknown => row[side === 'before' ? `${column}_before` : column];
  if (of('person') === null) return null;
  return {
    person: String(of('person')),
    conviction: String(of('conviction')),
    outcome: OUTCOMES[Number(of('outcome'))] ?? 'review',
    relief: RELIEFS[Number(of('relief'))] ?? 'none',
    floor: RELIEFS[Number(of('floor'))] ?? 'none',
    standing: STANDINGS[Number(of('standing'))] ?? 'open',
    questions: of('questions') as string[],
  };
}

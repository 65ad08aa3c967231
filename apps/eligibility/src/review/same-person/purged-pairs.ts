import { type Transaction } from '@clearway/messaging';
import { Injectable } from '@nestjs/common';
import { AskedPairs } from './asked-pairs';

interface PairRow {
  readonly seq: number;
  readonly id: string;
  readonly run: string;
  /** Id of the question about the two records. */
  readonly conviction: string;
  readonly person: string;
  readonly other_person: string | null;
}

/**
 * Decisions about two records, when a run is purged. All of one question go together or not at all: what is left of a refusal and
 * its undo must not speak for itself. They stay while another run of the office asked it, holds one of the people, or has both
 * records and was made with one of the decisions.
 */
@Injectable()
export class PurgedPairs {
  constructor(private readonly pairs: AskedPairs) {}

  /** Empties what may not be kept; before the determinations of the run are deleted. Gives the number of events. */
  async destroyDecisions(transaction: Transaction): Promise<number> {
    const { office, run } = transaction.scope;
    const rows = await transaction.query<PairRow>(
      `SELECT seq, id, run, conviction, person, other_person FROM case_decision
       WHERE office = $1 AND conviction NOT LIKE '%:%' AND person IS NOT NULL ORDER BY seq`,
      [office],
    );
    if (rows.length === 0) return 0;
    const people = [...new Set(rows.flatMap(peopleOf))];
    const found = await transaction.query<{ person: string }>(
      'SELECT DISTINCT person FROM determination WHERE office = $1 AND run <> $2 AND person = ANY($3)',
      [office, run, people],
    );
    const elsewhere = new Set(found.map(({ person }) => person));
    const others = await this.otherRuns(transaction);
    const isHeld = (row: PairRow): boolean =>
      others.runs.has(row.run) || others.decisions.has(row.id) || peopleOf(row).some((person) => elsewhere.has(person));
    const gone = byQuestion(rows).flatMap((events) => (events.some(isHeld) ? [] : events.map(({ seq }) => seq)));
    if (gone.length > 0) {
      await transaction.query(
        `UPDATE case_decision SET person = NULL, other_person = NULL, conviction = NULL, line = NULL
         WHERE office = $1 AND seq = ANY($2)`,
        [office, gone],
      );
    }
    return gone.length;
  }

  /** The office's other runs that are kept, and the decisions with which one was made that has both of their records. */
  private async otherRuns(
    transaction: Transaction,
  ): Promise<{ readonly runs: ReadonlySet<string>; readonly decisions: ReadonlySet<string> }> {
    const { office, run } = transaction.scope;
    const others = await transaction.query<{ run: string; population: string }>(
      `SELECT d.run, d.population FROM decided_run d LEFT JOIN followed_run f USING (office, run)
       WHERE d.office = $1 AND d.run <> $2 AND f.state IS DISTINCT FROM 'purged'`,
      [office, run],
    );
    const decisions = new Set<string>();
    for (const population of new Set(others.map((each) => each.population))) {
      const { joins } = await this.pairs.ofPopulation(population);
      for (const [id, state] of joins) if (state !== 'waiting') decisions.add(id);
    }
    return { runs: new Set(others.map((each) => each.run)), decisions };
  }
}

function peopleOf({ person, other_person: other }: PairRow): string[] {
  return other === null ? [person] : [person, other];
}

function byQuestion(rows: readonly PairRow[]): readonly (readonly PairRow[])[] {
  const questions = new Map<string, PairRow[]>();
  for (const row of rows) {
    const events = questions.get(row.conviction);
    if (events) events.push(row);
    else questions.set(row.conviction, [row]);
  }
  return [...questions.values()];
}

import { type Transaction } from '@clearway/messaging';

/**
 * Empties the corrections of people whom no other run of the office still holds; before the run's determinations go. Not everybody
 * who can be corrected has a determination: then the runs on which the corrections were made say who holds the person.
 *
 * @returns how many were emptied
 */
export async function destroyCorrections(transaction: Transaction): Promise<number> {
  const { office, run } = transaction.scope;
  const emptied = await transaction.query(
    `WITH of_run AS (
       SELECT person FROM determination WHERE office = $1 AND run = $2
       UNION SELECT person FROM correction WHERE office = $1 AND run = $2 AND person IS NOT NULL),
     kept AS (
       SELECT d.person FROM determination d JOIN of_run USING (person) WHERE d.office = $1 AND d.run <> $2
       UNION SELECT c.person FROM correction c JOIN of_run USING (person) WHERE c.office = $1 AND c.run <> $2
         AND NOT EXISTS (SELECT 1 FROM followed_run f WHERE f.office = c.office AND f.run = c.run AND f.state = 'purged'))
     UPDATE correction SET person = NULL, line = NULL
     WHERE office = $1 AND person IN (SELECT person FROM of_run) AND person NOT IN (SELECT person FROM kept)
     RETURNING person`,
    [office, run],
  );
  return emptied.length;
}

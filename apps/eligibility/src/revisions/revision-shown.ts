/**
 * SQL for the revision that is shown of a run (`$1` office, `$2` run): the one asked for, else the newest of which everyone is decided,
 * else the newest that there is. While a new revision is being decided the one before is still looked at.
 *
 * @param asked placeholder of the revision asked for, whose value may be null
 */
export function revisionShown(asked: string): string {
  return `COALESCE(${asked}::int,
    (SELECT max(revision) FROM decided_run WHERE office = $1 AND run = $2 AND manifest IS NOT NULL),
    (SELECT max(revision) FROM decision_batch WHERE office = $1 AND run = $2))`;
}

import { createHash } from 'node:crypto';
import { type ChallengeNotice } from '../challenges/challenge-notice';
import { type FilingOptions } from '../filing/filing-options';
import { loadTemplates } from '../templates/load-templates';
import { PaperMaker } from '../templates/make-paper';
import { type PaperGiven } from '../values/paper-given';
import { type Paper } from './paper';

/** The notice of challenge of one person in one case, to the court and the public defender. */
export function challengePaper(notice: ChallengeNotice, options: FilingOptions, given: PaperGiven = {}): Paper {
  const { courthouse, agency, caseNumber, name, otherNames, counts } = notice;
  const filed = {
    id: challengeId(notice),
    kind: 'case',
    courthouse,
    agency,
    lines: [],
    subject: { caseNumber, name, otherNames },
  } as const;
  return new PaperMaker(loadTemplates(options.templates), filed, options, { ...given, challenges: counts }).make(
    'notice-of-challenge',
  );
}

/** A hash of what stands on the paper anyway, never of a person's id (docs/decisions/0011-public-ids.md). */
export function challengeId({ agency, courthouse, caseNumber, name }: ChallengeNotice): string {
  return createHash('sha256')
    .update(`clearway challenge\n${agency}\n${courthouse.name}\n${caseNumber}\n${name}`)
    .digest('hex')
    .slice(0, 12);
}

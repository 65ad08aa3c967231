import { createHash } from 'node:crypto';
import { type History, isCaseNumber, numbersOfCount } from '@clearway/record';
import { readName } from '../names/read-name';
import { type CaseNumber, type IdentityRecord, type IdentitySource } from './identity-record';

/** Where a history was read from. */
export interface RecordOrigin {
  readonly source: IdentitySource;
  /** SHA-256 of the file, hex. */
  readonly file: string;
  /** What tells the person in the source; left out, what the history says of that. */
  readonly key?: string;
}

/**
 * What a history says of who somebody is, for joining. Names are read in parts; each case stands with its county. No source's
 * social security number is read, so `ssnHash` is blank.
 *
 * The id is the same in every run, and in the next export of the same source, so that what somebody decided of two records holds: of a
 * record of the state with a CII its CII, without one SUBJECT_ID, name and birth date; of any other the kind and what tells the
 * person in it. Records of two files can have one id.
 */
export function identityRecordOf(history: History, { source, file, key }: RecordOrigin): IdentityRecord {
  const cii = history.subjects.map((each) => each.cii.trim().toUpperCase()).find((each) => each !== '') ?? '';
  const subject = history.subjects.map(({ subjectId }) => subjectId.trim()).find((each) => each !== '') ?? '';
  const sex = history.sex.trim().toUpperCase();
  return {
    id: recordIdOf({ source, cii, key: key ?? keyOf(history, source, subject) }),
    source,
    file,
    subject,
    cii,
    ssnHash: '',
    names: [history.name, ...history.otherNames].filter((name) => name.trim() !== '').map(readName),
    births: history.birthDates.filter((born) => born > 0),
    sex: /^M(?:ALE)?$/.test(sex) ? 'M' : /^F(?:EMALE)?$/.test(sex) ? 'F' : '',
    cases: casesOf(history),
  };
}

function keyOf({ person, name, birthDates }: History, source: IdentitySource, subject: string): string {
  return source === 'state-file' ? [subject, name, birthDates[0] ?? 0].join('\0') : person;
}

/** `recordIdOf` of parts, for whoever has no history at hand: 32 hex digits. */
export function recordIdOf(of: {
  readonly source: IdentitySource;
  readonly cii: string;
  readonly key: string;
}): string {
  const parts = of.source === 'state-file' && of.cii !== '' ? [of.source, of.cii] : [of.source, '', of.key];
  return createHash('sha256')
    .update(`clearway/identity-record\0${parts.join('\0')}`, 'utf8')
    .digest('hex')
    .slice(0, 32);
}

/** The cases of courts; an arrest's number is the police's own. */
function casesOf({ cycles }: History): readonly CaseNumber[] {
  const found = new Map<string, CaseNumber>();
  for (const { steps } of cycles)
    for (const step of steps) {
      if (step.type !== 'court-action') continue;
      const court = step.agency.county.trim().toUpperCase();
      for (const each of step.counts.flatMap((count) => numbersOfCount(count, step)).filter(isCaseNumber)) {
        const number = each.number.trim();
        found.set(`${court}\0${number}`, { court, number });
      }
    }
  return [...found.values()];
}

import { createHash } from 'node:crypto';
import { type History } from '@clearway/record';
import { readName } from '../names/read-name';
import { type CaseNumber, type IdentityRecord, type IdentitySource } from './identity-record';

/** Which file a history is of. */
export interface RecordOrigin {
  readonly source: IdentitySource;
  /** SHA-256 of the file, hex. */
  readonly file: string;
}

/** What a history says of who somebody is. */
export function identityRecordOf(history: History, { source, file }: RecordOrigin): IdentityRecord {
  const [subject] = history.subjects;
  const cii = history.subjects.map((each) => each.cii).find((each) => each !== '') ?? '';
  const key =
    source === 'state-file' && cii !== '' ? `state-file\0cii\0${cii}` : `${source}\0${file}\0${history.person}`;
  const cases = new Map<string, CaseNumber>();
  for (const { steps } of history.cycles)
    for (const { type, agency, counts } of steps)
      if (type === 'court-action')
        for (const { number } of counts.flatMap(({ caseNumbers }) => caseNumbers))
          cases.set(`${agency.county}\0${number}`, { court: agency.county, number });
  return {
    id: createHash('sha256').update(key, 'utf8').digest('hex').slice(0, 32),
    source,
    file,
    subject: subject?.subjectId ?? '',
    cii,
    ssnHash: '',
    names: [history.name, ...history.otherNames].filter((name) => name !== '').map(readName),
    births: history.birthDates,
    sex: /^M/i.test(history.sex) ? 'M' : /^F/i.test(history.sex) ? 'F' : '',
    cases: [...cases.values()],
  };
}

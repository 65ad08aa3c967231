import { readName } from '../names/read-name';
import { type IdentityRecord } from '../record/identity-record';

let made = 0;

/** An invented record; what is not given is not said. Names are written `LAST,FIRST MIDDLE JR`. */
export function record(
  given: Partial<Omit<IdentityRecord, 'names' | 'cases'>> & { name?: string; aliases?: string[]; cases?: string[] },
): IdentityRecord {
  const { name, aliases = [], cases = [], ...rest } = given;
  made += 1;
  return {
    id: `record-${made}`,
    source: 'state-file',
    file: 'file-1',
    subject: '',
    cii: '',
    ssnHash: '',
    births: [],
    sex: '',
    ...rest,
    names: [...(name === undefined ? [] : [name]), ...aliases].map(readName),
    cases: cases.map((number) => ({ court: 'TESTING', number })),
  };
}

import { type DecidedPerson, filingCaseNumber, reliefFiled } from '@clearway/rules';
import { type ContactKeys } from './contacts/contact-book';

/**
 * Which letter: `A` says that the convictions are gone, and goes only to people all of whose relief is dismissal and
 * sealing; `B` says what was changed. The letter of the code tells nobody else which is which.
 */
export type LetterKind = 'A' | 'B';

/** A person who gets a letter: plain data, small enough to keep for every person of a county. */
export interface Recipient extends ContactKeys {
  /** As the state writes it, `LAST,FIRST M`. */
  readonly name: string;
  /** Numbers of the cases in which relief is given, distinct, in order of the record. */
  readonly caseNumbers: readonly string[];
  readonly kind: LetterKind;
}

/** The person as a recipient; `none` without relief, `deceased` when the record says that the person died. */
export function recipientOf(person: DecidedPerson): Recipient | 'none' | 'deceased' {
  const caseNumbers = new Set<string>();
  let relieved = false;
  let kind: LetterKind = 'A';
  for (const conviction of person.convictions) {
    const relief = reliefFiled(conviction.determination);
    if (relief === 'none') continue;
    relieved = true;
    if (relief !== 'dismiss-and-seal') kind = 'B';
    const number = filingCaseNumber(conviction);
    if (number !== '') caseNumbers.add(number);
  }
  if (!relieved) return 'none';
  if (person.deceased) return 'deceased';
  const { name, ciis, subjectIds } = person;
  return { person: person.person, name, ciis, subjectIds, caseNumbers: [...caseNumbers], kind };
}

/** Collects the recipients of a run and shows every person to its contacts. */
export class Recipients {
  private readonly recipients: Recipient[] = [];
  private deceased = 0;

  constructor(private readonly contacts: { sees(keys: ContactKeys): void }) {}

  /** Called once for each person of the run, with relief or without. */
  add(person: DecidedPerson): void {
    this.contacts.sees(person);
    const recipient = recipientOf(person);
    if (recipient === 'deceased') this.deceased++;
    else if (recipient !== 'none') this.recipients.push(recipient);
  }

  /** By person id, in code-unit order. */
  sorted(): readonly Recipient[] {
    return this.recipients.sort((a, b) => (a.person < b.person ? -1 : a.person > b.person ? 1 : 0));
  }

  /** People with relief who are left out because the record says that they died. */
  get deceasedLeftOut(): number {
    return this.deceased;
  }
}

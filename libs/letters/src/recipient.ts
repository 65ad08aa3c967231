import { createHash } from 'node:crypto';
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
  private readonly population = Buffer.alloc(32);
  private readonly recipients: Recipient[] = [];
  private deceased = 0;

  constructor(private readonly contacts: { sees(keys: ContactKeys): void }) {}

  /** Called once for each person of the run, with relief or without. */
  add(person: DecidedPerson): void {
    this.contacts.sees(person);
    this.addToPopulation(person);
    const recipient = recipientOf(person);
    if (recipient === 'deceased') this.deceased++;
    else if (recipient !== 'none') this.recipients.push(recipient);
  }

  /** By name, then person id, in code-unit order: the order of ids alone would tell something of the numbers they are made of. */
  sorted(): readonly Recipient[] {
    return this.recipients.sort((a, b) => compare(a.name, b.name) || compare(a.person, b.person));
  }

  /**
   * 32 bytes that only somebody with everyone's numbers, names and rows can work out; the same for the same people, in
   * whatever order they were added.
   */
  secret(): Uint8Array {
    return Uint8Array.from(this.population);
  }

  /** People with relief who are left out because the record says that they died. */
  get deceasedLeftOut(): number {
    return this.deceased;
  }

  private addToPopulation({ person, name, otherNames, ciis, subjectIds, convictions }: DecidedPerson): void {
    const known = [person, name, otherNames, ciis, subjectIds, convictions.map(({ key, row }) => [key, row.file, row.offset])];
    const digest = createHash('sha256').update(JSON.stringify(known)).digest();
    for (let i = 0; i < digest.length; i++) this.population[i]! ^= digest[i]!;
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

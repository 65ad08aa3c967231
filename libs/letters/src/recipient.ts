import { createHash } from 'node:crypto';
import { type DecidedConviction, type DecidedPerson, reliefFiled } from '@clearway/rules';
import { type ContactKeys } from './contacts/contact-book';

/**
 * Which letter: `A` says that the convictions are gone, and goes only to people all of whose relief is dismissal and
 * sealing that is asked for; `B` says what was changed, in which cases. The letter of the code tells nobody else which is which.
 */
export type LetterKind = 'A' | 'B';

/** A person who gets a letter: plain data, small enough to keep for every person of a county. */
export interface Recipient extends ContactKeys {
  /** As the state writes it, `LAST,FIRST M`. */
  readonly name: string;
  /** Numbers of the cases in which relief is asked for, distinct, in order of the record. */
  readonly caseNumbers: readonly string[];
  readonly kind: LetterKind;
}

/**
 * What becomes of the relief of a conviction: it is asked for under a case number, or it waits, for a reason in the words of
 * `cannot_file.csv`, and no letter may speak of it.
 */
export type ReliefPlace = { readonly caseNumber: string } | { readonly waits: string };

/** Asked for every conviction with relief. */
export type PlaceRelief = (person: DecidedPerson, conviction: DecidedConviction) => ReliefPlace;

/** A person some of whose relief waits. */
export interface HeldPerson {
  readonly person: string;
  readonly name: string;
  /** `none`: the person gets no letter yet; `part`: a letter of kind B about the other cases. */
  readonly letter: 'none' | 'part';
  /** Distinct, sorted. */
  readonly reasons: readonly string[];
  readonly convictions: number;
  /** Where the first of the convictions stands: index of the input file, physical line. */
  readonly file: number;
  readonly line: number;
}

export interface PersonLetter {
  readonly recipient?: Recipient;
  readonly held?: HeldPerson;
}

/** The person as a recipient, and what of the relief waits; `none` without relief, `deceased` when the record says that the person died. */
export function letterOf(person: DecidedPerson, placeOf: PlaceRelief): PersonLetter | 'none' | 'deceased' {
  const caseNumbers = new Set<string>();
  const reasons = new Set<string>();
  const waiting: DecidedConviction[] = [];
  let asked = false;
  let sealed = true;
  for (const conviction of person.convictions) {
    const relief = reliefFiled(conviction.determination);
    if (relief === 'none') continue;
    const place = placeOf(person, conviction);
    if ('waits' in place) {
      reasons.add(place.waits);
      waiting.push(conviction);
      continue;
    }
    asked = true;
    if (relief !== 'dismiss-and-seal') sealed = false;
    if (place.caseNumber !== '') caseNumbers.add(place.caseNumber);
  }
  if (!asked && waiting.length === 0) return 'none';
  if (person.deceased) return 'deceased';
  const { name, ciis, subjectIds } = person;
  // Kind A says that the convictions are gone: it is not for somebody one of whose convictions stays for now.
  const kind = sealed && waiting.length === 0 ? 'A' : 'B';
  const recipient = { person: person.person, name, ciis, subjectIds, caseNumbers: [...caseNumbers], kind } as const;
  const [first] = waiting.sort((a, b) => a.row.file - b.row.file || a.row.line - b.row.line);
  if (!first) return { recipient };
  const held = {
    person: person.person,
    name,
    reasons: [...reasons].sort(compare),
    convictions: waiting.length,
    file: first.row.file,
    line: first.row.line,
  };
  return asked ? { recipient, held: { ...held, letter: 'part' } } : { held: { ...held, letter: 'none' } };
}

/** Collects the recipients of a run and shows every person to its contacts. */
export class Recipients {
  private readonly population = Buffer.alloc(32);
  private readonly recipients: Recipient[] = [];
  private readonly heldPeople: HeldPerson[] = [];
  private deceased = 0;

  constructor(
    private readonly contacts: { sees(keys: ContactKeys): void },
    private readonly placeOf: PlaceRelief,
  ) {}

  /** Called once for each person of the run, with relief or without. */
  add(person: DecidedPerson): void {
    this.contacts.sees(person);
    this.addToPopulation(person);
    const letter = letterOf(person, this.placeOf);
    if (letter === 'none') return;
    if (letter === 'deceased') {
      this.deceased++;
      return;
    }
    if (letter.recipient) this.recipients.push(letter.recipient);
    if (letter.held) this.heldPeople.push(letter.held);
  }

  /** People of whose relief some waits, in the order in which their convictions stand in the inputs. */
  held(): readonly HeldPerson[] {
    return this.heldPeople.sort((a, b) => a.file - b.file || a.line - b.line || compare(a.person, b.person));
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

import { type BookState, matchesOf } from '@clearway/filing-book';
import {
  ContactBook,
  type ContactRow,
  lettersHeldCsv,
  MailMerge,
  type PlaceRelief,
  Recipients,
} from '@clearway/letters';
import { candidateOf, CasePlaces, CourtBook, type CourtsText } from '@clearway/papers';
import { type LettersCounts } from '@clearway/reports';
import { type DecidedPerson, filingCaseNumber, reliefFiled } from '@clearway/rules';
import { type OutputFolder } from './output-folder';
import { type OutputsRun } from './outputs-run';

/** What says whether relief can be asked for: the same as for the papers, whether papers are made or not. */
export interface LetterGrounds {
  /** The office's own court profiles. */
  readonly courts?: readonly CourtsText[];
  /** What the office's book of filings says of cases. */
  readonly book?: BookState;
}

/** The letters of a run: people are added in any order, then both mail-merge files and the list of held letters are written. */
export class RunLetters {
  private readonly contacts: ContactBook;
  private readonly recipients: Recipients;

  /** @param contacts rows of the contact file; none: every address is empty */
  constructor(
    private readonly run: OutputsRun,
    contacts: readonly ContactRow[] = [],
    { courts = [], book }: LetterGrounds = {},
  ) {
    this.contacts = new ContactBook(contacts);
    this.recipients = new Recipients(
      this.contacts,
      reliefPlaces(
        new CasePlaces({
          county: run.county,
          courts: CourtBook.of(courts),
          ...(book ? { matches: matchesOf(book) } : {}),
        }),
      ),
    );
  }

  /** Once for each person of the run, with relief or without. */
  add(person: DecidedPerson): void {
    this.recipients.add(person);
  }

  async write(folder: OutputFolder): Promise<LettersCounts> {
    const { county, asOf, policy, ruleSetHash, files } = this.run;
    const mailMerge = new MailMerge({ county, asOf, policyHash: policy.hash, ruleSetHash, inputs: files.map(({ sha256 }) => sha256) }, this.contacts, this.recipients.secret());
    const recipients = this.recipients.sorted();
    await folder.write('mail_merge.csv', mailMerge.csv(recipients));
    await folder.write('mail_merge.xlsx', mailMerge.workbook(recipients));
    const held = this.recipients.held();
    await folder.write('letters_held.csv', Buffer.from(lettersHeldCsv(held)));
    const inPart = held.filter(({ letter }) => letter === 'part').length;
    const { rows, repeated, unknownKeys, contradictions, sharedSubjectIds } = this.contacts.counts();
    return {
      ...mailMerge.counts(),
      heldBack: held.length - inPart,
      inPart,
      heldRows: held.length,
      deceasedLeftOut: this.recipients.deceasedLeftOut,
      contactRows: rows,
      contactRowsRepeated: repeated,
      contactKeysUnknown: unknownKeys,
      contactKeysContradicted: contradictions.length,
      contactKeysShared: sharedSubjectIds.length,
    };
  }
}

/** As the papers place it. What a court has granted before is told of in a letter, under the number of the record. */
function reliefPlaces(places: CasePlaces): PlaceRelief {
  return (person, conviction) => {
    const relief = reliefFiled(conviction.determination);
    if (relief === 'none') return { waits: 'no-relief' };
    const place = places.placeOf(candidateOf(person, conviction, relief));
    if ('draft' in place) return { caseNumber: place.draft.caseNumber };
    return place.refused === 'already-granted'
      ? { caseNumber: filingCaseNumber(conviction) }
      : { waits: place.refused };
  };
}

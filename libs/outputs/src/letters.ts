import { ContactBook, type ContactRow, MailMerge, Recipients } from '@clearway/letters';
import { type LettersCounts } from '@clearway/reports';
import { type DecidedPerson } from '@clearway/rules';
import { type OutputFolder } from './output-folder';
import { type OutputsRun } from './outputs-run';

/** The letters of a run: people are added in any order, then both mail-merge files are written. */
export class RunLetters {
  private readonly contacts: ContactBook;
  private readonly recipients: Recipients;

  /** @param contacts rows of the contact file; none: every address is empty */
  constructor(
    private readonly run: OutputsRun,
    contacts: readonly ContactRow[] = [],
  ) {
    this.contacts = new ContactBook(contacts);
    this.recipients = new Recipients(this.contacts);
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
    const { rows, repeated, unknownKeys, contradictions, sharedSubjectIds } = this.contacts.counts();
    return {
      ...mailMerge.counts(),
      deceasedLeftOut: this.recipients.deceasedLeftOut,
      contactRows: rows,
      contactRowsRepeated: repeated,
      contactKeysUnknown: unknownKeys,
      contactKeysContradicted: contradictions.length,
      contactKeysShared: sharedSubjectIds.length,
    };
  }
}

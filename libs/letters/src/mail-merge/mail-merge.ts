import { BYTE_ORDER_MARK, type Cell, csvRow, safeCell, workbook } from '@clearway/spreadsheets';
import { type ContactBook } from '../contacts/contact-book';
import { humanName } from '../names/human-name';
import { type Recipient } from '../recipient';
import { LetterIds, type LettersRun } from './letter-id';

/** Edition of the letters' texts that the file is meant for. */
export const LETTER_EDITION = '1';

/** Where the contact file names no language the letter goes out in these. */
const LANGUAGE_NOT_KNOWN = 'en+es';

/** The columns of both mail-merge files: all text, nothing of a charge, a statute or an outcome. */
export const MAIL_MERGE_COLUMNS = [
  'letter_id',
  'salutation_name',
  'address_line_1',
  'address_line_2',
  'city',
  'state',
  'zip',
  'language',
  'template_version',
  'batch_id',
  'case_numbers',
] as const;

const WIDTHS = [17, 30, 32, 20, 20, 7, 12, 10, 17, 11, 40];
const PIECE = 64 * 1024;

export interface MailMergeCounts {
  readonly letters: number;
  readonly withAddress: number;
  readonly withoutAddress: number;
  /** Recipients whose name the record does not have: the letter can be addressed only by hand. */
  readonly withoutName: number;
  readonly csvRows: number;
  readonly workbookRows: number;
}

/** What is given to both files: the recipients in one order, as often as they are asked for. */
export type RecipientSource = Iterable<Recipient> | AsyncIterable<Recipient>;

/**
 * Writes the two mail-merge files of a run, one row per person. Both take the recipients in the order of their names
 * and hold one row at a time; the same recipients give the same bytes.
 */
export class MailMerge {
  private readonly ids: LetterIds;
  private withAddress = 0;
  private withoutName = 0;
  private csvRows = 0;
  private workbookRows = 0;

  /** @param population what `Recipients.secret` gives */
  constructor(
    run: LettersRun,
    private readonly contacts: ContactBook,
    population: Uint8Array,
  ) {
    this.ids = new LetterIds(run, population);
  }

  /** One letter as the cells of a row. */
  row(recipient: Recipient): readonly string[] {
    const contact = this.contacts.contactOf(recipient);
    return [
      this.ids.idOf(recipient.person),
      humanName(recipient.name),
      contact?.address1 ?? '',
      contact?.address2 ?? '',
      contact?.city ?? '',
      contact?.state ?? '',
      contact?.zip ?? '',
      contact?.language || LANGUAGE_NOT_KNOWN,
      `${recipient.kind}${LETTER_EDITION}`,
      this.ids.batch,
      recipient.caseNumbers.join('; '),
    ].map(safeCell);
  }

  /** `mail_merge.csv`: UTF-8 with a byte order mark and a header. */
  async *csv(recipients: RecipientSource): AsyncGenerator<Uint8Array> {
    this.csvRows = this.withAddress = this.withoutName = 0;
    let text = `${BYTE_ORDER_MARK}${csvRow(MAIL_MERGE_COLUMNS)}`;
    for await (const recipient of recipients) {
      const cells = this.row(recipient);
      text += csvRow(cells);
      this.csvRows++;
      if (cells[2] !== '') this.withAddress++;
      if (cells[1] === '') this.withoutName++;
      if (text.length >= PIECE) {
        yield Buffer.from(text);
        text = '';
      }
    }
    yield Buffer.from(text);
  }

  /** `mail_merge.xlsx`: the same rows, every column formatted as text so that zeros in front stay. */
  workbook(recipients: RecipientSource): AsyncGenerator<Uint8Array> {
    const columns = WIDTHS.map((width) => ({ width, style: 'text' as const }));
    return workbook('Letters', [{ name: 'Letters', columns, frozenRows: 1, rows: this.workbookCells(recipients) }]);
  }

  /** What was counted; complete when both files have been written to their end. */
  counts(): MailMergeCounts {
    const { csvRows, workbookRows, withAddress, withoutName } = this;
    return { letters: csvRows, withAddress, withoutAddress: csvRows - withAddress, withoutName, csvRows, workbookRows };
  }

  private async *workbookCells(recipients: RecipientSource): AsyncGenerator<readonly Cell[]> {
    this.workbookRows = 0;
    yield MAIL_MERGE_COLUMNS.map((text) => ({ text, style: 'head' as const }));
    for await (const recipient of recipients) {
      yield this.row(recipient);
      this.workbookRows++;
    }
  }
}

import { type RowDate, UNREADABLE_DATE } from '@clearway/record';
import { dayOfSerial } from '@clearway/spreadsheets';
import { type TableCell } from '../table/table-row';
import { type DateFormat, parseFormat, readByFormat } from './date-format';
import { KnownTexts } from './known-texts';

export interface ReadDate {
  readonly date: RowDate;
  readonly problem?: 'unreadable-date' | 'ambiguous-date';
}

/** Reads the dates of one column by all its forms; a text that two forms read as different days is not guessed. */
export class DateReader {
  private readonly formats: readonly DateFormat[];
  private readonly texts = new KnownTexts((text) => this.readText(text));

  constructor(
    forms: readonly string[],
    private readonly twentyTo: number,
    private readonly from1904: boolean,
  ) {
    this.formats = forms.map(parseFormat).filter((each) => each !== undefined);
  }

  /** `text` is the cell without what says nothing; blank gives 0. */
  read(text: string, { isNumber }: Pick<TableCell, 'isNumber'>): ReadDate {
    if (text === '') return { date: 0 };
    const read = this.texts.of(text);
    if (read.problem !== 'unreadable-date') return read;
    const serial = isNumber ? dayOfSerial(Number(text), this.from1904) : 0;
    return serial > 0 ? { date: serial } : read;
  }

  private readText(text: string): ReadDate {
    const found = new Set(
      this.formats.map((each) => readByFormat(text, each, this.twentyTo)).filter((each) => each !== 0),
    );
    if (found.size > 1) return { date: UNREADABLE_DATE, problem: 'ambiguous-date' };
    const [date] = found;
    return date === undefined ? { date: UNREADABLE_DATE, problem: 'unreadable-date' } : { date };
  }
}

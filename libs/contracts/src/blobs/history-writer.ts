import {
  type Agency,
  type CaseNumber,
  type Charge,
  type Count,
  type Cycle,
  type Disposition,
  type History,
  type RecordProblem,
  type Sentence,
  type SourceRow,
  type SourceSays,
  type Step,
  type Subject,
} from '@clearway/record';
import { NumberWriter } from './number-bytes';

/**
 * Version of the layout. Readers take this one and those before (4 did not keep what sources say
 * that disagree, 3 had no doubts of counts, 2 no codes of charges and no pages of rows), and
 * refuse every other.
 */
export const HISTORY_BLOB_VERSION = 5;

export const STEP_TYPES = ['arrest', 'court-action', 'registration', 'deceased', 'other'] as const;
export const CASE_NUMBER_COLUMNS = ['OFN', 'FE_NUM_CRT_CASE'] as const;
export const SEVERITIES = ['felony', 'misdemeanor', 'infraction', 'unknown'] as const;

/** What the histories of a batch have in common: each text, charge and agency stands once, and people name its place. */
export interface HistoryTables {
  readonly version: number;
  readonly texts: readonly string[];
  readonly charges: readonly Charge[];
  readonly agencies: readonly Agency[];
}

/**
 * Which fields are written. A field that is added to a history and not here does not compile: nothing is lost on the way
 * from ingestion to eligibility.
 */
type Unwritten =
  | Exclude<
      keyof History,
      | 'person'
      | 'subjects'
      | 'name'
      | 'otherNames'
      | 'sex'
      | 'race'
      | 'birthDates'
      | 'deceased'
      | 'incomplete'
      | 'cycles'
      | 'problems'
    >
  | Exclude<keyof Subject, 'file' | 'subjectId' | 'cii'>
  | Exclude<keyof Cycle, 'subject' | 'order' | 'date' | 'steps'>
  | Exclude<keyof Step, 'order' | 'type' | 'typeText' | 'date' | 'agency' | 'counts'>
  | Exclude<
      keyof Count,
      | 'order'
      | 'rows'
      | 'charged'
      | 'convictedOf'
      | 'disposedOf'
      | 'otherCharges'
      | 'classOfCharge'
      | 'classOfConviction'
      | 'chargeCode'
      | 'dispositions'
      | 'sentences'
      | 'caseNumbers'
      | 'doubts'
      | 'says'
    >
  | Exclude<keyof SourceSays, 'of' | 'value' | 'at'>
  | Exclude<keyof SourceRow, 'file' | 'row' | 'offset' | 'line' | 'page' | 'comment'>
  | Exclude<keyof Disposition, 'kind' | 'text' | 'date' | 'dispositionDate' | 'severity' | 'severityText' | 'row'>
  | Exclude<keyof Sentence, 'place' | 'length' | 'unit' | 'from' | 'row'>
  | Exclude<keyof CaseNumber, 'number' | 'from'>
  | Exclude<keyof RecordProblem, 'code' | 'at'>;
const EVERY_FIELD_IS_WRITTEN: [Unwritten] extends [never] ? typeof HISTORY_BLOB_VERSION : never = HISTORY_BLOB_VERSION;

/** Writes the histories of one batch: bytes for each person, then the tables that all of them refer to. */
export class HistoryWriter {
  private readonly writer = new NumberWriter();
  private readonly texts = new Map<string, number>();
  private readonly charges = new Map<Charge, number>();
  private readonly agencies = new Map<Agency, number>();
  private last = { file: 0, row: 0, offset: 0, line: 0 };

  tables(): HistoryTables {
    return {
      version: EVERY_FIELD_IS_WRITTEN,
      texts: [...this.texts.keys()],
      charges: [...this.charges.keys()],
      agencies: [...this.agencies.keys()],
    };
  }

  /** The bytes of one person. */
  write(history: History): Buffer {
    const { writer } = this;
    this.last = { file: 0, row: 0, offset: 0, line: 0 };
    writer.text(history.person);
    this.list(history.subjects, ({ file, subjectId, cii }) => {
      writer.number(file);
      writer.text(subjectId);
      writer.text(cii);
    });
    writer.text(history.name);
    this.list(history.otherNames, (name) => writer.text(name));
    this.text(history.sex);
    this.text(history.race);
    this.list(history.birthDates, (date) => writer.number(date));
    writer.number((history.deceased ? 1 : 0) | (history.incomplete ? 2 : 0));
    this.list(history.cycles, (cycle) => this.cycle(cycle));
    this.list(history.problems, ({ code, at }) => {
      this.text(code);
      writer.number(at ? 1 : 0);
      if (at) for (const number of [at.file, at.row, at.line]) writer.number(number);
    });
    return writer.take();
  }

  private cycle({ subject, order, date, steps }: Cycle): void {
    this.writer.number(subject);
    this.text(order);
    this.writer.number(date);
    this.list(steps, (step) => {
      this.text(step.order);
      this.writer.number(STEP_TYPES.indexOf(step.type));
      this.text(step.typeText);
      this.writer.number(step.date);
      this.agency(step.agency);
      this.list(step.counts, (count) => this.count(count));
    });
  }

  private count(count: Count): void {
    const { convictedOf, disposedOf, otherCharges, classOfConviction, chargeCode, doubts, says } = count;
    this.text(count.order);
    this.writer.number(
      (convictedOf ? 1 : 0) |
        (disposedOf ? 2 : 0) |
        (otherCharges ? 4 : 0) |
        (classOfConviction === undefined ? 0 : 8) |
        (chargeCode === undefined ? 0 : 16) |
        (doubts ? 32 : 0) |
        (says ? 64 : 0),
    );
    this.list(count.rows, (row) => this.row(row));
    this.charge(count.charged);
    if (convictedOf) this.charge(convictedOf);
    if (disposedOf) this.charge(disposedOf);
    if (otherCharges) this.list(otherCharges, (charge) => this.charge(charge));
    this.text(count.classOfCharge);
    if (classOfConviction !== undefined) this.text(classOfConviction);
    if (chargeCode !== undefined) this.text(chargeCode);
    this.list(count.dispositions, (disposition) => {
      this.text(disposition.kind);
      this.text(disposition.text);
      this.writer.number(disposition.date);
      this.writer.number(disposition.dispositionDate);
      this.writer.number(SEVERITIES.indexOf(disposition.severity));
      this.text(disposition.severityText);
      this.writer.number(disposition.row);
    });
    this.list(count.sentences, (sentence) => {
      this.text(sentence.place);
      this.text(sentence.length);
      this.text(sentence.unit);
      this.writer.number(sentence.from);
      this.writer.number(sentence.row);
    });
    this.list(count.caseNumbers, ({ number, from }) => {
      this.writer.text(number);
      this.writer.number(CASE_NUMBER_COLUMNS.indexOf(from));
    });
    if (doubts) this.list(doubts, (doubt) => this.text(doubt));
    if (says)
      this.list(says, ({ of, value, at }) => {
        this.text(of);
        this.text(value);
        for (const number of [at.file, at.row, at.line, at.page ?? 0]) this.writer.number(number);
      });
  }

  /** Rows follow each other closely: only the distance to the row before is written. */
  private row(row: SourceRow): void {
    const { writer, last } = this;
    writer.difference(row.file - last.file);
    writer.difference(row.row - last.row);
    writer.difference(row.offset - last.offset);
    writer.difference(row.line - last.line);
    // The place of the comment; its lowest bit says that a page follows.
    const comment = row.comment === undefined ? 0 : this.placeOf(row.comment) + 1;
    writer.number(comment * 2 + (row.page === undefined ? 0 : 1));
    if (row.page !== undefined) writer.number(row.page);
    this.last = row;
  }

  private list<Item>(items: readonly Item[], write: (item: Item) => void): void {
    this.writer.number(items.length);
    for (const item of items) write(item);
  }

  private text(value: string): void {
    this.writer.number(this.placeOf(value));
  }

  private placeOf(value: string): number {
    let place = this.texts.get(value);
    if (place === undefined) this.texts.set(value, (place = this.texts.size));
    return place;
  }

  private charge(value: Charge): void {
    let place = this.charges.get(value);
    if (place === undefined) this.charges.set(value, (place = this.charges.size));
    this.writer.number(place);
  }

  private agency(value: Agency): void {
    let place = this.agencies.get(value);
    if (place === undefined) this.agencies.set(value, (place = this.agencies.size));
    this.writer.number(place);
  }
}

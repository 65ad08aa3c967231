import {
  type Agency,
  type CaseNumber,
  type Count,
  type Disposition,
  type Sentence,
  type SourceRow,
  type StepType,
} from '../history';
import { type Charge } from '../offence';
import { type PartialDate } from '../partial-date';
import { type ReadingCache } from './reading-cache';
import { type RowFacts } from './row-facts';

const NONE: readonly never[] = [];

/** A count while its rows arrive: everything that carries one CNT_ORDER of one subject. */
export class CountDraft {
  rows: readonly SourceRow[] = NONE;
  dispositions: readonly Disposition[] = NONE;
  sentences: readonly Sentence[] = NONE;
  caseNumbers: readonly CaseNumber[] = NONE;
  otherCharges: Charge[] | undefined;
  charged: Charge;
  convictedOf: Charge | undefined;
  disposedOf: Charge | undefined;
  classOfCharge = '';
  classOfConviction = '';
  offenceCode = '';
  convictedCode = '';
  type: StepType;
  typeText: string;
  /** Event date of the row that places the count: its first court action, else its first row. */
  date: PartialDate;
  agency: Agency;
  cycleDate: PartialDate;
  private chargeWritten: boolean;

  constructor(
    readonly subject: number,
    readonly order: string,
    facts: RowFacts,
    type: StepType,
    agency: Agency,
    cache: ReadingCache,
  ) {
    this.type = type;
    this.typeText = facts.stepType;
    this.date = known(facts.eventDate);
    this.agency = agency;
    this.cycleDate = known(facts.cycleDate);
    this.charged = cache.charge(facts.offence, facts.comment);
    this.chargeWritten = facts.offence !== '';
  }

  add(facts: RowFacts, type: StepType, agency: Agency, cache: ReadingCache): void {
    const row = this.rows.length;
    const date = known(facts.eventDate);
    this.rows = grown(this.rows, sourceRow(facts));
    if (row > 0) {
      const placed = type === 'court-action' && this.type !== 'court-action';
      if (placed) {
        this.type = type;
        this.typeText = facts.stepType;
        this.date = date;
        this.agency = agency;
      }
      if (this.cycleDate === 0) this.cycleDate = known(facts.cycleDate);
      this.addCharge(facts, placed, cache);
      if (this.classOfCharge === '' || (placed && facts.offenceClass !== '')) this.classOfCharge = facts.offenceClass;
    } else this.classOfCharge = facts.offenceClass;
    if (facts.convictedOffence !== '') {
      const charge = cache.charge(facts.convictedOffence, '');
      if (!this.convictedOf) this.convictedOf = charge;
      else if (this.convictedOf.text !== charge.text) this.addOther(charge);
    }
    if (facts.disposedOffence !== '') {
      const charge = cache.charge(facts.disposedOffence, '');
      if (!this.disposedOf) this.disposedOf = charge;
      else if (this.disposedOf.text !== charge.text) this.addOther(charge);
    }
    if (this.classOfConviction === '') this.classOfConviction = facts.convictedClass;
    if (this.offenceCode === '') this.offenceCode = facts.offenceCode;
    if (this.convictedCode === '') this.convictedCode = facts.convictedCode;
    if (facts.caseNumber !== '') this.addCaseNumber({ number: facts.caseNumber, from: 'OFN' });
    if (facts.courtCase !== '') this.addCaseNumber({ number: facts.courtCase, from: 'FE_NUM_CRT_CASE' });
    if (facts.disposition !== '' || facts.convictionStatus !== '') this.addDispositions(facts, row, date, cache);
    if (facts.sentencePlace !== '' || facts.sentenceLength !== '' || facts.sentenceUnit !== '')
      this.sentences = grown(this.sentences, {
        place: facts.sentencePlace,
        length: facts.sentenceLength,
        unit: facts.sentenceUnit,
        from: date,
        row,
      });
  }

  /** Two sources that say the same: one count, the rows of both, nothing counted twice. */
  absorb(other: CountDraft): void {
    const shift = this.rows.length;
    this.rows = [...this.rows, ...other.rows];
    for (const each of other.dispositions)
      if (!this.dispositions.some((mine) => sameDisposition(mine, each)))
        this.dispositions = grown(this.dispositions, { ...each, row: each.row + shift });
    const unmatched = [...this.sentences];
    for (const each of other.sentences) {
      const match = unmatched.findIndex(
        (mine) =>
          mine.place === each.place &&
          mine.length === each.length &&
          mine.unit === each.unit &&
          mine.from === each.from,
      );
      if (match >= 0) unmatched.splice(match, 1);
      else this.sentences = grown(this.sentences, { ...each, row: each.row + shift });
    }
    for (const each of other.caseNumbers) this.addCaseNumber(each);
    for (const each of other.otherCharges ?? []) this.addOther(each);
    if (!this.convictedOf) this.convictedOf = other.convictedOf;
    else if (other.convictedOf && other.convictedOf.text !== this.convictedOf.text) this.addOther(other.convictedOf);
    if (!this.disposedOf) this.disposedOf = other.disposedOf;
    else if (other.disposedOf && other.disposedOf.text !== this.disposedOf.text) this.addOther(other.disposedOf);
    if (this.classOfCharge === '') this.classOfCharge = other.classOfCharge;
    if (this.classOfConviction === '') this.classOfConviction = other.classOfConviction;
    if (this.offenceCode === '') this.offenceCode = other.offenceCode;
    if (this.convictedCode === '') this.convictedCode = other.convictedCode;
  }

  toCount(): Count {
    const chargeCode = this.convictedCode === '' ? this.offenceCode : this.convictedCode;
    // Every count has the same properties, absent ones undefined: code that meets objects of one shape only is fast.
    return {
      order: this.order,
      rows: this.rows,
      charged: this.charged,
      convictedOf: this.convictedOf,
      disposedOf: this.disposedOf,
      otherCharges: this.otherCharges,
      classOfCharge: this.classOfCharge,
      classOfConviction: this.classOfConviction === '' ? undefined : this.classOfConviction,
      chargeCode: chargeCode === '' ? undefined : chargeCode,
      dispositions: this.dispositions,
      sentences: this.sentences,
      caseNumbers: this.caseNumbers,
    };
  }

  /** The first charge that can be read stands, one that a court action writes before one that an arrest wrote; the rest is kept beside it. */
  private addCharge(facts: RowFacts, placed: boolean, cache: ReadingCache): void {
    if (facts.offence === '' && (this.chargeWritten || facts.comment === '')) return;
    const charge = cache.charge(facts.offence, facts.comment);
    if (charge.text === this.charged.text) return;
    const written = facts.offence !== '';
    const better = this.charged.problem !== undefined && charge.problem === undefined;
    const replaces = better || (written && !this.chargeWritten) || (placed && charge.problem === undefined);
    if (!replaces) {
      this.addOther(charge);
      return;
    }
    const before = this.charged;
    this.charged = charge;
    this.chargeWritten = written;
    this.addOther(before);
  }

  private addOther(charge: Charge): void {
    if (charge.problem === 'blank' || charge.problem === 'see-comment' || charge.text === this.charged.text) return;
    this.otherCharges ??= [];
    if (!this.otherCharges.some((each) => each.text === charge.text)) this.otherCharges.push(charge);
  }

  private addCaseNumber(found: CaseNumber): void {
    for (const each of this.caseNumbers) if (each.number === found.number && each.from === found.from) return;
    this.caseNumbers = grown(this.caseNumbers, found);
  }

  private addDispositions(facts: RowFacts, row: number, date: PartialDate, cache: ReadingCache): void {
    const text = facts.disposition;
    const severityText = facts.convictionStatus;
    if (text === '' && this.dispositions.some((each) => each.severityText === severityText)) return;
    const dispositionDate = known(facts.dispositionDate);
    for (const kind of cache.dispositionKinds(text)) {
      const found: Disposition = {
        kind,
        text,
        date,
        dispositionDate,
        severity: cache.severity(severityText),
        severityText,
        row,
      };
      if (!this.dispositions.some((each) => sameDisposition(each, found)))
        this.dispositions = grown(this.dispositions, found);
    }
  }
}

function sameDisposition(one: Disposition, other: Disposition): boolean {
  return (
    one.kind === other.kind &&
    one.date === other.date &&
    one.text === other.text &&
    one.dispositionDate === other.dispositionDate &&
    one.severityText === other.severityText
  );
}

function sourceRow(facts: RowFacts): SourceRow {
  const { file, row, offset, line, page, comment } = facts;
  const said = comment === '' ? undefined : comment;
  return page === 0 ? { file, row, offset, line, comment: said } : { file, row, offset, line, page, comment: said };
}

/** The list with one more. Most counts have one of each thing or none, and a list that grows from nothing takes room for many. */
function grown<One>(list: readonly One[], one: One): readonly One[] {
  if (list.length === 0) return [one];
  (list as One[]).push(one);
  return list;
}

function known(date: number): PartialDate {
  return date > 0 ? date : 0;
}

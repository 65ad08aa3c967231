import { type CaseNumber, type Count, type Disposition, type Sentence, type SourceRow } from '../history';
import { type Charge } from '../offence';
import { type PartialDate } from '../partial-date';
import { type Place } from './placing';
import { type ReadingCache } from './reading-cache';
import { type RowFacts } from './row-facts';

const NONE: readonly never[] = [];

/** What is a `Count` when all of its rows came. Lists are replaced when they are no longer empty: most of them stay so. */
type GrowingCount = {
  -readonly [Name in 'charged' | 'rows' | 'dispositions' | 'sentences' | 'caseNumbers' | 'classOfCharge']: Count[Name];
} & {
  readonly order: string;
  // Every count has the same properties, absent ones undefined: code that meets objects of one shape only is fast.
  convictedOf: Charge | undefined;
  disposedOf: Charge | undefined;
  otherCharges: Charge[] | undefined;
  classOfConviction: string | undefined;
  chargeCode: string | undefined;
};

/** A count while its rows arrive: everything that carries one CNT_ORDER of one subject. */
export class CountDraft {
  readonly count: GrowingCount;
  /** CYC_DATE of the first row that has one. */
  cycleDate: PartialDate;
  private chargeWritten: boolean;
  /** The code is that of what the court convicted of. */
  private codeOfConviction = false;

  /**
   * With its first row.
   *
   * @param place of the row that places the count: its first court action, else its first row
   */
  constructor(
    readonly subject: number,
    public place: Place,
    facts: RowFacts,
    cache: ReadingCache,
  ) {
    this.cycleDate = place.cycleDate;
    this.chargeWritten = facts.offence !== '';
    this.count = {
      order: facts.order,
      rows: [sourceRow(facts)],
      charged: cache.charge(facts.offence, facts.comment),
      convictedOf: undefined,
      disposedOf: undefined,
      otherCharges: undefined,
      classOfCharge: facts.offenceClass,
      classOfConviction: undefined,
      chargeCode: undefined,
      dispositions: NONE,
      sentences: NONE,
      caseNumbers: NONE,
    };
    this.addSaid(facts, 0, place.date, cache);
  }

  /** A further row. */
  add(facts: RowFacts, place: Place, cache: ReadingCache): void {
    const { count } = this;
    const row = count.rows.length;
    count.rows = grown(count.rows, sourceRow(facts));
    const placed = place.type === 'court-action' && this.place.type !== 'court-action';
    if (placed) this.place = place;
    if (this.cycleDate === 0) this.cycleDate = place.cycleDate;
    this.addCharge(facts, placed, cache);
    if (count.classOfCharge === '' || (placed && facts.offenceClass !== '')) count.classOfCharge = facts.offenceClass;
    this.addSaid(facts, row, place.date, cache);
  }

  /** Two sources that say the same: one count, the rows of both, nothing counted twice. */
  absorb({ count: other, codeOfConviction }: CountDraft): void {
    const { count } = this;
    const shift = count.rows.length;
    count.rows = [...count.rows, ...other.rows];
    for (const each of other.dispositions) this.addDisposition({ ...each, row: each.row + shift });
    const unmatched = [...count.sentences];
    for (const each of other.sentences) {
      const match = unmatched.findIndex(
        (mine) =>
          mine.place === each.place &&
          mine.length === each.length &&
          mine.unit === each.unit &&
          mine.from === each.from,
      );
      if (match >= 0) unmatched.splice(match, 1);
      else count.sentences = grown(count.sentences, { ...each, row: each.row + shift });
    }
    for (const { number, from } of other.caseNumbers) this.addCaseNumber(number, from);
    for (const each of other.otherCharges ?? []) this.addOther(each);
    if (other.convictedOf) this.addConvictedOf(other.convictedOf);
    if (other.disposedOf) this.addDisposedOf(other.disposedOf);
    if (count.classOfCharge === '') count.classOfCharge = other.classOfCharge;
    count.classOfConviction ??= other.classOfConviction;
    this.addCode(other.chargeCode ?? '', codeOfConviction);
  }

  /** What any row says, the first and further ones. */
  private addSaid(facts: RowFacts, row: number, date: PartialDate, cache: ReadingCache): void {
    const { count } = this;
    if (facts.convictedOffence !== '') this.addConvictedOf(cache.charge(facts.convictedOffence, ''));
    if (facts.disposedOffence !== '') this.addDisposedOf(cache.charge(facts.disposedOffence, ''));
    if (facts.convictedClass !== '') count.classOfConviction ??= facts.convictedClass;
    if (facts.convictedCode !== '') this.addCode(facts.convictedCode, true);
    if (facts.offenceCode !== '') this.addCode(facts.offenceCode, false);
    if (facts.caseNumber !== '') this.addCaseNumber(facts.caseNumber, 'OFN');
    if (facts.courtCase !== '') this.addCaseNumber(facts.courtCase, 'FE_NUM_CRT_CASE');
    if (facts.disposition !== '' || facts.convictionStatus !== '') this.addDispositions(facts, row, date, cache);
    if (facts.sentencePlace !== '' || facts.sentenceLength !== '' || facts.sentenceUnit !== '')
      this.addSentence(facts, row, date);
  }

  /** The first charge that can be read stands, one that a court action writes before one that an arrest wrote; the rest is kept beside it. */
  private addCharge(facts: RowFacts, placed: boolean, cache: ReadingCache): void {
    if (facts.offence === '' && (this.chargeWritten || facts.comment === '')) return;
    const charge = cache.charge(facts.offence, facts.comment);
    const { charged } = this.count;
    if (charge.text === charged.text) return;
    const written = facts.offence !== '';
    const better = charged.problem !== undefined && charge.problem === undefined;
    const replaces = better || (written && !this.chargeWritten) || (placed && charge.problem === undefined);
    if (!replaces) {
      this.addOther(charge);
      return;
    }
    this.count.charged = charge;
    this.chargeWritten = written;
    this.addOther(charged);
  }

  private addConvictedOf(charge: Charge): void {
    const { count } = this;
    if (!count.convictedOf) count.convictedOf = charge;
    else if (count.convictedOf.text !== charge.text) this.addOther(charge);
  }

  private addDisposedOf(charge: Charge): void {
    const { count } = this;
    if (!count.disposedOf) count.disposedOf = charge;
    else if (count.disposedOf.text !== charge.text) this.addOther(charge);
  }

  private addOther(charge: Charge): void {
    const { count } = this;
    if (charge.problem === 'blank' || charge.problem === 'see-comment' || charge.text === count.charged.text) return;
    count.otherCharges ??= [];
    if (!count.otherCharges.some((each) => each.text === charge.text)) count.otherCharges.push(charge);
  }

  /** The first code of a conviction stands, else the first of the charge. */
  private addCode(code: string, ofConviction: boolean): void {
    const { count } = this;
    if (code === '' || this.codeOfConviction || (!ofConviction && count.chargeCode !== undefined)) return;
    count.chargeCode = code;
    this.codeOfConviction = ofConviction;
  }

  private addCaseNumber(number: string, from: CaseNumber['from']): void {
    const { count } = this;
    for (const each of count.caseNumbers) if (each.number === number && each.from === from) return;
    count.caseNumbers = grown(count.caseNumbers, { number, from });
  }

  private addDispositions(facts: RowFacts, row: number, date: PartialDate, cache: ReadingCache): void {
    const text = facts.disposition;
    const severityText = facts.convictionStatus;
    if (text === '' && this.count.dispositions.some((each) => each.severityText === severityText)) return;
    const severity = cache.severity(severityText);
    const dispositionDate = facts.dispositionDate > 0 ? facts.dispositionDate : 0;
    const kinds = cache.dispositionKinds(text);
    for (let at = 0; at < kinds.length; at++)
      this.addDisposition({ kind: kinds[at]!, text, date, dispositionDate, severity, severityText, row });
  }

  private addDisposition(found: Disposition): void {
    const { count } = this;
    for (const each of count.dispositions) if (sameDisposition(each, found)) return;
    count.dispositions = grown(count.dispositions, found);
  }

  private addSentence(facts: RowFacts, row: number, from: PartialDate): void {
    const found: Sentence = {
      place: facts.sentencePlace,
      length: facts.sentenceLength,
      unit: facts.sentenceUnit,
      from,
      row,
    };
    this.count.sentences = grown(this.count.sentences, found);
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

import { type LineUse, type SheetName, type SheetPerson } from '../rap-sheet';
import { type Findings, type LineAtHand, used } from './findings';

/** Labels of the header. Of numbers that are nobody's business here (SSN, licence, FBI) only the label is looked at. */
const LABEL =
  /(?<![A-Z])(CII|DOB|SEX|RAC|HGT|WGT|EYE|HAIR|HAI|POB|NAM|AKA|MON|SOC|SSN|CDL|OLN|OLS|IDN|INN|FBI|MNU|SMT|CIT|CTZ|OCC|III|SID|DLN)\s?\/\s?/g;
/** The state's number: a letter and eight digits, as the bulk file also ten digits. A misread one would join two people. */
const CII = /^(?:[A-Z]\d{7,9}|\d{8,10})$/;

/** The lines before the first cycle: who it is, in any order of labels. */
export class PersonBlock {
  private cii = '';
  private sex = '';
  private race = '';
  private seen = false;
  private readonly names: SheetName[] = [];
  private listing = false;

  constructor(private readonly findings: Findings) {}

  /** Undefined when the line is nothing of the person. */
  read(line: LineAtHand): LineUse | undefined {
    const labels = [...line.text.matchAll(LABEL)];
    if (labels[0]?.index !== 0) return this.listing ? this.nextName(line) : undefined;
    this.seen = true;
    this.listing = false;
    labels.forEach((label, i) => {
      const from = label.index + label[0].length;
      this.take(label[1] ?? '', line.text.slice(from, labels[i + 1]?.index).trim(), line.at);
    });
    return used(this.listing ? 'name' : 'identity');
  }

  /** Does a line give another CII than those before it, or, in the record, another name for a code? */
  isOfAnother(text: string, inRecord: boolean): boolean {
    const cii = /(?<![A-Z])CII\s?\/\s?([^\s.,]+)/.exec(text)?.[1];
    if (cii !== undefined && CII.test(cii) && cii !== this.cii && (inRecord || this.cii !== '')) return true;
    const [, code, name] = /(?<![A-Z])NAM\s?\/\s?(\d{1,3})\s+(.*)$/.exec(text) ?? [];
    return inRecord && this.names.some((each) => each.code === Number(code) && each.text !== name);
  }

  finish(): SheetPerson {
    if (!this.seen) this.findings.note('no-identity', 1);
    const { cii, names, sex, race } = this;
    const { birthDates, addresses } = this.findings;
    return { cii, names, birthDates, sex, race, addresses };
  }

  private take(label: string, value: string, at: number): void {
    if (label === 'CII') {
      const number = value.replace(/[.,]$/, '');
      if (CII.test(number)) this.cii ||= number;
      else if (this.cii === '') this.findings.note('unreadable-cii', at);
    } else if (label === 'DOB') {
      const [first = '', ...more] = value.split(/[\s,]+/);
      this.findings.birthDate(first, at);
      this.findings.leftOver(more.join(' '), at);
    } else if (label === 'SEX') this.sex ||= value;
    else if (label === 'RAC') this.race ||= value;
    else if (label === 'NAM') {
      const [, code = '1', name = ''] = /^(?:(\d{1,3})\s+)?(.*)$/.exec(value) ?? [];
      this.addName({ code: Number(code), text: name, at });
      this.listing = true;
    }
  }

  /** `    02 BACCA, CHEW E.` */
  private nextName({ text, at }: LineAtHand): LineUse | undefined {
    const match = /^(\d{1,3})\s+(\p{L}.*)$/u.exec(text);
    if (!match) return undefined;
    this.addName({ code: Number(match[1]), text: match[2] ?? '', at });
    return used('name');
  }

  /** A page may repeat a name. */
  private addName(name: SheetName): void {
    if (!this.names.some(({ code, text }) => code === name.code && text === name.text)) this.names.push(name);
  }
}

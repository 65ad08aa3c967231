import { alikeCharges, type Charge, readCharge, type RowFacts } from '@clearway/record';
import { ownText } from '../../values/known-texts';

/** What charges rows write, each text once, and which counts of a case have another number than the court gave them. */
export class CaseCharges {
  private readonly numbers = new Map<string, number>();
  private readonly read: (readonly Charge[])[] = [];
  private readonly texts: string[] = [];
  /** By case, counts that got another number than the court wrote, because that one was taken. */
  private readonly moves = new Map<number, { readonly written: number; readonly number: number }[]>();

  /** The number of what a row charges and of what it says was convicted. */
  of({ offence, convictedOffence }: Pick<RowFacts, 'offence' | 'convictedOffence'>): number {
    const text = convictedOffence === '' ? offence : `${offence}\0${convictedOffence}`;
    const known = this.numbers.get(text);
    if (known !== undefined) return known;
    const own = ownText(text);
    this.numbers.set(own, this.texts.length);
    this.read.push([offence, convictedOffence].filter((each) => each !== '').map((each) => readCharge(each)));
    return this.texts.push(own) - 1;
  }

  /** May two rows of one number be of one count? A row that names no charge may, and one that leaves out a subdivision. */
  alike(one: number, other: number): boolean {
    if (one === other || this.isBlank(one) || this.isBlank(other)) return true;
    return this.read[one]!.some((a) => this.read[other]!.some((b) => alikeCharges(a, b) !== 'no'));
  }

  moved(caseIndex: number, written: number, number: number): void {
    const moves = this.moves.get(caseIndex) ?? [];
    this.moves.set(caseIndex, moves);
    moves.push({ written, number });
  }

  /** Numbers under which counts of the case stand to which the court gave this one, beside it. */
  movedFrom(caseIndex: number, written: number): readonly number[] {
    return this.moves.get(caseIndex)?.flatMap((each) => (each.written === written ? [each.number] : [])) ?? [];
  }

  private isBlank(charge: number): boolean {
    return (
      !/[A-Z0-9]/i.test(this.texts[charge]!) ||
      this.read[charge]!.every(({ text }) => /^(?:HS|PC|VC|BP|WI)$/i.test(text))
    );
  }
}

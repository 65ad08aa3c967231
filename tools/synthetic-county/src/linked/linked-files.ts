import { isoText, yyyymmdd } from '../calendar';
import { writtenName } from '../errors/written';
import { type PersonPlan } from '../plan';
import { type PlanSettings } from '../plan-person';
import { citedSection, COURT_COLUMNS, csvLine, decidedCharge } from './court-rows';
import { marriedName, nameOfParts, partsOfName } from './identity-of-plan';
import { linkPerson, type PersonLinks } from './link-person';
import { LINK_RATES } from './link-rates';
import { LinkedTruth } from './linked-people-truth';
import { type GrantedCount, type HeldRow } from './held-rows';
import { isPlainText, pdfOf } from './sheet-pdf';
import { sheetLines } from './sheet-text';

/** A RAP sheet ready to be written. */
export interface SheetFile {
  readonly name: string;
  readonly bytes: Buffer;
}

/**
 * The sources beside the state's file: a court's extract (generic profile), RAP sheets, a list of what was granted, and the
 * truth about all of them. People are taken one by one while the state's file is written; the extract is sorted by case, so
 * it comes at the end.
 */
export class LinkedFiles {
  private readonly rows: HeldRow[] = [];
  private readonly granted: GrantedCount[] = [];
  private readonly truth = new LinkedTruth();
  private waitingSheets: SheetFile[] = [];
  private taken = 0;

  constructor(private readonly settings: PlanSettings) {}

  /** Takes a person, once; is the person in the state's file? */
  take(person: PersonPlan): boolean {
    const links = linkPerson(this.settings, person);
    if (person.index === this.taken) {
      this.taken += 1;
      this.keep(links);
    }
    return links.inStateFile;
  }

  /** The sheets of the people taken since the last call. */
  sheets(): readonly SheetFile[] {
    const ready = this.waitingSheets;
    this.waitingSheets = [];
    return ready;
  }

  /** The extract, one row for each count, sorted by case number. To be run to its end before `truthLines`. */
  *courtExtract(): Generator<string> {
    yield `${csvLine(COURT_COLUMNS)}\n`;
    this.rows.sort((a, b) => compare(a.caseNumber, b.caseNumber) || a.person - b.person || a.at - b.at);
    let [caseNumber, person, defendant] = ['', -1, 0];
    for (const [at, row] of this.rows.entries()) {
      if (row.caseNumber !== caseNumber) defendant = 0;
      if (row.caseNumber !== caseNumber || row.person !== person) defendant += 1;
      [caseNumber, person] = [row.caseNumber, row.person];
      row.count.line = at + 2;
      yield `${row.text[0]},${defendant},${row.text[1]}\n`;
    }
  }

  /** What a court granted, in the columns of the profile `court-grants`. */
  *doneList(): Generator<string> {
    yield 'CII,Case Number,Section,Granted On,Destroyed\n';
    for (const { cii, caseNumber, section, on } of this.granted)
      yield `${csvLine([cii, caseNumber, section, on, ''])}\n`;
  }

  truthLines(): Generator<string> {
    return this.truth.lines(this.rows.length, this.granted.length);
  }

  private keep(links: PersonLinks): void {
    const { person, random } = links;
    const file = links.sheet ? this.sheetOf(links, links.sheet) : '';
    const counts = this.truth.add(links, file);
    let at = 0;
    for (const [index, each] of links.cases.entries()) {
      for (const [k, row] of each.rows.entries()) {
        const count = counts.ofCourt(index, k);
        this.rows.push({ caseNumber: row.caseNumber, person: person.index, at: at++, text: row.text, count });
        const charge = decidedCharge(row.count);
        const isConviction = row.count.dispositions.some(({ convicted }) => convicted);
        if (!charge.cannabis || !isConviction || person.cii === '' || !random.chance(LINK_RATES.granted)) continue;
        const on = isoText(String(yyyymmdd(this.settings.asOf - random.between(30, 700))));
        const section = `${citedSection(charge)} ${charge.code}`;
        this.granted.push({ cii: person.cii, caseNumber: each.number, section, on });
        count.grantedOn = on;
      }
    }
  }

  private sheetOf({ person, random }: PersonLinks, sheet: NonNullable<PersonLinks['sheet']>): string {
    const alias = nameOfParts(writtenName(random, partsOfName(person.name), person.sex, marriedName));
    const names = [person.name, ...(person.otherName === '' ? [] : [person.otherName])];
    if (sheet.hasAlias && !names.includes(alias)) names.push(alias);
    const lines = sheetLines(person, { cii: sheet.cii, names }, String(yyyymmdd(this.settings.asOf)));
    const isPdf = sheet.pdf && isPlainText(lines);
    const name = `sheet-${String(person.index + 1).padStart(7, '0')}.${isPdf ? 'pdf' : 'txt'}`;
    this.waitingSheets.push({ name, bytes: isPdf ? pdfOf(lines) : Buffer.from(`${lines.join('\n')}\n`, 'utf8') });
    return name;
  }
}

/** By code unit. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

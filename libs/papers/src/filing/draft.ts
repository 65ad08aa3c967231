import { visibleText } from '@clearway/spreadsheets';
import { type DecidedConviction, type DecidedPerson, usableCaseNumbers } from '@clearway/rules';
import { type CourtProfile } from '../courts/court-profile';
import { type FilingLine, type GrantableRelief, type UnfiledLine, type UnfiledReason } from './filing-plan';
import { countNumber, printedName } from './printed-values';

/** A line before its case is known to be shared, and before its packet numbers it. */
export interface Draft extends Omit<FilingLine, 'line' | 'effect' | 'sharedCase'> {
  readonly agency: string;
  readonly court: DraftCourt;
  /** Names the case among those of the record, to see who else is in it. */
  readonly caseKey: string;
  readonly wholeCase: boolean;
}

/** Where a draft is filed. */
export interface DraftCourt {
  /** The same for every court of the record that today's courthouse stands for. */
  readonly key: string;
  readonly name: string;
  readonly profile: CourtProfile;
}

/** A conviction with relief, as far as the record can say where it is filed. */
export interface Candidate {
  readonly person: DecidedPerson;
  readonly conviction: DecidedConviction;
  readonly relief: GrantableRelief;
  readonly name: string;
  readonly courtOfRecord: string;
  readonly caseNumbers: readonly string[];
}

/** The court of a conviction as the record names it; its code where it has no name. */
export function courtOfRecord({ court }: Pick<DecidedConviction, 'court'>): string {
  return court.name.trim() || court.ori.trim();
}

export function candidateOf(person: DecidedPerson, conviction: DecidedConviction, relief: GrantableRelief): Candidate {
  return {
    person,
    conviction,
    relief,
    name: printedName(person.name),
    courtOfRecord: courtOfRecord(conviction),
    caseNumbers: usableCaseNumbers(conviction).map(visibleText),
  };
}

/** The line of a candidate, filed at a court under a number. */
export function draftOf(candidate: Candidate, court: DraftCourt, caseNumber: string, caseKey: string): Draft {
  const { person, conviction, relief, name, caseNumbers } = candidate;
  const [recorded = '', ...others] = caseNumbers;
  const { determination } = conviction;
  return {
    agency: conviction.prosecutor,
    court,
    caseKey,
    caseNumber,
    formerCaseNumber: caseNumber === recorded ? '' : recorded,
    courtOfRecord: candidate.courtOfRecord,
    otherCaseNumbers: others.filter((each) => each !== caseNumber),
    person: person.person,
    name,
    key: conviction.key,
    count: countNumber(conviction.key),
    citation: conviction.citation,
    chargeText: oneLine(conviction.chargeText),
    convictedOn: conviction.convictedOn,
    relief,
    wholeCase: conviction.caseEffect === 'whole-case' && relief === 'dismiss-and-seal',
    authority: oneLine(determination.authority),
    floorOnly: determination.questions.length > 0,
    severity: conviction.severity,
    otherNames: person.otherNames.map(printedName),
    file: conviction.row.file,
    sourceLine: conviction.row.line,
    matchKeys: {
      ...(conviction.matchKeys ?? {
        cii: person.ciis[0] ?? '',
        birthDate: 0,
        arrestDate: 0,
        arrestingOri: '',
        bookingNumber: '',
        chargeCode: '',
      }),
      otherNames: person.otherNames,
      courtOri: conviction.court.ori.trim(),
    },
  };
}

/** The row of `cannot_file.csv` of a candidate. */
export function unfiledOf(candidate: Candidate, reason: UnfiledReason, detail = ''): UnfiledLine {
  const { person, conviction, relief, name } = candidate;
  return {
    reason,
    detail,
    agency: conviction.prosecutor,
    courthouse: candidate.courtOfRecord,
    caseNumber: candidate.caseNumbers[0] ?? '',
    person: person.person,
    name,
    key: conviction.key,
    count: countNumber(conviction.key),
    citation: conviction.citation,
    convictedOn: conviction.convictedOn,
    relief,
    file: conviction.row.file,
    sourceLine: conviction.row.line,
  };
}

function oneLine(text: string): string {
  return visibleText(text).replace(/\s+/g, ' ').trim();
}

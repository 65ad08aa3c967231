import { type EventKind } from '../rap-sheet';

/** The line that begins an event. */
export interface EventHeader {
  readonly kind: EventKind;
  readonly header: string;
  readonly name: number;
  readonly birthDate: string;
  /** What else stands on the line. */
  readonly rest: string;
}

const KINDS: readonly (readonly [RegExp, EventKind])[] = [
  [/^COURT\s*[:;]/, 'court'],
  [/^ARR\/DET\/CITE\s*[:;]/, 'arrest'],
  [/^SUPPLEMENTAL ARR(?:EST)?\s*[:;]/, 'supplemental-arrest'],
  [/^REGISTRATION\s*[:;]/, 'registration'],
  [/^PROBATION\s*[:;]/, 'probation'],
  [/^CUSTODY(?:\s*[:;-]\s*[A-Z]+)?\s*(?:[:;]|(?= NAM:)|$)/, 'custody'],
  [/^MENTAL H(?:EA)?LTH (?:CUS(?:TODY)?\/SUPV|CUSTODY|SUPV)?\s*[:;]?/, 'mental-health'],
  [/^APPLICANT\s*[:;]/, 'applicant'],
  [/^DECEASED\s*(?:[:;]|(?= NAM:)|$)/, 'deceased'],
];
const NAME = /\bNAM\s?[:;]\s?(\d{1,3})\b/;
const BIRTH = /\bDOB\s?[:;]\s?(\d{8})\b/;

/** Undefined when the line begins no event. A header of another kind is seen by the name that it gives. */
export function eventHeaderOf(text: string): EventHeader | undefined {
  const found = KINDS.map(([pattern, kind]) => ({ match: pattern.exec(text), kind })).find(
    (each) => each.match !== null,
  );
  const unknown = /^([A-Z][A-Z /&-]{2,30})\s*[:;]?\s+(?=NAM\s?[:;]\s?\d)/.exec(text);
  const match = found?.match ?? unknown;
  if (!match) return undefined;
  const rest = text.slice(match[0].length);
  return {
    kind: found?.kind ?? 'unknown',
    header: match[0].replace(/[\s:;]+$/, ''),
    name: Number(NAME.exec(rest)?.[1] ?? 0),
    birthDate: BIRTH.exec(rest)?.[1] ?? '',
    rest: rest.replace(NAME, ' ').replace(BIRTH, ' ').trim(),
  };
}

import { type Field } from '../mapping/fields';
import { plainName } from '../mapping/nearest';

/** Names under which courts export a field, without case, blanks and signs; the first field that fits has it. */
const NAMES: readonly (readonly [Field, string])[] = [
  ['cii', 'cii ciinumber ciino ciinum stateid sid'],
  ['person-number', 'personnumber personid partyid defendantid defid sfno sfnumber localid pfn xref xrefno subjectid'],
  ['name', 'name truename defendant defendantname defname fullname partyname'],
  ['last-name', 'lastname last surname deflast deflastname familyname'],
  ['first-name', 'firstname first deffirst deffirstname givenname'],
  ['middle-name', 'middlename middle mi middleinitial defmiddle'],
  ['name-suffix', 'namesuffix suffix generation'],
  ['birth-date', 'birthdate dateofbirth dob born defdob birthday'],
  ['sex', 'sex gender'],
  ['race', 'race ethnicity'],
  [
    'case-number',
    'casenumber caseno casenum case courtno courtnumber docket docketno docketnumber courtcasenumber caseid',
  ],
  ['case-suffix', 'casesuffix caseext'],
  ['defendant-number', 'defendantnumber defendantno defno defnum defseq'],
  ['count-order', 'cntorder'],
  ['count-number', 'count countno countnumber cnt chargeno chargenumber chargeseq countnum'],
  ['court', 'court courthouse courtname location courtlocation division'],
  ['county', 'county countyname'],
  ['ori', 'ori oricode courtori'],
  ['arrest-date', 'arrestdate dateofarrest'],
  ['conviction-date', 'convictiondate dateofconviction convdate'],
  ['disposition-date', 'dispositiondate dispodate dispdate disposeddate'],
  ['court-date', 'courtdate hearingdate sentencedate sentencingdate eventdate judgmentdate'],
  [
    'charge',
    'charge section chargesection statute violation offense offence offensedescription chargedescription offensedescr violationsection',
  ],
  ['code', 'code statutecode codetype lawcode violationcode'],
  ['convicted-charge', 'convictedcharge convictionsection convictedof'],
  ['class-of-charge', 'class chargeclass classofcharge offensetoc toc chargelevel'],
  ['severity', 'severity casetype level degree convictionlevel felmisd fm'],
  ['disposition-code', 'dispocode dispositioncode dispcode'],
  ['disposition', 'disposition dispo disp dispdescr dispositiondescription plea finding verdict'],
  ['sentence', 'sentence sentencetext sentencedescription'],
  ['sentence-length', 'sentencelength'],
  ['sentence-unit', 'sentenceunit'],
  ['comment', 'comment comments note notes remarks'],
  ['on-list', 'onlist'],
  ['granted-on', 'grantedon grantdate dategranted ordergranted granted'],
  ['relieved-on', 'relievedon reliefdate reliefgranteddate'],
];
const BY_NAME = new Map(NAMES.flatMap(([field, names]) => names.split(' ').map((name) => [name, field] as const)));

/** The field that a column of this name is; undefined when the name says nothing known. */
export function fieldOfName(name: string): Field | undefined {
  return BY_NAME.get(plainName(name));
}

/** The charge that a column stands for whose name is a section: `11357(a)`, `HS 11359`. */
export function chargeOfName(name: string): string | undefined {
  const match = /^(?:(?:H\.?&?S\.?|HS)\s*)?(1135[789]|11360|11357\.5)\s*((?:\([a-z0-9]\))*)(?:\s*H\.?&?S\.?)?$/i.exec(
    name.trim(),
  );
  return match ? `${match[1] ?? ''}${(match[2] ?? '').toLowerCase()} HS` : undefined;
}

/** Words of courts for what was done, to begin a code table with. */
export const KNOWN_DISPOSITIONS: readonly (readonly [
  RegExp,
  'convicted' | 'dismissed' | 'acquitted' | 'prosecutor-rejected',
])[] = [
  [/^NOT GUILTY|ACQUIT/i, 'acquitted'],
  [
    /^(?:PLE[AD]D? ?(?:ED)? ?(?:OF )?|FOUND )?(?:GUILTY|NOLO(?: CONTENDERE)?|NO CONTEST)(?: PLEA)?$|^CONV/i,
    'convicted',
  ],
  [/^DISM|NOLLE/i, 'dismissed'],
  [/^(?:DA )?(?:REJECT|DECLIN)/i, 'prosecutor-rejected'],
];

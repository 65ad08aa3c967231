import { type Field } from '../mapping/fields';
import { plainName } from '../mapping/nearest';
import { headerWords } from './header-words';

/** Names under which courts export a field, without case, blanks and signs; short forms of words need no entry of their own. */
const NAMES: readonly (readonly [Field, string])[] = [
  ['cii', 'cii ciinumber stateid sid ciino ciinum'],
  ['person-number', 'personnumber personid partyid defendantid sfno sfnumber localid pfn xref xrefno subjectid defid'],
  ['name', 'name truename defendant defendantname fullname partyname defname'],
  ['last-name', 'lastname last surname defendantlast defendantlastname familyname deflast deflastname'],
  ['first-name', 'firstname first defendantfirst defendantfirstname givenname deffirst deffirstname'],
  ['middle-name', 'middlename middle mi middleinitial defendantmiddle defendantmiddlename defmiddle'],
  ['name-suffix', 'namesuffix suffix generation'],
  ['birth-date', 'birthdate dateofbirth dob dobdate born defendantdob defendantbirthdate birthday defdob birthdt'],
  ['sex', 'sex gender defendantsex'],
  ['race', 'race ethnicity defendantrace'],
  [
    'case-number',
    'casenumber case courtnumber docket docketnumber courtcasenumber courtcase caseid caseno casenum courtno docketno casenbr casno cno',
  ],
  ['case-suffix', 'casesuffix caseext'],
  ['defendant-number', 'defendantnumber defendantseq defendantno defno defnum defseq'],
  ['count-order', 'cntorder countorder'],
  ['count-number', 'count countnumber chargenumber chargeseq countseq countno cnt chargeno countnum cntno cntnum'],
  ['court', 'court courthouse courtname location courtlocation division'],
  ['county', 'county countyname'],
  ['ori', 'ori oricode courtori'],
  ['arrest-date', 'arrestdate arrested dateofarrest arrdate arrdt'],
  ['conviction-date', 'convictiondate dateofconviction convictionon convdate convdt'],
  [
    'disposition-date',
    'dispositiondate dateofdisposition disposeddate disposedon dispodate dispdate dispdt dispodt dispositiondt',
  ],
  [
    'court-date',
    'courtdate hearingdate sentencedate dateofsentence eventdate judgmentdate sentencingdate sentdate sentdt',
  ],
  [
    'charge',
    'charge section chargesection statute violation offense offensedescription chargedescription violationsection chargestatute offensesection chargecode offensecode offence offensedescr chg offensecd',
  ],
  ['code', 'code statutecode codetype lawcode violationcode'],
  ['convicted-charge', 'convictioncharge convictionsection convictionof convictedcharge convictedof'],
  ['class-of-charge', 'class chargeclass classofcharge offensetoc toc chargelevel'],
  ['severity', 'severity casetype level degree convictionlevel felmisd fm'],
  ['disposition-code', 'dispositioncode dispocode dispcode'],
  [
    'disposition',
    'disposition dispositiondescription dispositiontext plea pleaverdict finding verdict dispo disp dispdescr',
  ],
  ['sentence', 'sentence sentencetext sentencedescription'],
  ['sentence-length', 'sentencelength'],
  ['sentence-unit', 'sentenceunit'],
  ['comment', 'comment comments note notes remarks'],
  ['on-list', 'onlist'],
  [
    'granted-on',
    'grantedon grantdate dategranted ordergranted granted grantdt ordergranteddate petitiongranted petitiongranteddate reliefgranted',
  ],
  ['relieved-on', 'relievedon reliefdate reliefgranteddate'],
  ['result', 'result outcome petitionresult orderresult petitionstatus filingstatus reliefresult'],
  ['result-date', 'resultdate dateofresult outcomedate petitionresultdate'],
  ['challenged-on', 'challengedon challengedate datechallenged'],
  ['challenged-by', 'challengedby challenger'],
  ['ground', 'ground grounds'],
  ['evidence', 'evidence'],
  ['evidence-kind', 'evidencekind evidencetype'],
  ['destroyed', 'destroyed purged recordsdestroyed'],
];
/** Days that no field holds: what their names say keeps them from being taken for another day. */
const OTHER_DAYS = new Set(
  `filing filingdate datefiling datefiled casefilingdate filingon violationdate dateofviolation offensedate dateofoffense incidentdate
  crimedate warrantdate warrantissueddate arraignmentdate pleadate citationdate entrydate entereddate updated updatedate lastupdate
  createdate createddate printdate rundate issuedate filedate filedt filingdt fildate fildt violdate violdt offdate offdt offensedt incidentdt bookingdate releasedate dateofdeath deathdate`.split(
    /\s+/,
  ),
);
const BY_NAME = new Map(NAMES.flatMap(([field, names]) => names.split(' ').map((name) => [name, field] as const)));

/** The field that a column of this name is; undefined when the name says nothing known. */
export function fieldOfName(name: string): Field | undefined {
  const words = headerWords(name);
  return BY_NAME.get(plainName(name)) ?? BY_NAME.get(words.join(''));
}

/** A day of another kind, which nobody reads: `Filed`, `Viol Dt`, `Offense Date`. */
export function isOtherDay(name: string): boolean {
  return OTHER_DAYS.has(headerWords(name).join(''));
}

/** Names, days and numbers of somebody else: whatever they look like, they are not the defendant's. */
const OF_OTHERS =
  /^(?:judge|judicial|attorney|atty|counsel|lawyer|prosecutor|defender|officer|agent|clerk|reporter|interpreter|victim|witness|bondsman|surety|employer|contact|address|phone|email|ssn|license|alias|aka|user|operator)$/;

/** May what its values look like say what the column is? Not where its name says that it is of somebody else. */
export function isOfOthers(name: string): boolean {
  return headerWords(name).some((each) => OF_OTHERS.test(each));
}

/** Does the name say nothing, so that values may speak? `Field 7`, `Column A`, `7`. */
export function saysNothing(name: string): boolean {
  return headerWords(name).every(
    (each) => each.length < 3 || /^(?:col|column|field|value|data|unnamed|\d+)\d*$/.test(each),
  );
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

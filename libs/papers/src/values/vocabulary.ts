/**
 * Every value that a template of a paper or the mapping of a court's form may name, with its type and meaning: one list for
 * both. `docs/paper-values.md` is made from it. A name once given out keeps its meaning.
 */
export const VALUES = {
  // Who files
  agency: text('the prosecuting agency, as the record names it'),
  attorney: text('name of the attorney who signs; empty where the office gave none'),
  attorneyTitle: text('title of the attorney: Deputy District Attorney'),
  barNumber: text('State Bar number of the attorney'),
  attorneyAddress: text('address of the office on one line'),
  attorneyStreet: text('street of the office'),
  attorneyCity: text('city of the office'),
  attorneyState: text('state of the office in two letters'),
  attorneyZip: text('ZIP code of the office'),
  telephone: text('telephone of the office'),
  fax: text('fax of the office'),
  email: text('e-mail address of the office'),
  attorneyFor: text('whom the attorney represents'),
  plaintiff: text('the plaintiff as a form names it: PEOPLE OF THE STATE OF CALIFORNIA'),

  // The court
  courtName: text('the court with its county: Superior Court of California, County of Los Angeles'),
  county: text('the county in capitals: LOS ANGELES'),
  countyName: text('the county as a name: Los Angeles'),
  courthouse: text("the court as the state's record names it: CASC LOS ANGELES COMPTON"),
  courthousePlace: text('the courthouse for the caption: its present name, else the place in the record'),
  recordCourts: text('every court that convicted, as the record names it: CASC COMPTON or CAMC COMPTON'),
  courtAddress: text('address of the courthouse on one line; empty where the profile has none'),
  courtStreet: text('street of the courthouse'),
  courtCityZip: text('city, state and ZIP code of the courthouse'),

  // The case
  bulk: yesNo('many cases in one filing; the convictions stand in Exhibit A'),
  caseNumber: text('number of the case; in bulk that of the first line'),
  formerCaseNumber: text('number of the case in the record, where the court has another one now'),
  otherCaseNumbers: text('further numbers that the record has for the case, in one line; in bulk empty'),
  otherNumbers: yesNo('a line has further case numbers, which stand in brackets below its own'),
  defendant: text("the defendant as the state's record writes the name; in public papers without names a description"),
  otherNames: text('further names of the defendant in the record: ROE, JOHN; SMITH, JOHN'),
  defendantWithAka: text('the name and further names: DOE, JOHN AKA ROE, JOHN'),

  // What is filed
  asOf: text('the day on which everything was decided: November 23, 2026'),
  asOfNumeric: text('the same as 11/23/2026'),
  counts: text('number of convictions with the noun: 3 counts'),
  cases: text('number of cases with the noun: 2 cases'),
  people: text('number of defendants with the noun: 1 defendant'),
  countsNumber: number('number of convictions'),
  casesNumber: number('number of cases'),
  peopleNumber: number('number of defendants'),
  oneCount: yesNo('exactly one conviction'),
  totals: text('lines in all and by relief: 3 lines; D&S 2; INF 1'),
  requests: list('request', 'each relief that is asked for and how often; by statute and beyond it apart', {
    name: text('Dismissal and sealing'),
    short: text('as the table writes it: D&S in bulk, Dismiss, seal in a case'),
    mark: text('how the order tells apart what the table marks with a letter in brackets; mostly empty'),
    statute: text('the subdivisions that give it, or that it is beyond the statute'),
    counts: text('2 counts'),
    asked: text('what asking for it means: the conviction is to be dismissed and sealed'),
    ordered: text('what ordering it means: the conviction is dismissed and its record is sealed'),
  }),
  lines: list('line', 'every conviction of the filing, in the order of its line numbers', {
    number: text('number of the line, the same in exhibit, order and data file'),
    caseNumber: text('number of its case'),
    defendant: text('the defendant, as `defendant`'),
    count: text("number of the count in the state's record of the court's action; empty where there is none"),
    code: text('code of the offense: HS'),
    section: text('section of the offense: 11357(a)'),
    offense: text('code and section as printed: HS 11357(a)'),
    charge: text('words of the charge; empty in public papers without charges'),
    grade: text('felony, misdemeanor or infraction, where the record tells'),
    convicted: text('day of conviction: 03/12/1998'),
    relief: text('the relief in short: Dismiss, seal'),
    effect: text('letter of the effect on the case: W, D or C'),
  }),

  // Which relief
  serving: yesNo('for a line the sentence is still being served: section 11361.8(a), (b)'),
  completed: yesNo('for a line the sentence is completed: section 11361.8(e), (f)'),
  asksServing: yesNo('a line asks for what subdivisions (a), (b) give, not beyond them'),
  asksCompleted: yesNo('a line asks for what subdivisions (e), (f) give, not beyond them'),
  resentencing: yesNo('somebody is to be resentenced: a hearing has to be set'),
  'relief.dismissAndSeal': yesNo('a line asks for dismissal and sealing'),
  'relief.dismiss': yesNo('a line asks for dismissal without sealing'),
  'relief.redesignate': yesNo('a line asks for redesignation, as an infraction or a misdemeanor'),
  'relief.redesignateInfraction': yesNo('a line asks for redesignation as an infraction'),
  'relief.redesignateMisdemeanor': yesNo('a line asks for redesignation as a misdemeanor'),
  'relief.dismissSentence': yesNo('a line asks for dismissal of the sentence'),
  'relief.recallAndResentence': yesNo('a line asks for recall of the sentence and resentencing'),
  floorOnly: yesNo('a line is filed for less than may follow, while a question is open'),
  floorCounts: text('how many those are: 2 counts'),
  reliefLegend: text('what the codes of relief in the table stand for'),
  effectLegend: text('what the letters of the effect stand for, those that occur'),

  // Which sections
  'section.11357': yesNo('a conviction of section 11357, any subdivision'),
  'section.11358': yesNo('a conviction of section 11358'),
  'section.11359': yesNo('a conviction of section 11359'),
  'section.11360': yesNo('a conviction of section 11360'),
  'section.11362.1': yesNo('a conviction of section 11362.1'),
  'section.11357a': yesNo('a conviction of section 11357(a)'),
  'section.11357b': yesNo('a conviction of section 11357(b)'),
  'section.11357c': yesNo('a conviction of section 11357(c)'),
  'section.11360b': yesNo('a conviction of section 11360(b)'),
  'count.11357': text('x2 where there are two counts of section 11357; empty for one and none'),
  'count.11358': text('the same for section 11358'),
  'count.11359': text('the same for section 11359'),
  'count.11360': text('the same for section 11360'),
  'count.11362.1': text('the same for section 11362.1'),
  otherSections: yesNo('a conviction of any other section, attempts and conspiracies among them'),
  otherSectionsText: text('those, each once: PC 32 x2, HS 11366'),
  accessory: yesNo('a conviction as an accessory (Pen. Code, § 32)'),

  // On what ground
  policyTitle: text('title of the policy by which the convictions were selected'),
  policyVersion: text('first twelve digits of its SHA-256'),
  replay: yesNo('the policy is a replay of old rules, which state no authority'),
  elected: yesNo('a line asks for more than the statute gives'),
  grounds: list('ground', 'each authority for relief beyond the statute, with its lines', {
    mark: text('letter behind the relief of its lines: (a)'),
    lines: text('line 4, marked (a)'),
    authority: text('the authority, as counsel wrote it'),
  }),
  groundMarks: text('the letters of all authorities: (a), (b)'),
  section1385: yesNo('an authority names section 1385 of the Penal Code'),

  // What is signed is what is filed
  listName: text('what holds the convictions: Exhibit A, or the table of the motion'),
  listSha256: text('SHA-256 of it in 64 digits; empty while it is not known'),
  listPages: text('its pages with the noun: 14 pages; empty where it is no file of its own, or several'),
  listFiles: text(
    'each file of the list with its hash: Exhibit A (exhibit_a.pdf), 14 pages, SHA-256 …; empty where it is none',
  ),
  scheduleFiles: text(
    'the same for the schedule of an order that is too large to hold it; empty where the order holds it',
  ),
  inParts: yesNo('the list is too large for one file, and this is one of its parts'),
  part: text('which part, from 1'),
  parts: text('of how many parts'),
  lastPart: yesNo('the list ends in this file'),

  // What is public
  namesShown: yesNo('the paper may show names of defendants'),
  confidential: yesNo('something is left out of the public papers and handed over by the confidential route'),
  confidentialGround: text('the ground for that, as the court profile states it'),
  sealed: yesNo('this is the complete list, which goes to the court by the confidential route only'),
  sealNumber: text('number of this copy of the complete list'),

  // The batch
  batch: text('id of the batch'),
  packet: text('id of the packet'),
  packetNumber: text('place of the packet in its batch, from 1'),
  packetsInBatch: text('packets of the batch with the noun: 12 packets'),
  corrects: text('id of the batch that this one corrects; mostly empty'),
  confirmedBy: text('who confirmed with the court how it takes papers; empty where nobody did'),
  confirmedOn: text('when: November 23, 2026'),
  copies: text('paper copies that the clerk wants: 2 copies'),
  pages: text('pages with the noun of what the sheet or index stands for'),

  // Service
  serviceList: list('service', 'whom the court profile has served', {
    name: text('who is served: Los Angeles County Public Defender'),
    address: text('address on one line; empty where none is known'),
    email: text('e-mail address; empty where none is known'),
  }),
  servedPapers: list('served', 'the papers that are served, by title', { title: text('title of the paper') }),

  // Challenges
  challenges: list('challenge', 'each conviction whose relief the office challenges', {
    count: text('number of the count; empty where the record has none'),
    offense: text('code and section: HS 11359'),
    convicted: text('day of conviction: 03/12/1998'),
    ground: text('the ground, by the subdivision that allows it'),
    evidence: text('the kind of evidence, never its content'),
    by: text('who decided it'),
    on: text('when: November 23, 2026'),
  }),
  challengedServing: yesNo('a challenge concerns a sentence that is still being served'),
  challengedCompleted: yesNo('a challenge concerns a completed sentence'),
} as const;

export type ValueName = keyof typeof VALUES;

/** The type of a value and one line on what it means. */
export type ValueKind = 'text' | 'number' | 'yes-no' | 'list';

interface Text {
  readonly kind: 'text';
  readonly meaning: string;
}
interface Count {
  readonly kind: 'number';
  readonly meaning: string;
}
interface YesNo {
  readonly kind: 'yes-no';
  readonly meaning: string;
}
interface List<Item extends string, Field extends string> {
  readonly kind: 'list';
  readonly meaning: string;
  /** What `{#each}` calls one of it: `{line.count}`. */
  readonly item: Item;
  readonly fields: Readonly<Record<Field, Text>>;
}

/** A value as the vocabulary describes it. */
export type ValueDefinition = Text | Count | YesNo | List<string, string>;

type ValueOf<Definition> = Definition extends Text
  ? string
  : Definition extends Count
    ? number
    : Definition extends YesNo
      ? boolean
      : Definition extends List<string, infer Field>
        ? readonly Readonly<Record<Field, string>>[]
        : never;

/** The values of one filing, every name of the vocabulary. */
export type PaperValues = { readonly [Name in ValueName]: ValueOf<(typeof VALUES)[Name]> };

/** One item of a list value. */
export type ItemOf<Name extends ValueName> = PaperValues[Name] extends readonly (infer Item)[] ? Item : never;

/** The definition of a name, or `undefined` when there is none. */
export function definitionOf(name: string): ValueDefinition | undefined {
  return Object.hasOwn(VALUES, name) ? VALUES[name as ValueName] : undefined;
}

function text(meaning: string): Text {
  return { kind: 'text', meaning };
}
function number(meaning: string): Count {
  return { kind: 'number', meaning };
}
function yesNo(meaning: string): YesNo {
  return { kind: 'yes-no', meaning };
}
function list<Item extends string, Field extends string>(
  item: Item,
  meaning: string,
  fields: Readonly<Record<Field, Text>>,
): List<Item, Field> {
  return { kind: 'list', item, meaning, fields };
}

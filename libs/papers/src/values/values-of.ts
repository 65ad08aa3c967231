import { type FilingLine, type Packet } from '../filing/filing-plan';
import { type FilingOptions } from '../filing/filing-options';
import { counted, courthousePlace, longDate, printedDate } from '../filing/printed-values';
import { groundLines, groundsIn } from '../paper/grounds';
import { type PaperWords } from '../templates/paper-words';
import { RELIEF_WORDS } from '../words/relief-words';
import { addressParts } from './address-parts';
import { type AskedShare, effectsIn, reliefsIn, type ReliefShare, sharesIn } from './asked-shares';
import { lineItems } from './line-items';
import { EVERYTHING_SHOWN, type ListedFile, type PaperGiven } from './paper-given';
import { sectionValues } from './section-values';
import { type ItemOf, type PaperValues } from './vocabulary';

/** What a paper is about: a packet, or for a notice of challenge a case without lines. */
export type Filed = Pick<Packet, 'id' | 'kind' | 'courthouse' | 'agency' | 'lines'> & {
  /** Set where the lines do not say it. */
  readonly subject?: { readonly caseNumber: string; readonly name: string; readonly otherNames: readonly string[] };
};

/** Every value of the vocabulary for one filing. Pure; lists of lines are made when they are first asked for. */
export function valuesOf(filed: Filed, options: FilingOptions, words: PaperWords, given: PaperGiven = {}): PaperValues {
  let lines: PaperValues['lines'] | undefined;
  return {
    ...officeValues(filed, options),
    ...courtValues(filed, options, given),
    ...caseValues(filed, words, given),
    ...reliefValues(filed, words),
    ...groundValues(filed, options),
    ...sectionValues(filed.lines),
    ...batchValues(filed, given),
    ...challengeValues(words, given),
    asOf: longDate(options.asOf),
    asOfNumeric: printedDate(options.asOf),
    listName: words.plain('list', filed.kind),
    listSha256: given.list?.sha256 ?? '',
    ...listValues(given),
    // A bulk filing has tens of thousands, and most papers never name them.
    get lines() {
      return (lines ??= lineItems(filed.lines, words, given.shown));
    },
  };
}

/** How files are named in motion and order. */
function namedFiles(files: readonly ListedFile[]): string {
  return files.map(({ title, file, sha256 }) => `${title} (${file}), SHA-256 ${sha256}`).join('; ');
}

function listValues({
  list,
  part,
  seal,
}: PaperGiven): Values<
  'listPages' | 'listFiles' | 'scheduleFiles' | 'part' | 'parts' | 'inParts' | 'lastPart' | 'sealed' | 'sealNumber'
> {
  const pages = (list?.files ?? []).reduce((sum, file) => sum + file.pages, 0);
  return {
    listPages: pages === 0 ? '' : counted(pages, 'page'),
    listFiles: namedFiles(list?.files ?? []),
    scheduleFiles: namedFiles(list?.schedule ?? []),
    part: String(part?.part ?? 1),
    parts: String(part?.parts ?? 1),
    inParts: part !== undefined,
    lastPart: part === undefined || part.part === part.parts,
    sealed: seal !== undefined,
    sealNumber: seal?.number ?? '',
  };
}

type Values<Name extends keyof PaperValues> = Pick<PaperValues, Name>;

function officeValues(
  { agency }: Filed,
  { prosecutor = {} }: FilingOptions,
): Values<
  | 'agency'
  | 'attorney'
  | 'attorneyTitle'
  | 'barNumber'
  | 'attorneyAddress'
  | 'attorneyStreet'
  | 'attorneyCity'
  | 'attorneyState'
  | 'attorneyZip'
  | 'telephone'
  | 'fax'
  | 'email'
  | 'attorneyFor'
  | 'plaintiff'
> {
  const { attorney = '', title = '', barNumber = '', address = [], telephone = '', fax = '', email = '' } = prosecutor;
  const { street, city, state, zip } = addressParts(address);
  return {
    agency,
    attorney,
    attorneyTitle: title,
    barNumber,
    attorneyAddress: address.join(', '),
    attorneyStreet: street,
    attorneyCity: city,
    attorneyState: state,
    attorneyZip: zip,
    telephone,
    fax,
    email,
    attorneyFor: 'The People of the State of California',
    plaintiff: 'PEOPLE OF THE STATE OF CALIFORNIA',
  };
}

/** The courts that convicted, as the state's record names them, with those of closed courthouses. */
function recordCourts({ lines, courthouse }: Filed): string {
  const names = [...new Set(lines.map((line) => line.courtOfRecord))].sort();
  return names.length < 2
    ? (names[0] ?? courthouse.name)
    : `${names.slice(0, -1).join(', ')} or ${names[names.length - 1] ?? ''}`;
}

function courtValues(
  filed: Filed,
  options: FilingOptions,
  { court }: PaperGiven,
): Values<
  | 'courtName'
  | 'county'
  | 'countyName'
  | 'courthouse'
  | 'courthousePlace'
  | 'recordCourts'
  | 'courtAddress'
  | 'courtStreet'
  | 'courtCityZip'
> {
  const { courthouse } = filed;
  const county = options.county.trim().toUpperCase();
  const countyName = titleCase(county);
  const { street, city, state, zip } = addressParts(court?.address ?? []);
  return {
    courtName: `Superior Court of California, County of ${countyName}`,
    county,
    countyName,
    courthouse: courthouse.name,
    recordCourts: recordCourts(filed),
    courthousePlace: court && court.name !== '' ? court.name : courthousePlace(courthouse.name),
    courtAddress: (court?.address ?? []).join(', '),
    courtStreet: street,
    courtCityZip: city === '' ? '' : `${city}, ${state} ${zip}`,
  };
}

function caseValues(
  filed: Filed,
  words: PaperWords,
  { shown = EVERYTHING_SHOWN, confidentialGround = '' }: PaperGiven,
): Values<
  | 'bulk'
  | 'caseNumber'
  | 'otherCaseNumbers'
  | 'otherNumbers'
  | 'defendant'
  | 'otherNames'
  | 'defendantWithAka'
  | 'counts'
  | 'cases'
  | 'people'
  | 'countsNumber'
  | 'casesNumber'
  | 'peopleNumber'
  | 'oneCount'
  | 'namesShown'
  | 'confidential'
  | 'confidentialGround'
> {
  const { lines, kind, subject } = filed;
  const [first] = lines;
  const cases = new Set(lines.map((line) => line.caseNumber)).size;
  const people = new Set(lines.map((line) => line.person)).size;
  const name = subject?.name ?? first?.name ?? '';
  const others = [...new Set(subject?.otherNames ?? first?.otherNames ?? [])].filter((other) => other !== name);
  const defendant = shown.names ? name : words.plain('list', 'withheld-name');
  return {
    bulk: kind === 'bulk',
    caseNumber: subject?.caseNumber ?? first?.caseNumber ?? '',
    otherCaseNumbers: kind === 'bulk' ? '' : [...new Set(lines.flatMap((line) => line.otherCaseNumbers))].join(', '),
    otherNumbers: lines.some((line) => line.otherCaseNumbers.length > 0),
    defendant,
    otherNames: shown.names ? others.join('; ') : '',
    defendantWithAka: shown.names ? [name, ...others].join(' AKA ') : defendant,
    counts: counted(lines.length, 'count'),
    cases: counted(cases, 'case'),
    people: counted(people, 'defendant'),
    countsNumber: lines.length,
    casesNumber: cases,
    peopleNumber: people,
    oneCount: lines.length === 1,
    namesShown: shown.names,
    confidential: confidentialGround !== '',
    // It ends a sentence of a template, which has its own full stop.
    confidentialGround: confidentialGround.replace(/\.$/, ''),
  };
}

const COMPLETED = new Set(['dismiss-and-seal', 'dismiss', 'redesignate-infraction', 'redesignate-misdemeanor']);

function reliefValues(
  { lines, kind }: Filed,
  words: PaperWords,
): Values<
  | 'serving'
  | 'completed'
  | 'asksServing'
  | 'asksCompleted'
  | 'resentencing'
  | `relief.${'dismissAndSeal' | 'dismiss' | 'redesignate' | 'redesignateInfraction' | 'redesignateMisdemeanor' | 'dismissSentence' | 'recallAndResentence'}`
  | 'floorOnly'
  | 'floorCounts'
  | 'reliefLegend'
  | 'effectLegend'
  | 'totals'
  | 'requests'
> {
  const reliefs = reliefsIn(lines);
  const ofStatute = reliefsIn(lines.filter(({ authority }) => authority === ''));
  const has = (relief: ReliefShare['relief']): boolean => reliefs.some((share) => share.relief === relief);
  const completed = ({ relief }: ReliefShare): boolean => COMPLETED.has(relief);
  const floors = lines.filter((line) => line.floorOnly).length;
  return {
    serving: reliefs.some((share) => !completed(share)),
    completed: reliefs.some(completed),
    asksServing: ofStatute.some((share) => !completed(share)),
    asksCompleted: ofStatute.some((share) => completed(share) && share.relief !== 'dismiss'),
    resentencing: has('recall-and-resentence'),
    'relief.dismissAndSeal': has('dismiss-and-seal'),
    'relief.dismiss': has('dismiss'),
    'relief.redesignate': has('redesignate-infraction') || has('redesignate-misdemeanor'),
    'relief.redesignateInfraction': has('redesignate-infraction'),
    'relief.redesignateMisdemeanor': has('redesignate-misdemeanor'),
    'relief.dismissSentence': has('dismiss-sentence'),
    'relief.recallAndResentence': has('recall-and-resentence'),
    floorOnly: floors > 0,
    floorCounts: counted(floors, 'count'),
    reliefLegend: reliefs
      .map(
        ({ relief }) =>
          `${RELIEF_WORDS[relief].code}: ${words.relief(relief, 'name')} (${legendStatute(relief, lines, words)})`,
      )
      .join('; '),
    effectLegend: effectsIn(lines)
      .map((effect) => words.effect(effect))
      .join('; '),
    totals: [
      counted(lines.length, 'line'),
      ...reliefs.map(({ relief, counts }) => `${RELIEF_WORDS[relief].code} ${counts}`),
    ].join('; '),
    requests: sharesIn(lines).map((share) => requestOf(share, kind, words)),
  };
}

function legendStatute(relief: ReliefShare['relief'], lines: readonly FilingLine[], words: PaperWords): string {
  const elected = lines.every((line) => line.relief !== relief || line.authority !== '');
  return elected ? words.plain('elected', 'legend') : RELIEF_WORDS[relief].statute;
}

function requestOf(
  { relief, counts, elected, both }: AskedShare,
  kind: Filed['kind'],
  words: PaperWords,
): ItemOf<'requests'> {
  return {
    name: words.relief(relief, 'name'),
    short: kind === 'bulk' ? RELIEF_WORDS[relief].code : words.relief(relief, 'short'),
    mark: elected ? words.plain('elected', 'marked') : both ? words.plain('elected', 'unmarked') : '',
    statute: elected ? words.plain('elected', 'statute') : RELIEF_WORDS[relief].statute,
    counts: counted(counts, 'count'),
    asked: words.relief(relief, 'asked'),
    ordered: words.relief(relief, 'ordered'),
  };
}

function groundValues(
  { lines }: Filed,
  { policy }: FilingOptions,
): Values<'policyTitle' | 'policyVersion' | 'replay' | 'elected' | 'grounds' | 'groundMarks' | 'section1385'> {
  const grounds = groundsIn(lines);
  return {
    policyTitle: policy.title,
    policyVersion: policy.hash.slice(0, 12),
    replay: policy.kind === 'replay',
    elected: grounds.length > 0,
    grounds: grounds.map((ground) => ({ mark: ground.mark, lines: groundLines(ground), authority: ground.authority })),
    groundMarks: grounds.map(({ mark }) => mark).join(', '),
    section1385: grounds.some(({ authority }) => /(?<![\d.])1385(?![\d.]*\d)/.test(authority)),
  };
}

function batchValues(
  filed: Filed,
  given: PaperGiven,
): Values<
  'batch' | 'corrects' | 'confirmedBy' | 'confirmedOn' | 'packet' | 'packetNumber' | 'packetsInBatch' | 'copies' | 'pages' | 'serviceList' | 'servedPapers'
> {
  return {
    batch: given.batch?.id ?? '',
    corrects: given.corrects ?? '',
    confirmedBy: given.confirmed?.by ?? '',
    confirmedOn: given.confirmed ? longDate(given.confirmed.on) : '',
    packet: filed.id,
    packetNumber: given.packetNumber === undefined ? '' : String(given.packetNumber),
    packetsInBatch: given.batch === undefined ? '' : counted(given.batch.packets, 'packet'),
    copies: given.copies === undefined ? '' : counted(given.copies, 'copy', 'copies'),
    pages: given.pages === undefined ? '' : counted(given.pages, 'page'),
    serviceList: (given.service ?? []).map(({ name, address, email }) => ({
      name,
      address: address.join(', '),
      email,
    })),
    servedPapers: (given.served ?? []).map((title) => ({ title })),
  };
}

function challengeValues(
  words: PaperWords,
  { challenges = [] }: PaperGiven,
): Values<'challenges' | 'challengedServing' | 'challengedCompleted'> {
  return {
    challenges: challenges.map((each) => ({
      count: each.count === 0 ? '' : String(each.count),
      offense: each.citation,
      convicted: printedDate(each.convictedOn),
      ground: words.plain('challenge', each.ground),
      evidence: words.evidence(each.evidenceKind),
      by: each.by,
      on: longDate(each.on),
    })),
    challengedServing: challenges.some(({ ground }) => ground !== 'c2-criteria'),
    challengedCompleted: challenges.some(({ ground }) => ground === 'c2-criteria'),
  };
}

/** `LOS ANGELES` as `Los Angeles`. */
function titleCase(text: string): string {
  return text
    .toLowerCase()
    .replace(/(^|[\s-])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());
}

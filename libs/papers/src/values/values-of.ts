import { type FilingLine } from '../filing/filing-plan';
import { type FilingOptions } from '../filing/filing-options';
import { counted, longDate, printedDate } from '../filing/printed-values';
import { groundLines, groundsIn } from '../paper/grounds';
import { type PaperWords } from '../templates/paper-words';
import { RELIEF_WORDS } from '../words/relief-words';
import { type Filed, type Values } from './filed';
import { batchValues, challengeValues, listValues } from './given-values';
import { courtValues, officeValues } from './office-values';
import { type AskedShare, effectsIn, reliefsIn, type ReliefShare, sharesIn } from './asked-shares';
import { lineItems } from './line-items';
import { EVERYTHING_SHOWN, type PaperGiven } from './paper-given';
import { sectionValues } from './section-values';
import { type ItemOf, type PaperValues, type ValueName, VALUES } from './vocabulary';

/** What values are made from. */
interface Source {
  readonly filed: Filed;
  readonly options: FilingOptions;
  readonly words: PaperWords;
  readonly given: PaperGiven;
}

/**
 * Values that are found together are made together, and when the first of them is asked for: a county has a hundred thousand filings,
 * and a paper names few of the values. The names of each group are learned from the first filing.
 */
const GROUPS: readonly ((source: Source) => Partial<PaperValues>)[] = [
  ({ filed, options }) => officeValues(filed, options),
  ({ filed, options, given }) => courtValues(filed, options, given),
  ({ filed, words, given }) => caseValues(filed, words, given),
  ({ filed, words }) => reliefValues(filed, words),
  ({ filed, options }) => groundValues(filed, options),
  ({ filed }) => sectionValues(filed.lines),
  ({ filed, given }) => batchValues(filed, given),
  ({ words, given }) => challengeValues(words, given),
  ({ filed, words, given }) => listValues(filed, words, given),
  ({ options }) => ({ asOf: longDate(options.asOf), asOfNumeric: printedDate(options.asOf) }),
  ({ filed, words, given }) => ({ lines: lineItems(filed.lines, words, given.shown) }),
];

const groupOf = new Map<string, number>();

class FilingValues {
  private readonly made: Partial<PaperValues>[] = [];

  constructor(private readonly source: Source) {}

  value(name: ValueName): PaperValues[ValueName] | undefined {
    const known = groupOf.get(name);
    if (known === undefined) return this.learn(name);
    return (this.made[known] ??= GROUPS[known]?.(this.source) ?? {})[name];
  }

  private learn(name: ValueName): PaperValues[ValueName] | undefined {
    GROUPS.forEach((make, i) => {
      const own = (this.made[i] ??= make(this.source));
      for (const each of Object.keys(own)) groupOf.set(each, i);
    });
    return groupOf.has(name) ? this.value(name) : undefined;
  }

  toJSON(): Readonly<Record<string, unknown>> {
    return Object.fromEntries(NAMES.map((name) => [name, this.value(name)]));
  }
}

const NAMES = Object.keys(VALUES) as ValueName[];
for (const name of NAMES)
  Object.defineProperty(FilingValues.prototype, name, {
    get(this: FilingValues) {
      return this.value(name);
    },
  });

/** Every value of the vocabulary for one filing. Pure; a value is made when it is first asked for. */
export function valuesOf(filed: Filed, options: FilingOptions, words: PaperWords, given: PaperGiven = {}): PaperValues {
  const values: unknown = new FilingValues({ filed, options, words, given });
  return values as PaperValues;
}

function caseValues(
  filed: Filed,
  words: PaperWords,
  { shown = EVERYTHING_SHOWN, list, seal }: PaperGiven,
): Values<
  | 'bulk'
  | 'caseNumber'
  | 'formerCaseNumber'
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
  const confidentialGround = seal?.ground ?? list?.ground ?? '';
  const cases = new Set(lines.map((line) => line.caseNumber)).size;
  const people = new Set(lines.map((line) => line.person)).size;
  const name = subject?.name ?? first?.name ?? '';
  const others = [...new Set(subject?.otherNames ?? first?.otherNames ?? [])].filter((other) => other !== name);
  const defendant = shown.names ? name : words.plain('list', 'withheld-name');
  return {
    bulk: kind === 'bulk',
    caseNumber: subject?.caseNumber ?? first?.caseNumber ?? '',
    formerCaseNumber: first?.formerCaseNumber ?? '',
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

import { type CountPlan, type CyclePlan, type DispositionPlan, type PersonPlan, type StepPlan } from '../plan';
import { decidedCharge } from './court-rows';

/** What a sheet says of who somebody is. */
export interface SheetIdentity {
  /** Blank when the sheet gives none. */
  readonly cii: string;
  readonly names: readonly string[];
}

const HEADERS: Readonly<Record<string, string>> = {
  'COURT ACTION': 'COURT:',
  'ARREST/DETAINED/CITED': 'ARR/DET/CITE:',
};
const WIDTH = 60;

/** Can the state print this record as a sheet? A day that is not known has no place on one. */
export function isPrintable(person: PersonPlan): boolean {
  return person.cycles.every(({ steps }) => steps.every(({ dateText }) => dateText.length === 8));
}

/** The RAP sheet of a record, line by line, as the state prints it. Cycles, events and counts stand in the order of the plan. */
export function sheetLines(person: PersonPlan, { cii, names }: SheetIdentity, asOf: string): readonly string[] {
  const { look, sex, birthText } = person;
  return [
    `RE: QHY.CA0190043.99000015.X-        DATE:${asOf} TIME:06:32:53`,
    'RESTRICTED-DO NOT USE FOR EMPLOYMENT,LICENSING OR CERTIFICATION PURPOSES',
    '',
    'III CALIFORNIA ONLY SOURCE RECORD',
    '',
    ...(cii === '' ? [] : [`CII/${cii}`]),
    `${birthText === '' ? '' : `DOB/${birthText} `}SEX/${sex} RAC/${look.race[1]}`,
    `HGT/${look.height} WGT/${look.weight} EYE/${look.eyes[0]} HAI/${look.hair[0]} POB/${look.birthplace[0]}`,
    ...names.map((name, at) => `${at === 0 ? 'NAM/' : '    '}${String(at + 1).padStart(2, '0')} ${name}`),
    '',
    ...person.cycles.flatMap((cycle) => ['* * * *', ...cycleLines(cycle), '']),
    '     *    *    *    END OF MESSAGE    *    *    *',
  ];
}

function cycleLines({ steps }: CyclePlan): string[] {
  return steps.flatMap((step, at) => [...(at === 0 ? [] : ['- - - -', '']), ...eventLines(step)]);
}

function eventLines(step: StepPlan): string[] {
  const header = HEADERS[step.type] ?? `${step.type}:`;
  return [
    `${header.padEnd(22)}NAM:01`,
    `${step.dateText}  ${step.place.name}`,
    '',
    ...step.counts.flatMap((count, at) => [...countLines(count, at, step.counts[at - 1]), '']),
  ];
}

/** A count without a case number has that of the one before. */
function countLines(count: CountPlan, at: number, before: CountPlan | undefined): string[] {
  const number = caseNumberOf(count);
  const shown = number === '' || (before !== undefined && caseNumberOf(before) === number) ? '' : `     #${number}`;
  const charge = count.text === '' ? 'SEE COMMENT FOR CHARGE' : count.text;
  const plain = (count.convictedOf ?? count.disposedOf) ? decidedCharge(count).text : charge;
  return [
    `CNT:${String(at + 1).padStart(2, '0')}${shown}`,
    `  ${plain.trim()}`,
    ...(count.comment === '' ? [] : wrapped('   COM: ', count.comment.replaceAll('\n', ' ').split(' '), ' ')),
    ...count.dispositions.flatMap((disposition, k) => dispositionLines(disposition, k)),
  ];
}

function caseNumberOf({ ofn, courtCase }: CountPlan): string {
  const number = ofn.trim() === '' ? courtCase.trim() : ofn.trim();
  return number === 'NULL' ? '' : number;
}

function dispositionLines({ text, severityText, dateText, sentences }: DispositionPlan, at: number): string[] {
  const parts = sentences.map(({ place, length, unit }) => {
    const time = { '': '', D: ' DAYS', M: ' MONTHS', Y: ' YEARS' }[unit];
    return `${length}${time} ${place[1]}`.trim();
  });
  const status = severityText.trim() === '' ? [] : [`   CONV STATUS:${severityText.trim()}`];
  const sentence = parts.length === 0 ? [] : wrapped('   SEN: ', parts, ', ');
  return at === 0
    ? [`*DISPO:${text.replace(/^CONVICTED.*/, 'CONVICTED')}`, ...status, ...sentence]
    : ['', dateText, `  DISPO:${text}`, ...status, ...sentence];
}

/** Words on lines of a width that the state keeps; further lines are indented. */
function wrapped(label: string, words: readonly string[], between: string): string[] {
  const lines = [label];
  words.forEach((word, at) => {
    const line = lines.at(-1) ?? '';
    const next = at === words.length - 1 ? word : word + between.trimEnd();
    const isFirst = line.trim() === '' || line === label;
    if (!isFirst && line.length + next.length > WIDTH) lines.push(`        ${next}`);
    else lines[lines.length - 1] = isFirst ? line + next : `${line} ${next}`;
  });
  return lines;
}

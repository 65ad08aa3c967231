import { isoText } from '../calendar';
import { type CountPlan, countOrder, type CyclePlan, type StepPlan } from '../plan';
import { type CourtIdentity, decidedCharge } from './court-rows';
import { type OpenCount } from './held-rows';
import { type PersonLinks } from './link-person';
import {
  type LinkedCountTruth,
  type LinkedFilesTruth,
  type LinkedPersonTruth,
  type LinkedRecordTruth,
} from './linked-truth';

interface HeldPerson {
  readonly truth: Omit<LinkedPersonTruth, 'records' | 'counts'>;
  readonly records: readonly LinkedRecordTruth[];
  readonly identity: CourtIdentity;
  /** The cases of the court, each a record of its own unless the rows say the person's number. */
  readonly courtRecords: readonly (readonly OpenCount[])[];
  readonly counts: readonly (LinkedCountTruth & OpenCount)[];
}

/** Collects what the plan knows of linked people. */
export class LinkedTruth {
  private readonly people: HeldPerson[] = [];

  /** @param sheet the name of the person's sheet; blank when there is none */
  add(links: PersonLinks, sheet: string): { ofCourt(caseIndex: number, row: number): OpenCount } {
    const { person, cases, inStateFile, unclear } = links;
    const counts: (LinkedCountTruth & OpenCount)[] = [];
    const ofCourt = cases.map(() => [] as OpenCount[]);
    person.cycles.forEach((cycle, cycleIndex) =>
      cycle.steps.forEach((step, stepIndex) => {
        if (step.type !== 'COURT ACTION') return;
        const at = cases.findIndex((each) => each.step === step);
        if (at < 0 && !inStateFile && sheet === '') return;
        step.counts.forEach((count, countIndex) => {
          const order = countOrder(cycleIndex, stepIndex, countIndex);
          const made = {
            ...countTruth(cycle, step, count, cases[at]?.number ?? count.caseNumber),
            ...(inStateFile ? { state: order } : {}),
            ...(sheet === '' ? {} : { sheet: { file: sheet, count: order } }),
          };
          counts.push(made);
          ofCourt[at]?.push(made);
        });
      }),
    );
    cases.forEach(({ cycle, step, number }, at) => {
      if (person.cycles.includes(cycle)) return;
      for (const count of step.counts) {
        const made = countTruth(cycle, step, count, number);
        counts.push(made);
        ofCourt[at]?.push(made);
      }
    });
    const records: LinkedRecordTruth[] = [];
    if (inStateFile) records.push({ source: 'state-file', subjectId: person.subjectId, cii: person.cii });
    if (sheet !== '') records.push({ source: 'rap-sheet', file: sheet, cii: links.sheet?.cii ?? '' });
    const relative = person.relativeOf === undefined ? {} : { relativeOf: person.relativeOf };
    this.people.push({
      truth: { person: person.index, unclear, ...relative },
      records,
      identity: links.identity,
      courtRecords: ofCourt,
      counts,
    });
    return { ofCourt: (caseIndex, row) => ofCourt[caseIndex]?.[row] as OpenCount };
  }

  /** A line for each person, then the file's totals. */
  *lines(courtRows: number, granted: number): Generator<string> {
    const recordsOf = { stateFile: 0, courtExtract: 0, rapSheet: 0 };
    const only = { stateFile: 0, courtExtract: 0, rapSheet: 0 };
    let several = 0;
    for (const { truth, records, identity, courtRecords, counts } of this.people) {
      const ofCourt = courtRecords.map(
        (rows): LinkedRecordTruth => ({
          source: 'court-extract',
          ...identity,
          lines: rows.map(({ line }) => line ?? 0),
        }),
      );
      for (const { source } of [...records, ...ofCourt]) recordsOf[KEYS[source]] += 1;
      const told = counts.map((count): LinkedCountTruth => {
        const onlyIn = count.convicted ? soleSource(count) : undefined;
        if (onlyIn !== undefined) only[KEYS[onlyIn]] += 1;
        else if (count.convicted) several += 1;
        return onlyIn === undefined ? count : { ...count, onlyIn };
      });
      const person: LinkedPersonTruth = { ...truth, records: [...records, ...ofCourt], counts: told };
      yield `${JSON.stringify(person)}\n`;
    }
    const files: LinkedFilesTruth = {
      people: this.people.length,
      recordsOf,
      courtRows,
      convictionsOnlyIn: only,
      convictionsInSeveral: several,
      granted,
    };
    yield `${JSON.stringify({ files })}\n`;
  }
}

const KEYS = { 'state-file': 'stateFile', 'court-extract': 'courtExtract', 'rap-sheet': 'rapSheet' } as const;

function soleSource({ state, line, sheet }: LinkedCountTruth): LinkedCountTruth['onlyIn'] {
  const sources = [
    ...(state === undefined ? [] : (['state-file'] as const)),
    ...(line === undefined ? [] : (['court-extract'] as const)),
    ...(sheet === undefined ? [] : (['rap-sheet'] as const)),
  ];
  return sources.length === 1 ? sources[0] : undefined;
}

function countTruth(
  cycle: CyclePlan,
  step: StepPlan,
  count: CountPlan,
  caseNumber: string,
): LinkedCountTruth & OpenCount {
  return {
    county: cycle.county,
    court: step.place.name,
    section: `${decidedCharge(count).code} ${decidedCharge(count).section}`,
    date: isoText(step.dateText),
    caseNumber,
    convicted: count.dispositions.some(({ convicted }) => convicted),
  };
}

import {
  type Agency,
  type Count,
  type Cycle,
  type History,
  type RecordProblem,
  type RecordProblemCode,
  type Step,
  type Subject,
  type SourceRow,
} from '../history';
import { CountDraft } from './count-draft';
import { type Place, Placing } from './placing';
import { problemOfBirths, problemsOfCount } from './problems-of';
import { type PartialDate } from '../partial-date';
import { ReadingCache } from './reading-cache';
import { type RowFacts, UNREADABLE_DATE } from './row-facts';

/** What the rows of a person do not say themselves. */
export interface AboutPerson {
  readonly person: string;
  /** A row of the person was rejected. */
  readonly incomplete: boolean;
  /** One of the person's SUBJECT_IDs carries a second CII, so a second person. */
  readonly twoCiis: boolean;
}

interface SubjectDraft {
  file: number;
  subjectId: string;
  cii: string;
  /** The greatest order so far: what is greater is a new count. */
  greatest: string;
  /** Counts by their order; made when an order is not greater than all before, which is rare. */
  counts: Map<string, CountDraft> | undefined;
}

/**
 * Makes histories from rows, one person after the other: `add` every row of a person in the order of the sources, then
 * `finish`. Rows of a subject need not stand together.
 */
export class HistoryAssembler {
  private readonly cache = new ReadingCache();
  private readonly placing = new Placing(this.cache);
  private subjects: SubjectDraft[] = [];
  private drafts: CountDraft[] = [];
  private names: string[] = [];
  private birthDates: number[] = [];
  private birthRows: SourceRow[] = [];
  private sex = '';
  private race = '';
  private deceased = false;
  private problems: RecordProblem[] = [];
  private lastName = '';
  private lastBirthDate = 0;

  /** What a row, or a line that is of no count, says of the person. Returns the index of the subject. */
  addPerson(facts: RowFacts): number {
    const subject = this.subjectOf(facts);
    if (facts.name !== this.lastName) {
      this.lastName = facts.name;
      if (facts.name !== '' && !this.names.includes(facts.name)) this.names.push(facts.name);
    }
    if (this.sex === '') this.sex = facts.sex;
    if (this.race === '') this.race = facts.race;
    if (facts.birthDate !== this.lastBirthDate) {
      this.lastBirthDate = facts.birthDate;
      if (facts.birthDate === UNREADABLE_DATE) this.note('unreadable-date', facts);
      else if (facts.birthDate !== 0 && !this.birthDates.includes(facts.birthDate)) {
        this.birthDates.push(facts.birthDate);
        this.birthRows.push(placeOfPerson(facts));
      }
    }
    return subject;
  }

  add(facts: RowFacts): void {
    const subject = this.addPerson(facts);
    const place = this.placing.placeOf(facts);
    if (place.type === 'deceased') this.deceased = true;
    if (facts.eventDate === UNREADABLE_DATE || facts.dispositionDate === UNREADABLE_DATE)
      this.note('unreadable-date', facts);
    const draft = this.draftOf(subject, facts.order);
    if (draft) draft.add(facts, place, this.cache);
    else this.begin(new CountDraft(subject, place, facts, this.cache));
  }

  /** The history of the rows added since the last `finish`. */
  finish(about: AboutPerson): History {
    const drafts = this.subjects.length > 1 ? withoutRepeats(this.drafts) : this.drafts;
    for (const draft of drafts) this.noteCount(draft);
    this.noteBirth();
    if (about.twoCiis) this.problems.push({ code: 'two-ciis-one-subject' });
    if (about.incomplete) this.problems.push({ code: 'rejected-row' });
    const [name = '', ...otherNames] = this.names;
    const history: History = {
      person: about.person,
      subjects: this.subjects.map(({ file, subjectId, cii }): Subject => ({ file, subjectId, cii })),
      name,
      otherNames,
      sex: this.sex,
      race: this.race,
      birthDates: this.birthDates,
      ...(this.birthRows.length > 0 ? { birthRows: this.birthRows } : {}),
      deceased: this.deceased,
      incomplete: about.incomplete,
      cycles: cyclesOf(drafts, this.subjects.length === 1 && this.subjects[0]!.counts === undefined),
      problems: this.problems,
    };
    this.subjects = [];
    this.drafts = [];
    this.names = [];
    this.birthDates = [];
    this.birthRows = [];
    this.sex = '';
    this.race = '';
    this.deceased = false;
    this.problems = [];
    this.lastName = '';
    this.lastBirthDate = 0;
    return history;
  }

  private begin(draft: CountDraft): void {
    this.subjects[draft.subject]!.counts?.set(draft.count.order, draft);
    this.drafts.push(draft);
  }

  /** The count of the subject that has the order, if there is one. Rows of a count nearly always stand together. */
  private draftOf(subject: number, order: string): CountDraft | undefined {
    const last = this.drafts[this.drafts.length - 1];
    if (last !== undefined && last.count.order === order && last.subject === subject) return last;
    const of = this.subjects[subject]!;
    if (order > of.greatest) {
      of.greatest = order;
      return undefined;
    }
    of.counts ??= new Map(
      this.drafts.filter((each) => each.subject === subject).map((each) => [each.count.order, each]),
    );
    return of.counts.get(order);
  }

  private subjectOf(facts: RowFacts): number {
    for (let index = this.subjects.length - 1; index >= 0; index--) {
      const subject = this.subjects[index]!;
      if (subject.subjectId !== facts.subjectId || subject.file !== facts.file) continue;
      if (subject.cii === '') subject.cii = facts.cii;
      return index;
    }
    this.subjects.push({
      file: facts.file,
      subjectId: facts.subjectId,
      cii: facts.cii,
      greatest: '',
      counts: undefined,
    });
    return this.subjects.length - 1;
  }

  private note(code: RecordProblemCode, at: { file: number; row: number; line: number }): void {
    this.problems.push({ code, at: { file: at.file, row: at.row, line: at.line } });
  }

  private noteCount(draft: CountDraft): void {
    for (const code of problemsOfCount(draft.count)) this.note(code, draft.count.rows[0]!);
  }

  private noteBirth(): void {
    const code = problemOfBirths(this.birthDates);
    if (code) this.problems.push({ code });
  }
}

/** A row as far as a fact of the person needs it. */
function placeOfPerson({ file, row, offset, line, page }: RowFacts): SourceRow {
  return page === 0 ? { file, row, offset, line } : { file, row, offset, line, page };
}

/** A count that stands identically in two joined sources is one count. */
function withoutRepeats(drafts: readonly CountDraft[]): CountDraft[] {
  const kept = new Map<string, { draft: CountDraft; sources: Set<number> }[]>();
  const result: CountDraft[] = [];
  for (const draft of drafts) {
    const { count, place } = draft;
    const key = [count.order, place.date, place.agency.name, place.agency.county, count.charged.text].join('\0');
    const same = kept.get(key) ?? [];
    kept.set(key, same);
    const match = same.find(({ sources }) => !sources.has(draft.subject));
    if (match) {
      match.draft.absorb(draft);
      match.sources.add(draft.subject);
    } else {
      same.push({ draft, sources: new Set([draft.subject]) });
      result.push(draft);
    }
  }
  return result;
}

interface StepDraft extends Step {
  readonly counts: Count[];
}

interface CycleDraft extends Cycle {
  date: PartialDate;
  readonly steps: StepDraft[];
}

/**
 * Counts in their steps, steps in their cycles, each in the order of its first row. A step has one type, date and agency.
 *
 * @param ascending each draft's order is greater than that of the one before, and they are of one subject
 */
function cyclesOf(drafts: readonly CountDraft[], ascending: boolean): Cycle[] {
  const cycles: CycleDraft[] = [];
  let cycle: CycleDraft | undefined;
  let step: StepDraft | undefined;
  let before: Place | undefined;
  for (const { subject, place, count, cycleDate } of drafts) {
    const same = cycle !== undefined && cycle.order === place.cycle && cycle.subject === subject;
    if (!same) {
      step = undefined;
      cycle = ascending ? undefined : cycles.find((each) => each.order === place.cycle && each.subject === subject);
    }
    // Lists begin with what is first in them: one that grows from nothing takes room for many.
    if (!cycle) {
      step = stepOf(place, count);
      cycle = { subject, order: place.cycle, date: cycleDate, steps: [step] };
      cycles.push(cycle);
    } else {
      if (cycle.date === 0) cycle.date = cycleDate;
      if (place !== before || !step) step = stepAt(cycle.steps, place);
      if (step) step.counts.push(count);
      else cycle.steps.push((step = stepOf(place, count)));
    }
    before = place;
  }
  return cycles;
}

function stepAt(steps: readonly StepDraft[], { step, typeText, date, agency }: Place): StepDraft | undefined {
  for (let at = steps.length - 1; at >= 0; at--) {
    const each = steps[at]!;
    if (each.order === step && each.date === date && each.typeText === typeText && sameAgency(each.agency, agency))
      return each;
  }
  return undefined;
}

function stepOf({ step, type, typeText, date, agency }: Place, count: Count): StepDraft {
  return { order: step, type, typeText, date, agency, counts: [count] };
}

function sameAgency(one: Agency, other: Agency): boolean {
  return one === other || (one.name === other.name && one.county === other.county && one.ori === other.ori);
}

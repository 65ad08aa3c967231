import {
  type Agency,
  type Cycle,
  type History,
  type RecordProblem,
  type RecordProblemCode,
  type Step,
  type Subject,
} from '../history';
import { CountDraft } from './count-draft';
import { problemOfBirths, problemsOfCount } from './problems-of';
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
  private subjects: SubjectDraft[] = [];
  private drafts: CountDraft[] = [];
  private names: string[] = [];
  private birthDates: number[] = [];
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
      else if (facts.birthDate !== 0 && !this.birthDates.includes(facts.birthDate))
        this.birthDates.push(facts.birthDate);
    }
    return subject;
  }

  add(facts: RowFacts): void {
    const subject = this.addPerson(facts);
    const type = this.cache.stepType(facts.stepType);
    if (type === 'deceased') this.deceased = true;
    const agency = this.cache.agency(facts.ori, facts.agency, facts.county);
    let draft = this.draftOf(subject, facts.order);
    if (!draft) {
      draft = new CountDraft(subject, facts.order, facts, type, agency, this.cache);
      this.subjects[subject]!.counts?.set(facts.order, draft);
      this.drafts.push(draft);
    }
    if (facts.eventDate === UNREADABLE_DATE || facts.dispositionDate === UNREADABLE_DATE)
      this.note('unreadable-date', facts);
    draft.add(facts, type, agency, this.cache);
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
      deceased: this.deceased,
      incomplete: about.incomplete,
      cycles: cyclesOf(drafts),
      problems: this.problems,
    };
    this.subjects = [];
    this.drafts = [];
    this.names = [];
    this.birthDates = [];
    this.sex = '';
    this.race = '';
    this.deceased = false;
    this.problems = [];
    this.lastName = '';
    this.lastBirthDate = 0;
    return history;
  }

  /** The count of the subject that has the order, if there is one. Rows of a count nearly always stand together. */
  private draftOf(subject: number, order: string): CountDraft | undefined {
    const last = this.drafts[this.drafts.length - 1];
    if (last !== undefined && last.order === order && last.subject === subject) return last;
    const of = this.subjects[subject]!;
    if (order > of.greatest) {
      of.greatest = order;
      return undefined;
    }
    of.counts ??= new Map(this.drafts.filter((each) => each.subject === subject).map((each) => [each.order, each]));
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
    for (const code of problemsOfCount(draft)) this.note(code, draft.rows[0]!);
  }

  private noteBirth(): void {
    const code = problemOfBirths(this.birthDates);
    if (code) this.problems.push({ code });
  }
}

/** A count that stands identically in two joined sources is one count. */
function withoutRepeats(drafts: readonly CountDraft[]): CountDraft[] {
  const kept = new Map<string, { draft: CountDraft; sources: Set<number> }[]>();
  const result: CountDraft[] = [];
  for (const draft of drafts) {
    const key = [draft.order, draft.date, draft.agency.name, draft.agency.county, draft.charged.text].join('\0');
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
  readonly counts: ReturnType<CountDraft['toCount']>[];
}

function sameAgency(one: Agency, other: Agency): boolean {
  return one === other || (one.name === other.name && one.county === other.county && one.ori === other.ori);
}

/** Counts in their steps, steps in their cycles, each in the order of its first row. A step has one type, date and agency. */
function cyclesOf(drafts: readonly CountDraft[]): Cycle[] {
  const cycles: { subject: number; order: string; date: number; steps: StepDraft[] }[] = [];
  let cycle: (typeof cycles)[number] | undefined;
  const index = new Map<string, (typeof cycles)[number]>();
  for (const draft of drafts) {
    const order = draft.order.slice(0, 3);
    if (!cycle || cycle.order !== order || cycle.subject !== draft.subject) {
      const key = `${draft.subject}:${order}`;
      cycle = index.get(key);
      if (!cycle) {
        cycle = { subject: draft.subject, order, date: draft.cycleDate, steps: [] };
        index.set(key, cycle);
        cycles.push(cycle);
      }
    }
    if (cycle.date === 0) cycle.date = draft.cycleDate;
    const stepOrder = draft.order.slice(3, 6);
    let step: StepDraft | undefined;
    for (let at = cycle.steps.length - 1; at >= 0 && !step; at--) {
      const each = cycle.steps[at]!;
      if (
        each.order === stepOrder &&
        each.date === draft.date &&
        each.typeText === draft.typeText &&
        sameAgency(each.agency, draft.agency)
      )
        step = each;
    }
    if (!step) {
      step = {
        order: stepOrder,
        type: draft.type,
        typeText: draft.typeText,
        date: draft.date,
        agency: draft.agency,
        counts: [draft.toCount()],
      };
      cycle.steps.push(step);
    } else step.counts.push(draft.toCount());
  }
  return cycles;
}

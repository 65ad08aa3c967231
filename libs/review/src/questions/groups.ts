import { createHash } from 'node:crypto';
import { allowedAnswers, type AskedQuestion, mayHelp, type ReviewItem } from './review-item';

/** Everybody whom one answer can settle: the same question with the same answers and what follows from each. */
export interface QuestionGroup {
  /** Stable over exports: a short hash of what is asked. */
  readonly id: string;
  readonly asked: AskedQuestion;
  readonly allowed: AskedQuestion['answers'];
  readonly items: readonly ReviewItem[];
  readonly people: number;
  /** People to whom some answer gives more than what is filed now. */
  readonly helped: number;
}

/** Groups by question; most people helped first, then by the group's own id, its convictions in the order given. */
export function groupsOf(items: Iterable<ReviewItem>): readonly QuestionGroup[] {
  const drafts = new Map<string, { asked: AskedQuestion; items: ReviewItem[] }>();
  for (const item of items) {
    for (const asked of item.questions.length === 0 ? [NOTHING_OPEN] : item.questions) {
      const id = groupId(asked);
      const draft = drafts.get(id);
      if (draft) draft.items.push(item);
      else {
        const { says: _ofOne, ...ofAll } = asked;
        drafts.set(id, { asked: ofAll, items: [item] });
      }
    }
  }
  const groups = [...drafts].map(
    ([id, { asked, items: members }]): QuestionGroup => ({
      id,
      asked,
      allowed: allowedAnswers(asked),
      items: members,
      people: new Set(members.map(({ person }) => person)).size,
      helped: new Set(members.filter(({ floor }) => mayHelp(asked, floor)).map(({ person }) => person)).size,
    }),
  );
  return groups.sort(
    (a, b) =>
      Number(isOpen(b)) - Number(isOpen(a)) || b.helped - a.helped || b.people - a.people || (a.id < b.id ? -1 : 1),
  );
}

/** Convictions of which nothing is asked, exported so that they can be challenged or overridden. */
const NOTHING_OPEN: AskedQuestion = { question: '', answers: [] };

export function isOpen({ asked }: Pick<QuestionGroup, 'asked'>): boolean {
  return asked.question !== '';
}

export function groupId({ question, fact = '', answers }: AskedQuestion): string {
  if (question === '') return 'none';
  const content = JSON.stringify([question, fact, answers.map(({ value, outcome }) => [value, outcome])]);
  return `${question}-${createHash('sha256').update(content).digest('hex').slice(0, 6)}`;
}

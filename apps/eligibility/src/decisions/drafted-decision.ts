import { EVIDENCE_KINDS, evidenceKindOf } from '@clearway/case-facts';
import { type DecisionRequest } from '@clearway/contracts';
import { CodedError } from '@clearway/platform';
import { allowedAnswers, answerDecision, type Decision, type ReviewItem } from '@clearway/review';

/** A caller's decision as an event would have it, by what is asked of the conviction. Throws `decision.refused` with the field and the cure. */
export function draftedDecision(asked: DecisionRequest, item: ReviewItem): Decision {
  switch (asked.kind) {
    case 'answer': {
      const question = item.questions.find((each) => each.question === asked.question);
      if (!question)
        throw refused('question', 'this is not asked of the conviction: take an open question of its explanation');
      const answers = allowedAnswers(question);
      const decision = answerDecision({ ...question, answers }, asked.answer);
      if (!decision)
        throw refused(
          'answer',
          `this is none of the answers: give one of ${answers.map(({ value }) => value).join(', ')}`,
        );
      return decision;
    }
    case 'challenge': {
      const kind = evidenceKindOf(asked.evidenceKind);
      if (!kind)
        throw refused(
          'evidenceKind',
          `this is no kind of evidence that carries a challenge: give one of ${Object.keys(EVIDENCE_KINDS).join(', ')}`,
        );
      return { kind: 'challenge', ground: asked.ground, evidence: asked.evidence, evidenceKind: kind };
    }
    case 'override':
      if (asked.relief === 'none') throw refused('relief', 'an override only adds: name a relief');
      return { kind: 'override', relief: asked.relief, reason: asked.reason };
    default:
      return { kind: 'withdraw-challenge', reason: asked.reason };
  }
}

function refused(field: string, message: string): CodedError {
  return new CodedError('decision.refused', message, 'refused', [field]);
}

import { type MatchAnswer } from './codes';

/** A case that the court is asked about before a motion is drawn: one row of the list that `clearway court match export` writes. */
export interface MatchQuestion {
  /** Names the row when the answer comes back: `matchRef` of court, case number and defendant, never of a person's id. */
  readonly ref: string;
  readonly courthouse: string;
  readonly courthouseOri: string;
  readonly caseNumber: string;
  readonly otherCaseNumbers: readonly string[];
  readonly defendant: string;
  readonly counts: readonly { readonly count: number; readonly section: string; readonly convictionDate: string }[];
}

/** The court's answer to a row. */
export interface MatchReply {
  readonly ref: string;
  readonly answer: MatchAnswer;
  /** The court's present number (`renumbered`, `transferred`), else ''. */
  readonly caseNumber: string;
  /** The court that has the case now (`transferred`), else ''. */
  readonly courthouse: string;
  readonly on: string;
  readonly note: string;
}

/** What the filing planner is told of a case; `undefined` where the court was not asked or has not answered. */
export type CaseMatches = (courthouse: string, caseNumber: string, defendant: string) => MatchReply | undefined;

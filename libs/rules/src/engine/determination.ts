import {
  type Agency,
  type AppliedCorrection,
  type CaseNumber,
  type Defect,
  type Offence,
  type PartialDate,
  type Severity,
  type SourceRow,
  type Verdict,
} from '@clearway/record';
import { type AnswerName } from '../law/situation';
import { type CaseNote } from './case-facts';
import { type Outcome, type Relief, type Standing } from './relief';

export type { Outcome, Relief, Standing };

/** A question that the record leaves open, with the outcome of each answer. */
export interface Question {
  /** Stable code, such as `birth-date`, `conviction-date`, `severity`, `section`. The words come from the catalogue. */
  readonly code: string;
  readonly answers: readonly QuestionAnswer[];
  /** The fact of the situation that an answer sets; absent for a question of an election. */
  readonly fact?: AnswerName;
  /** What each source says, where sources disagree and an answer says which is right; absent otherwise. */
  readonly says?: readonly QuestionSays[];
}

/** One source's word about what a question asks. */
export interface QuestionSays {
  /** `CONVICTED on 1998-05-06`; of another count with its charge: `187 PC: CONVICTED on 1998-05-06`. */
  readonly value: string;
  readonly at: Pick<SourceRow, 'file' | 'row' | 'line' | 'page'>;
}

export interface QuestionAnswer {
  readonly answer: string;
  readonly outcome: Outcome;
  /** The value of the fact; absent for a question of an election. */
  readonly value?: string;
}

/** One rule as it was evaluated. `rule` is its code in the rule set's catalogue. */
export interface TraceStep {
  readonly rule: string;
  readonly verdict: Verdict;
  /** The verdict holds by a presumption of the statute; absent when it does not. */
  readonly presumed?: true;
  /** The facts used: name of the fact, its value as text, and where it stands (absent: derived from several places). */
  readonly facts: readonly { readonly name: string; readonly value: string; readonly at?: SourceRow }[];
}

/** The answer for one conviction, with its reasons. */
export interface Determination {
  readonly outcome: Outcome;
  readonly relief: Relief;
  /**
   * With open questions: the relief that holds under every answer, filed now. Without: what is left should the People
   * disprove what the statute presumes; equal to `relief` when nothing is presumed.
   */
  readonly floor: Relief;
  readonly questions: readonly Question[];
  readonly standing: Standing;
  /** `Eligibility Determination` in the words of the earlier tools' column. */
  readonly determination: string;
  /** `Eligibility Reason` in the words of the earlier tools' column. */
  readonly reason: string;
  /** Codes of the rules that decide, in their order; none where an open question keeps them from it. */
  readonly decidedBy: readonly string[];
  /**
   * The ground of what is filed, where that is more than the statute gives, as counsel wrote it: of the relief, or with open
   * questions of the floor. '' for relief of the statute and for replays.
   */
  readonly authority: string;
  /** Remedies beside this relief, by code: `destruction`, `reduction-17b`, `juvenile-petition`. */
  readonly otherRemedies: readonly string[];
  /** The court has no record of the case any more (HS 11361.5): nothing is filed, and that is a normal end. */
  readonly noRecord?: true;
  /** Every rule in order; the first that applies decides, the rest are evaluated all the same. */
  readonly trace: readonly TraceStep[];
}

/** A conviction of the requested county that the policy had to decide. */
export interface DecidedConviction {
  /** Stable within the person: index of the subject and CNT_ORDER, `0:101002001000`. */
  readonly key: string;
  /** The row that carries the annotations: the first convicted row of the count. */
  readonly row: SourceRow;
  readonly offence: Offence;
  /** As printed on paper: `HS 11357(a)`, `attempt (PC 664) HS 11358`. */
  readonly citation: string;
  /** Words of the charge after the section, as the state writes them. */
  readonly chargeText: string;
  readonly severity: Severity;
  readonly convictedOn: PartialDate;
  readonly court: Agency;
  /** The prosecuting agency whose filing this is, by name (`LOS ANGELES COUNTY DISTRICT ATTORNEY`). */
  readonly prosecutor: string;
  readonly caseNumbers: readonly CaseNumber[];
  /** What the relief does to its case, see `CaseEffect`. */
  readonly caseEffect: CaseEffect;
  readonly determination: Determination;
  /** Hash of what the record says of it: present where a question is open or something is known beside the record. */
  readonly basis?: string;
  /** Present where something is known beside the record. */
  readonly caseNote?: CaseNote;
  /** Every row of the count, where a source that is no state file names it; absent where none does. */
  readonly namedBy?: readonly Pick<SourceRow, 'file' | 'row' | 'line' | 'page'>[];
  /** The case number may lack zeros in front: a spreadsheet program has stored it as a number. */
  readonly caseNumberInDoubt?: true;
  /** What the state finds its record by; absent in decisions that a version before this one wrote. */
  readonly matchKeys?: MatchKeys;
}

/**
 * What the state's record of a conviction is found by when a court reports what it ordered (Pen. Code, § 13151). For the confidential file
 * that goes with an order and for nothing else: never on paper, in a log or in a message about an error.
 */
export interface MatchKeys {
  /** '' like every text here, 0 like every date, where the record has none. */
  readonly cii: string;
  readonly birthDate: PartialDate;
  readonly arrestDate: PartialDate;
  readonly arrestingOri: string;
  /** The arresting agency's own number of the arrest. */
  readonly bookingNumber: string;
  /** The state's code of the charge. */
  readonly chargeCode: string;
}

/** Whole case: every count of the person's case falls and the arrest with it; else only this count. */
export type CaseEffect = 'whole-case' | 'one-count';

/** A person with the decided convictions; what results, papers, letters and reports are made from. */
export interface DecidedPerson {
  readonly person: string;
  readonly name: string;
  readonly otherNames: readonly string[];
  readonly ciis: readonly string[];
  readonly subjectIds: readonly string[];
  readonly deceased: boolean;
  readonly incomplete: boolean;
  readonly problems: readonly string[];
  readonly convictions: readonly DecidedConviction[];
  readonly facts: PersonFacts;
  /** Every conviction of the person (all counties, all sections): what the impact numbers are counted from. */
  readonly record: readonly RecordLine[];
  /** Rows that need a note although they carry no conviction that was decided: `Possible Other P64 Charges`. */
  readonly notes: readonly { readonly row: Pick<SourceRow, 'file' | 'row'>; readonly possibleOtherCharge: string }[];
  /** What the record cannot tell, and what that keeps from relief; absent when nothing, or when the run did not ask. */
  readonly defects?: readonly PricedDefect[];
  /** Convictions, by key, that several defects keep from relief together and none alone; absent when none. */
  readonly keptTogether?: readonly string[];
  /** What became of corrections of the record; absent when there are none. */
  readonly corrections?: readonly AppliedCorrection[];
}

/** A defect of the record with its price. */
export interface PricedDefect extends Defect {
  /** Convictions, by key, for which more relief would be filed with this defect mended. */
  readonly keeps: readonly string[];
}

/** A line of the person's record, for the effect on the whole record. */
export interface RecordLine {
  readonly key: string;
  readonly severity: Severity;
  readonly convictedOn: PartialDate;
  /** Present where it was decided. */
  readonly outcome?: Outcome;
}

/** The columns of the earlier tools that say something about the whole person. */
export interface PersonFacts {
  readonly convictions: number;
  readonly superStrikes: readonly string[];
  readonly sexOffences: readonly string[];
  readonly sexOffenderRegistration: boolean;
  /** Most recent full conviction date, 0 when none is known. */
  readonly lastConviction: PartialDate;
  readonly prop64: number;
  readonly bySection: Readonly<Record<'11357' | '11358' | '11359' | '11360', number>>;
}

import { type Correction, type DraftCorrection, type RefusedDraft } from '@clearway/record';
import { type Certificate, type DraftDecision, type MadeOf, type WorkbookProblem } from '@clearway/review';

/** What the reviewing thread is asked for; files by their place in the content store. */
export type ReviewingTask =
  | {
      readonly what: 'workbook';
      readonly decisions: readonly string[];
      readonly policy: string;
      readonly names: readonly string[];
      readonly all: boolean;
      /** Questions about who is one person; absent when there are none. */
      readonly asks?: string;
    }
  | {
      readonly what: 'public-defender';
      readonly decisions: readonly string[];
      readonly format: 'csv' | 'pdf';
      readonly county: string;
      readonly asOf: number;
    }
  | { readonly what: 'sample'; readonly results: readonly string[]; readonly sample: number; readonly seed: string }
  | { readonly what: 'import'; readonly workbook: string; readonly partial: boolean }
  /** `rows`: the run's data_quality_rows.csv. */
  | { readonly what: 'worklist'; readonly rows: string; readonly kind: string; readonly madeOf: readonly MadeOf[] }
  | {
      readonly what: 'import-worklist';
      readonly workbook: string;
      readonly partial: boolean;
      /** SHA-256 of the inputs of the run. */
      readonly inputs: readonly string[];
      readonly today: number;
    }
  /** `histories`: blobs of the run; `standing`: corrections in force of the people whom the drafts name. */
  | {
      readonly what: 'judge-corrections';
      readonly histories: readonly string[];
      readonly drafts: readonly DraftCorrection[];
      readonly standing: readonly Correction[];
      readonly today: number;
    }
  | { readonly what: 'certificate'; readonly workbook: string };

export interface ReviewingReplies {
  readonly workbook: {
    readonly bytes: Uint8Array;
    readonly questions: number;
    readonly rows: number;
    readonly samePerson: number;
  };
  readonly 'public-defender': { readonly bytes: Uint8Array; readonly challenged: number; readonly leftOut: number };
  readonly sample: {
    readonly bytes: Uint8Array;
    readonly drawn: number;
    readonly size: number;
    readonly strata: number;
  };
  readonly import: {
    readonly taken: boolean;
    readonly drafts: readonly DraftDecision[];
    readonly cannotTell: number;
    readonly problems: readonly WorkbookProblem[];
  };
  /** No items: the run has no defect of the kind. */
  readonly worklist: { readonly bytes: Uint8Array; readonly items: number; readonly kinds: readonly string[] };
  readonly 'import-worklist': {
    readonly taken: boolean;
    readonly drafts: readonly DraftCorrection[];
    /** Does it say which files it was made of? */
    readonly saysMadeOf: boolean;
    readonly problems: readonly WorkbookProblem[];
  };
  readonly 'judge-corrections': { readonly refused: readonly RefusedDraft[] };
  readonly certificate: { readonly certificate: Certificate | null; readonly problems: readonly WorkbookProblem[] };
}

export type ReviewingReply = ReviewingReplies[keyof ReviewingReplies];

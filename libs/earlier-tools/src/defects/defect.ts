import { type Input } from './input';

/** A defect of the earlier tools: which rows show it. A predicate over the input, never over what was decided. */
export interface Defect {
  /** Its id in the list of defects: `G7`, `L2`. */
  readonly id: string;
  readonly words: string;
  readonly shows: (input: Input) => boolean;
}

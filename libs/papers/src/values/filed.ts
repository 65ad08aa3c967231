import { type Packet } from '../filing/filing-plan';
import { type PaperValues } from './vocabulary';

/** What a paper is about: a packet, or for a notice of challenge a case without lines. */
export type Filed = Pick<Packet, 'id' | 'kind' | 'courthouse' | 'agency' | 'lines'> & {
  /** Set where the lines do not say it. */
  readonly subject?: { readonly caseNumber: string; readonly name: string; readonly otherNames: readonly string[] };
};

/** Some of the values of a paper. */
export type Values<Name extends keyof PaperValues> = Pick<PaperValues, Name>;

import { LayoutError, UnprintableTextError } from '@clearway/typesetting';
import { type FormRefusal } from './form-source';
import { type DifferenceKind } from '../read-back/read-back';

/** Why a packet is not released. Never holds a value of the paper. */
export interface PacketFault {
  /** File name within the packet. */
  readonly paper: string;
  /**
   * `over-size-limit`: a file is larger than the court takes and cannot be cut; `court-code-missing`: the court's data file has no code for a value;
   * `form-not-filled`: a value cannot be printed on the court's form, or reads otherwise than was meant.
   */
  readonly kind:
    | DifferenceKind
    | FormRefusal['refused']
    | 'unprintable-text'
    | 'layout-impossible'
    | 'over-size-limit'
    | 'court-code-missing'
    | 'form-not-filled';
  /** From 1; 0 where no page is meant. */
  readonly page: number;
  /** Characters without a font, `U+0378`; what is wrong with a form, or with which of its fields; a column. */
  readonly detail: string;
}

/** `motion.pdf text-differs page 1; order.pdf ...`. */
export function faultWords(faults: readonly PacketFault[]): string {
  return faults
    .map(({ paper, kind, page, detail }) =>
      [paper, kind, page > 0 ? `page ${page}` : '', detail].filter((part) => part !== '').join(' '),
    )
    .join('; ');
}

/** The fault that an error of drawing stands for; another error is thrown on. */
export function faultOf(paper: string, error: unknown): PacketFault {
  if (error instanceof UnprintableTextError)
    return { paper, kind: 'unprintable-text', page: 0, detail: error.characters.join(' ') };
  if (error instanceof LayoutError) return { paper, kind: 'layout-impossible', page: 0, detail: '' };
  throw error;
}

import { IDENTITY, type Matrix, times } from '../../printed-text/matrix';
import { type ContentOperator } from './content-operators';

/** Follows a content stream's matrices, to know where its text begins. */
export class TextPlaces {
  private current: Matrix = IDENTITY;
  private readonly saved: Matrix[] = [];
  private line: Matrix = IDENTITY;
  private fontSize = 1;
  private leading = 0;

  take({ operator, operands }: ContentOperator): void {
    const number = (i: number): number => Number(operands[i] ?? 0) || 0;
    switch (operator) {
      case 'q':
        this.saved.push(this.current);
        break;
      case 'Q':
        this.current = this.saved.pop() ?? IDENTITY;
        break;
      case 'cm':
        this.current = times([number(0), number(1), number(2), number(3), number(4), number(5)], this.current);
        break;
      case 'BT':
        this.line = IDENTITY;
        break;
      case 'Tf':
        this.fontSize = number(1);
        break;
      case 'Tm':
        this.line = [number(0), number(1), number(2), number(3), number(4), number(5)];
        break;
      case 'TL':
        this.leading = number(0);
        break;
      case 'TD':
        this.leading = -number(1);
        this.line = times([1, 0, 0, 1, number(0), number(1)], this.line);
        break;
      case 'Td':
        this.line = times([1, 0, 0, 1, number(0), number(1)], this.line);
        break;
      case 'T*':
      case "'":
      case '"':
        this.line = times([1, 0, 0, 1, 0, -this.leading], this.line);
        break;
      default:
        break;
    }
  }

  /** Where the line of text begins now, in points, and how high its letters are. */
  at(): { readonly x: number; readonly y: number; readonly size: number } {
    const [, , c, d, x, y] = times(this.line, this.current);
    return { x, y, size: Math.abs(this.fontSize) * Math.hypot(c, d) };
  }
}

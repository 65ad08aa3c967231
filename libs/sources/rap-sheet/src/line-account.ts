import { type LineUse, type RapSheet } from './rap-sheet';
import { type SheetLine } from './lines/sheet-line';

/** What became of the lines of a sheet: `used + furniture + unread` is `lines`, the number of lines that the file has. */
export interface LineAccount {
  readonly lines: number;
  readonly used: number;
  readonly furniture: number;
  readonly unread: number;
  readonly unreadLines: readonly {
    readonly line: SheetLine;
    readonly why: Extract<LineUse, { kind: 'unread' }>['why'];
  }[];
}

export function lineAccountOf({ lines, uses }: RapSheet): LineAccount {
  const count = (kind: LineUse['kind']): number => uses.filter((each) => each.kind === kind).length;
  const unreadLines = lines.flatMap((line, i) => {
    const use = uses[i];
    return use?.kind === 'unread' ? [{ line, why: use.why }] : [];
  });
  return {
    lines: lines.length,
    used: count('used'),
    furniture: count('furniture'),
    unread: count('unread'),
    unreadLines,
  };
}

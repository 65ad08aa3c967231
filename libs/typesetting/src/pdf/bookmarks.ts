import { type ObjectFile } from './object-file';
import { num, textString } from './pdf-syntax';

export interface Bookmark {
  readonly title: string;
  /** Object number of the page. */
  readonly page: number;
  /** In points from the bottom of the page. */
  readonly top: number;
  /** From 1; a line belongs to the last line above it with a lower level. */
  readonly level: number;
}

interface Entry {
  readonly id: number;
  readonly bookmark?: Bookmark;
  readonly kids: Entry[];
}

/** Writes the outline and gives its object number; nothing where there are no bookmarks. */
export function writeBookmarks(file: ObjectFile, bookmarks: readonly Bookmark[]): number | undefined {
  if (bookmarks.length === 0) return undefined;
  const top: Entry = { id: file.reserve(), kids: [] };
  const path: Entry[] = [top];
  for (const bookmark of bookmarks) {
    const entry: Entry = { id: file.reserve(), bookmark, kids: [] };
    const level = Math.min(bookmark.level, path.length);
    path.length = level;
    (path[level - 1] as Entry).kids.push(entry);
    path.push(entry);
  }
  const kidsOf = ({ kids }: Entry): string =>
    kids.length === 0 ? '' : `/First ${(kids[0] as Entry).id} 0 R/Last ${(kids[kids.length - 1] as Entry).id} 0 R`;
  const write = (entry: Entry): void =>
    entry.kids.forEach((kid, i) => {
      const { title, page, top: y } = kid.bookmark as Bookmark;
      const before = i === 0 ? '' : `/Prev ${(entry.kids[i - 1] as Entry).id} 0 R`;
      const after = i === entry.kids.length - 1 ? '' : `/Next ${(entry.kids[i + 1] as Entry).id} 0 R`;
      const closed = kid.kids.length === 0 ? '' : `/Count -${kid.kids.length}`;
      file.set(
        kid.id,
        `<</Title${textString(title)}/Parent ${entry.id} 0 R/Dest[${page} 0 R/XYZ null ${num(y)} null]${before}${after}${kidsOf(kid)}${closed}>>`,
      );
      write(kid);
    });
  write(top);
  file.set(top.id, `<</Type/Outlines${kidsOf(top)}/Count ${top.kids.length}>>`);
  return top.id;
}

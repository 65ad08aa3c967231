import { type ObjectFile } from '../pdf/object-file';
import { type Role } from './roles';
import { type Structure } from './structure';

/** What a page or a widget says of itself: its key in the tree of parents, and which elements its marks belong to. */
export interface ParentEntry {
  /** `/StructParents` of a page, `/StructParent` of a widget. */
  readonly key: number;
  /** By mark, for a page; the one element, for a widget. */
  readonly elements: readonly number[] | number;
}

/** Keys of one leaf of the tree of parents. */
const LEAF = 32;

/** Entries that an element of a role always has. */
const OWN_ENTRIES: Partial<Record<Role, string>> = { TH: '/A<</O/Table/Scope/Column>>' };

/** Writes the structure tree; gives its root's object number and the first number of the row of elements. */
export function writeStructure(
  file: ObjectFile,
  structure: Structure,
  pageIds: readonly number[],
  parents: readonly ParentEntry[],
): { readonly root: number; readonly first: number } {
  const root = file.reserve();
  const tree = writeParents(file, parents);
  const first = file.reserveRow(structure.size);
  for (let element = 0; element < structure.size; element++) {
    const parent = structure.parentOf(element);
    const { page, mark, further } = structure.piecesOf(element);
    const role = structure.role(element);
    const kids: string[] = mark >= 0 ? [String(mark)] : [];
    const own = mark >= 0 ? page : (further[0]?.page ?? -1);
    for (const piece of further) {
      const on = piece.page === own ? '' : `/Pg ${pageIds[piece.page] as number} 0 R`;
      if ('object' in piece) kids.push(`<</Type/OBJR${on}/Obj ${piece.object} 0 R>>`);
      else kids.push(on === '' ? String(piece.mark) : `<</Type/MCR${on}/MCID ${piece.mark}>>`);
    }
    structure.eachKid(element, (kid) => kids.push(`${first + kid} 0 R`));
    const content = kids.length === 0 ? '' : kids.length === 1 ? `/K ${kids[0] as string}` : `/K[${kids.join(' ')}]`;
    file.set(
      first + element,
      `<</S/${role}/P ${parent < 0 ? root : first + parent} 0 R${own < 0 ? '' : `/Pg ${pageIds[own] as number} 0 R`}${OWN_ENTRIES[role] ?? ''}${structure.entriesOf(element)}${content}>>`,
    );
  }
  const next = parents.reduce((most, { key }) => Math.max(most, key + 1), 0);
  file.set(root, `<</Type/StructTreeRoot/K ${first} 0 R/ParentTree ${tree(first)} 0 R/ParentTreeNextKey ${next}>>`);
  return { root, first };
}

/** The tree from keys to elements. Its objects are numbered before the elements and written when their first number is known. */
function writeParents(file: ObjectFile, parents: readonly ParentEntry[]): (first: number) => number {
  const sorted = [...parents].sort((a, b) => a.key - b.key);
  const leaves: { readonly id: number; readonly entries: readonly ParentEntry[] }[] = [];
  for (let i = 0; i < sorted.length; i += LEAF) leaves.push({ id: file.reserve(), entries: sorted.slice(i, i + LEAF) });
  const top = leaves.length === 1 ? (leaves[0] as { id: number }).id : file.reserve();
  return (first) => {
    const nums = (entries: readonly ParentEntry[]): string =>
      entries
        .map(
          ({ key, elements: of }) =>
            `${key} ${typeof of === 'number' ? `${first + of} 0 R` : `[${of.map((element) => `${first + element} 0 R`).join(' ')}]`}`,
        )
        .join(' ');
    for (const { id, entries } of leaves) {
      const limits =
        leaves.length === 1 ? '' : `/Limits[${entries[0]?.key ?? 0} ${entries[entries.length - 1]?.key ?? 0}]`;
      file.set(id, `<<${limits}/Nums[${nums(entries)}]>>`);
    }
    if (leaves.length !== 1)
      file.set(
        top,
        leaves.length === 0 ? '<</Nums[]>>' : `<</Kids[${leaves.map(({ id }) => `${id} 0 R`).join(' ')}]>>`,
      );
    return top;
  };
}

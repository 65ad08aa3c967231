import { LayoutError } from '../errors';
import { textString } from '../pdf/pdf-syntax';
import { CONTAINERS, type Artifact, ROLES, type Role } from './roles';

const GROW = 2;
const NOTHING = -1;
const ROLE_NUMBERS = new Map<Role, number>(ROLES.map((role, i) => [role, i]));

/** A piece of an element: marked content on a page, or a form field's widget. */
export type Piece =
  | { readonly page: number; readonly mark: number }
  | { readonly page: number; readonly object: number };

/**
 * The structure tree of a document in the making. Elements are rows of numbers, because a table of 40,000 rows has
 * 320,000 of them. What is drawn while an element is open belongs to it; what is drawn inside of `artifact` belongs to none.
 */
export class Structure {
  private roles = new Uint8Array(256);
  private parents = new Int32Array(256).fill(NOTHING);
  private firstKids = new Int32Array(256).fill(NOTHING);
  private lastKids = new Int32Array(256).fill(NOTHING);
  private nextKids = new Int32Array(256).fill(NOTHING);
  private pages = new Int32Array(256).fill(NOTHING);
  private marks = new Int32Array(256).fill(NOTHING);
  private readonly further = new Map<number, Piece[]>();
  private readonly entries = new Map<number, string>();
  private count = 0;
  private open = NOTHING;
  private held: Artifact | undefined;

  constructor() {
    this.open = this.append('Document', NOTHING);
  }

  get size(): number {
    return this.count;
  }

  get openRole(): Role {
    return this.role(this.open);
  }

  /** What is drawn now stands outside of the content, as this kind. */
  get artifactKind(): Artifact | undefined {
    return this.held;
  }

  /** Opens an element below the open one. `entries` are further entries of its dictionary, as PDF writes them. */
  begin(role: Role, entries = ''): number {
    this.open = this.append(role, this.open);
    if (entries !== '') this.entries.set(this.open, entries);
    return this.open;
  }

  end(role: Role): void {
    if (this.role(this.open) !== role) throw new LayoutError(`a ${role} was closed that is not open`);
    this.open = this.parents[this.open] as number;
  }

  /** Runs `draw` inside of an element. */
  within<T>(role: Role, draw: () => T, entries = ''): T {
    this.begin(role, entries);
    const result = draw();
    this.end(role);
    return result;
  }

  /** Runs `draw` outside of the content: rules, numbers, footers, heads that stand again. */
  artifact<T>(kind: Artifact, draw: () => T): T {
    const before = this.held;
    this.held = kind;
    const result = draw();
    this.held = before;
    return result;
  }

  /** The element that takes what is drawn now; a paragraph of its own where only a group is open. */
  owner(): number {
    return CONTAINERS.has(this.role(this.open)) ? this.append('P', this.open) : this.open;
  }

  /** An element opened earlier is drawn on again: the cells of a row that is parted by the end of a page. */
  reopen(element: number): void {
    this.open = element;
  }

  parentOf(element: number): number {
    return this.parents[element] as number;
  }

  role(element: number): Role {
    return ROLES[this.roles[element] as number] as Role;
  }

  /** Notes marked content `mark` of page `page` (both from 0) for an element. */
  note(element: number, page: number, mark: number): void {
    if (this.marks[element] === NOTHING && !this.further.has(element)) {
      this.pages[element] = page;
      this.marks[element] = mark;
    } else this.notePiece(element, { page, mark });
  }

  /** Notes the widget of a form field, by object number. */
  noteObject(element: number, page: number, object: number): void {
    this.notePiece(element, { page, object });
  }

  entriesOf(element: number): string {
    return this.entries.get(element) ?? '';
  }

  /** Page and mark of the first piece, -1 where there is none, and whatever comes after it. */
  piecesOf(element: number): { readonly page: number; readonly mark: number; readonly further: readonly Piece[] } {
    return {
      page: this.pages[element] as number,
      mark: this.marks[element] as number,
      further: this.further.get(element) ?? NO_PIECES,
    };
  }

  /** The elements below one, in reading order; calls instead of an array, for there are many. */
  eachKid(element: number, visit: (kid: number) => void): void {
    for (let kid = this.firstKids[element] as number; kid !== NOTHING; kid = this.nextKids[kid] as number) visit(kid);
  }

  private notePiece(element: number, piece: Piece): void {
    const pieces = this.further.get(element);
    if (pieces) pieces.push(piece);
    else this.further.set(element, [piece]);
  }

  private append(role: Role, parent: number): number {
    const element = this.count++;
    if (element >= this.parents.length) this.grow();
    this.roles[element] = ROLE_NUMBERS.get(role) as number;
    this.parents[element] = parent;
    if (parent === NOTHING) return element;
    const last = this.lastKids[parent] as number;
    if (last === NOTHING) this.firstKids[parent] = element;
    else this.nextKids[last] = element;
    this.lastKids[parent] = element;
    return element;
  }

  private grow(): void {
    const size = this.parents.length * GROW;
    const wider = (from: Int32Array): Int32Array<ArrayBuffer> => {
      const to = new Int32Array(size).fill(NOTHING, from.length);
      to.set(from);
      return to;
    };
    const roles = new Uint8Array(size);
    roles.set(this.roles);
    this.roles = roles;
    this.parents = wider(this.parents);
    this.firstKids = wider(this.firstKids);
    this.lastKids = wider(this.lastKids);
    this.nextKids = wider(this.nextKids);
    this.pages = wider(this.pages);
    this.marks = wider(this.marks);
  }
}

/** The entry with which an element says what it is called. */
export function titleEntry(title: string): string {
  return `/T${textString(title)}`;
}

/** The entry with which a figure says in words what it shows. */
export function alternativeEntry(words: string): string {
  return `/Alt${textString(words)}`;
}

const NO_PIECES: readonly Piece[] = [];

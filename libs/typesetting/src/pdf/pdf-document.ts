import { type CalendarDate } from './calendar-date';
import { EmbeddedFonts } from './embedded-fonts';
import { FormFields } from './form-fields';
import { type Bookmark, writeBookmarks } from './bookmarks';
import { metadataOf } from './metadata';
import { ObjectFile } from './object-file';
import { Page } from './page';
import { num, textString } from './pdf-syntax';
import { SharedDrawing } from './shared-drawing';
import { Structure } from '../tags/structure';
import { type ParentEntry, writeStructure } from '../tags/write-structure';

export interface DocumentInfo {
  readonly title: string;
  /** BCP 47, `en-US`. */
  readonly language: string;
  /** The date that the file states as its own: the run's as-of date, never a clock's. */
  readonly date: CalendarDate;
  readonly author?: string;
  readonly subject?: string;
}

/** US letter in points. */
export const LETTER = { width: 612, height: 792 } as const;

/** A PDF file in the making, tagged as PDF/UA-1 asks. The same calls give the same bytes. */
export class PdfDocument {
  private readonly file = new ObjectFile();
  private readonly fonts = new EmbeddedFonts(this.file);
  private readonly pageTree = this.file.reserve();
  private readonly resources = this.file.reserve();
  private readonly drawings = new Map<string, SharedDrawing>();
  private readonly bookmarks: Bookmark[] = [];
  private keys = 0;
  readonly pages: Page[] = [];
  readonly structure = new Structure();
  readonly fields = new FormFields(this.file, this.fonts, this.structure, () => this.keys++);

  constructor(private readonly info: DocumentInfo) {}

  addPage(size: { readonly width: number; readonly height: number } = LETTER): Page {
    const page = new Page(this.file.reserve(), this.pages.length, size.width, size.height, this.fonts, this.structure);
    this.pages[this.pages.length - 1]?.settle();
    this.pages.push(page);
    return page;
  }

  /** Puts a drawing that many pages have in common below a page: it is written once, the first time that its name is used. */
  drawUnder(page: Page, name: string, draw: (on: SharedDrawing) => void): void {
    let drawing = this.drawings.get(name);
    if (!drawing) {
      drawing = new SharedDrawing(this.file.reserve(), this.fonts);
      draw(drawing);
      this.drawings.set(name, drawing);
    }
    page.under.push(name);
  }

  /** A line of the outline that viewers show beside the pages; `level` from 1. */
  bookmark(title: string, page: Page, top: number, level = 1): void {
    this.bookmarks.push({ title, page: page.id, top, level });
  }

  /** Closes the file; nothing may be drawn afterwards. */
  toBytes(): Uint8Array {
    const { file, structure, info } = this;
    const parents: ParentEntry[] = [];
    for (const page of this.pages) {
      const content = file.addText(page.content());
      const key = this.keys++;
      parents.push({ key, elements: page.marked });
      const annotations = page.widgets.length > 0 ? `/Annots[${page.widgets.map((id) => `${id} 0 R`).join(' ')}]` : '';
      file.set(
        page.id,
        `<</Type/Page/Parent ${this.pageTree} 0 R/MediaBox[0 0 ${num(page.width)} ${num(page.height)}]/Resources ${this.resources} 0 R/Contents ${content} 0 R${annotations}/Tabs/S/StructParents ${key}>>`,
      );
    }
    const form = this.fields.finish();
    const drawings = [...this.drawings].map(([name, drawing]) => `/${name} ${drawing.write(file)} 0 R`).join('');
    file.set(this.resources, `<</Font<<${this.fonts.finish()}>>${drawings === '' ? '' : `/XObject<<${drawings}>>`}>>`);
    file.set(
      this.pageTree,
      `<</Type/Pages/Count ${this.pages.length}/Kids[${this.pages.map(({ id }) => `${id} 0 R`).join(' ')}]>>`,
    );
    const outline = writeBookmarks(file, this.bookmarks);
    const metadata = file.addPlain(metadataOf(info), '/Type/Metadata/Subtype/XML');
    const { title, author, subject } = info;
    const stamp = `(D:${String(info.date).padStart(8, '0')}000000Z)`;
    const optional = `${author ? `/Author${textString(author)}` : ''}${subject ? `/Subject${textString(subject)}` : ''}`;
    const about = file.add(
      `<</Title${textString(title)}${optional}/Creator(Clearway)/Producer(Clearway)/CreationDate${stamp}/ModDate${stamp}>>`,
    );
    const root = file.reserve();
    const tree = writeStructure(
      file,
      structure,
      this.pages.map(({ id }) => id),
      [...parents, ...this.fields.parents],
    );
    file.set(
      root,
      `<</Type/Catalog/Pages ${this.pageTree} 0 R/Lang${textString(info.language)}/MarkInfo<</Marked true>>/StructTreeRoot ${tree.root} 0 R/Metadata ${metadata} 0 R/ViewerPreferences<</DisplayDocTitle true>>${outline === undefined ? '' : `/Outlines ${outline} 0 R`}${form === undefined ? '' : `/AcroForm ${form} 0 R`}>>`,
    );
    return file.toBytes(root, about, tree.first);
  }
}

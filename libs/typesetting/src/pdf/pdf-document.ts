import { type CalendarDate } from './calendar-date';
import { EmbeddedFonts } from './embedded-fonts';
import { FormFields } from './form-fields';
import { ObjectFile, num, textString } from './object-file';
import { Page } from './page';

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

/** A PDF file in the making. The same calls give the same bytes. */
export class PdfDocument {
  private readonly file = new ObjectFile();
  private readonly fonts = new EmbeddedFonts(this.file);
  private readonly pageTree = this.file.reserve();
  private readonly resources = this.file.reserve();
  readonly pages: Page[] = [];
  readonly fields = new FormFields(this.file, this.fonts);

  constructor(private readonly info: DocumentInfo) {}

  addPage(size: { readonly width: number; readonly height: number } = LETTER): Page {
    const page = new Page(this.file.reserve(), size.width, size.height, this.fonts);
    this.pages.push(page);
    return page;
  }

  /** Closes the file; nothing may be drawn afterwards. */
  toBytes(): Uint8Array {
    for (const page of this.pages) {
      const content = this.file.addStream(page.content());
      const annotations = page.widgets.length > 0 ? `/Annots[${page.widgets.map((id) => `${id} 0 R`).join(' ')}]/Tabs/S` : '';
      this.file.set(page.id, `<</Type/Page/Parent ${this.pageTree} 0 R/MediaBox[0 0 ${num(page.width)} ${num(page.height)}]/Resources ${this.resources} 0 R/Contents ${content} 0 R${annotations}>>`);
    }
    const form = this.fields.finish();
    this.file.set(this.resources, `<</Font<<${this.fonts.finish()}>>>>`);
    this.file.set(this.pageTree, `<</Type/Pages/Count ${this.pages.length}/Kids[${this.pages.map(({ id }) => `${id} 0 R`).join(' ')}]>>`);
    const acroForm = form === undefined ? '' : `/AcroForm ${form} 0 R`;
    const root = this.file.add(`<</Type/Catalog/Pages ${this.pageTree} 0 R/Lang${textString(this.info.language)}/ViewerPreferences<</DisplayDocTitle true>>${acroForm}>>`);
    const { title, author, subject, date } = this.info;
    const stamp = `(D:${String(date).padStart(8, '0')}000000Z)`;
    const optional = `${author ? `/Author${textString(author)}` : ''}${subject ? `/Subject${textString(subject)}` : ''}`;
    const info = this.file.add(`<</Title${textString(title)}${optional}/Creator(Clearway)/Producer(Clearway)/CreationDate${stamp}/ModDate${stamp}>>`);
    return this.file.toBytes(root, info);
  }
}

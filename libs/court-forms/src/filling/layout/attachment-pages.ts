import { breakLines, shape, textOperators, type TextFonts } from '@clearway/typesetting';
import { type LaidOut } from './lay-out-filling';

const PAGE = { width: 612, height: 792 } as const;
const MARGIN = 72;
const SIZE = 12;
const LEADING = 16;

/** A page of attachments: its content, and the role of each of its marks. */
export interface AttachmentPage {
  readonly content: string;
  readonly roles: readonly ('H1' | 'H2' | 'P')[];
}

/** How a text is referred to: what the field says of itself, on one line. */
export function attachmentHeading(number: number, tooltip: string): string {
  return `Attachment ${number}: ${tooltip.replace(/\s+/g, ' ')}`;
}

/** The texts that did not fit into their fields, on pages of their own behind the form. */
export function attachmentPages(
  { attachments }: LaidOut,
  formTitle: string,
  caption: readonly string[],
  fonts: TextFonts,
): readonly AttachmentPage[] {
  if (attachments.length === 0) return [];
  const writer = new AttachmentWriter(fonts);
  writer.paragraph('H1', `Attachment to ${formTitle}`, 14);
  for (const line of caption) writer.paragraph('P', line, SIZE);
  attachments.forEach(({ field, text }, i) => {
    writer.paragraph('H2', attachmentHeading(i + 1, field.tooltip), SIZE, 3);
    for (const paragraph of text.split(/[\r\n]+/)) if (paragraph.trim() !== '') writer.paragraph('P', paragraph, SIZE);
  });
  return writer.finish();
}

class AttachmentWriter {
  private readonly pages: { content: string; roles: ('H1' | 'H2' | 'P')[] }[] = [];
  private y = 0;

  constructor(private readonly fonts: TextFonts) {
    this.newPage();
  }

  paragraph(role: 'H1' | 'H2' | 'P', text: string, size: number, keepLines = 1): void {
    const lines = breakLines(text, PAGE.width - 2 * MARGIN, size);
    if (role !== 'P') this.y -= LEADING / 2;
    if (this.y - keepLines * LEADING < MARGIN) this.newPage();
    let open = false;
    for (const line of lines) {
      if (this.y - LEADING < MARGIN) {
        if (open) this.page.content += 'EMC\n';
        open = false;
        this.newPage();
      }
      if (!open) this.page.content += `/${role}<</MCID ${this.page.roles.push(role) - 1}>>BDC\n`;
      open = true;
      this.y -= LEADING;
      this.page.content += `${textOperators(MARGIN, this.y, shape(line), size, this.fonts)}\n`;
    }
    if (open) this.page.content += 'EMC\n';
    this.y -= LEADING / 2;
  }

  finish(): readonly AttachmentPage[] {
    return this.pages;
  }

  private get page(): { content: string; roles: ('H1' | 'H2' | 'P')[] } {
    return this.pages[this.pages.length - 1] as { content: string; roles: ('H1' | 'H2' | 'P')[] };
  }

  private newPage(): void {
    this.pages.push({ content: '', roles: [] });
    this.y = PAGE.height - MARGIN;
  }
}

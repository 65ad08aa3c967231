import { PDFName, type PDFFont, type PDFPage, rgb, StandardFonts } from '@cantoo/pdf-lib';
import { openFormPdf } from '../edition/open-form-pdf';
import { type FormEdition, type FormField } from '../edition/form-edition';

const FIELD = rgb(0.8, 0.1, 0.1);
const INK = rgb(0, 0, 0);
const LEGEND_SIZE = 8;
const LEGEND_STEP = 11;
const MARGIN = 40;

/**
 * A copy of a form with a frame and a number on every place of a field, and the list of numbers, names, types and states behind
 * it, so that a person can see what is what while mapping. For looking at only: it has no fields.
 */
export async function previewForm(bytes: Uint8Array, edition: FormEdition): Promise<Uint8Array> {
  const { document } = await openFormPdf(bytes);
  const font = await document.embedFont(StandardFonts.Helvetica);
  const pages = document.getPages();
  edition.fields.forEach(({ places }, index) => {
    for (const { page, left, bottom, right, top } of places) {
      const on = pages[page - 1];
      if (!on) continue;
      on.drawRectangle({
        x: left,
        y: bottom,
        width: right - left,
        height: top - bottom,
        borderColor: FIELD,
        borderWidth: 0.6,
      });
      on.drawText(String(index + 1), { x: left + 1, y: top - 6, size: 6, font, color: FIELD });
    }
  });
  for (const page of pages) page.node.delete(PDFName.of('Annots'));
  document.catalog.delete(PDFName.of('AcroForm'));
  let page: PDFPage | undefined;
  let y = 0;
  for (const [index, field] of edition.fields.entries()) {
    for (const line of legend(index + 1, field, font)) {
      if (!page || y < MARGIN) {
        page = document.addPage([612, 792]);
        y = 792 - MARGIN;
      }
      page.drawText(line, { x: MARGIN, y, size: LEGEND_SIZE, font, color: INK });
      y -= LEGEND_STEP;
    }
  }
  return document.save({ updateFieldAppearances: false });
}

function legend(number: number, { name, type, states, tooltip, label }: FormField, font: PDFFont): string[] {
  const seen = [
    ...(tooltip === '' ? [] : [`tooltip: ${tooltip}`]),
    ...(label === '' || label === tooltip ? [] : [`beside it: ${label}`]),
  ];
  return [
    `${number}  ${name}  (${type}${states.length > 0 ? `: ${states.join(', ')}` : ''})`,
    ...seen.map((each) => `      ${each}`),
  ].map((line) => fitting(writable(line, font), font));
}

/** The standard font lacks most letters: those stand as their numbers. */
function writable(text: string, font: PDFFont): string {
  const known = new Set(font.getCharacterSet());
  return [...text.replace(/\s+/g, ' ')]
    .map((character) =>
      known.has(character.codePointAt(0) as number) ? character : `\\u{${character.codePointAt(0)?.toString(16)}}`,
    )
    .join('');
}

function fitting(text: string, font: PDFFont): string {
  const width = 612 - 2 * MARGIN;
  let end = text.length;
  while (end > 10 && font.widthOfTextAtSize(text.slice(0, end), LEGEND_SIZE) > width) end -= 4;
  return end < text.length ? `${text.slice(0, end - 3)}...` : text;
}

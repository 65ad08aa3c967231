import { readFileSync } from 'node:fs';
import * as fontkit from 'fontkit';
import { type PDFDict, PDFDocument, type PDFFont, PDFName, PDFString } from '@cantoo/pdf-lib';

const WORDS =
  'petitioner requests that the court recall or dismiss the sentence under the section of the code and order the record sealed';

/** A form of the size of a court's: one page, an embedded font, twenty-one fields. No court's form, and nobody's. */
export async function sampleForm(): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false });
  document.registerFontkit(fontkit as unknown as Parameters<PDFDocument['registerFontkit']>[0]);
  const font = await document.embedFont(
    readFileSync(require.resolve('@expo-google-fonts/tinos/400Regular/Tinos_400Regular.ttf')),
    { subset: false },
  );
  const page = document.addPage([612, 792]);
  const form = document.getForm();
  page.drawText('PETITION AND ORDER', { x: 200, y: 740, size: 14, font });
  for (let i = 0; i < 10; i++) {
    const y = 700 - i * 22;
    page.drawText(`FIELD ${i + 1}:`, { x: 40, y, size: 8, font });
    const field = form.createTextField(`page1.text${i + 1}`);
    field.addToPage(page, { x: 110, y: y - 4, width: 220, height: 14, borderWidth: 0, font });
    tooltip(field.acroField.dict, `Field ${i + 1}`);
  }
  for (let i = 0; i < 11; i++) printBox(document, font, i, 470 - i * 32);
  return document.save({ useObjectStreams: true, updateFieldAppearances: false });
}

function printBox(document: PDFDocument, font: PDFFont, i: number, y: number): void {
  const page = document.getPage(0);
  page.drawText(`${i + 1}. ${WORDS}`, { x: 70, y, size: 8, font, maxWidth: 500 });
  const box = document.getForm().createCheckBox(`page1.box${i + 1}`);
  box.addToPage(page, { x: 50, y: y - 2, width: 10, height: 10, borderWidth: 0.5 });
  tooltip(box.acroField.dict, `Box ${i + 1}`);
}

function tooltip(dictionary: PDFDict, text: string): void {
  dictionary.set(PDFName.of('TU'), PDFString.of(text));
}

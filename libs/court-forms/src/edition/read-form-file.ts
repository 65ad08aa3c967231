import { createHash } from 'node:crypto';
import { type PDFDocument } from '@cantoo/pdf-lib';
import { FormFileError } from '../errors';
import { PageGlyphs } from '../printed-text/page-glyphs';
import { type PrintedWords, printedWords } from '../printed-text/page-words';
import { fieldListSha256 } from './field-list-hash';
import { fieldsOf } from './field-tree';
import { type FormEdition, type FormPage } from './form-edition';
import { type FormIdentity, formIdentity } from './form-identity';
import { labelled } from './labels';
import { openFormPdf } from './open-form-pdf';
import { PdfValues } from './pdf-values';

/** What a form's file says of itself: an edition without the name that the office gives it. */
export interface FormFile extends Omit<FormEdition, 'form' | 'edition'> {
  /** Number and edition as they are printed on the form, where they are found. */
  readonly printed: FormIdentity;
}

/**
 * Reads a court's form from the bytes of its PDF.
 * @throws FormFileError when it is no PDF, cannot be read, asks for a password, has no fields, or exists only as dynamic XFA.
 */
export async function readFormFile(bytes: Uint8Array): Promise<FormFile> {
  const { document, encrypted } = await openFormPdf(bytes);
  const values = new PdfValues(document.context);
  const catalog = document.catalog;
  const form = values.dictionary(values.get(catalog, 'AcroForm'));
  const hasXfa = values.get(form, 'XFA') !== undefined;
  const fields = fieldsOf(document, values);
  if (hasXfa && (fields.length === 0 || isDynamic(values, document))) {
    throw new FormFileError(
      'form.dynamic-xfa',
      'The form is dynamic XFA: its pages are made by one program only and stand in no file. Ask the court for the plain PDF, or print it into one with fields.',
    );
  }
  if (fields.length === 0)
    throw new FormFileError(
      'form.no-fields',
      'The PDF has no fields: a scan or a printed page cannot be filled by name. Ask the court for the form that can be filled in.',
    );
  const words = document.getPages().map((page) => wordsOf(values, page.node));
  const info = values.dictionary(document.context.trailerInfo.Info);
  const title = (values.text(values.get(info, 'Title')) ?? '').replace(/\s+/g, ' ').trim();
  return {
    title,
    printed: formIdentity(words, title),
    sha256: createHash('sha256').update(bytes).digest('hex'),
    fieldListSha256: fieldListSha256(fields),
    pages: pagesOf(document),
    fields: labelled(fields, words),
    tagged: values.dictionary(values.get(catalog, 'StructTreeRoot')) !== undefined && isMarked(values, document),
    language: values.text(values.get(catalog, 'Lang')) ?? '',
    xfa: hasXfa ? 'static' : 'none',
    javaScript: hasJavaScript(values, document),
    encrypted,
  };
}

function pagesOf(document: PDFDocument): FormPage[] {
  return document.getPages().map((page) => {
    const { width, height } = page.getMediaBox();
    return {
      width: Math.round(width * 100) / 100,
      height: Math.round(height * 100) / 100,
      rotation: ((page.getRotation().angle % 360) + 360) % 360,
    };
  });
}

type PageNode = ReturnType<PDFDocument['getPages']>[number]['node'];

function wordsOf(values: PdfValues, page: PageNode): PrintedWords[] {
  const contents = values.resolve(page.Contents());
  const parts = values.isStream(contents) ? [contents] : values.array(contents);
  const content = Buffer.concat(parts.flatMap((part) => [values.content(part) ?? new Uint8Array(), Buffer.from('\n')]));
  const glyphs = new PageGlyphs(values);
  glyphs.play(content, values.dictionary(page.Resources()));
  return printedWords(glyphs.glyphs);
}

function isMarked(values: PdfValues, document: PDFDocument): boolean {
  const marks = values.dictionary(values.get(document.catalog, 'MarkInfo'));
  return values.get(marks, 'Marked')?.toString() === 'true';
}

/** Dynamic forms say so, or ask the viewer to make the pages. */
function isDynamic(values: PdfValues, document: PDFDocument): boolean {
  return values.get(document.catalog, 'NeedsRendering')?.toString() === 'true';
}

function hasJavaScript(values: PdfValues, document: PDFDocument): boolean {
  const names = values.dictionary(values.get(document.catalog, 'Names'));
  if (values.get(names, 'JavaScript') !== undefined) return true;
  return document.context
    .enumerateIndirectObjects()
    .some(([, object]) => values.name(values.get(values.dictionary(object), 'S')) === 'JavaScript');
}

/** An edition under the names that the office gives it. */
export function asEdition({ printed: _printed, ...file }: FormFile, form: string, edition: string): FormEdition {
  return { form, edition, ...file };
}

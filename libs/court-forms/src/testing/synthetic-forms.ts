import { PDFDict, PDFDocument, PDFName, PDFNumber, PDFString, type PDFPage, StandardFonts } from '@cantoo/pdf-lib';
import { type FieldPlan } from '../filling/filling';

/** A form of two pages with every kind of field, and what a careless one ships with. No court's form. */
export interface SyntheticForm {
  readonly bytes: Uint8Array;
  readonly plan: readonly FieldPlan[];
}

const LIVECYCLE = 'topmostSubform[0].Page1[0]';

export const NAMES = {
  defendant: `${LIVECYCLE}.Defendant_ft[0]`,
  caseNumber: 'caseNumber',
  statement: 'statement',
  cells: 'cells',
  short: 'short',
  ticked: `${LIVECYCLE}.Box[0]`,
  choice: 'choice',
  county: 'county',
  granted: 'court.granted',
  date: 'court.date',
} as const;

export const PLAN: readonly FieldPlan[] = [
  { field: NAMES.defendant, kind: 'text' },
  { field: NAMES.caseNumber, kind: 'text' },
  { field: NAMES.statement, kind: 'text' },
  { field: NAMES.cells, kind: 'text' },
  { field: NAMES.short, kind: 'text', overflow: 'refuse' },
  { field: NAMES.ticked, kind: 'check' },
  { field: NAMES.choice, kind: 'check' },
  { field: NAMES.county, kind: 'check' },
  { field: NAMES.granted, kind: 'live' },
  { field: NAMES.date, kind: 'live' },
];

export async function syntheticForm({ tagged = false } = {}): Promise<SyntheticForm> {
  const document = await PDFDocument.create({ updateMetadata: false });
  const font = await document.embedFont(StandardFonts.Helvetica);
  const [first, second] = [document.addPage([612, 792]), document.addPage([612, 792])] as [PDFPage, PDFPage];
  const form = document.getForm();
  const label = (page: PDFPage, text: string, x: number, y: number): void =>
    page.drawText(text, { x, y, size: 9, font });
  label(first, 'PETITION OF NOBODY', 230, 740);
  label(first, 'DEFENDANT:', 40, 700);
  label(first, 'CASE NUMBER:', 40, 670);
  label(first, 'Conviction of section 11357', 60, 640);
  label(first, 'serving a sentence', 60, 610);
  label(first, 'sentence completed', 200, 610);
  first.drawLine({ start: { x: 40, y: 600 }, end: { x: 570, y: 600 }, thickness: 1 });
  label(first, 'STATEMENT:', 40, 580);
  label(second, 'ORDER', 280, 740);
  label(second, 'CASE NUMBER:', 40, 700);
  label(second, 'The court grants the petition.', 60, 670);
  label(second, 'Date:', 40, 640);
  const text = (name: string, tooltip: string | undefined): ReturnType<typeof form.createTextField> => {
    const field = form.createTextField(name);
    if (tooltip !== undefined) field.acroField.dict.set(PDFName.of('TU'), PDFString.of(tooltip));
    return field;
  };
  text(NAMES.defendant, 'Name of the defendant').addToPage(first, {
    x: 110,
    y: 696,
    width: 150,
    height: 14,
    borderWidth: 0,
    font,
  });
  const caseNumber = text(NAMES.caseNumber, 'Case number');
  caseNumber.addToPage(first, { x: 120, y: 666, width: 120, height: 14, borderWidth: 0, font });
  caseNumber.addToPage(second, { x: 120, y: 696, width: 120, height: 14, borderWidth: 0, font });
  const box = form.createCheckBox(NAMES.ticked);
  box.addToPage(first, { x: 42, y: 637, width: 11, height: 11 });
  const choice = form.createRadioGroup(NAMES.choice);
  choice.addOptionToPage('serving', first, { x: 42, y: 607, width: 11, height: 11 });
  choice.addOptionToPage('completed', first, { x: 182, y: 607, width: 11, height: 11 });
  const statement = text(NAMES.statement, 'Statement');
  statement.enableMultiline();
  statement.addToPage(first, { x: 40, y: 480, width: 300, height: 90, borderWidth: 1, font });
  statement.setFontSize(10);
  const cells = text(NAMES.cells, 'Number in cells');
  cells.setMaxLength(8);
  cells.enableCombing();
  cells.addToPage(first, { x: 40, y: 440, width: 160, height: 18, borderWidth: 0, font });
  cells.setFontSize(12);
  text(NAMES.short, undefined).addToPage(first, { x: 40, y: 400, width: 40, height: 14, borderWidth: 0, font });
  const county = form.createDropdown(NAMES.county);
  county.addOptions(['FRESNO', 'YOLO']);
  county.addToPage(first, { x: 40, y: 370, width: 120, height: 14, borderWidth: 0, font });
  const print = form.createButton('print');
  print.addToPage('Print', first, { x: 40, y: 30, width: 60, height: 16, font });
  const granted = form.createCheckBox(NAMES.granted);
  granted.addToPage(second, { x: 42, y: 667, width: 11, height: 11 });
  granted.check();
  text(NAMES.date, 'Date of the order').addToPage(second, { x: 80, y: 636, width: 100, height: 14, font });
  document.catalog.set(
    PDFName.of('OpenAction'),
    document.context.obj({ S: 'JavaScript', JS: PDFString.of('app.alert(1)') }),
  );
  form.acroForm.dict.set(PDFName.of('NeedAppearances'), document.context.obj(true));
  form.acroForm.dict.set(PDFName.of('XFA'), PDFString.of('<xdp/>'));
  if (tagged) tag(document, first, second);
  return { bytes: await document.save({ updateFieldAppearances: false }), plan: PLAN };
}

/** Tags: a table of one element for the text of each page, and an element for each field. */
function tag(document: PDFDocument, ...pages: readonly PDFPage[]): void {
  const { context } = document;
  document.setLanguage('es-US');
  const root = context.obj({ Type: 'StructTreeRoot' });
  const rootRef = context.register(root);
  const top = context.obj({ Type: 'StructElem', S: 'Document', P: rootRef });
  const topRef = context.register(top);
  const kids = pages.flatMap((page, i) => {
    page.node.normalize();
    const open = context.register(context.flateStream('/P<</MCID 0>>BDC'));
    const close = context.register(context.flateStream('EMC'));
    page.node.wrapContentStreams(open, close);
    page.node.set(PDFName.of('StructParents'), PDFNumber.of(i));
    const words = context.register(
      context.obj({ Type: 'StructElem', S: 'Words', P: topRef, Pg: page.ref, K: 0, Alt: PDFString.of(`words ${i}`) }),
    );
    const fields = (page.node.Annots()?.asArray() ?? []).map((widget) =>
      context.register(
        context.obj({ Type: 'StructElem', S: 'Form', P: topRef, Pg: page.ref, K: { Type: 'OBJR', Obj: widget } }),
      ),
    );
    return [words, ...fields];
  });
  top.set(PDFName.of('K'), context.obj(kids));
  root.set(PDFName.of('K'), topRef);
  root.set(PDFName.of('RoleMap'), context.obj({ Words: 'P' }));
  document.catalog.set(PDFName.of('StructTreeRoot'), rootRef);
  document.catalog.set(PDFName.of('MarkInfo'), context.obj({ Marked: true }));
  if (!(document.catalog.lookup(PDFName.of('MarkInfo')) instanceof PDFDict))
    throw new Error('the tags of the test form are broken');
}

/** Values of one invented filing. */
export function syntheticValues(i: number): Readonly<Record<string, string>> {
  return {
    [NAMES.defendant]: `DOE ${i}, JOSÉ`,
    [NAMES.caseNumber]: `BA${100000 + i}`,
    [NAMES.statement]: `First line of ${i}\nsecond line, which is long enough to be broken into two when the field is three hundred points wide`,
    [NAMES.cells]: '1234 67',
    [NAMES.short]: `N${i}`,
    [NAMES.ticked]: i % 2 === 0 ? 'Yes' : '',
    [NAMES.choice]: i % 3 === 0 ? '' : '0',
    [NAMES.county]: 'YOLO',
  };
}

import { PDFCheckBox, PDFDocument, PDFTextField } from '@cantoo/pdf-lib';
import { type FieldPlan, type Filling } from '@clearway/court-forms';

export interface SampleFilings {
  readonly plan: readonly FieldPlan[];
  /** The values of one filing, by field: a text, or the state of a box. */
  values(filing: number): Readonly<Record<string, string>>;
}

/** The last fields of a form are taken for the court's part. */
const COURTS_PART = 0.2;
const NARROW = 60;

/** Invented values for any form: most text fields filled, two boxes in three ticked, the last fields left to the court. */
export async function sampleFilings(bytes: Uint8Array): Promise<SampleFilings> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  const fields = document.getForm().getFields();
  const filled = Math.ceil(fields.length * (1 - COURTS_PART));
  const plan = fields.map((field, i): FieldPlan => {
    const kind =
      i >= filled ? 'live' : field instanceof PDFTextField ? 'text' : field instanceof PDFCheckBox ? 'check' : 'blank';
    return { field: field.getName(), kind };
  });
  const texts = fields
    .slice(0, filled)
    .flatMap((field) =>
      field instanceof PDFTextField ? [{ name: field.getName(), wide: widthOf(field) > NARROW }] : [],
    );
  const boxes = fields
    .slice(0, filled)
    .flatMap((field, i) =>
      field instanceof PDFCheckBox && i % 3 !== 0
        ? [[field.getName(), field.acroField.getOnValue()?.decodeText() ?? ''] as const]
        : [],
    );
  return {
    plan,
    values: (filing) => ({
      ...Object.fromEntries(
        texts.map(({ name, wide }, i) => [
          name,
          wide ? `${WORDS[(filing + i) % WORDS.length]} ${filing * 7 + i}` : 'CA',
        ]),
      ),
      ...Object.fromEntries(boxes),
    }),
  };
}

/** The fillings one after another; none is kept. */
export function* fillings(sample: SampleFilings, count: number): Generator<Filling> {
  for (let i = 0; i < count; i++) yield { fieldPrefix: `filing${i}`, values: sample.values(i) };
}

const WORDS = [
  'Adams',
  'Barrow',
  'Castillo',
  'Dvorak',
  'Ellison',
  'Fuentes',
  'Garner',
  'Hoang',
  'Ibarra',
  'Jensen',
  'Keller',
];

function widthOf(field: PDFTextField): number {
  return field.acroField.getWidgets()[0]?.getRectangle().width ?? 0;
}

import { type FieldPlan, type Filling } from '../filling/filling';
import { readFields, readPages } from '../filling/source/form-source';
import { PdfSource } from '../filling/source/pdf-source';

export interface SampleFilings {
  readonly plan: readonly FieldPlan[];
  /** The values of one filing, by field: a text, or the state of a box. */
  values(filing: number): Readonly<Record<string, string>>;
}

/** The last fields of a form are taken for the court's part. */
const COURTS_PART = 0.2;
const NARROW = 60;
const PUSH_BUTTON = 65536;
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

/** Invented values for any form: its text fields filled, two boxes in three ticked, the last fields left to the court. */
export async function sampleFilings(bytes: Uint8Array): Promise<SampleFilings> {
  const source = await PdfSource.open(bytes);
  const fields = readFields(source, readPages(source)).filter(
    ({ flags, type }) => type !== 'Btn' || (flags & PUSH_BUTTON) === 0,
  );
  const filled = Math.ceil(fields.length * (1 - COURTS_PART));
  const plan = fields.map(
    ({ name, type }, i): FieldPlan => ({
      field: name,
      kind: i >= filled || type === 'Sig' ? 'live' : type === 'Tx' ? 'text' : 'check',
    }),
  );
  const texts = fields
    .slice(0, filled)
    .flatMap(({ name, type, widgets }) =>
      type === 'Tx' && widgets[0] ? [{ name, wide: widgets[0].box[2] - widgets[0].box[0] > NARROW }] : [],
    );
  const boxes = fields
    .slice(0, filled)
    .flatMap(({ name, type, widgets }, i) =>
      type === 'Btn' && i % 3 !== 0 ? [[name, widgets[0]?.onState ?? ''] as const] : [],
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
export function* sampleFillings(sample: SampleFilings, count: number): Generator<Filling> {
  for (let i = 0; i < count; i++) yield { fieldPrefix: `filing${i}`, values: sample.values(i) };
}

import { PDFCheckBox, PDFDocument, PDFTextField } from '@cantoo/pdf-lib';
import { type SampleFilings, sampleFilings } from '@clearway/court-forms';
import { measure } from '../measure';
import { type BenchContext, type Measured } from '../rows';

const WARM = 5;

/** As the PDF library's own examples do it: the form is loaded, filled, flattened and saved for each filing. */
export async function fillPlain({ form, filings }: BenchContext): Promise<Measured> {
  const sample = await sampleFilings(form);
  await fill(form, sample, WARM);
  return measure(filings, () => fill(form, sample, filings));
}

async function fill(bytes: Uint8Array, sample: SampleFilings, filings: number): Promise<number> {
  let size = 0;
  for (let i = 0; i < filings; i++) {
    const document = await PDFDocument.load(bytes, { updateMetadata: false });
    const form = document.getForm();
    const values = sample.values(i);
    for (const { field, kind } of sample.plan) {
      const value = values[field];
      // Fields that only stand on a page it does not see: they stay empty.
      const found = value ? form.getFieldMaybe(field) : undefined;
      if (kind === 'text' && found instanceof PDFTextField) found.setText(value);
      if (kind === 'check' && found instanceof PDFCheckBox) found.check();
    }
    form.flatten();
    size += (await document.save()).length;
  }
  return size / filings;
}

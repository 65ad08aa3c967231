import { PDFDocument } from '@cantoo/pdf-lib';
import { measure } from '../measure';
import { type BenchContext, type Measured } from '../rows';
import { type SampleFilings, sampleFilings } from '../sample-filings';

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
      if (kind === 'text' && value) form.getTextField(field).setText(value);
      if (kind === 'check' && value) form.getCheckBox(field).check();
    }
    form.flatten();
    size += (await document.save()).length;
  }
  return size / filings;
}

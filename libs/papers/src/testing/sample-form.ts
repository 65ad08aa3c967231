import { type MappedField } from '@clearway/court-forms';
import { PDFDocument } from '@cantoo/pdf-lib';
import { type GivenForm } from '../packet/opened-forms';

/** A made-up form of one page: defendant, case number and the court's street, a box, and a field of the court's. */
export async function sampleForm(form = 'CR-400'): Promise<Exclude<GivenForm, { readonly refused: string }>> {
  const document = await PDFDocument.create({ updateMetadata: false });
  const page = document.addPage([612, 792]);
  page.drawText('PETITION OF NOBODY', { x: 200, y: 750, size: 12 });
  const fields = document.getForm();
  ['defendant', 'case', 'court', 'granted on'].forEach((name, i) =>
    fields.createTextField(name).addToPage(page, { x: 50, y: 700 - 40 * i, width: 480, height: 16 }),
  );
  fields.createCheckBox('serving').addToPage(page, { x: 50, y: 500, width: 12, height: 12 });
  const text = (value: string): MappedField['use'] => ({
    kind: 'text',
    parts: [{ value }],
    minSize: 8,
    overflow: 'refuse',
  });
  const uses: Readonly<Record<string, MappedField['use']>> = {
    defendant: text('defendant'),
    case: text('caseNumber'),
    court: text('courtStreet'),
    'granted on': { kind: 'court' },
    serving: { kind: 'check', checked: [[{ name: 'serving', not: false }]], state: 'Yes' },
  };
  return {
    form,
    edition: '2017-07-01',
    sha256: 'c'.repeat(64),
    bytes: await document.save(),
    mapping: {
      form,
      edition: '2017-07-01',
      sha256: 'd'.repeat(64),
      fields: Object.entries(uses).map(([field, use], i) => ({ field, use, confirm: false, line: i + 1 })),
    },
  };
}

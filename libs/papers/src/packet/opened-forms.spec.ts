import { PDFDocument } from '@cantoo/pdf-lib';
import { bytesInMemory, FilledPdf } from '@clearway/pdf-reading';
import { batchOf, make, PER_CASE, VOLUMES } from '../testing/made-batch';
import { sampleForm } from '../testing/sample-form';
import { openForms } from './opened-forms';

/** Names of live fields, pages and words of a filled form. */
async function read(bytes: Uint8Array | undefined): Promise<{ names: string[]; pages: number; words: string }> {
  const document = await PDFDocument.load(bytes as Uint8Array);
  const pages = [...new FilledPdf(bytesInMemory(bytes as Uint8Array)).pages()].map((page) => page());
  // The last content of a page is what was added to the form.
  const texts = pages.flatMap((page) => page.play(page.contents - 1).flatMap((mark) => mark.texts));
  const names = document
    .getForm()
    .getFields()
    .map((field) => field.getName());
  return { names, pages: pages.length, words: texts.map(({ text }) => text).join(' ') };
}

const LONG = 'X'.repeat(200);
const WITH_FORM = { 'papers: [motion, order, exhibit]': 'papers: [motion, order, exhibit, form: CR-400]' };
const JOINED = { ...VOLUMES, 'papers: [motion, order, exhibit]': 'papers: [motion, order, form: CR-400]' };

describe('courts’ own forms in packets', () => {
  const forms = async (): ReturnType<typeof openForms> => openForms([await sampleForm()]);

  it('are filled for each packet, with the courthouse’s address and the court’s part live', async () => {
    const { manifest, files, packets } = await make(batchOf(2, { ...PER_CASE, ...WITH_FORM }), {
      forms: await forms(),
    });
    expect(packets.map(({ faults }) => faults)).toEqual([[], []]);
    expect(manifest?.forms).toEqual([{ form: 'CR-400', edition: '2017-07-01', sha256: 'c'.repeat(64) }]);
    const { names, words } = await read(files.get('ba100000/form_cr-400.pdf'));
    expect(words).toContain('BA100000');
    expect(words).toContain('200 West Compton');
    expect(names).toEqual([`p${packets[0]?.packet ?? ''}.granted on`]);
  });

  it('are one file for the packets of a volume, with names of fields that stay distinct', async () => {
    const { manifest, files, packets } = await make(batchOf(5, JOINED), { forms: await forms() });
    const file = manifest?.files.find(({ kind }) => kind === 'court-form');
    expect(file).toMatchObject({ path: 'form_cr-400_001.pdf', pages: 5, packets: packets.map(({ packet }) => packet) });
    expect(new Set((await read(files.get('form_cr-400_001.pdf'))).names).size).toBe(5);
    expect(packets.reduce((sum, { pages }) => sum + pages, 0)).toBe(manifest?.totals.pages);
  });

  it('hold back the packet that a form cannot take, and no other, alone and joined', async () => {
    for (const settings of [{ ...PER_CASE, ...WITH_FORM }, JOINED]) {
      const batch = batchOf(3, settings);
      const [first, ...rest] = batch.packets;
      const lines = first?.lines.map((line) => ({ ...line, name: LONG })) ?? [];
      const changed = { ...batch, packets: [{ ...(first as NonNullable<typeof first>), lines }, ...rest] };
      const { packets, manifest } = await make(changed, { forms: await forms() });
      expect(packets.map(({ faults }) => faults.map(({ kind, detail }) => `${kind} ${detail}`))).toEqual([
        ['form-not-filled text-too-long defendant'],
        [],
        [],
      ]);
      expect(manifest?.packets).toHaveLength(2);
      expect(manifest?.files.filter(({ packets: own }) => own.includes(first?.id ?? ''))).toEqual([]);
    }
  });

  it('stand once for each person and case in a packet of many', async () => {
    const { files } = await make(batchOf(4, WITH_FORM), { forms: await forms() });
    const { names, pages } = await read(files.get('form_cr-400.pdf'));
    expect([pages, new Set(names).size]).toEqual([4, 4]);
  });

  it('change what a packet is made of when their edition does', async () => {
    const given = await sampleForm();
    const inputs = async (sha256: string): Promise<string | undefined> => {
      const opened = await openForms([{ ...given, sha256 }]);
      return (await make(batchOf(1, { ...PER_CASE, ...WITH_FORM }), { forms: opened })).manifest?.packets[0]?.inputs;
    };
    expect(await inputs('a'.repeat(64))).not.toBe(await inputs('b'.repeat(64)));
  });

  it('refuse with the reason that the office’s library gives', async () => {
    const refused = { form: 'CR-400', refused: 'form-mapping-unconfirmed', detail: 'waits for a person' } as const;
    const { packets } = await make(batchOf(1, JOINED), { forms: await openForms([refused]) });
    expect(packets[0]?.faults).toEqual([
      { paper: 'form_cr-400.pdf', kind: 'form-mapping-unconfirmed', page: 0, detail: 'waits for a person' },
    ]);
  });
});

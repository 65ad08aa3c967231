import { PDFArray, PDFCheckBox, PDFDict, PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { bytesInMemory } from '@clearway/pdf-reading';
import { readBack } from '../reading-back/read-back';
import { NAMES, syntheticForm, syntheticValues } from '../testing/synthetic-forms';
import { fillForm, fillFormBatch, type FilledFile } from './fill-form';
import { type Filling } from './filling';
import { type LoadedForm } from './master/loaded-form';
import { openForm } from './master/open-form';

const INFO = { title: 'Petitions of nobody', date: 20261123 };
const filling = (i: number, values: Readonly<Record<string, string>> = {}): Filling => ({
  fieldPrefix: `filing${i}`,
  values: { ...syntheticValues(i), ...values },
  caption: [`People v. Doe ${i}`],
});
const numbered = (fillings: readonly Filling[]): (readonly [number, Filling])[] => fillings.map((each, i) => [i, each]);

describe.each([
  ['without tags', false],
  ['with tags', true],
])('a form %s', (_, tagged) => {
  let form: LoadedForm;
  const many = [0, 1, 2, 3].map((i) => filling(i));
  const filled = (fillings: readonly Filling[]): FilledFile => {
    const { file, held } = fillFormBatch(form, fillings, INFO);
    expect(held).toEqual([]);
    return file as FilledFile;
  };
  beforeAll(async () => {
    const { bytes, plan } = await syntheticForm({ tagged });
    form = await openForm(bytes, plan);
  });

  it('is filled for many in one file, and for one', () => {
    expect(filled(many)).toMatchObject({ filings: 4, pages: 8 });
    expect(filled([filling(1)])).toMatchObject({ filings: 1, pages: 2 });
  });

  it('gives the same bytes for the same filings, whatever was filled before', () => {
    const first = filled(many);
    filled([filling(9, { [NAMES.defendant]: '王小明' })]);
    expect(Buffer.compare(filled(many).bytes, first.bytes)).toBe(0);
    expect(filled(many).sha256).toBe(first.sha256);
  });

  it('leaves only the fields of the court live: distinct, empty, with their states and tooltips', async () => {
    const document = await PDFDocument.load(filled(many).bytes, { updateMetadata: false });
    const fields = document.getForm().getFields();
    expect(fields.map((field) => field.getName())).toEqual(
      [0, 1, 2, 3].flatMap((i) => [`filing${i}.court.granted`, `filing${i}.court.date`]),
    );
    for (const field of fields) {
      expect(field.isReadOnly()).toBe(false);
      if (field instanceof PDFCheckBox) {
        expect(field.isChecked()).toBe(false);
        expect(field.acroField.getOnValue()?.decodeText()).toBe('Yes');
      }
    }
    expect(String(fields[1]?.acroField.dict.get(PDFName.of('TU')))).toBe('(Date of the order)');
  });

  it('holds no script, no XFA and nothing that asks a viewer to make up appearances', async () => {
    const { catalog } = await PDFDocument.load(filled(many).bytes, { updateMetadata: false });
    const acroForm = catalog.lookup(PDFName.of('AcroForm'), PDFDict);
    expect(['XFA', 'NeedAppearances'].filter((key) => acroForm.has(PDFName.of(key)))).toEqual([]);
    expect(['OpenAction', 'AA', 'Names'].filter((key) => catalog.has(PDFName.of(key)))).toEqual([]);
    expect(Buffer.from(filled(many).bytes).includes('JavaScript')).toBe(false);
  });

  it('has a title, the language of the form, and tags', async () => {
    const document = await PDFDocument.load(filled(many).bytes, { updateMetadata: false });
    expect(document.getTitle()).toBe(INFO.title);
    expect(document.getLanguage()).toBe(tagged ? 'es-US' : 'en-US');
    const root = document.catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict);
    const parts = root.lookup(PDFName.of('K'), PDFDict).lookup(PDFName.of('K'), PDFArray);
    expect(parts.size()).toBe(4);
    expect(root.has(PDFName.of('RoleMap'))).toBe(tagged);
    const first = parts.lookup(0, PDFDict);
    const words = JSON.stringify(String(first.lookup(PDFName.of('K'), PDFArray).lookup(0)));
    expect(words).toContain(tagged ? '/Sect' : '/P');
  });

  it('shrinks a text down to its smallest size, then attaches it and says so', () => {
    const long = 'A NAME THAT GOES ON '.repeat(12).trim();
    const shrunk = fillForm(form, filling(1, { [NAMES.defendant]: 'A NAME OF SOME LENGTH, MAX' }), INFO);
    expect(shrunk).toMatchObject({ file: { pages: 2 }, held: [] });
    const attached = fillForm(
      form,
      filling(1, { [NAMES.defendant]: long, [NAMES.statement]: `${long} `.repeat(40) }),
      INFO,
    );
    expect(attached.held).toEqual([]);
    expect(attached.file?.pages).toBe(6);
  });

  it('prints names in any script', () => {
    const names = [
      'Nguyễn Thị Phương',
      'Владимир Ђорђевић',
      'علي بن أبي طالب',
      'דוד כהן',
      '王小明',
      'សុខ វិចិត្រា',
      'राजेश कुमार',
      '김철수',
    ];
    expect(
      filled(names.map((name, i) => filling(i, { [NAMES.defendant]: name, [NAMES.statement]: `${name}\n${name}` })))
        .filings,
    ).toBe(8);
  });

  it.each([
    ['a character that no font has', { [NAMES.defendant]: 'A\u0378' }, 'character-unprintable', NAMES.defendant],
    ['a state that the form does not have', { [NAMES.ticked]: 'No' }, 'unknown-state', NAMES.ticked],
    [
      'a text that is too long and may not be attached',
      { [NAMES.short]: 'TOO LONG FOR IT' },
      'text-too-long',
      NAMES.short,
    ],
    ['a value for a field of the court', { [NAMES.date]: '2026-11-23' }, 'unknown-field', NAMES.date],
    ['a value for a field that is not there', { nothing: 'x' }, 'unknown-field', 'nothing'],
  ])('holds back a filing with %s, and no other', (__, values, kind, field) => {
    const { file, held } = fillFormBatch(form, [filling(0), filling(1, values), filling(2)], INFO);
    expect(file).toMatchObject({ filings: 2, pages: 4 });
    expect(held).toEqual([expect.objectContaining({ filing: 1, kind, field })]);
  });

  it('holds back a filing whose fields would bear the names of another', () => {
    const { file, held } = fillFormBatch(
      form,
      [filling(0), { ...filling(1), fieldPrefix: 'filing0' }, { ...filling(2), fieldPrefix: '' }],
      INFO,
    );
    expect(file?.filings).toBe(1);
    expect(held.map(({ filing: at, kind }) => [at, kind])).toEqual([
      [1, 'prefix-unusable'],
      [2, 'prefix-unusable'],
    ]);
  });

  describe('read back', () => {
    const kinds = (meant: readonly Filling[], written: readonly Filling[] = many): unknown[] =>
      readBack(form, bytesInMemory(filled(written).bytes), INFO, numbered(meant)).map(({ filing: at, kind, field }) => [
        at,
        kind,
        field,
      ]);
    const changed = (values: Readonly<Record<string, string>>): Filling[] =>
      many.map((each, i) => (i === 2 ? { ...each, values: { ...each.values, ...values } } : each));

    it('finds nothing where nothing differs', () => expect(kinds(many)).toEqual([]));

    it.each<[string, Readonly<Record<string, string>>, string, string]>([
      ['another text', { [NAMES.defendant]: 'DOE 2, JOSE' }, 'value-differs', NAMES.defendant],
      ['a text that should not be there', { [NAMES.cells]: '' }, 'value-differs', NAMES.cells],
      ['a box that should not be ticked', { [NAMES.ticked]: '' }, 'mark-differs', NAMES.ticked],
      ['another choice of a list', { [NAMES.county]: 'FRESNO' }, 'value-differs', NAMES.county],
    ])('sees %s, in its filing and no other', (__, values, kind, field) =>
      expect(kinds(changed(values))).toEqual([[2, kind, field]]),
    );

    it('sees a radio button that is another one', () => {
      expect(kinds(changed({ [NAMES.choice]: '1' }))).toEqual([
        [2, 'mark-differs', NAMES.choice],
        [2, 'mark-differs', NAMES.choice],
        [2, 'stray-content', ''],
      ]);
    });

    it('sees a value on one of two pages only', () => {
      expect(kinds(changed({ [NAMES.caseNumber]: 'BA1' })).length).toBe(2);
    });

    it('sees fields of another name, filings that are missing and pages too many', () => {
      expect(kinds(many.map((each, i) => (i === 1 ? { ...each, fieldPrefix: 'other' } : each)))).toContainEqual([
        1,
        'live-field-differs',
        NAMES.granted,
      ]);
      expect(kinds([...many, filling(4)])).toContainEqual([4, 'page-missing', '']);
      expect(kinds(many.slice(0, 3))).toContainEqual([-1, 'stray-content', '']);
    });

    it('sees values and live fields that stand somewhere else', () => {
      const { bytes } = filled(many);
      const up = form.slots.map((slot) => ({
        ...slot,
        box: [slot.box[0], slot.box[1] + 20, slot.box[2], slot.box[3] + 20] as const,
      }));
      const found = readBack({ ...form, slots: up }, bytesInMemory(bytes), INFO, numbered(many)).map(
        ({ kind }) => kind,
      );
      expect([...new Set(found)].sort()).toEqual([
        'live-field-differs',
        'mark-differs',
        'stray-content',
        'value-outside',
      ]);
      expect(found.filter((kind) => kind === 'live-field-differs')).toHaveLength(8);
    });

    it('sees an attachment that says something else', () => {
      const long = filling(1, { [NAMES.defendant]: 'A NAME THAT GOES ON '.repeat(12) });
      const other = filling(1, { [NAMES.defendant]: `${'A NAME THAT GOES ON '.repeat(12)}X` });
      expect(kinds([long], [long])).toEqual([]);
      expect(kinds([other], [long])).toEqual([[0, 'attachment-differs', NAMES.defendant]]);
      expect(kinds([{ ...long, caption: ['People v. Roe'] }], [long])).toEqual([
        [0, 'attachment-differs', NAMES.defendant],
      ]);
    });

    it('sees another edition, another title, and a damaged file', async () => {
      const { bytes } = filled(many);
      const at = (info: typeof INFO, read: Uint8Array, by = form): string[] => [
        ...new Set(readBack(by, bytesInMemory(read), info, numbered(many)).map(({ kind }) => kind)),
      ];
      expect(at({ ...INFO, title: 'Else' }, bytes)).toEqual(['file-differs']);
      expect(at(INFO, bytes.subarray(0, bytes.length - 30))).toEqual(['unreadable']);
      const other = await syntheticForm({ tagged: !tagged });
      expect(at(INFO, bytes, await openForm(other.bytes, other.plan))).toContain('form-differs');
    });
  });
});

describe('openForm', () => {
  it('sees fields that only stand on a page, and buttons of the screen go', async () => {
    const { bytes, plan } = await syntheticForm();
    const document = await PDFDocument.load(bytes, { updateMetadata: false });
    const acroForm = document.catalog.lookup(PDFName.of('AcroForm'), PDFDict);
    acroForm.set(PDFName.of('Fields'), document.context.obj([]));
    const form = await openForm(await document.save({ updateFieldAppearances: false }), plan);
    const { file, held } = fillForm(form, filling(1), INFO);
    expect(held).toEqual([]);
    const fields = (await PDFDocument.load((file as FilledFile).bytes)).getForm().getFields();
    expect(fields.map((field) => field.getName()).sort()).toEqual(['filing1.court.date', 'filing1.court.granted']);
  });

  it('refuses what is no form, and a plan for fields that are not there', async () => {
    await expect(openForm(Buffer.from('nothing'), [])).rejects.toMatchObject({ code: 'form.unusable' });
    const blank = await PDFDocument.create();
    blank.addPage();
    await expect(openForm(await blank.save(), [])).rejects.toMatchObject({ code: 'form.unusable' });
    const { bytes } = await syntheticForm();
    await expect(openForm(bytes, [{ field: 'not there', kind: 'text' }])).rejects.toMatchObject({
      code: 'form.unusable',
    });
  });
});

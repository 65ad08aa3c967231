import { PDFDocument } from '@cantoo/pdf-lib';
import { PROTECTED_BY_PASSWORD, PROTECTED_WITHOUT_PASSWORD } from '../testing/protected-forms';
import { syntheticForm, type SyntheticField } from '../testing/synthetic-form';
import { type FormField } from './form-edition';
import { readFormFile } from './read-form-file';

const field = (fields: readonly FormField[], name: string): FormField => {
  const found = fields.find((each) => each.name === name);
  if (!found) throw new Error(`no field ${name}`);
  return found;
};
const read = async (fields: readonly SyntheticField[], more = {}) =>
  readFormFile(await syntheticForm({ fields, ...more }));

describe(readFormFile.name, () => {
  it('gives every field its full name, type, states, tooltip and place', async () => {
    const { fields } = await read(
      [
        {
          name: 'top[0].Page1[0].Name_ft[0]',
          tooltip: 'NAME:',
          at: [[1, 100, 700, 200, 12]],
          maxLength: 30,
          flags: 1 << 12,
        },
        {
          name: 'top[0].Page1[0].Box[0]',
          type: 'checkbox',
          tooltip: '11357 -\nPossession',
          at: [[1, 50, 600]],
          states: ['1'],
          value: 'Off',
        },
        {
          name: 'top[0].Kind',
          type: 'radio',
          at: [
            [1, 50, 500],
            [2, 90, 500],
          ],
          states: ['felony', 'misdemeanor'],
          value: 'felony',
        },
        { name: 'sign  here', type: 'signature', at: [[2, 50, 100]] },
        { name: 'list', type: 'choice', at: [[2, 50, 200]], states: ['Fresno', 'Kern'] },
        { name: 'print', type: 'button', at: [[2, 50, 20]] },
      ],
      { pages: 2 },
    );
    expect(fields.map(({ name, type }) => [name, type])).toEqual([
      ['top[0].Page1[0].Name_ft[0]', 'text'],
      ['top[0].Page1[0].Box[0]', 'checkbox'],
      ['top[0].Kind', 'radio'],
      ['sign  here', 'signature'],
      ['list', 'choice'],
      ['print', 'button'],
    ]);
    expect(field(fields, 'top[0].Page1[0].Name_ft[0]')).toMatchObject({
      tooltip: 'NAME:',
      maxLength: 30,
      multiline: true,
      comb: false,
      fontSize: 9,
      font: 'Helv',
      places: [{ page: 1, left: 100, bottom: 700, right: 300, top: 712 }],
    });
    expect(field(fields, 'top[0].Page1[0].Box[0]')).toMatchObject({
      states: ['1'],
      shippedValue: '',
      tooltip: '11357 -\nPossession',
    });
    const kind = field(fields, 'top[0].Kind');
    expect(kind).toMatchObject({ states: ['felony', 'misdemeanor'], shippedValue: 'felony' });
    expect(kind.places.map(({ page, state }) => [page, state])).toEqual([
      [1, 'felony'],
      [2, 'misdemeanor'],
    ]);
    expect(field(fields, 'list').states).toEqual(['Fresno', 'Kern']);
  });

  it('tells a tick that ships with the form', async () => {
    const { fields } = await read([{ name: 'granted', type: 'checkbox', at: [[1, 50, 300]], value: 'Yes' }]);
    expect(field(fields, 'granted').shippedValue).toBe('Yes');
  });

  it('takes a field in several places as one, and one that only pages list', async () => {
    const { fields } = await read(
      [
        {
          name: 'case',
          at: [
            [1, 50, 700],
            [2, 60, 710],
          ],
        },
        { name: 'other', at: [[2, 50, 500]] },
      ],
      { pages: 2, orphaned: true },
    );
    expect(field(fields, 'case').places.map(({ page, left }) => [page, left])).toEqual([
      [1, 50],
      [2, 60],
    ]);
    expect(field(fields, 'other').places).toHaveLength(1);
  });

  it('keeps comb and cells, and no comb without a length', async () => {
    const { fields } = await read([
      { name: 'a', at: [[1, 50, 700]], flags: 1 << 24, maxLength: 8 },
      { name: 'b', at: [[1, 50, 600]], flags: 1 << 24 },
    ]);
    expect(fields.map(({ comb }) => comb)).toEqual([true, false]);
  });

  it('says what the file is: title, language, tags, XFA, JavaScript', async () => {
    const about = {
      title: 'CR-400 Petition',
      language: 'en-US',
      tagged: true,
      javaScript: true,
      xfa: 'static' as const,
    };
    const file = await read([{ name: 'a', at: [[1, 50, 700]] }], about);
    expect(file).toMatchObject({
      title: 'CR-400 Petition',
      language: 'en-US',
      tagged: true,
      javaScript: true,
      xfa: 'static',
      encrypted: false,
      pages: [{ width: 612, height: 792, rotation: 0 }],
    });
    expect(await read([{ name: 'a', at: [[1, 50, 700]] }])).toMatchObject({
      title: '',
      language: '',
      tagged: false,
      javaScript: false,
      xfa: 'none',
    });
  });

  it('finds number and edition where they are printed', async () => {
    const words = [[1, 40, 40, 'CR-400 [New July 1, 2017]']] as const;
    expect((await read([{ name: 'a', at: [[1, 50, 700]] }], { words })).printed).toEqual({
      form: 'CR-400',
      edition: '2017-07-01',
    });
    const foot = [
      [1, 40, 40, '(Jan 2026)'],
      [1, 40, 400, 'Rev. July 2001'],
    ] as const;
    expect((await read([{ name: 'a', at: [[1, 50, 700]] }], { words: foot })).printed).toEqual({
      form: '',
      edition: '2026-01',
    });
  });

  it('finds the words beside a field', async () => {
    const { fields } = await read(
      [
        { name: 'n', at: [[1, 120, 700]], label: 'DEFENDANT:' },
        { name: 'c', type: 'checkbox', at: [[1, 50, 600]], label: '11358 - Cultivation' },
        { name: 'd', type: 'checkbox', at: [[1, 300, 600]], label: '11359 - Sale' },
        { name: 's', at: [[1, 50, 300]] },
        { name: 'row1', at: [[1, 50, 500, 100, 12]] },
        { name: 'row2', at: [[1, 50, 487, 100, 12]] },
      ],
      {
        words: [
          [1, 55, 290, 'Signature of attorney'],
          [1, 55, 516, 'Charge'],
        ],
      },
    );
    expect(fields.map(({ label }) => label)).toEqual([
      'DEFENDANT:',
      '11358 - Cultivation',
      '11359 - Sale',
      'Signature of attorney',
      'Charge',
      'Charge [2]',
    ]);
  });

  it('keeps the hash of the field list when the file is only saved again, and not when a box changes its place', async () => {
    const fields: readonly SyntheticField[] = [
      { name: 'a', at: [[1, 50, 700]] },
      { name: 'b', type: 'checkbox', at: [[1, 50, 600]] },
    ];
    const bytes = await syntheticForm({ fields });
    const again = await (
      await PDFDocument.load(bytes, { updateMetadata: false })
    ).save({ updateFieldAppearances: false });
    const [first, second] = [await readFormFile(bytes), await readFormFile(again)];
    expect(second.sha256).not.toBe(first.sha256);
    expect(second.fieldListSha256).toBe(first.fieldListSha256);
    const moved = await read([
      { name: 'a', at: [[1, 50, 700]] },
      { name: 'b', type: 'checkbox', at: [[1, 50, 580]] },
    ]);
    expect(moved.fieldListSha256).not.toBe(first.fieldListSha256);
    const aside = await read([
      { name: 'a', at: [[1, 50, 700]] },
      { name: 'b', type: 'checkbox', at: [[1, 70, 600]] },
    ]);
    expect(new Set([first, moved, aside].map(({ fieldListSha256 }) => fieldListSha256)).size).toBe(3);
  });

  it('refuses what cannot be a form, with the reason', async () => {
    const code = async (bytes: Promise<Uint8Array> | Uint8Array): Promise<string> =>
      readFormFile(await bytes).then(
        () => 'read',
        (error: { code: string }) => error.code,
      );
    expect(await code(Buffer.from('<html>not found</html>'))).toBe('form.not-a-pdf');
    expect(await code(Buffer.from('%PDF-1.7\nnothing more'))).toBe('form.unreadable');
    expect(await code(syntheticForm({ fields: [] }))).toBe('form.no-fields');
    expect(await code(syntheticForm({ fields: [], xfa: 'static' }))).toBe('form.dynamic-xfa');
    expect(await code(syntheticForm({ fields: [{ name: 'a', at: [[1, 50, 700]] }], xfa: 'dynamic' }))).toBe(
      'form.dynamic-xfa',
    );
    expect(
      await code(
        syntheticForm({
          fields: [
            { name: 'a', at: [[1, 50, 700]] },
            { name: 'a', type: 'checkbox', at: [[1, 50, 600]] },
          ],
        }),
      ),
    ).toBe('form.names-collide');
  });

  it('opens a form that is protected without a password, and refuses one that asks for it', async () => {
    expect(await readFormFile(PROTECTED_WITHOUT_PASSWORD)).toMatchObject({
      encrypted: true,
      fields: [{ name: 'a', tooltip: 'CASE NUMBER' }],
    });
    await expect(readFormFile(PROTECTED_BY_PASSWORD)).rejects.toMatchObject({ code: 'form.encrypted' });
  });
});

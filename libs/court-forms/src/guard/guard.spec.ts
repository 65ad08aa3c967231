import { type FormEdition } from '../edition/form-edition';
import { readFormFile, asEdition } from '../edition/read-form-file';
import { FormNotReadyError } from '../errors';
import { readMapping } from '../mapping/read-mapping';
import { madeUpEdition } from '../testing/made-up-edition';
import { syntheticForm } from '../testing/synthetic-form';
import { carryMapping } from './carry-mapping';
import { compareEditions } from './compare-editions';
import { readinessOf, requireReady } from './ready';

const changes = (old: FormEdition, next: FormEdition): string[] =>
  compareEditions(old, next).changes.map(
    (each) =>
      `${each.kind} ${'old' in each ? each.old.name : ''}${'next' in each && (!('old' in each) || each.next.name !== each.old.name) ? `>${each.next.name}` : ''}`,
  );

const OLD = madeUpEdition('2017-07-01', [
  { name: 'Case', tooltip: 'CASE NUMBER:', at: [1, 400, 600] },
  { name: 'Defendant', tooltip: 'DEFENDANT:', at: [1, 60, 600] },
  { name: 'Checkbox[1]', type: 'checkbox', tooltip: '11357 - Possession', at: [1, 50, 500] },
  { name: 'Checkbox[2]', type: 'checkbox', tooltip: '11358 - Cultivation', at: [1, 50, 480] },
  { name: 'Checkbox[3]', type: 'checkbox', tooltip: '11360 - Transportation', at: [1, 50, 460] },
  { name: 'Granted', type: 'checkbox', tooltip: 'The court grants', at: [1, 50, 300] },
  { name: 'Fax', tooltip: 'FAX NO.:', at: [1, 60, 650] },
]);
const MAPPING = readMapping(`form: CR-999
edition: "2017-07-01"
title: Petition
in force: { from: "2017-07-01" }
files: { sha256: ["${OLD.sha256}"] }
fields:
  - { field: Case, value: caseNumber }
  - { field: Defendant, value: defendant, overflow: attachment }
  - { field: "Checkbox[1]", tooltip: 11357 - Possession, checked: section.11357 }
  - { field: "Checkbox[2]", tooltip: 11358 - Cultivation, checked: section.11358 }
  - { field: "Checkbox[3]", tooltip: 11360 - Transportation, checked: section.11360 }
  - { field: Granted, leave: court }
  - { field: Fax, value: fax }
`);

describe(compareEditions.name, () => {
  it('keeps what did not change', () => {
    expect(new Set(compareEditions(OLD, { ...OLD, edition: '2020-01-01' }).changes.map(({ kind }) => kind))).toEqual(
      new Set(['kept']),
    );
  });

  it('does not trust the number of a box: one was put in above, and every number names another box now', () => {
    const next = madeUpEdition('2020-01-01', [
      { name: 'Checkbox[1]', type: 'checkbox', tooltip: '11357 - Possession', at: [1, 50, 500] },
      { name: 'Checkbox[2]', type: 'checkbox', tooltip: '11357.5 - Synthetic cannabinoid', at: [1, 50, 480] },
      { name: 'Checkbox[3]', type: 'checkbox', tooltip: '11358 - Cultivation', at: [1, 50, 460] },
      { name: 'Checkbox[4]', type: 'checkbox', tooltip: '11360 - Transportation', at: [1, 50, 440] },
    ]);
    const boxes = changes({ ...OLD, fields: OLD.fields.slice(2, 5) }, next);
    expect(boxes).toEqual([
      'kept Checkbox[1]',
      'renamed Checkbox[2]>Checkbox[3]',
      'renamed Checkbox[3]>Checkbox[4]',
      'new >Checkbox[2]',
    ]);
  });

  it('tells moved, retyped, reworded and lost', () => {
    const next = madeUpEdition('2020-01-01', [
      { name: 'Case', tooltip: 'CASE NUMBER:', at: [1, 400, 650] },
      { name: 'Defendant', type: 'choice', tooltip: 'DEFENDANT:', at: [1, 60, 600] },
      { name: 'Checkbox[1]', type: 'checkbox', tooltip: '11357 - Possession', states: ['On'], at: [1, 50, 500] },
      { name: 'Granted', type: 'checkbox', tooltip: 'The court grants the petition in part', at: [1, 50, 300] },
    ]);
    expect(changes(OLD, next)).toEqual([
      'moved Case',
      'retyped Defendant',
      'retyped Checkbox[1]',
      'lost Checkbox[2]',
      'lost Checkbox[3]',
      'reworded Granted',
      'lost Fax',
    ]);
  });

  it('is not sure of a field that moved and says nothing', () => {
    const of = (edition: string, bottom: number): FormEdition =>
      madeUpEdition(edition, [{ name: 'Text7', at: [1, 50, bottom] }]);
    expect(compareEditions(of('2017', 700), of('2018', 400)).changes).toMatchObject([{ kind: 'moved', sure: false }]);
  });

  it('proposes a rename by place alone when no words stand beside either, and says why', () => {
    const [change] = compareEditions(
      madeUpEdition('2017', [{ name: 'Text7', at: [1, 50, 700] }]),
      madeUpEdition('2018', [{ name: 'Feld1', at: [1, 52, 701] }]),
    ).changes;
    expect(change).toMatchObject({ kind: 'renamed', reason: 'the same place' });
    expect(change?.kind === 'renamed' && change.score).toBeLessThan(0.7);
  });

  it('does not propose by place what asks for something else', () => {
    expect(
      changes(
        madeUpEdition('2017', [{ name: 'a', tooltip: 'DATE OF BIRTH', at: [1, 50, 700] }]),
        madeUpEdition('2018', [{ name: 'b', tooltip: 'CASE NUMBER', at: [1, 50, 700] }]),
      ),
    ).toEqual(['lost a', 'new >b']);
  });

  it('never proposes a box for a text', () => {
    expect(
      changes(
        madeUpEdition('2017', [{ name: 'a', tooltip: 'SEALED', at: [1, 50, 700] }]),
        madeUpEdition('2018', [{ name: 'b', type: 'checkbox', tooltip: 'SEALED', at: [1, 50, 700] }]),
      ),
    ).toEqual(['lost a', 'new >b']);
  });

  it('keeps the order of what is asked for twice: dates and signatures of two parts', () => {
    const part = (prefix: string, page: number, top: number): Parameters<typeof madeUpEdition>[1] => [
      { name: `${prefix}Date`, label: 'Date', at: [page, 50, top] },
      { name: `${prefix}Signature`, label: 'Signature', at: [page, 300, top] },
    ];
    const old = madeUpEdition('2017', [...part('A ', 1, 500), ...part('B ', 1, 200)], 1);
    const next = madeUpEdition('2018', [...part('declaration_', 1, 300), ...part('certificate_', 2, 600)], 2);
    expect(changes(old, next)).toEqual([
      'renamed A Date>declaration_Date',
      'renamed A Signature>declaration_Signature',
      'renamed B Date>certificate_Date',
      'renamed B Signature>certificate_Signature',
    ]);
  });

  it('goes by the order on the page where words and names say the same, not by the order in the file', () => {
    const old = madeUpEdition('2017', [
      { name: 'a1', label: 'Date', at: [1, 50, 700] },
      { name: 'x', type: 'checkbox', tooltip: 'Sealed', at: [1, 50, 400] },
      { name: 'a2', label: 'Date', at: [1, 50, 100] },
    ]);
    const next = madeUpEdition(
      '2018',
      [
        { name: 'b', label: 'Date', at: [2, 50, 300] },
        { name: 'c', label: 'Date', at: [1, 300, 600] },
        { name: 'y', type: 'checkbox', tooltip: 'Interpreter', at: [1, 50, 300] },
      ],
      2,
    );
    expect(changes(old, next)).toEqual(['renamed a1>c', 'lost x', 'renamed a2>b', 'new >y']);
  });

  it('gives a field whose partner is taken no worse one', () => {
    const old = madeUpEdition(
      '2017',
      [
        { name: 'Case No', label: 'Case No:', at: [1, 50, 700] },
        { name: 'Order Case Number', tooltip: 'Case Number', label: 'No.', at: [2, 50, 700] },
      ],
      2,
    );
    const next = madeUpEdition(
      '2018',
      [
        { name: 'case_number', label: 'Case No:', at: [1, 50, 690] },
        { name: 'judge', type: 'checkbox', label: 'Interpreter', at: [1, 50, 400] },
        { name: 'charge_count_1', label: 'Count #', at: [2, 50, 300] },
      ],
      2,
    );
    expect(changes(old, next)).toEqual([
      'renamed Case No>case_number',
      'lost Order Case Number',
      'new >judge',
      'new >charge_count_1',
    ]);
  });

  it('finds fields again by the printed words when no name, tooltip or page is left: files made for the test', async () => {
    const old = asEdition(
      await readFormFile(
        await syntheticForm({
          pages: 2,
          fields: [
            { name: 'Case No', tooltip: 'Case No', at: [[1, 400, 700]], label: 'Case No:' },
            { name: 'DOB', tooltip: 'DOB', at: [[1, 100, 600]], label: 'DOB:' },
            {
              name: 'I have completed all terms',
              type: 'checkbox',
              tooltip: 'I have completed all terms of the sentence',
              at: [[2, 70, 700]],
              label: 'I have completed all terms of the sentence',
            },
            { name: 'Arresting Agency', tooltip: 'Arresting Agency', at: [[2, 200, 500]], label: 'Arresting Agency:' },
          ],
        }),
      ),
      'OR',
      '2025',
    );
    const next = asEdition(
      await readFormFile(
        await syntheticForm({
          fields: [
            { name: 'dob', at: [[1, 120, 650]], label: 'DOB:' },
            { name: 'case_number', at: [[1, 400, 680]], label: 'Case No:' },
            { name: 'agency', at: [[1, 300, 620]], label: 'Law enforcement arresting agency:' },
            {
              name: 'complied',
              type: 'checkbox',
              at: [[1, 70, 300]],
              label: 'I have completed and performed all terms of the sentence',
            },
            { name: 'email', at: [[1, 300, 100]], label: 'Email:' },
          ],
        }),
      ),
      'OR',
      '2026',
    );
    expect(changes(old, next)).toEqual([
      'renamed Case No>case_number',
      'renamed DOB>dob',
      'renamed I have completed all terms>complied',
      'renamed Arresting Agency>agency',
      'new >email',
    ]);
  });
});

describe(carryMapping.name, () => {
  const NEXT = madeUpEdition('2020-01-01', [
    { name: 'Case', tooltip: 'CASE NUMBER:', at: [1, 400, 650] },
    { name: 'Party', tooltip: 'DEFENDANT:', at: [1, 60, 600] },
    { name: 'Checkbox[1]', type: 'checkbox', tooltip: '11357 - Possession', states: ['1'], at: [1, 50, 500] },
    { name: 'Checkbox[2]', type: 'checkbox', tooltip: '11358 - Cultivation', at: [1, 50, 480] },
    { name: 'Checkbox[3]', type: 'checkbox', tooltip: '11360 - Transportation', at: [1, 50, 460] },
    { name: 'Granted', type: 'checkbox', tooltip: 'The court grants', at: [1, 50, 300] },
    { name: 'Email', tooltip: 'E-MAIL:', at: [1, 200, 100] },
    { name: 'Print', type: 'button', at: [1, 200, 20] },
  ]);
  const carried = carryMapping(MAPPING, compareEditions(OLD, NEXT));
  const read = readMapping(carried.text);
  const confirmed = carried.text.replace(/\n +confirm: yes/g, '').replace(/lost:\n(?: .*\n)+/, '');

  it('carries over what is certain, and leaves the rest to a person', () => {
    expect(read.entries.map(({ field, confirm, use }) => [field, confirm, use.kind])).toEqual([
      ['Case', false, 'text'],
      ['Party', true, 'text'],
      ['Checkbox[1]', true, 'check'],
      ['Checkbox[2]', false, 'check'],
      ['Checkbox[3]', false, 'check'],
      ['Granted', false, 'court'],
      ['Email', true, 'blank'],
      ['Print', false, 'blank'],
    ]);
    expect(read.entries[2]?.use).toMatchObject({ state: '1' });
    expect(carried).toMatchObject({ carried: 5, toConfirm: 3, lost: 1 });
    expect(carried.text).toMatch(/# proposed, \d+ of 100: was "Defendant": the same words beside it/);
  });

  it('does not take the same name for enough when the field moved and says nothing', () => {
    const [before, after] = [
      madeUpEdition('2017', [{ name: 'Text7' }]),
      madeUpEdition('2018', [{ name: 'Text7', at: [1, 50, 300] }]),
    ];
    const file = readMapping(
      'form: CR-999\nedition: "2017"\ntitle: P\nin force: { from: "2017" }\nfields:\n  - { field: Text7, value: caseNumber }\n',
    );
    expect(carryMapping(file, compareEditions(before, after))).toMatchObject({ carried: 0, toConfirm: 1 });
  });

  it('blocks filling until every mapped field is there and confirmed, and names what is missing', () => {
    expect(() => requireReady(read, NEXT)).toThrow(FormNotReadyError);
    expect(readinessOf(read, NEXT)).toMatchObject({
      unmapped: [],
      unconfirmed: [
        expect.stringContaining('the field "Fax" of the edition before (value: fax) is gone'),
        expect.stringContaining('"Party"'),
        expect.stringContaining('"Checkbox[1]"'),
        expect.stringContaining('"Email"'),
      ],
    });
  });

  it('fills again when a person has confirmed it; the old edition stays as it was', () => {
    expect(requireReady(readMapping(confirmed), NEXT).fields).toHaveLength(8);
    expect(requireReady(MAPPING, OLD).sha256).toBe(OLD.sha256);
  });

  it('never takes the mapping of another file', () => {
    expect(() => requireReady(MAPPING, { ...OLD, sha256: 'f'.repeat(64) })).toThrow('the mapping names another file');
    expect(() => requireReady(MAPPING, NEXT)).toThrow(FormNotReadyError);
  });
});

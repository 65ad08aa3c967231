import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { factsToConfirm, isFound } from '@clearway/rules';
import { currentPage, PAGE, everyFact } from './main';
import { lawToConfirmPage } from './page';
import { usedIn } from './used-in';

const WORKSPACE = join(__dirname, '..', '..', '..');

describe('docs/law-to-confirm.md', () => {
  const page = currentPage(WORKSPACE);

  it('is current (npm run law:to-confirm)', () =>
    expect(readFileSync(join(WORKSPACE, PAGE), 'utf8').replace(/\r\n/g, '\n')).toBe(page));

  it('has every fact once', () => {
    const rows = page
      .split('\n')
      .filter((line) => /^\| .* \| .* \| .* \| .* \|/.test(line) && !line.startsWith('| fact |'));
    expect(rows).toHaveLength(everyFact().length);
    expect(new Set(rows).size).toBe(rows.length);
  });
});

describe('factsToConfirm', () => {
  it('names what was not found and what has an open end, and nothing else', () => {
    const facts = factsToConfirm();
    const codes = facts.map((each) => each.code);
    expect(codes).toContain('limit.concentrate-grams-for-relief 2016-11-09');
    expect(codes).toContain('california.super-strikes PC 209');
    expect(codes).toContain('california.sex-offences PC 286(b) until 2020-12-31');
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes).toContain('prosecuting-agencies CA0194200');
    expect(codes).not.toContain('limit.plants 2016-11-09');
    expect(codes).not.toContain('california.sex-offences PC 264.1');
    for (const each of facts)
      expect({ ...each, note: each.note !== '', found: isFound(each.mark) && each.note === '' }).toMatchObject({
        note: true,
        found: false,
      });
  });

  it('takes provisions, with the file that their code names', () => {
    const provision = { code: 'hs-11361.8-e', citation: 'HS 11361.8(e)', mark: 'K+', note: 'The words.' } as const;
    const found = { code: 'hs-11361.8-f', citation: 'HS 11361.8(f)', mark: 'F', note: '' } as const;
    const facts = factsToConfirm([provision, found]);
    expect(facts.find((each) => each.code === provision.code)?.place.file).toBe('libs/rules/src/law/hs-11361.8-e.ts');
    expect(facts.some((each) => each.code === found.code)).toBe(false);
    const page = lawToConfirmPage(facts, () => ['libs/x.ts']);
    expect(page).toContain('| hs-11361.8-e | HS 11361.8(e) | as a provision | The words. |');
    expect(page).toContain('Used in `libs/x.ts`.');
  });
});

it('usedIn finds who names a list in code or in a policy', () => {
  const place = { file: '', title: '', decides: '', usedAs: 'los-angeles-2020.super-strikes' };
  expect(usedIn(WORKSPACE)(place)).toContain('libs/county-policy/src/presets/los-angeles-2020.yaml');
  expect(usedIn(WORKSPACE)({ ...place, usedAs: 'nobody.uses-this' })).toEqual([]);
});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type FieldChange, type FormField } from '@clearway/court-forms';
import { agrees, main } from './main';

const field = (name: string): FormField => ({
  name,
  type: 'text',
  tooltip: '',
  label: '',
  places: [],
  states: [],
  shippedValue: '',
  multiline: false,
  comb: false,
  fontSize: 9,
  font: '',
  alignment: 'left',
  readOnly: false,
  required: false,
  flags: 0,
});
const renamed = (old: string, next: string): FieldChange => ({
  kind: 'renamed',
  old: field(old),
  next: field(next),
  score: 0.9,
  reason: 'the same words',
  others: [],
});

describe('conformance of forms', () => {
  it('needs a folder, with forms in it', async () => {
    expect(await main([], () => undefined)).toBe(2);
    const folder = mkdtempSync(join(tmpdir(), 'clearway-conformance-'));
    expect(await main([folder], () => undefined)).toBe(2);
    rmSync(folder, { recursive: true });
  });

  it('conforms when proposals are what a person found', () => {
    const lines: string[] = [];
    const same = [
      ['a', 'b'],
      ['c', 'd'],
    ] as const;
    expect(agrees({ same }, [renamed('a', 'b'), renamed('c', 'd')], (line) => lines.push(line))).toBe(true);
    expect(lines.at(-1)).toBe('right 2 of 2 proposed (100 %), 2 of 2 that a person found (100 %)');
  });

  it('does not when they are others, or are missing', () => {
    const same = [
      ['a', 'b'],
      ['c', 'd'],
    ] as const;
    expect(agrees({ same }, [renamed('a', 'd'), renamed('c', 'b')], () => undefined)).toBe(false);
    const lines: string[] = [];
    expect(agrees({ same }, [renamed('a', 'b')], (line) => lines.push(line))).toBe(false);
    expect(lines.join('\n')).toMatch(/MISSED +c +d/);
  });
});

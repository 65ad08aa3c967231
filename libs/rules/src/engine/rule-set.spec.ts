import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { CRITERIA } from '../criteria/criteria';
import { RuleSetError } from './errors';
import { type Policy } from './policy';
import { byCode, preparePolicy } from './prepare-policy';
import { ruleCatalogue, ruleSetHash } from './rule-set';

const WORKSPACE = join(__dirname, '..', '..', '..', '..');

describe('the rule set', () => {
  it('modules compiled from YAML, and the digest of the sources, are current', () => {
    expect(() =>
      execFileSync(process.execPath, [join(WORKSPACE, 'tools/compile-yaml/compile.mjs'), '--check'], { stdio: 'pipe' }),
    ).not.toThrow();
  });

  it('has one hash, the same at every call', () => {
    expect(ruleSetHash()).toMatch(/^[0-9a-f]{64}$/);
    expect(ruleSetHash()).toBe(ruleSetHash());
  });

  it('says of every criterion what it tests and on what ground', () => {
    for (const each of ruleCatalogue().criteria) {
      expect(each.words).not.toBe('');
      expect(each.citation).not.toBe('');
      for (const name of Object.keys(each.arguments)) expect(each.words).toContain(`{${name}}`);
    }
  });

  it('refuses two criteria of one code', () => {
    expect(() => byCode([...CRITERIA, CRITERIA[0]!])).toThrow(/two criteria have the code "not-a-felony"/);
  });

  it('refuses a policy whose step tests nothing', () => {
    const then = { outcome: 'not-eligible', determination: '', reason: '' } as const;
    const policy: Policy = {
      name: 'x',
      kind: 'replay',
      title: '',
      approved: { by: '', on: '', words: '' },
      hash: '',
      warnings: [],
      lists: { superStrikes: 'los-angeles-2020.super-strikes', sexOffences: 'los-angeles-2020.sex-offences' },
      steps: [{ code: 'a', when: [], then }],
      otherwise: then,
    };
    expect(() => preparePolicy(policy)).toThrow(RuleSetError);
    expect(preparePolicy({ ...policy, steps: [] })).toBeDefined();
  });
});

import { type Policy } from '@clearway/rules';
import { PolicyError } from './errors';
import { filingPolicyOf, stepsPolicyOf } from './policy-of-file';
import { PRESET_DATA, PRESET_TEXTS } from './presets.generated';
import { readPolicy } from './read-policy';
import { type FilingPolicy, type StepsPolicy } from './schema';

const presets = new Map<string, Policy>();

/** The policies that come with Clearway, by name. */
export function presetNames(): readonly string[] {
  return Object.keys(PRESET_TEXTS);
}

/**
 * Reads a policy: the name of a preset, the text of a Clearway policy (YAML or JSON), or the text of the earlier desktop
 * tool's `eligibilityConfig.json`. Throws a PolicyError that lists every problem with its line, the thing and the cure.
 *
 * @example loadPolicy('los-angeles-2020').steps.length
 */
export function loadPolicy(nameOrText: string): Policy {
  const trimmed = nameOrText.replace(/^\uFEFF/, '').trim();
  if (trimmed === '') {
    const words = 'is empty: give the name of a policy, or a file that holds one';
    throw new PolicyError('policy.unreadable', [{ line: 0, path: 'the policy', words }]);
  }
  if (!/[\n{:]/.test(trimmed)) return preset(trimmed);
  return readPolicy(nameOrText.replace(/^\uFEFF/, ''));
}

/** The text of a preset, as its file has it. Throws a PolicyError that lists the presets. */
export function presetText(name: string): string {
  const text = Object.hasOwn(PRESET_TEXTS, name) ? PRESET_TEXTS[name] : undefined;
  if (text !== undefined) return text;
  const words = `there is no policy of this name: use ${presetNames().join(', ')}, or give a policy file`;
  throw new PolicyError('policy.unknown', [{ line: 0, path: 'policy', words }]);
}

function preset(name: string): Policy {
  const known = presets.get(name);
  if (known) return known;
  const text = presetText(name);
  const policy = policyOfPreset(PRESET_DATA[name]) ?? readPolicy(text);
  presets.set(name, policy);
  return policy;
}

/**
 * A preset was read and checked when it was compiled (a spec holds every one to its text), so that nobody who names one waits until
 * the readers of YAML and of policies are loaded; nothing for the options of the desktop tool, which need them.
 */
function policyOfPreset(data: unknown): Policy | undefined {
  if (typeof data !== 'object' || data === null || 'eligibilityConfig' in data) return undefined;
  const file = data as FilingPolicy | StepsPolicy;
  return file.kind === 'filing' && !('steps' in file) ? filingPolicyOf(file) : stepsPolicyOf(file as StepsPolicy);
}

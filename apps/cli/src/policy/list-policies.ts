import { loadPolicy, presetNames, presetText } from '@clearway/county-policy';
import { type Terminal } from '../terminal/terminal';

/** The policies that come with Clearway: name, kind, title. */
export function listPolicies(terminal: Terminal): void {
  const policies = presetNames().map((each) => loadPolicy(each));
  for (const { name, kind, title } of policies) terminal.say(`${name.padEnd(22)}${kind.padEnd(8)}${title}`);
  terminal.result({ policies: policies.map(({ name, kind, title, hash }) => ({ name, kind, title, hash })) });
}

/** The file of a preset. */
export function showPolicy(name: string, terminal: Terminal): void {
  const text = presetText(name);
  terminal.say(text.trimEnd());
  terminal.result({ policy: name, text });
}

import { type z } from 'zod';
import { type YamlPath } from './yaml-text';

/** What a schema found, in our words, each with the place in the file. */
export function issueProblems(issue: z.core.$ZodIssue): readonly { readonly path: YamlPath; readonly words: string }[] {
  const path = issue.path.map((each) => (typeof each === 'number' ? each : String(each)));
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      path: [...path, key],
      words: 'is not a setting of a court profile: remove it or correct its spelling',
    }));
  }
  const own = !/^(?:Invalid|Too (?:small|big)|Unrecognized|Expected)\b/i.test(issue.message);
  return [{ path, words: own ? issue.message : 'is missing or cannot stand here: compare with a profile of Clearway' }];
}

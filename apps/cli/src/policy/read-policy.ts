import { readFile, stat } from 'node:fs/promises';
import { loadPolicy, PolicyError, type PolicyProblem } from '@clearway/county-policy';
import { type Policy } from '@clearway/rules';
import { CliError } from '../cli-error';

/** A policy file cannot be used: every problem with the file, its line and the cure. */
export class PolicyFileError extends Error {
  override readonly name = 'PolicyFileError';
  constructor(
    readonly code: string,
    file: string,
    problems: readonly PolicyProblem[],
  ) {
    super(
      problems
        .map(
          ({ line, path, words }) =>
            `${file}${line > 0 ? `, line ${line}` : ''}: ${path === '' ? '' : `${path}: `}${words}`,
        )
        .join('\n'),
    );
  }
}

/** A policy by what stands after `--policy`: a file when there is one of that name, else a preset. */
export async function readPolicy(nameOrFile: string): Promise<Policy> {
  const text = await textOf(nameOrFile);
  if (text === undefined && /[\\/]|\.(?:ya?ml|json)$/i.test(nameOrFile)) {
    throw new PolicyFileError('policy.unreadable', nameOrFile, [
      { line: 0, path: '', words: 'there is no such file; check the spelling and the folder' },
    ]);
  }
  try {
    return loadPolicy(text ?? nameOrFile);
  } catch (error) {
    if (!(error instanceof PolicyError) || text === undefined) throw error;
    throw new PolicyFileError(error.code, nameOrFile, error.problems);
  }
}

/**
 * The papers that were asked for, if the policy allows them: a replay is for comparing, and nothing is filed under it unless
 * that is said by name. Throws a CliError with the cure.
 */
export function papersUnder<Papers extends string>(
  policy: Policy,
  papers: Papers | undefined,
  ofAReplay: boolean,
): Papers | undefined {
  if (policy.kind === 'filing' || ofAReplay || papers === undefined || papers === 'none') return papers;
  throw new CliError(
    'usage.papers-of-a-replay',
    `The policy "${policy.name}" is a replay, for comparing, and nothing is filed under it. Leave --papers out, name a policy for filing such as california-statute, or say --papers-of-a-replay as well.`,
  );
}

/** What `loadPolicy` takes: the text of the file when there is one of that name, else the name of a preset. */
export async function policyText(nameOrFile: string): Promise<string> {
  return (await textOf(nameOrFile)) ?? nameOrFile;
}

async function textOf(path: string): Promise<string | undefined> {
  const entry = await stat(path).catch(() => undefined);
  return entry?.isFile() ? readFile(path, 'utf8') : undefined;
}

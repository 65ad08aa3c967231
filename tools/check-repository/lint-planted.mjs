// Lints pieces of source as if they stood in the workspace, without writing them: node lint-planted.mjs < [{"path","source"}...]
// Answers [[message...]...]. In a process of its own, because the project graph has to be computed first.
import { text } from 'node:stream/consumers';
import { ESLint } from 'eslint';
import { createProjectGraphAsync } from '@nx/devkit';

process.env.NX_DAEMON = 'false';
const planted = JSON.parse(await text(process.stdin));
await createProjectGraphAsync({ exitOnError: true });
const eslint = new ESLint();
const answers = [];
for (const { path, source } of planted) {
  const [result] = await eslint.lintText(source, { filePath: path });
  answers.push(
    (result?.messages ?? [{ ruleId: 'none', message: 'the file is not linted at all' }]).map(
      ({ ruleId, message }) => `${ruleId}: ${message}`,
    ),
  );
}
process.stdout.write(JSON.stringify(answers));
process.exit(0);

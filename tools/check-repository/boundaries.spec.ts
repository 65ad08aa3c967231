import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

const WORKSPACE = join(__dirname, '..', '..');
const BOUNDARY = '@nx/enforce-module-boundaries';

interface Planted {
  readonly what: string;
  readonly path: string;
  readonly source: string;
  /** Words of the answer; undefined where nothing may be said. */
  readonly refused?: string;
}

const PLANTED: readonly Planted[] = [
  {
    what: 'a framework in the rules',
    path: 'libs/rules/src/planted.ts',
    source: "import { Injectable } from '@nestjs/common';\nexport const planted = Injectable;\n",
    refused: BOUNDARY,
  },
  {
    what: 'a database driver in the papers',
    path: 'libs/papers/src/planted.ts',
    source: "import { Client } from 'pg';\nexport const planted = Client;\n",
    refused: BOUNDARY,
  },
  {
    what: 'the broker in the record',
    path: 'libs/record/src/planted.ts',
    source: "import { connect } from 'nats';\nexport const planted = connect;\n",
    refused: BOUNDARY,
  },
  {
    what: 'the rules in the record',
    path: 'libs/record/src/planted.ts',
    source: "import * as rules from '@clearway/rules';\nexport const planted = rules;\n",
    refused: BOUNDARY,
  },
  {
    what: 'a policy in the rules',
    path: 'libs/rules/src/planted.ts',
    source: "import * as policy from '@clearway/county-policy';\nexport const planted = policy;\n",
    refused: BOUNDARY,
  },
  {
    what: 'a policy in the reader of settings',
    path: 'libs/yaml-with-lines/src/planted.ts',
    source: "import * as policy from '@clearway/county-policy';\nexport const planted = policy;\n",
    refused: BOUNDARY,
  },
  {
    what: 'a clock in the reader of settings',
    path: 'libs/yaml-with-lines/src/planted.ts',
    source: 'export const planted = Date.now();\n',
    refused: 'reads a clock',
  },
  {
    what: 'the reader of settings in the rules',
    path: 'libs/rules/src/planted.ts',
    source: "import * as yaml from '@clearway/yaml-with-lines';\nexport const planted = yaml;\n",
    refused: BOUNDARY,
  },
  {
    what: 'an adapter in the reports',
    path: 'libs/reports/src/planted.ts',
    source: "import * as persistence from '@clearway/persistence';\nexport const planted = persistence;\n",
    refused: BOUNDARY,
  },
  {
    what: 'one service in another',
    path: 'apps/documents/src/planted.ts',
    source: "import * as main from '../../eligibility/src/main';\nexport const planted = main;\n",
    refused: BOUNDARY,
  },
  {
    what: 'a file in the rules',
    path: 'libs/rules/src/planted.ts',
    source: "import { readFileSync } from 'node:fs';\nexport const planted = readFileSync;\n",
    refused: 'record and rules are pure',
  },
  {
    what: 'a clock in the rules',
    path: 'libs/rules/src/planted.ts',
    source: 'export const planted = Date.now();\n',
    refused: 'reads a clock',
  },
  {
    what: 'chance in the papers',
    path: 'libs/papers/src/planted.ts',
    source: 'export const planted = Math.random();\n',
    refused: 'Chance comes from a seed',
  },
  {
    what: 'the order of a locale in the letters',
    path: 'libs/letters/src/planted.ts',
    source: "export const planted = 'a'.localeCompare('b');\n",
    refused: 'never by locale',
  },
  {
    what: 'a test that hides the others',
    path: 'libs/rules/src/planted.spec.ts',
    source: "it.only('hides the others', () => {});\n",
    refused: 'hides the others',
  },
  {
    what: 'a file of more than 400 lines',
    path: 'libs/rules/src/planted.ts',
    source: 'export {};\n'.repeat(401),
    refused: 'max-lines',
  },
  {
    what: 'the record in the rules',
    path: 'libs/rules/src/planted.ts',
    source: "import * as record from '@clearway/record';\nexport const planted = record;\n",
  },
  {
    what: 'the reader of settings in a policy',
    path: 'libs/county-policy/src/planted.ts',
    source: "import * as yaml from '@clearway/yaml-with-lines';\nexport const planted = yaml;\n",
  },
  {
    what: 'a framework in a service',
    path: 'apps/documents/src/planted.ts',
    source: "import { Injectable } from '@nestjs/common';\nexport const planted = Injectable;\n",
  },
];

describe('what lint does with a planted violation', () => {
  let answers: readonly (readonly string[])[];
  beforeAll(() => {
    const input = JSON.stringify(PLANTED.map(({ path, source }) => ({ path, source })));
    answers = JSON.parse(
      execFileSync(process.execPath, [join(__dirname, 'lint-planted.mjs')], {
        cwd: WORKSPACE,
        input,
        encoding: 'utf8',
        env: { ...process.env, NX_DAEMON: 'false' },
        stdio: ['pipe', 'pipe', 'inherit'],
      }),
    ) as string[][];
  }, 120_000);

  it.each(
    PLANTED.map(({ what, refused }, at) => [refused === undefined ? 'allows' : 'refuses', what, refused, at] as const),
  )('%s %s', (_verb, _what, refused, at) => {
    const said = answers[at]!.join('\n');
    if (refused === undefined) expect(said).toBe('');
    else expect(said).toContain(refused);
  });
});

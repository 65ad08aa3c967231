// Compiles the YAML of the domain libraries into modules, because those libraries read no files, and digests the sources of
// the rules, because the version of a rule set is the hash of what it is made of.
//   node tools/compile-yaml/compile.mjs           writes the *.generated.ts modules
//   node tools/compile-yaml/compile.mjs --check   changes nothing; exit code 1 when a module is not current
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { readCodeList } from './code-list.mjs';
import { readParameter } from './parameter.mjs';
import { readNicknames, readWeights } from './identity.mjs';
import { readProsecutingAgencies } from './prosecuting-agencies.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const HEAD =
  '// Written by `npm run compile:yaml` from the files named below. Do not edit: a spec fails when it is not current.\n';

/** What each module is made from. */
const MODULES = [
  {
    module: 'libs/rules/src/parameters/code-lists.generated.ts',
    make: () => codeLists('libs/rules/src/parameters/code-lists'),
  },
  {
    module: 'libs/rules/src/parameters/parameters.generated.ts',
    make: () => parameters('libs/rules/src/parameters/values'),
  },
  {
    module: 'libs/rules/src/parameters/prosecuting-agencies.generated.ts',
    make: () => prosecutingAgencies('libs/rules/src/parameters/prosecuting-agencies.yaml'),
  },
  { module: 'libs/county-policy/src/presets.generated.ts', make: () => presets('libs/county-policy/src/presets') },
  { module: 'libs/papers/src/templates/templates.generated.ts', make: () => templates('libs/papers/templates') },
  {
    module: 'libs/identity/src/names/nicknames.generated.ts',
    make: () => nicknames('libs/identity/src/names/nicknames.yaml'),
  },
  {
    module: 'libs/identity/src/model/weights.generated.ts',
    make: () => weights('libs/identity/src/model/weights.yaml'),
  },
  { module: 'libs/court-forms/src/mapping/shipped.generated.ts', make: () => formMappings('libs/court-forms/forms') },
  {
    module: 'libs/sources/court-extract/src/mapping/shipped.generated.ts',
    make: () => extractMappings('libs/sources/court-extract/mappings'),
  },
  { module: 'libs/papers/src/courts/courts.generated.ts', make: () => courts('libs/papers/courts') },
  {
    module: 'libs/papers/src/batch/drawing-edition.generated.ts',
    make: () =>
      drawingEdition(['libs/papers/src', 'libs/papers/templates', 'libs/typesetting/src', 'libs/court-forms/src']),
  },
  {
    module: 'libs/rules/src/engine/sources.generated.ts',
    make: () => digest(['libs/rules/src', 'libs/record/src/charge', 'libs/record/src/partial-date.ts']),
  },
];

function yamlFiles(folder) {
  const full = join(ROOT, folder);
  if (!existsSync(full)) return [];
  return readdirSync(full)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => ({ name, text: readFileSync(join(full, name), 'utf8').replace(/\r\n/g, '\n') }));
}

function codeLists(folder) {
  const lists = yamlFiles(folder).map(({ name, text }) => readCodeList(name, text));
  return `import { type CodeListSource } from './code-list-source';\n\n// ${folder}/*.yaml\nexport const CODE_LISTS: readonly CodeListSource[] = ${JSON.stringify(lists, null, 2)};\n`;
}

/** Literal types, so that a name that does not exist does not compile. */
function parameters(folder) {
  const byName = Object.fromEntries(
    yamlFiles(folder)
      .map(({ name, text }) => readParameter(name, text))
      .map((each) => [each.parameter, each]),
  );
  return `import { type ParameterSource } from './parameter';\n\n// ${folder}/*.yaml\nexport const PARAMETERS = ${JSON.stringify(byName, null, 2)} as const satisfies Readonly<Record<string, ParameterSource>>;\n`;
}

function prosecutingAgencies(file) {
  const table = readProsecutingAgencies(basename(file), readFileSync(join(ROOT, file), 'utf8').replace(/\r\n/g, '\n'));
  return `import { type ProsecutingAgencies } from './prosecuting-agency';\n\n// ${file}\nexport const PROSECUTING_AGENCIES: ProsecutingAgencies = ${JSON.stringify(table, null, 2)};\n`;
}

function nicknames(file) {
  const groups = readNicknames(basename(file), readFileSync(join(ROOT, file), 'utf8').replace(/\r\n/g, '\n'));
  return `// ${file}\nexport const NICKNAME_GROUPS: readonly (readonly string[])[] = ${JSON.stringify(groups)};\n`;
}

function weights(file) {
  const model = readWeights(basename(file), readFileSync(join(ROOT, file), 'utf8').replace(/\r\n/g, '\n'));
  return `import { type ModelSource } from './model-source';\n\n// ${file}\nexport const SHIPPED_MODEL: ModelSource = ${JSON.stringify(model, null, 2)};\n`;
}

/** Policies stay text, so that the errors about a preset name its lines as they would for a file; their data beside it is read at once. */
function presets(folder) {
  const files = yamlFiles(folder).map(({ name, text }) => ({ name: name.replace(/\.yaml$/, ''), text }));
  const by = (of) => JSON.stringify(Object.fromEntries(files.map(({ name, text }) => [name, of(text)])), null, 2);
  return `// ${folder}/*.yaml\nexport const PRESET_TEXTS: Readonly<Record<string, string>> = ${by((text) => text)};\n\nexport const PRESET_DATA: Readonly<Record<string, unknown>> = ${by((text) => parse(text))};\n`;
}

/** Words of papers stay text too, so that errors name line and column, and an office exports and edits them. */
function templates(folder) {
  const entries = readdirSync(join(ROOT, folder))
    .filter((name) => name.endsWith('.md') || name.endsWith('.yaml'))
    .sort()
    .map((name) => [name, readFileSync(join(ROOT, folder, name), 'utf8').replace(/\r\n/g, '\n')]);
  return `// ${folder}/*.md, *.yaml\nexport const SHIPPED_TEXTS: Readonly<Record<string, string>> = ${JSON.stringify(Object.fromEntries(entries), null, 2)};\n`;
}

/** Mappings of courts' forms stay text too; each under the path of its folder: `cr-400/2017-07-01`. */
function formMappings(folder) {
  const entries = readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name === 'fields.yaml')
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => [
      path.slice(join(ROOT, folder).length + 1, -'/fields.yaml'.length).replace(/\\/g, '/'),
      readFileSync(path, 'utf8').replace(/\r\n/g, '\n'),
    ]);
  return `// ${folder}/*/*/fields.yaml\nexport const SHIPPED_MAPPING_TEXTS: Readonly<Record<string, string>> = ${JSON.stringify(Object.fromEntries(entries), null, 2)};\n`;
}

/** Mappings of courts' exports stay text: an office begins its own with one of them. */
function extractMappings(folder) {
  const entries = yamlFiles(folder).map(({ name, text }) => [name.replace(/\.yaml$/, ''), text]);
  return `// ${folder}/*.yaml\nexport const SHIPPED_MAPPING_TEXTS: Readonly<Record<string, string>> = ${JSON.stringify(Object.fromEntries(entries), null, 2)};\n`;
}

/** Court profiles stay text as well: an office exports and corrects them. */
function courts(folder) {
  const entries = yamlFiles(folder).map(({ name, text }) => [name, text]);
  return `// ${folder}/*.yaml\nexport const COURT_TEXTS: Readonly<Record<string, string>> = ${JSON.stringify(Object.fromEntries(entries), null, 2)};\n`;
}

/** Everything that a finished page is made by: code, words and fonts. */
function drawingEdition(folders) {
  const hash = createHash('sha256');
  const { dependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  for (const name of Object.keys(dependencies).sort())
    if (/font|bidi|fflate|pdf-lib/.test(name)) hash.update(`${name} ${dependencies[name]}\n`);
  const templates = existsSync(join(ROOT, folders[1]))
    ? readdirSync(join(ROOT, folders[1])).map((name) => `${folders[1]}/${name}`)
    : [];
  const modules = [folders[0], ...folders.slice(2)].flatMap(sources).filter((path) => !path.includes('/testing/'));
  for (const path of [...modules, ...templates].sort())
    hash.update(`${path}\n${readFileSync(join(ROOT, path), 'utf8').replace(/\r\n/g, '\n')}\n`);
  return `// every module and template of ${folders.join(', ')}, and the versions of what draws\nexport const DRAWING_EDITION = '${hash.digest('hex')}';\n`;
}

function sources(folder) {
  if (folder.endsWith('.ts')) return [folder];
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !/\.(spec|generated)\.ts$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length).replace(/\\/g, '/'));
}

function digest(folders) {
  const hash = createHash('sha256');
  for (const path of folders.flatMap(sources).sort()) {
    hash.update(`${path}\n${readFileSync(join(ROOT, path), 'utf8').replace(/\r\n/g, '\n')}\n`);
  }
  return `// every module of ${folders.join(', ')} that decides\nexport const SOURCES_DIGEST = '${hash.digest('hex')}';\n`;
}

const check = process.argv.includes('--check');
let stale = 0;
for (const { module, make } of MODULES) {
  const path = join(ROOT, module);
  const text = HEAD + make();
  const now = existsSync(path) ? readFileSync(path, 'utf8').replace(/\r\n/g, '\n') : '';
  if (now === text) continue;
  stale += 1;
  if (check) console.error(`${module} is not current: run "npm run compile:yaml" and commit it`);
  else {
    writeFileSync(path, text);
    console.log(`${module} written`);
  }
}
process.exitCode = check && stale > 0 ? 1 : 0;

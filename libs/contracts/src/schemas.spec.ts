import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { CONSUMERS, Envelope, MESSAGES, QUESTIONS, RunSettings, RunSettings1, RunSettings2, RunSettings3, RunSettings4, RunSettings5, RunSettings6, type MessageContract } from './index';

const FOLDER = join(__dirname, '..', 'schemas');

/** Everything that crosses a process boundary, by the name of its snapshot. A new version is a new file. */
function published(): Map<string, z.ZodType> {
  const all = new Map<string, z.ZodType>([
    ['envelope@1', Envelope],
    ['run-settings@1', RunSettings1],
    ['run-settings@2', RunSettings2],
    ['run-settings@3', RunSettings3],
    ['run-settings@4', RunSettings4],
    ['run-settings@5', RunSettings5],
    ['run-settings@6', RunSettings6],
  ]);
  for (const message of MESSAGES as readonly MessageContract[]) {
    all.set(`${message.type}@${message.version}`, message.data);
    if (message.previous) all.set(`${message.type}@${message.previous.version}`, message.previous.data);
  }
  for (const question of QUESTIONS) {
    all.set(`${question.subject}@${question.version}.request`, question.request);
    all.set(`${question.subject}@${question.version}.reply`, question.reply);
  }
  return all;
}

const someSettings = {
  version: 6,
  office: 'test-da',
  county: 'FRESNO',
  policy: { name: 'p', text: 'p', hash: 'a'.repeat(64) },
  asOf: 20261123,
  papers: 'none',
  letters: false,
  contacts: null,
  withIdentityNumbers: false,
  inputs: [{ name: 'a.dat', sha256: 'b'.repeat(64), bytes: 1, kind: 'state-file', mapping: null }],
  facts: [],
  decisions: null,
  courts: [],
  book: null,
  templates: [],
  corrections: null,
  done: [],
};

const print = (schema: z.ZodType): string => `${JSON.stringify(z.toJSONSchema(schema, { io: 'input' }), null, 1)}\n`;

describe('schemas of everything that crosses a process boundary', () => {
  if (process.env['CLEARWAY_WRITE_SCHEMAS'] === 'yes') {
    mkdirSync(FOLDER, { recursive: true });
    for (const [name, schema] of published()) {
      const file = join(FOLDER, `${name}.json`);
      if (!existsSync(file)) writeFileSync(file, print(schema));
    }
  }

  it.each([...published()])('%s is as published: a change needs a new version, beside the one before', (name, schema) => {
    const file = join(FOLDER, `${name}.json`);
    expect(existsSync(file)).toBe(true);
    expect(print(schema)).toBe(readFileSync(file, 'utf8'));
  });

  it('reads every version that was published last and the one before', () => {
    const known = new Set(published().keys());
    for (const message of MESSAGES as readonly MessageContract[]) {
      for (const version of [message.version, message.version - 1]) {
        if (version > 0) expect(known).toContain(`${message.type}@${version}`);
      }
    }
  });

  it('keeps no snapshot that nothing reads, but of versions older than the one before', () => {
    const types = new Map((MESSAGES as readonly MessageContract[]).map((message) => [message.type, message.version]));
    const stray = readdirSync(FOLDER)
      .map((file) => file.replace(/\.json$/, ''))
      .filter((name) => !published().has(name))
      .filter((name) => Number(name.split('@')[1]) >= (types.get(name.split('@')[0] ?? '') ?? 0) - 1);
    expect(stray).toEqual([]);
  });

  it('reads settings of the two versions before: without lists of what already happened, and as settings of files of the state', () => {
    const { done: _done, ...same } = someSettings;
    const fifth = { ...same, version: 5 };
    const inputs = someSettings.inputs.map(({ kind: _kind, mapping: _mapping, ...input }) => input);
    const { corrections: _corrections, ...fourth } = { ...fifth, inputs, version: 4 };
    for (const each of [someSettings, fifth, fourth]) expect(RunSettings.parse(each)).toEqual(someSettings);
    expect(RunSettings.safeParse({ ...fifth, done: [] }).success).toBe(false);
    expect(RunSettings.safeParse({ ...fourth, inputs: someSettings.inputs }).success).toBe(false);
  });

  it('has a consumer for every message', () => {
    const consumed = new Set(Object.values(CONSUMERS).flat());
    expect(MESSAGES.map((message) => message.type).filter((type) => !consumed.has(type))).toEqual([]);
  });
});

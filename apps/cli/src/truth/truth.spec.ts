import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadPolicy } from '@clearway/county-policy';
import { readPersons, scanPopulation, type Population } from '@clearway/doj-bulk';
import { printDate } from '@clearway/record';
import { decidePerson, type DecidedConviction, type DecidedPerson } from '@clearway/rules';
import {
  synthesizeSync,
  type SynthesisOptions,
  type TrueConviction,
  type TrueFile,
  type TruePerson,
} from '@clearway/synthetic-county';

/** The whole reading and deciding against what the plan of each synthetic person knows; neither shares code with the other. */
interface Compared {
  readonly people: readonly TruePerson[];
  readonly file: TrueFile;
  readonly population: Population;
  readonly decided: ReadonlyMap<string, readonly DecidedPerson[]>;
}

async function compare(folder: string, options: Partial<SynthesisOptions>): Promise<Compared> {
  const people: TruePerson[] = [];
  let file: TrueFile | undefined;
  const chunks = [
    ...synthesizeSync({
      county: 'LOS ANGELES',
      rows: 10_000,
      seed: 5,
      ...options,
      onTruth: (one) => people.push(one),
      onFile: (one) => (file = one),
    }),
  ];
  const path = join(folder, 'county.csv');
  writeFileSync(path, Buffer.concat(chunks));
  const population = await scanPopulation([{ path }], { workDir: join(folder, 'work'), threads: 0 });
  const policy = loadPolicy('los-angeles-2020');
  const decided = new Map<string, DecidedPerson[]>();
  for await (const history of readPersons(population)) {
    const person = decidePerson(history, policy, { county: 'LOS ANGELES', asOf: 20200701 });
    for (const id of person.subjectIds) decided.set(id, [...(decided.get(id) ?? []), person]);
  }
  return { people, file: file as TrueFile, population, decided };
}

const determined = (persons: readonly DecidedPerson[] | undefined): readonly DecidedConviction[] =>
  (persons ?? []).flatMap((one) => one.convictions);
const orderOf = (conviction: DecidedConviction): string => conviction.key.slice(conviction.key.indexOf(':') + 1);

jest.setTimeout(60_000);

describe('the reader and the rules against the truth of a synthetic county', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'clearway-truth-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it.each([
    ['in one place', {}],
    ['scattered', { scatter: 0.2 }],
    ['shuffled, CR LF, byte order mark', { scatter: 1, newline: 'crlf', bom: true }],
    ['without header', { header: 'none' }],
    ['another seed', { seed: 77, header: 'extra-comma' }],
  ] as [string, Partial<SynthesisOptions>][])('agree when people are %s', async (_how, options) => {
    const { people, file, population, decided } = await compare(folder, options);

    expect({
      read: population.read,
      rejected: population.rejected,
      empty: population.emptyLines,
      lines: population.files[0]?.lines,
    }).toEqual({ read: file.rows, rejected: file.rejected, empty: file.emptyLines, lines: file.physicalLines });
    expect(population.people).toBe(file.people + people.filter((one) => one.secondCii !== '').length);

    const differences: string[] = [];
    let compared = 0;
    let expectations = 0;
    for (const person of people) {
      const persons = decided.get(person.subjectId);
      const found = new Map(determined(persons).map((one) => [orderOf(one), one]));
      const say = (what: string): unknown => differences.push(`${person.kinds.join('+')}: ${what}`);
      if ((persons ?? []).some((one) => one.deceased) !== person.deceased) say('deceased');
      const wanted = person.convictions.filter((one) => one.cannabis && one.county === file.county);
      for (const conviction of wanted) {
        const answer = found.get(conviction.count);
        if (!answer) say(`${conviction.count} is not decided (${conviction.kinds.join('+')})`);
        else
          differences.push(
            ...differencesOf(conviction, answer).map(
              (one) => `${person.kinds.join('+')} ${conviction.kinds.join('+')}: ${one}`,
            ),
          );
        compared++;
        if (conviction.expected) expectations++;
      }
      for (const order of found.keys())
        if (!person.convictions.some((one) => one.count === order)) say(`${order} is decided, but is no conviction`);
    }
    expect(differences).toEqual([]);
    expect(compared).toBe(file.cannabisConvictionsInCounty);
    // The comparison must not become empty unnoticed.
    expect(expectations).toBeGreaterThan(compared / 3);
  });

  it('never says yes or no for sure where the plan hides what decides', async () => {
    const { people, decided } = await compare(folder, { kinds: ['missing-date', 'unknown-severity', 'partial-date'] });
    let looked = 0;
    for (const person of people) {
      const found = new Map(determined(decided.get(person.subjectId)).map((one) => [orderOf(one), one]));
      for (const conviction of person.convictions) {
        if (!person.unknown.includes(`severity:${conviction.count}`)) continue;
        const answer = found.get(conviction.count);
        if (!answer) continue;
        looked++;
        expect(answer.determination.questions.length > 0 || answer.determination.outcome !== 'dismiss-and-seal').toBe(
          true,
        );
        expect(answer.severity).toBe('unknown');
      }
    }
    expect(looked).toBeGreaterThan(0);
  });
});

function differencesOf(truth: TrueConviction, answer: DecidedConviction): string[] {
  const differences: string[] = [];
  const differ = (what: string, want: string, got: string): void => {
    if (want !== got) differences.push(`${what}: the plan says ${want}, the answer ${got}`);
  };
  differ('section', truth.section, answer.offence.section);
  differ('code', truth.code, answer.offence.code);
  differ('path', truth.path.join('.'), answer.offence.path.join('.'));
  differ('qualifiers', truth.qualifiers.join(), answer.offence.qualifiers.join());
  differ('date', truth.date, printDate(answer.convictedOn));
  if (!truth.kinds.includes('reduced')) differ('severity', truth.severity, answer.severity);
  if (truth.expected) {
    differ('determination', truth.expected.determination, answer.determination.determination);
    differ('reason', truth.expected.reason, answer.determination.reason);
  }
  return differences;
}

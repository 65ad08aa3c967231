import { appendFileSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type JoinDecision } from '@clearway/identity';
import { type Population, readPersons, scanPopulation, type ScanOptions } from '@clearway/doj-bulk';
import { type History } from '@clearway/record';
import { type ListedRecord } from './done/listed-people';
import { SourceFileError } from './errors';
import { joinedPopulation } from './joining/joined-population';
import { joinSources } from './joining/join-sources';
import { RecordSpool } from './joining/record-spool';
import { type SeenJoin, type SeenQuestion } from './joining/seen-pair';
import { type SortedInputs, sortInputs, type SourceInput } from './kind/sort-inputs';
import { mergedPeopleData } from './people/merged-people-data';
import { type OtherFile } from './reading/other-file';
import { readOtherFile } from './reading/read-other-file';
import { type SeenNote } from './reading/seen-note';
import { rejectedLines } from './reading/rejected-lines';
import { type Sources } from './sources';
import { LineSpoolReader, LineSpoolWriter, type Place, valuesOfSpool } from './spool/line-spool';

export interface OpenSourcesOptions extends ScanOptions {
  /** Who is who, as people decided. */
  readonly decisions?: readonly JoinDecision[];
  /** Whom lists of what was done name, and what messages call the lists. */
  readonly listed?: { readonly people: readonly ListedRecord[]; readonly names: readonly string[] };
  /** Told when state people are read for joining: people so far, and all. */
  readonly onReadingPeople?: (people: number, of: number) => void;
  /** Told when records are joined: the share that is done, from 0 to 1. */
  readonly onJoining?: (share: number) => void;
}

/**
 * Reads everything that must be known before the first person is decided: kinds by content, who there is and where their rows stand,
 * and which records are one person. Memory grows with the people, not with the bytes; what is set aside stands in the work folder.
 *
 * Throws a SourceFileError, StateFileError or JoinDecisionError, and the signal's reason when it is aborted.
 */
export async function openSources(inputs: readonly SourceInput[], options: OpenSourcesOptions): Promise<Sources> {
  return openSorted(sortInputs(inputs), options);
}

/** `openSources` for inputs whose kinds are known. */
export async function openSorted({ state, others }: SortedInputs, options: OpenSourcesOptions): Promise<Sources> {
  if (others.length === 0 && (options.listed?.people.length ?? 0) === 0) {
    const population = await scanPopulation(state, options);
    return {
      state: population,
      others: [],
      people: population.people,
      personId: (person) => population.personId(person),
      counties: population.counties,
    };
  }
  mkdirSync(options.workDir, { recursive: true, mode: 0o700 });
  const spools = new Spools(options.workDir);
  try {
    // What is wrong with a small file is said before a large one is read.
    const found = await readOthers(others, state.length, spools, options);
    addListed(options.listed, state.length + others.length, spools);
    const population = await scanPopulation(state, options);
    appendFileSync(population.rejectedRowsFile, rejectedLines(found));
    await readState(population, spools, options);
    return await joinedTogether(population, found, spools, options);
  } finally {
    spools.end();
  }
}

/** What is set aside while people are joined. */
class Spools {
  readonly histories: LineSpoolWriter;
  readonly places: Place[] = [];
  readonly records: RecordSpool;
  readonly joins: LineSpoolWriter;
  readonly questions: LineSpoolWriter;
  readonly notes: LineSpoolWriter;

  constructor(private readonly workDir: string) {
    this.histories = new LineSpoolWriter(this.path('histories'));
    this.records = new RecordSpool(this.path('records'));
    this.joins = new LineSpoolWriter(this.path('joins'));
    this.questions = new LineSpoolWriter(this.path('questions'));
    this.notes = new LineSpoolWriter(this.path('notes'));
  }

  end(): void {
    for (const each of [this.histories, this.records, this.joins, this.questions, this.notes]) each.close();
    this.records.end();
    rmSync(this.path('records'), { force: true });
  }

  private path(name: string): string {
    return join(this.workDir, `${name}.lines`);
  }
}

async function readOthers(
  inputs: SortedInputs['others'],
  first: number,
  { histories, places, records, notes }: Spools,
  { signal }: OpenSourcesOptions,
): Promise<OtherFile[]> {
  const found: OtherFile[] = [];
  for (const [at, input] of inputs.entries()) {
    signal?.throwIfAborted();
    const index = first + at;
    const onHistory = (history: History, sha256: string): void => {
      records.add(history, { source: input.kind, file: sha256 }, index);
      places.push(histories.add(withoutOwnNumbers(history)));
    };
    const onNote = (note: SeenNote): void => void notes.add(note);
    const file = await readOtherFile(input, { index, onHistory, onNote, ...(signal ? { signal } : {}) });
    refuseTwice(file, found);
    found.push(file);
  }
  histories.close();
  notes.close();
  refuseNothing(found, first);
  return found;
}

function addListed(listed: OpenSourcesOptions['listed'], first: number, { records }: Spools): void {
  for (const each of listed?.people ?? []) records.addListed(each, first + each.list);
}

/** A court's own number of a person is no SUBJECT_ID of the state: facts and addresses must not be found by it. */
function withoutOwnNumbers(history: History): History {
  return { ...history, subjects: history.subjects.map((subject) => ({ ...subject, subjectId: '' })) };
}

/** A scanned sheet is reported and the others are used; where there is nothing else, nothing can be decided. */
function refuseNothing(found: readonly OtherFile[], stateFiles: number): void {
  const [first, ...more] = found.filter(({ pictures }) => pictures.length > 0);
  if (!first || stateFiles > 0 || more.length + 1 < found.length) return;
  const pages = first.pictures.length === 1 ? `Page ${first.pictures[0]} is` : `Pages ${first.pictures.join(', ')} are`;
  throw new SourceFileError(
    'rap-sheet.page-without-text',
    first.name,
    `${first.name}: ${pages} a picture without text, and nothing else can be used. Run text recognition (OCR) over the file, or ask for it as a text PDF.`,
  );
}

function refuseTwice(file: OtherFile, before: readonly OtherFile[]): void {
  const same = before.find(({ contentSha256 }) => contentSha256 === file.contentSha256);
  if (!same) return;
  const what = same.name === file.name ? 'it is given twice' : `it is the same file as ${same.name}`;
  throw SourceFileError.of('source.twice', file.name, `${what}, and would count twice. Name each file once.`);
}

/** Who the people of the state's files are: names, births, cases. */
async function readState(
  population: Population,
  { records }: Spools,
  { signal, onReadingPeople }: OpenSourcesOptions,
): Promise<void> {
  records.beginState();
  for await (const history of readPersons(population, {
    ...(signal ? { signal } : {}),
    ...(onReadingPeople ? { onProgress: onReadingPeople } : {}),
  })) {
    const file = history.subjects[0]?.file ?? 0;
    records.add(history, { source: 'state-file', file: population.files[file]?.sha256 ?? '' }, file);
  }
  records.close();
}

async function joinedTogether(
  population: Population,
  others: readonly OtherFile[],
  spools: Spools,
  options: OpenSourcesOptions,
): Promise<Sources> {
  const { records, places, joins, questions, histories, notes } = spools;
  const fileNames = [...[...population.files, ...others].map(({ name }) => name), ...(options.listed?.names ?? [])];
  const joinPlaces: Place[] = [];
  const questionPlaces: Place[] = [];
  const joined = await joinSources({
    records,
    fileNames,
    decisions: options.decisions ?? [],
    onJoin: (each) => void joinPlaces.push(joins.add(each)),
    onQuestion: (each) => void questionPlaces.push(questions.add(each)),
    ...(options.signal ? { signal: options.signal } : {}),
    ...(options.onJoining ? { onProgress: options.onJoining } : {}),
  });
  joins.close();
  questions.close();
  const { numbered, personId } = joined;
  const counties = [...new Set([...population.counties, ...others.flatMap((file) => file.counties)])].sort();
  return {
    state: joinedPopulation(population, numbered, counties, personId),
    others,
    people: numbered.people,
    personId,
    counties,
    joined: {
      people: mergedPeopleData({
        numbered,
        personId,
        asked: joined.asked,
        doubted: joined.doubted,
        path: histories.path,
        places,
      }),
      counts: joined.counts,
      listed: joined.listed,
      decidedRecords: joined.decidedRecords,
      peopleByOther: others.map(({ index }) => joined.peopleOf(index)),
      joins: () => valuesOf<SeenJoin>(joins.path, joinPlaces),
      questions: () => valuesOf<SeenQuestion>(questions.path, questionPlaces),
      notes: () => valuesOfSpool(notes.path) as Generator<SeenNote>,
    },
  };
}

function* valuesOf<Value>(path: string, places: readonly Place[]): Generator<Value> {
  const reader = new LineSpoolReader(path);
  try {
    for (const { offset, length } of places) yield reader.read(offset, length) as Value;
  } finally {
    reader.close();
  }
}

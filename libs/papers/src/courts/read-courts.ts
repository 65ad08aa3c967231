import { type FileProblem, readAs, readYaml, type YamlKind, type YamlPath } from '@clearway/yaml-with-lines';
import { createHash } from 'node:crypto';
import { type CourtFiling, type CourtProfile } from './court-profile';
import { refusalOf } from './errors';
import { courtsFile, type CourtsFile, type FilingSettings } from './schema';

/** A file of courts by its name (`los-angeles.yaml`) and its text. */
export interface CourtsText {
  readonly file: string;
  readonly text: string;
}

/** A profile with the place of its parts, for problems that show only when all files are together. */
export interface PlacedProfile {
  readonly profile: CourtProfile;
  readonly file: string;
  /** Line of a part of the courthouse: `['closed', 'successor']`. */
  readonly lineOf: (path: YamlPath) => number;
  readonly path: string;
}

/** What a file says: what holds for its county, and its courthouses. */
export interface ReadCourts {
  readonly county: CourtProfile;
  readonly courthouses: readonly PlacedProfile[];
}

/** Reads one file. Throws a CourtProfileError that lists every problem with its line. */
export function readCourts({ file, text }: CourtsText): ReadCourts {
  const refuse = refusalOf(file);
  const kind: YamlKind = { holds: 'court profile', unreadable: refuse };
  const source = readYaml(text, kind);
  const data = readAs(courtsFile, source, kind, refuse);
  const problems: FileProblem[] = [];
  const fail = (path: YamlPath, words: string): void => void problems.push(source.problemAt(path, words));
  const courthouses = data.courthouses.map((each, i): PlacedProfile => {
    const here: YamlPath = ['courthouses', i];
    const merged = { ...data.filing, ...each.filing };
    for (const { path, words } of filingProblems(merged)) fail([...here, 'filing', ...path], words);
    return {
      profile: profileOf(data, each, merged),
      file,
      lineOf: (path) => source.lineOf([...here, ...path]),
      path: here.join('.'),
    };
  });
  for (const { path, words } of filingProblems(data.filing)) fail(['filing', ...path], words);
  if (problems.length > 0) throw refuse(problems);
  return { county: countyProfile(file, data), courthouses };
}

/** What the settings say together that they may not. */
function filingProblems(filing: FilingSettings): readonly { readonly path: YamlPath; readonly words: string }[] {
  const found: { path: YamlPath; words: string }[] = [];
  const own = filing.papers.filter((each) => typeof each === 'string');
  if (new Set(filing.papers.map((each) => JSON.stringify(each))).size < filing.papers.length)
    found.push({ path: ['papers'], words: 'names a paper twice: keep one of the two' });
  if (filing.mode === 'bulk' && !own.includes('exhibit'))
    found.push({ path: ['papers'], words: 'a bulk motion lists its convictions in an exhibit: add exhibit' });
  if (filing.order === 'combined' && !(own.includes('motion') && own.includes('order')))
    found.push({ path: ['order'], words: 'combined needs motion and order among the papers' });
  const held = Object.values(filing.public).includes(false);
  if (held && filing.confidential === undefined)
    found.push({
      path: ['public'],
      words: 'what stays out of public papers goes under seal: add "confidential: { ground: ... }"',
    });
  const headings = filing['data file']?.columns.map(({ name }) => name) ?? [];
  if (new Set(headings).size < headings.length)
    found.push({ path: ['data file', 'columns'], words: 'two columns have the same heading' });
  return found;
}

function filingOf(settings: FilingSettings): CourtFiling {
  const { confidential, public: shown, service } = settings;
  const columns = settings['data file']?.columns.map(({ name, from, codes, format }) => ({
    name,
    from,
    ...(codes ? { codes } : {}),
    ...(format ? { format } : {}),
  }));
  return {
    mode: settings.mode,
    papers: settings.papers,
    order: settings.order,
    copies: settings.copies,
    sort: settings.sort,
    separators: settings.separators,
    megabytesPerFile: settings['megabytes per file'],
    delivery: settings.delivery,
    public: { names: shown.names, charges: shown.charges, convictionDates: shown['conviction dates'] },
    ...(confidential ? { confidential } : {}),
    service: service.map(({ name, address = [], email = '' }) => ({ name, address, email })),
    ...(columns ? { dataFile: { columns } } : {}),
  };
}

function profileOf(file: CourtsFile, house: CourtsFile['courthouses'][number], settings: FilingSettings): CourtProfile {
  const { closed, confirmed = file.confirmed } = house;
  return sealed({
    id: house.id,
    county: file.county.toUpperCase(),
    name: house.name,
    address: house.address ?? [],
    knownAs: (house['known as'] ?? []).map(recordName),
    oris: house.ori ?? [],
    casePrefixes: house['case prefixes'] ?? [],
    ...(closed ? { closed: { on: closed.on ?? '', successor: closed.successor } } : {}),
    note: house.note ?? '',
    source: file.source,
    ...(confirmed === 'no' ? {} : { confirmed }),
    filing: filingOf(settings),
  });
}

function countyProfile(name: string, file: CourtsFile): CourtProfile {
  return sealed({
    id: name.replace(/\.ya?ml$/i, ''),
    county: file.county.toUpperCase(),
    name: '',
    address: [],
    knownAs: [],
    oris: [],
    casePrefixes: [],
    note: '',
    source: file.source,
    ...(file.confirmed === 'no' ? {} : { confirmed: file.confirmed }),
    filing: filingOf(file.filing),
  });
}

/** The hash is over everything that the profile says, so that another word is another profile. */
function sealed(profile: Omit<CourtProfile, 'sha256'>): CourtProfile {
  return { ...profile, sha256: createHash('sha256').update(JSON.stringify(profile)).digest('hex') };
}

/** A court's name as the record has it: upper case, single blanks. */
export function recordName(name: string): string {
  return name.replace(/\s+/g, ' ').trim().toUpperCase();
}

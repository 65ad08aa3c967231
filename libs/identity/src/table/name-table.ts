import { coreWords, foldedName } from '../names/read-name';
import { type CountedName, MeantNames } from '../names/meant-name';
import { formalName } from '../names/nicknames';
import { soundOf } from '../names/sound';
import { type PersonName } from '../record/identity-record';
import { Interner, IntColumn } from './columns';

/** One word or several that stand together in a name, read once. */
export interface NameToken {
  readonly text: string;
  /** Without blanks: `DE LA CRUZ` and `DELACRUZ` are one name. */
  readonly joined: string;
  /** Family names only: the words that tell families apart. */
  readonly core: readonly string[];
  /** Numbers of the sounds of its core words and of the formal name, for looking up. */
  readonly sounds: readonly number[];
  readonly formalSound: number;
}

const NO_TOKEN: NameToken = { text: '', joined: '', core: [], sounds: [], formalSound: 0 };

/** Every distinct name of the files once, by number, with how many records carry each last and each first name. */
export class NameTable {
  private readonly tokens: NameToken[] = [NO_TOKEN];
  private readonly tokenIds = new Map<string, number>();
  private readonly sounds = new Interner();
  private readonly names = new Interner();
  private readonly columns = {
    last: new IntColumn(),
    first: new IntColumn(),
    middle: new IntColumn(),
    suffix: new IntColumn(),
  };
  private readonly suffixes = new Interner();
  private readonly lastCounts = new Map<number, number>();
  private readonly firstCounts = new Map<number, number>();
  private readonly folded = new Map<string, PersonName>();
  /** By field, once all names are counted: the well-known names, and what each token was meant to be. */
  private readonly meantNames: { [F in 'last' | 'first']?: MeantNames } = {};
  private readonly meantTokens = { last: new Map<number, number>(), first: new Map<number, number>() };
  /** How many records have a name. */
  counted = 0;

  constructor() {
    for (const column of Object.values(this.columns)) column.push(0);
  }

  /** The number of a name; 0 for one without a letter. */
  add(name: PersonName): number {
    const { last, first, middle, suffix } = this.fold(name);
    if (last === '' && first === '') return 0;
    const before = this.names.size;
    const id = this.names.id(`${last}\0${first}\0${middle}\0${suffix}`);
    if (id === before) {
      this.columns.last.push(this.token(last));
      this.columns.first.push(this.token(first));
      this.columns.middle.push(this.token(middle));
      this.columns.suffix.push(this.suffixes.id(suffix));
    }
    return id;
  }

  /** Counts the name of one record, for how common names are. */
  count(name: number): void {
    this.counted += 1;
    const [last, first] = [this.last(name), this.first(name)];
    this.lastCounts.set(last, (this.lastCounts.get(last) ?? 0) + 1);
    this.firstCounts.set(first, (this.firstCounts.get(first) ?? 0) + 1);
  }

  last(name: number): number {
    return this.columns.last.at(name);
  }

  first(name: number): number {
    return this.columns.first.at(name);
  }

  middle(name: number): number {
    return this.columns.middle.at(name);
  }

  suffix(name: number): number {
    return this.columns.suffix.at(name);
  }

  token(text: string): number;
  token(id: number): NameToken;
  token(key: string | number): number | NameToken {
    if (typeof key === 'number') return this.tokens[key] ?? NO_TOKEN;
    if (key === '') return 0;
    const known = this.tokenIds.get(key);
    if (known !== undefined) return known;
    const core = coreWords(key);
    const sounds = [...new Set([...core.map((word) => this.sounds.id(soundOf(word))), this.sounds.id(soundOf(key))])];
    this.tokenIds.set(key, this.tokens.length);
    this.tokens.push({
      text: key,
      joined: key.replaceAll(' ', ''),
      core,
      sounds,
      formalSound: this.sounds.id(soundOf(formalName(key))),
    });
    return this.tokens.length - 1;
  }

  get tokenCount(): number {
    return this.tokens.length;
  }

  /** How many records have this last or first name. */
  countOf(field: 'last' | 'first', token: number): number {
    return (field === 'last' ? this.lastCounts : this.firstCounts).get(token) ?? 0;
  }

  /** The token of the well-known name that a rare one was meant to be; itself when there is none. Asked once all names are counted. */
  meant(field: 'last' | 'first', token: number): number {
    const known = this.meantTokens[field].get(token);
    if (known !== undefined) return known;
    const names = (this.meantNames[field] ??= new MeantNames(this.countedNames(field), this.counted));
    const text = names.meant({ text: this.token(token).text, count: this.countOf(field, token) });
    const meant = text === '' ? token : this.token(text);
    this.meantTokens[field].set(token, meant);
    return meant;
  }

  private *countedNames(field: 'last' | 'first'): Generator<CountedName> {
    for (const [token, count] of field === 'last' ? this.lastCounts : this.firstCounts)
      if (token !== 0) yield { text: this.token(token).text, count };
  }

  /** The name as folded text: `LAST, FIRST MIDDLE SUFFIX`. */
  text(name: number): string {
    const given = [this.token(this.first(name)).text, this.token(this.middle(name)).text, this.suffixText(name)];
    return `${this.token(this.last(name)).text}, ${given.filter((part) => part !== '').join(' ')}`;
  }

  suffixText(name: number): string {
    return this.suffixes.text(this.suffix(name));
  }

  /** Most names of a file are written the same way over and over: the last ones are kept folded. */
  private fold(name: PersonName): PersonName {
    const key = `${name.last}\0${name.first}\0${name.middle}\0${name.suffix}`;
    const known = this.folded.get(key);
    if (known !== undefined) return known;
    if (this.folded.size > 50_000) this.folded.clear();
    const folded = foldedName(name);
    this.folded.set(key, folded);
    return folded;
  }
}

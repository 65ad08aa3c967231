// Reads the YAML of the law with a closed schema: an unknown or missing field is an error that names file, place and cure.

/** A file of parameters or lists that is not as it should be. */
export class LawDataError extends Error {
  code = 'law-data.invalid';
  /** @param {string} file @param {string} place @param {string} problem what is wrong and what to do */
  constructor(file, place, problem) {
    super(`${file}: ${place}: ${problem}`);
    this.name = 'LawDataError';
  }
}

const MARKS = ['F', 'V', 'K+', 'K~', 'K-', 'M'];

/** One file being read; every problem is thrown with the file's name. */
export class Reader {
  /** @param {string} file */
  constructor(file) {
    this.file = file;
  }

  /** @param {string} place @param {string} problem @returns {never} */
  fail(place, problem) {
    throw new LawDataError(this.file, place, problem);
  }

  /**
   * An object with exactly these fields; `?` after a name makes it optional.
   * @param {unknown} value @param {string} place @param {readonly string[]} fields
   * @returns {Record<string, unknown>}
   */
  object(value, place, fields) {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      this.fail(place, `must have the fields ${fields.join(', ')}`);
    const known = fields.map((each) => each.replace(/\?$/, ''));
    for (const name of Object.keys(value))
      if (!known.includes(name)) this.fail(place, `has no field "${name}": use ${known.join(', ')}`);
    for (const name of fields) if (!name.endsWith('?') && !(name in value)) this.fail(place, `lacks "${name}"`);
    return /** @type {Record<string, unknown>} */ (value);
  }

  /** @param {unknown} value @param {string} place @returns {unknown[]} */
  list(value, place) {
    if (!Array.isArray(value) || value.length === 0) this.fail(place, 'must be a list with at least one item');
    return value;
  }

  /** @param {unknown} value @param {string} place @returns {string} */
  text(value, place) {
    if (typeof value !== 'string' || value.trim() === '') this.fail(place, 'must be a text that is not empty');
    return value.trim();
  }

  /** @param {unknown} value @param {string} place @param {readonly string[]} choices @returns {string} */
  choice(value, place, choices) {
    if (!choices.includes(String(value))) this.fail(place, `must be one of ${choices.join(', ')}`);
    return String(value);
  }

  /** A day as the integer `yyyymmdd`. @param {unknown} value @param {string} place @returns {number} */
  day(value, place) {
    const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(String(value));
    const [, year, month, day] = match ?? [];
    const date = match ? new Date(Date.UTC(Number(year), Number(month) - 1, Number(day))) : undefined;
    if (!date || date.toISOString().slice(0, 10) !== value)
      this.fail(place, 'must be a day of the calendar written YYYY-MM-DD');
    return Number(`${year}${month}${day}`);
  }

  /** @param {unknown} value @param {string} place @returns {string} */
  mark(value, place) {
    return this.choice(value, `${place}.mark`, MARKS);
  }

  /** @param {unknown} value @param {string} place */
  source(value, place) {
    const { title, address, read } = this.object(value, place, ['title', 'address?', 'read?']);
    return {
      title: this.text(title, `${place}.title`),
      ...(address === undefined ? {} : { address: this.text(address, `${place}.address`) }),
      ...(read === undefined ? {} : { read: (this.day(read, `${place}.read`), String(read)) }),
    };
  }

  /** @param {unknown} value @param {string} place */
  sources(value, place) {
    const sources = this.object(value, place, Object.keys(/** @type {object} */ (value ?? {})));
    return Object.fromEntries(
      Object.entries(sources).map(([key, each]) => [key, this.source(each, `${place}.${key}`)]),
    );
  }
}

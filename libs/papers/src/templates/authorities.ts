import { isMap, isScalar, LineCounter, parseDocument } from 'yaml';
import { type TextRun } from '../paper/paper';
import { nearest } from './nearest';
import { TemplateError, type TemplateProblem } from './template-problems';

/** A case that a paper may or may not cite. */
export interface Authority {
  readonly id: string;
  /** With the name of the case between stars: `*People v. Saelee* (2018) 28 Cal.App.5th 744`. */
  readonly cite: string;
  readonly holding: string;
  readonly citable: boolean;
  /** Why it may not be cited, by rule 8.1115(a) or because its citation was not found; '' where it may. */
  readonly reason: string;
  readonly source: string;
}

/** The cases of `authorities.yaml` by id. */
export class AuthorityBook {
  private readonly byId: ReadonlyMap<string, Authority>;

  constructor(readonly all: readonly Authority[]) {
    this.byId = new Map(all.map((each) => [each.id, each]));
  }

  /**
   * Cases in a text that may not be cited, found by name and year or by the number of the court of appeal.
   * @throws UncitableCaseError when there is one
   */
  requireCitable(texts: readonly string[]): void {
    const text = texts.join('\n').replace(/[ \t\n*_]+/g, ' ');
    const found = this.all.filter(({ cite, citable }) => {
      const [, name = '', year = ''] = /v\. (.+?) \((\d{4})/.exec(cite) ?? [];
      const number = /\b[A-H]\d{6}\b/.exec(cite)?.[0];
      const named = name !== '' && new RegExp(`v\\.? ${name},? \\(${year}`, 'i').test(text);
      return !citable && (named || (number !== undefined && text.includes(number)));
    });
    if (found.length > 0) throw new UncitableCaseError(found);
  }

  /** The case as a paper prints it, the name in italics; or why it may not be cited. */
  cite(id: string): readonly TextRun[] | string {
    const authority = this.byId.get(id);
    if (!authority) {
      const known = this.all.filter(({ citable }) => citable).map((each) => each.id);
      return `there is no case {cite: ${id}} in authorities.yaml; the nearest that may be cited is {cite: ${nearest(id, known)}}`;
    }
    if (!authority.citable) return `{cite: ${id}} may not be cited: ${authority.reason}`;
    return citeRuns(authority.cite);
  }
}

/** The authority of an election or override cites a case that no paper may cite. */
export class UncitableCaseError extends Error {
  readonly code = 'policy.uncitable-case';
  readonly level = 'error';

  constructor(cases: readonly Authority[]) {
    const each = cases.map(({ cite, reason }) => `${cite}: ${reason}`).join('; ');
    super(
      `an authority that papers would print cites what papers may not cite (${each}): take it out of the policy's authority`,
    );
    this.name = 'UncitableCaseError';
  }
}

const FIELDS = ['id', 'cite', 'holding', 'citable', 'reason', 'source'];

/** Reads `authorities.yaml`: a list with a closed schema. Throws a TemplateError with every problem. */
export function readAuthorities(file: string, text: string): AuthorityBook {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true });
  const problems: TemplateProblem[] = document.errors.map((error) =>
    at(error.pos[0], 'this is not YAML: look at colons, quotes and indentation'),
  );
  function at(offset: number, words: string): TemplateProblem {
    const { line, col } = lines.linePos(offset);
    return { file, line, column: col, words };
  }
  const entries = problems.length === 0 && isMap(document.contents) ? document.getIn(['authorities'], true) : undefined;
  const items = entries && typeof entries === 'object' && 'items' in entries ? (entries.items as unknown[]) : [];
  if (problems.length === 0 && items.length === 0) problems.push(at(0, 'has to have a list "authorities"'));
  const authorities = items.map((item): Authority => {
    const fields = new Map<string, string>();
    const place = isMap(item) ? (item.range?.[0] ?? 0) : 0;
    if (isMap(item))
      for (const { key, value } of item.items) {
        const name = isScalar(key) ? String(key.value) : '';
        if (!FIELDS.includes(name))
          problems.push(
            at(
              isScalar(key) ? (key.range?.[0] ?? place) : place,
              `an authority has no "${name}"; the nearest known field is "${nearest(name, FIELDS)}"`,
            ),
          );
        fields.set(name, isScalar(value) ? String(value.value).trim() : '');
      }
    for (const name of ['id', 'cite', 'holding', 'source'])
      if (!fields.get(name)) problems.push(at(place, `an authority has to have "${name}"`));
    const citable = fields.get('citable');
    if (citable !== 'yes' && citable !== 'no') problems.push(at(place, '"citable" has to be yes or no'));
    if (citable === 'no' && !fields.get('reason'))
      problems.push(at(place, 'an authority that may not be cited has to have a "reason"'));
    if (citable === 'yes' && !/^\*[^*]+\* \(\d{4}\) \d+ Cal\./.test(fields.get('cite') ?? ''))
      problems.push(at(place, '"cite" has to be written as *People v. Name* (2018) 1 Cal.5th 1'));
    const field = (name: string): string => fields.get(name) ?? '';
    return {
      id: field('id'),
      cite: field('cite'),
      holding: field('holding'),
      citable: citable === 'yes',
      reason: field('reason'),
      source: field('source'),
    };
  });
  if (problems.length > 0) throw new TemplateError(problems);
  return new AuthorityBook(authorities);
}

function citeRuns(cite: string): readonly TextRun[] {
  return cite
    .split(/(\*[^*]+\*)/)
    .filter((part) => part !== '')
    .map(
      (part): TextRun =>
        part.startsWith('*') ? { text: part.slice(1, -1), style: 'italic' } : { text: part, style: 'regular' },
    );
}

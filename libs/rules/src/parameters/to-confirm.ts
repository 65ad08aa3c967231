import { type CalendarDate, printDate } from '@clearway/record';
import { type CodeListSource, type ListEntry, type OpenPoint } from './code-list-source';
import { CODE_LISTS } from './code-lists.generated';
import { isFound, type Mark, type Source } from './marks';
import { parameterSources, type ParameterSource } from './parameter';
import { PROSECUTING_AGENCIES } from './prosecuting-agencies.generated';

/** A fact of law that counsel is asked to confirm. */
export interface FactToConfirm {
  /** Stable: `limit.plants 2016-11-09`, `california.super-strikes PC 209`, the code of a provision. */
  readonly code: string;
  readonly citation: string;
  readonly mark: Mark;
  /** What is to be confirmed. */
  readonly note: string;
  /** How it stands in the program now. */
  readonly encoded: string;
  readonly source?: Source;
  readonly place: PlaceOfFact;
}

/** Where facts are encoded, and what depends on them. */
export interface PlaceOfFact {
  /** Path in the repository. */
  readonly file: string;
  readonly title: string;
  /** In words; empty when the place does not say. */
  readonly decides: string;
  /** What the code that uses the place names: `limit.plants`, `california.super-strikes`. */
  readonly usedAs: string;
}

/** What a provision says of itself. */
export interface ProvisionToConfirm {
  readonly code: string;
  readonly citation: string;
  readonly mark: Mark;
  /** What is to be confirmed; empty when the mark says it all. */
  readonly note: string;
  /** Path in the repository; `libs/rules/src/law/CODE.ts` when it does not say. */
  readonly file?: string;
}

const FOLDER = 'libs/rules/src/parameters';

/**
 * Every fact that was not found in a source, and every found one with an open end: of the parameters, the lists of the
 * statute, the table of agencies, and the provisions that are given. In the order of their places.
 */
export function factsToConfirm(provisions: readonly ProvisionToConfirm[] = []): readonly FactToConfirm[] {
  return [
    ...provisions.filter((each) => isOpen(each.mark, each.note)).map(ofProvision),
    ...CODE_LISTS.filter((each) => each.kind === 'statute').flatMap(ofList),
    ...ofAgencies(),
    ...parameterSources().flatMap(ofParameter),
  ];
}

function isOpen(mark: Mark, note = ''): boolean {
  return !isFound(mark) || note !== '';
}

function ofProvision({ code, citation, mark, note, file }: ProvisionToConfirm): FactToConfirm {
  return {
    code,
    citation,
    mark,
    note: note === '' ? 'That the provision says this.' : note,
    encoded: 'as a provision',
    place: { file: file ?? `libs/rules/src/law/${code}.ts`, title: code, decides: '', usedAs: code },
  };
}

function ofParameter({ parameter: name, title, unit, citation, decides, values }: ParameterSource): FactToConfirm[] {
  const place = { file: `${FOLDER}/values/${name}.yaml`, title, decides, usedAs: name };
  return values
    .filter((each) => isOpen(each.mark, each.confirm))
    .map(({ from, value, mark, confirm, source }) => ({
      code: `${name} ${printDate(from)}`,
      citation,
      mark,
      note: confirm ?? 'The amount and its day.',
      encoded: `${unit === 'date' ? printDate(value) : `${value} ${value === 1 ? unit.replace(/s$/, '') : unit}`}, in force from ${printDate(from)}`,
      source,
      place,
    }));
}

function ofList(list: CodeListSource): FactToConfirm[] {
  const place = placeOf(list);
  const entries = list.entries.filter((each): each is ListEntry => typeof each !== 'string');
  const marked = [
    ...entries.map((each) => ({
      ...each,
      offence: [each.offence, ...daysOf(each)].join(' '),
      encoded: entryWords(each),
      note: entryNote(each),
    })),
    ...(list.combinations ?? []).map((each) => ({
      ...each,
      offence: `${each.of.join(', ')} with ${each.with} in one ${each.within}`,
      encoded: `listed when both stand in one ${each.within === 'step' ? 'court action' : 'charge'}`,
      note: 'That the two together are on the list.',
    })),
  ];
  return [
    ...marked.flatMap(({ offence, mark, confirm, source, encoded, note }) => {
      if (mark === undefined || !isOpen(mark, confirm)) return [];
      const found = list.sources?.[source ?? ''];
      const fact = { code: `${list.list} ${offence}`, citation: list.citation, mark, encoded, place };
      return [{ ...fact, note: confirm ?? note, ...(found ? { source: found } : {}) }];
    }),
    ...openPoints(list.list, list.open ?? [], list.sources ?? {}, place),
  ];
}

function placeOf(list: CodeListSource): PlaceOfFact {
  return {
    file: `${FOLDER}/code-lists/${list.list}.yaml`,
    title: `${list.title}, ${list.citation}`,
    decides: list.decides ?? '',
    usedAs: list.list,
  };
}

function entryWords({ group, condition, words, from, to }: ListEntry): string {
  return [
    group === undefined ? 'listed' : `listed, ${group}`,
    ...daysOf({ from, to }),
    condition === undefined ? '' : `only where ${condition}`,
    words === undefined ? '' : `"${words}"`,
  ]
    .filter((each) => each !== '')
    .join(', ');
}

function daysOf({
  from,
  to,
}: {
  readonly from?: CalendarDate | undefined;
  readonly to?: CalendarDate | undefined;
}): string[] {
  return [
    ...(from === undefined ? [] : [`from ${printDate(from)}`]),
    ...(to === undefined ? [] : [`until ${printDate(to)}`]),
  ];
}

function entryNote({ condition, words }: ListEntry): string {
  if (words !== undefined) return 'That the law says this of it.';
  return condition === undefined ? 'That it is on the list.' : 'That it is on the list, and only under this condition.';
}

function ofAgencies(): FactToConfirm[] {
  const { table, title, citation, decides, sources, counties, open } = PROSECUTING_AGENCIES;
  const place = { file: `${FOLDER}/${table}.yaml`, title, decides, usedAs: 'prosecutingAgency' };
  const facts = counties.flatMap(({ county, agencies }) =>
    agencies.flatMap(({ agency, mark, confirm, source, ori, oriMark, oriSource }) => {
      const base = { citation, place };
      const self = { ...base, code: `${table} ${agency}`, mark, encoded: `prosecutes non-felonies in ${county}` };
      const code = { ...base, code: `${table} ${ori.join(', ')}`, encoded: `the police of the ${agency}` };
      return [
        ...(isOpen(mark, confirm)
          ? [{ ...self, note: confirm ?? 'That it prosecutes.', ...sourceOf(sources, source) }]
          : []),
        ...(oriMark !== undefined && isOpen(oriMark)
          ? [{ ...code, mark: oriMark, note: 'That the state writes this code.', ...sourceOf(sources, oriSource) }]
          : []),
      ];
    }),
  );
  return [...facts, ...openPoints(table, open, sources, place)];
}

function sourceOf(sources: Readonly<Record<string, Source>>, key = ''): { readonly source?: Source } {
  const source = sources[key];
  return source ? { source } : {};
}

function openPoints(
  name: string,
  open: readonly OpenPoint[],
  sources: Readonly<Record<string, Source>>,
  place: PlaceOfFact,
): FactToConfirm[] {
  return open.map(({ citation, source, mark, confirm }, i) => ({
    code: `${name} open ${i + 1}`,
    citation,
    mark,
    note: confirm,
    encoded: 'an open point of the whole',
    ...sourceOf(sources, source),
    place,
  }));
}

import { readFile } from 'node:fs/promises';
import { printDate } from '@clearway/record';
import {
  decisionId,
  type DraftDecision,
  groupsOf,
  importReview,
  isJoin,
  pairQuestions,
  readDecisions,
  reviewWorkbook,
  undoneOf,
  whatOf,
} from '@clearway/review';
import { CliError } from '../cli-error';
import { UnfinishedFile } from '../outputs/unfinished-file';
import { counted, grouped } from '../terminal/numbers';
import { type Terminal } from '../terminal/terminal';
import { appendDecisions, decisionsText } from './decisions-file';
import { reviewQuestions, type ReviewSourceOptions } from './review-rows';

export interface ReviewExportOptions extends ReviewSourceOptions {
  readonly out: string;
}

/** Writes the workbook for attorneys. */
export async function exportReview(paths: string[], options: ReviewExportOptions, terminal: Terminal): Promise<void> {
  const { items, pairs: asked } = await reviewQuestions(paths, options, terminal);
  const groups = groupsOf(items);
  const pairs = pairQuestions(asked, items);
  await writeWorkbook(options.out, reviewWorkbook(groups, pairs), terminal);
  const open = groups.filter(({ asked }) => asked.question !== '');
  const rows = groups.reduce((sum, { items }) => sum + items.length, 0);
  terminal.say(`questions    ${grouped(open.length)}, on ${counted(rows, 'row', 'rows')} of convictions`);
  for (const { id, helped, people } of open.slice(0, 10)) {
    terminal.say(`  ${id}: ${grouped(helped)} of ${counted(people, 'person', 'people')} may get more`);
  }
  if (pairs.length > 0) {
    const waiting = new Set(pairs.flatMap(({ waiting: each }) => each.map(({ person, key }) => `${person} ${key}`)));
    terminal.say(`who is one   ${counted(pairs.length, 'question', 'questions')}, ${counted(waiting.size, 'conviction waits', 'convictions wait')} for them`);
  }
  if (open.length === 0) terminal.say('Nothing is open. --all exports every conviction, to challenge or override.');
  terminal.say(`workbook     ${options.out}`);
  terminal.result({ out: options.out, questions: open.length, rows, samePerson: pairs.length });
}

export async function writeWorkbook(
  path: string,
  pieces: AsyncGenerator<Uint8Array>,
  terminal: Terminal,
): Promise<void> {
  const file = await UnfinishedFile.open(path);
  try {
    for await (const piece of pieces) {
      terminal.signal.throwIfAborted();
      await file.write(Buffer.from(piece));
    }
    await file.finish();
  } catch (error) {
    await file.discard();
    throw error;
  }
}

export interface ReviewImportOptions {
  readonly decisions: string;
  readonly partial?: boolean;
}

/** Reads a workbook back and appends what attorneys decided. */
export async function importWorkbook(path: string, options: ReviewImportOptions, terminal: Terminal): Promise<void> {
  const { drafts, cannotTell, problems } = importReview(await readFile(path), { partial: options.partial === true });
  for (const { sheet, cell, cure } of problems) terminal.warn(`left out: sheet "${sheet}", cell ${cell}: ${cure}`);
  const { events, known } = await appendDecisions(options.decisions, drafts);
  await warnOfUndone(options.decisions, drafts, terminal);
  const kinds = new Map<string, number>();
  for (const { decision } of events) kinds.set(decision.kind, (kinds.get(decision.kind) ?? 0) + 1);
  const words = [...kinds].map(([kind, n]) => `${grouped(n)} ${kind}`).join(', ');
  terminal.say(
    `decisions    ${grouped(events.length)} recorded${words === '' ? '' : ` (${words})`}, ${grouped(known)} known already`,
  );
  if (kinds.has('challenge')) {
    terminal.say('Challenges: run clearway analyze today and send public_defender.csv and Public_Defender.pdf.');
  }
  if (cannotTell > 0) terminal.say(`cannot tell  ${grouped(cannotTell)} of two records: they are asked again`);
  const touched = new Set(events.flatMap(({ decision }) => (isJoin(decision) ? decision.people : [])));
  if (touched.size > 0) {
    terminal.say(
      `Who is one person: ${counted(touched.size, 'person', 'people')} are touched. Run clearway analyze again with all files and --decisions.`,
    );
  }
  terminal.say(`file         ${options.decisions}`);
  const recorded = Object.fromEntries(kinds);
  terminal.result({ decisions: options.decisions, recorded, known, cannotTell, leftOut: problems.length });
}

/** A decision that was taken back and comes again in an old workbook stays taken back: say so. */
async function warnOfUndone(path: string, drafts: readonly DraftDecision[], terminal: Terminal): Promise<void> {
  const undone = undoneOf(readDecisions(await decisionsText(path)));
  const again = new Set(drafts.map(decisionId).filter((id) => undone.has(id)));
  if (again.size > 0) {
    terminal.warn(
      `${grouped(again.size)} of the decisions were undone before and stay so; undo the undo to have them back (clearway review list shows the ids)`,
    );
  }
}

/** Says what stands in a decisions file, without names. */
export async function listDecisions(options: { readonly decisions: string }, terminal: Terminal): Promise<void> {
  const events = readDecisions(await decisionsText(options.decisions));
  const undone = undoneOf(events);
  for (const event of events) {
    const { id, decision, by, on, person, key } = event;
    const state = undone.has(id) ? ' (undone)' : '';
    terminal.say(`${id}  ${printDate(on)}  ${by}  ${decision.kind}${state}  ${person} ${key}  ${whatOf(event)}`);
  }
  if (events.length === 0) terminal.say('No decision is recorded there.');
  terminal.result({ decisions: events.map((event) => ({ ...event, undone: undone.has(event.id) })) });
}

export interface UndoOptions {
  readonly decisions: string;
  readonly reason: string;
}

/** Takes decisions back, by their ids: an event like the others. */
export async function undoDecisions(ids: string[], options: UndoOptions, terminal: Terminal): Promise<void> {
  const events = new Map(readDecisions(await decisionsText(options.decisions)).map((event) => [event.id, event]));
  const drafts = ids.map((id): DraftDecision => {
    const event = events.get(id);
    if (!event) {
      throw new CliError('usage.undo', 'No decision has this id. `clearway review list --decisions FILE` shows them.');
    }
    const { person, key, basis } = event;
    return {
      person,
      key,
      basis,
      decision: { kind: 'undo', of: id, reason: options.reason },
      signed: { by: '', on: 0 },
    };
  });
  const recorded = await appendDecisions(options.decisions, drafts);
  terminal.say(`undone       ${grouped(recorded.events.length)}, ${grouped(recorded.known)} undone before`);
  terminal.result({ undone: recorded.events.length, known: recorded.known });
}

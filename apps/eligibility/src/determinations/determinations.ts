import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import {
  OUTCOMES,
  RELIEFS,
  RunSettings,
  STANDINGS,
  convictionInWords,
  determinationCounts,
  determinationsPage,
  type DeterminationRow,
} from '@clearway/contracts';
import { ContentStore, unpackMembers } from '@clearway/content-store';
import { loadPolicy } from '@clearway/county-policy';
import { type Answer, type Asked } from '@clearway/messaging';
import { guarded } from '@clearway/persistence';
import { CodedError } from '@clearway/platform';
import { explainDetermination, questionInWords, rulesOf, type DecidedPerson } from '@clearway/rules';
import { revisionShown } from '../revisions/revision-shown';

interface Stored {
  batch: number;
  place: number;
  person: string;
  conviction: string;
  outcome: number;
  relief: number;
  floor: number;
  standing: number;
  questions: string[];
  section: string;
  file: number;
  row: number;
  line: number;
  byte_offset: string;
  member_offset: number;
  member_length: number;
}

const SHOWN = revisionShown('$3');

/** What was decided, read back: pages of compact rows, counts, and one conviction whole. */
@Injectable()
export class Determinations {
  constructor(
    @Inject(DataSource) private readonly source: DataSource,
    private readonly store: ContentStore,
  ) {}

  /** Rows of one revision in the order of the file; the cursor is `BATCH:PLACE` of the last row seen. */
  async page(asked: Asked<typeof determinationsPage>): Promise<Answer<typeof determinationsPage>> {
    const parameters: unknown[] = [asked.office, asked.run, asked.revision ?? null];
    const where = ['office = $1', 'run = $2', `revision = ${SHOWN}`];
    const filter = (sql: (place: string) => string, value: unknown): void => {
      parameters.push(value);
      where.push(sql(`$${parameters.length}`));
    };
    if (asked.outcome !== undefined) filter((place) => `outcome = ${place}`, OUTCOMES.indexOf(asked.outcome));
    if (asked.section !== undefined) filter((place) => `section = ${place}`, asked.section);
    if (asked.question !== undefined) filter((place) => `${place} = ANY(questions)`, asked.question);
    if (asked.cursor !== null) {
      const [batch, after] = placeOf(asked.cursor);
      parameters.push(batch, after);
      where.push(`(batch, place) > ($${parameters.length - 1}, $${parameters.length})`);
    }
    const rows = await this.rows<Stored>(
      `SELECT * FROM determination WHERE ${where.join(' AND ')} ORDER BY batch, place LIMIT ${asked.limit}`,
      parameters,
    );
    const last = rows.length === asked.limit ? rows.at(-1) : undefined;
    return { items: rows.map(printRow), next: last ? `${last.batch}:${last.place}` : null };
  }

  async counts({
    office,
    run,
    revision,
  }: Asked<typeof determinationCounts>): Promise<Answer<typeof determinationCounts>> {
    const key = [office, run, revision ?? null];
    const ofRun = `FROM determination WHERE office = $1 AND run = $2 AND revision = ${SHOWN}`;
    const outcomes = await this.rows<{ outcome: number; n: number }>(
      `SELECT outcome, count(*)::int AS n ${ofRun} GROUP BY outcome ORDER BY outcome`,
      key,
    );
    const questions = await this.rows<{ name: string; n: number }>(
      `SELECT unnest(questions) AS name, count(*)::int AS n ${ofRun} GROUP BY 1 ORDER BY 1`,
      key,
    );
    const sections = await this.rows<{ name: string; n: number }>(
      `SELECT section AS name, count(*)::int AS n ${ofRun} GROUP BY 1 ORDER BY 1`,
      key,
    );
    const [sums] = await this.rows<{ persons: number; convictions: number; sealed: boolean }>(
      `SELECT coalesce(sum(persons), 0)::int AS persons, coalesce(sum(convictions), 0)::int AS convictions,
              EXISTS (SELECT 1 FROM decided_run WHERE office = $1 AND run = $2 AND revision = ${SHOWN} AND manifest IS NOT NULL) AS sealed
       FROM decision_batch WHERE office = $1 AND run = $2 AND revision = ${SHOWN}`,
      key,
    );
    return {
      persons: sums?.persons ?? 0,
      convictions: sums?.convictions ?? 0,
      outcomes: Object.fromEntries(outcomes.map(({ outcome, n }) => [OUTCOMES[outcome] ?? '', n])),
      questions: Object.fromEntries(questions.map(({ name, n }) => [name, n])),
      sections: Object.fromEntries(sections.map(({ name, n }) => [name, n])),
      sealed: sums?.sealed ?? false,
    };
  }

  /** One conviction with its whole trace; the words are made now, from the policy of the run. */
  async inWords({
    office,
    run,
    revision,
    person,
    conviction,
  }: Asked<typeof convictionInWords>): Promise<Answer<typeof convictionInWords>> {
    const [row] = await this.rows<Stored & { blob: string; settings: string | null }>(
      `SELECT d.*, b.blob, o.body::jsonb #>> '{data,settings}' AS settings FROM determination d
       JOIN decision_batch b USING (office, run, revision, batch)
       JOIN outbox o ON o.office = d.office AND o.run = d.run AND o.revision = d.revision AND o.type = 'determinations.batch' AND o.batch = d.batch
       WHERE d.office = $1 AND d.run = $2 AND d.revision = ${SHOWN} AND d.person = $4 AND d.conviction = $5 LIMIT 1`,
      [office, run, revision ?? null, person, conviction],
    );
    if (!row?.settings)
      throw new CodedError(
        'conviction.unknown',
        'no such conviction was decided in this run: take person and conviction from a page of determinations',
      );
    const settings = RunSettings.parse(await this.store.readJson(row.settings));
    const [decided] = unpackMembers(
      await this.store.readRange(row.blob, row.member_offset, row.member_offset + row.member_length),
    ) as DecidedPerson[];
    const found = decided?.convictions.find(({ key }) => key === conviction);
    if (!decided || !found)
      throw new CodedError(
        'conviction.not-in-blob',
        'the stored decision does not hold the conviction of its row',
        'bug',
      );
    const policy = loadPolicy(settings.policy.text);
    const words = new Map(rulesOf(policy).map((rule) => [rule.code, rule.words]));
    const { determination } = found;
    return {
      person,
      conviction,
      outcome: determination.outcome,
      relief: determination.relief,
      floor: determination.floor,
      standing: determination.standing,
      determination: determination.determination,
      reason: determination.reason,
      citation: found.citation,
      caseNumbers: found.caseNumbers.map(({ number }) => number),
      convictedOn: found.convictedOn,
      court: found.court.name,
      questions: determination.questions.map((question) => ({
        code: question.code,
        words: questionInWords(
          question,
          settings.inputs.map(({ name }) => name),
        ),
        answers: question.answers.map(({ answer, outcome }) => ({ answer, outcome })),
      })),
      trace: determination.trace.map(({ rule, verdict, facts }) => {
        const used = facts.map(({ name, value, at }) => ({
          name,
          value,
          line: at?.line ?? null,
          file: at?.file ?? null,
        }));
        return { rule, verdict, words: words.get(rule) ?? rule, facts: used };
      }),
      words: [
        ...explainDetermination(
          found,
          policy,
          settings.inputs.map(({ name }) => name),
        ),
      ],
    };
  }

  private rows<Row>(sql: string, parameters: readonly unknown[]): Promise<Row[]> {
    return guarded(() => this.source.query(sql, [...parameters]) as Promise<Row[]>);
  }
}

function placeOf(cursor: string): [number, number] {
  const match = /^(\d{1,9}):(\d{1,9})$/.exec(cursor);
  if (!match) throw new CodedError('question.bad-cursor', 'the cursor is not one that a page gave: begin without it');
  return [Number(match[1]), Number(match[2])];
}

function printRow(row: Stored): DeterminationRow {
  return {
    person: row.person,
    conviction: row.conviction,
    outcome: OUTCOMES[row.outcome] ?? 'review',
    relief: RELIEFS[row.relief] ?? 'none',
    floor: RELIEFS[row.floor] ?? 'none',
    standing: STANDINGS[row.standing] ?? 'open',
    questions: row.questions,
    section: row.section,
    source: { file: row.file, row: row.row, line: row.line, offset: Number(row.byte_offset) },
  };
}

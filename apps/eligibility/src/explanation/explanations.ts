import { ContentStore, unpackBytes } from '@clearway/content-store';
import { type explanationOfConviction, type explanationPages, readHistories } from '@clearway/contracts';
import { loadPolicy } from '@clearway/county-policy';
import { CaseFactsBook } from '@clearway/case-facts';
import { type Answer, type Asked } from '@clearway/messaging';
import { readCasesOfRun } from '@clearway/outputs';
import { CodedError } from '@clearway/platform';
import { type History } from '@clearway/record';
import { bornWords, explanationPages as pagesOf } from '@clearway/reports';
import { joinedLines, type JoinedWords, joinedWords } from '@clearway/review';
import { explainConvictions, type Explanation, printExplanation, ruleSetHash } from '@clearway/rules';
import { Injectable } from '@nestjs/common';
import { DecidedRuns, type DecidedRunView } from '../determinations/decided-runs';
import { RevisionsBefore } from '../revisions/revisions-before';
import { AskedPairs } from '../review/same-person/asked-pairs';
import { StoredConvictions } from '../determinations/stored-convictions';

type AskedConviction = Asked<typeof explanationOfConviction>;

/** Why a conviction was decided as it was: decided again from its history, under the settings of the run. */
@Injectable()
export class Explanations {
  /** The book of the run that was explained last: facts files can be long. */
  private lastBook: { readonly run: string; readonly book: CaseFactsBook | undefined } | undefined;

  constructor(
    private readonly store: ContentStore,
    private readonly runs: DecidedRuns,
    private readonly stored: StoredConvictions,
    private readonly revisions: RevisionsBefore,
    private readonly pairs: AskedPairs,
  ) {}

  async inWords(asked: AskedConviction): Promise<Answer<typeof explanationOfConviction>> {
    const { decidedRun, explanation } = await this.explained(asked);
    const {
      key,
      chargeText,
      rules,
      questions,
      changes,
      caseNumbers,
      otherRemedies,
      corrections: _,
      ...same
    } = explanation;
    return {
      ...same,
      person: asked.person,
      conviction: key,
      charge: chargeText,
      caseNumbers: caseNumbers.map(({ number, from }) => ({ number, from: [...from] })),
      otherRemedies: [...otherRemedies],
      rules: rules.map((rule) => ({ ...rule, facts: [...rule.facts] })),
      questions: questions.map((question) => ({ ...question, answers: [...question.answers] })),
      changes: [...changes],
      words: [...printExplanation(explanation), ...joinedLines(await this.joinsOf(decidedRun, asked.person))],
    };
  }

  /** The page to sign; the same bytes as `clearway explain --pdf`. */
  async pages(asked: Asked<typeof explanationPages>): Promise<Answer<typeof explanationPages>> {
    const { decidedRun, history, explanation } = await this.explained(asked);
    const { county, asOf } = decidedRun.settings;
    const content = pagesOf([
      {
        name: history.name,
        born: bornWords(history.birthDates),
        county,
        asOf,
        ruleSet: ruleSetHash(),
        joins: await this.joinsOf(decidedRun, asked.person),
        explanations: [explanation],
      },
    ]);
    const { sha256, bytes } = await this.store.put(content, { pin: decidedRun.owner });
    return { file: { sha256, bytes } };
  }

  private async joinsOf(decidedRun: DecidedRunView, person: string): Promise<readonly JoinedWords[]> {
    return joinedWords(await this.pairs.joinsOf(decidedRun, person));
  }

  private async explained({
    office,
    run,
    revision,
    person,
    conviction,
  }: AskedConviction): Promise<{ decidedRun: DecidedRunView; history: History; explanation: Explanation }> {
    const decidedRun = await this.runs.of(office, run, revision);
    const { histories } = await this.stored.of(decidedRun, person, conviction);
    const found = readHistories(unpackBytes(await this.store.read(histories))).find((each) => each.person === person);
    const { county, asOf, policy, inputs } = decidedRun.settings;
    const book = this.bookOf(decidedRun);
    const history = found && book ? book.corrected(found, asOf) : found;
    const facts = { county, asOf, ...(book ? { cases: book } : {}) };
    const [explanation] = history
      ? explainConvictions(
          history,
          loadPolicy(policy.text),
          facts,
          inputs.map(({ name }) => name),
          conviction,
        )
      : [];
    if (!history || !explanation)
      throw new CodedError(
        'conviction.not-in-history',
        'the stored history does not hold the conviction that was decided from it',
        'bug',
      );
    return { decidedRun, history, explanation };
  }

  private bookOf({ settings, settingsHash, listed }: DecidedRunView): CaseFactsBook | undefined {
    const run = `${settingsHash} ${listed ?? ''}`;
    if (this.lastBook?.run === run) return this.lastBook.book;
    const { cases } = readCasesOfRun(this.revisions.casePaths(settings, { sources: null, listed }));
    const book = cases && new CaseFactsBook(cases.data);
    this.lastBook = { run, book };
    return book;
  }
}

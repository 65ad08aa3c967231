import { RuleSetError } from '../../engine/errors';
import { type Provision } from '../provision';
import { PROVISIONS } from '../provisions';
import { FACT_NAMES, GRADES, type FactName } from '../situation';
import { applicable, printSituation } from './decide-situation';
import { situationsBy, visitSituations } from './every-situation';

const checkedSets = new WeakSet<readonly Provision[]>();

/**
 * Applies every provision to every situation that it can tell apart, once a process: two provisions that apply without a
 * declared order, a situation for which there is no provision, an override of nothing are a RuleSetError at start, with
 * the names. Takes some milliseconds.
 */
export function checkProvisions(provisions: readonly Provision[] = PROVISIONS): void {
  if (checkedSets.has(provisions)) return;
  checkCodes(provisions);
  const reach = provisions.filter((each) => each.stage === 'reach');
  const yardstick = provisions.filter((each) => each.stage === 'yardstick');
  const relief = provisions.filter((each) => each.stage === 'relief');
  visitSituations(askedBy(reach), (situation) => void applicable(reach, situation));
  const ofBoth = askedBy(reach).filter((name) => askedBy(yardstick).includes(name));
  const ofReach = askedBy(reach).filter((name) => !ofBoth.includes(name));
  // Whether it is reached does not depend on what only the yardstick asks.
  const unmeasured = new Set<string>();
  visitSituations(askedBy(yardstick), (situation) => {
    if (applicable(yardstick, situation)) return;
    const key = ofBoth.map((name) => situation[name]).join();
    if (unmeasured.has(key)) return;
    unmeasured.add(key);
    // A gap is one only where the statute reaches the conviction.
    const unreached = situationsBy(ofReach, situation).find((each) => !applicable(reach, each));
    if (unreached) throw gap('what the Act would have made of it', printSituation(unreached));
  });
  visitSituations(askedBy(relief), (situation) => {
    for (const each of GRADES) {
      if (applicable(relief, { ...situation, yardstick: each })) continue;
      throw gap('what the court does', `${printSituation(situation)}, yardstick ${each}`);
    }
  });
  checkedSets.add(provisions);
}

function askedBy(provisions: readonly Provision[]): readonly FactName[] {
  return FACT_NAMES.filter((name) => provisions.some((each) => each.asks.includes(name)));
}

function checkCodes(provisions: readonly Provision[]): void {
  const byCode = new Map<string, Provision>();
  for (const each of provisions) {
    if (byCode.has(each.code)) {
      throw new RuleSetError('rules.duplicate-provision', `two provisions have the code "${each.code}": rename one`);
    }
    byCode.set(each.code, each);
  }
  for (const each of provisions) {
    const unknown = each.overrides?.find((code) => byCode.get(code)?.stage !== each.stage);
    if (unknown === undefined) continue;
    throw new RuleSetError(
      'rules.unknown-override',
      `the provision ${each.code} overrides "${unknown}", which is no provision of its stage: correct the name`,
    );
  }
}

function gap(what: string, situation: string): RuleSetError {
  return new RuleSetError('rules.no-provision', `no provision says ${what} (${situation}): add the provision`);
}

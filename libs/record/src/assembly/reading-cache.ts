import { pointsToComment, readCharge } from '../charge/read-charge';
import { type Agency, type Disposition, type DispositionKind, type Severity, type StepType } from '../history';
import { type Charge } from '../offence';
import { dispositionKinds, severityOf, stepTypeOf } from './disposition-kind';

const LIMIT = 20_000;

/**
 * What the same few hundred texts of a county file mean, read once each. It only saves time: an emptied cache gives
 * the same answers.
 */
export class ReadingCache {
  private readonly charges = new Map<string, Charge>();
  private readonly kinds = new Map<string, readonly DispositionKind[]>();
  private readonly types = new Map<string, StepType>();
  private readonly severities = new Map<string, Severity>();
  private readonly agencies = new Map<string, Agency[]>();

  charge(text: string, comment: string): Charge {
    const inComment = comment !== '' && (text === '' || pointsToComment(text));
    return remember(this.charges, inComment ? `${text}\0${comment}` : text, () => readCharge(text, inComment ? comment : ''));
  }

  dispositionKinds(text: string): readonly Disposition['kind'][] {
    return remember(this.kinds, text, () => dispositionKinds(text));
  }

  stepType(text: string): StepType {
    return remember(this.types, text, () => stepTypeOf(text));
  }

  severity(text: string): Severity {
    return remember(this.severities, text, () => severityOf(text));
  }

  agency(ori: string, name: string, county: string): Agency {
    const known = remember(this.agencies, name, () => []);
    for (const each of known) if (each.ori === ori && each.county === county) return each;
    const agency: Agency = { ori, name, county };
    if (known.length < 100) known.push(agency);
    return agency;
  }
}

function remember<Value>(cache: Map<string, Value>, key: string, make: () => Value): Value {
  let value = cache.get(key);
  if (value === undefined) {
    if (cache.size >= LIMIT) cache.clear();
    value = make();
    cache.set(key, value);
  }
  return value;
}

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
  // A row nearly always says what the one before said.
  private lastTypeText = '';
  private lastType: StepType = stepTypeOf('');
  private lastAgency: Agency = { ori: '', name: '', county: '' };
  private lastDisposition = '';
  private lastKinds: readonly DispositionKind[] = dispositionKinds('');
  private lastSeverityText = '';
  private lastSeverity: Severity = severityOf('');
  private lastChargeText = '';
  private lastCharge: Charge = readCharge('');

  charge(text: string, comment: string): Charge {
    if (comment !== '' && (text === '' || pointsToComment(text))) {
      const both = `${text}\0${comment}`;
      return this.charges.get(both) ?? remember(this.charges, both, readCharge(text, comment));
    }
    if (text === this.lastChargeText) return this.lastCharge;
    this.lastChargeText = text;
    return (this.lastCharge = this.charges.get(text) ?? remember(this.charges, text, readCharge(text)));
  }

  dispositionKinds(text: string): readonly Disposition['kind'][] {
    if (text === this.lastDisposition) return this.lastKinds;
    this.lastDisposition = text;
    return (this.lastKinds = this.kinds.get(text) ?? remember(this.kinds, text, dispositionKinds(text)));
  }

  stepType(text: string): StepType {
    if (text === this.lastTypeText) return this.lastType;
    this.lastTypeText = text;
    return (this.lastType = this.types.get(text) ?? remember(this.types, text, stepTypeOf(text)));
  }

  severity(text: string): Severity {
    if (text === this.lastSeverityText) return this.lastSeverity;
    this.lastSeverityText = text;
    return (this.lastSeverity = this.severities.get(text) ?? remember(this.severities, text, severityOf(text)));
  }

  agency(ori: string, name: string, county: string): Agency {
    const last = this.lastAgency;
    if (last.name === name && last.ori === ori && last.county === county) return last;
    return (this.lastAgency = this.knownAgency(ori, name, county));
  }

  private knownAgency(ori: string, name: string, county: string): Agency {
    const known = this.agencies.get(name) ?? remember<Agency[]>(this.agencies, name, []);
    for (const each of known) if (each.ori === ori && each.county === county) return each;
    const agency: Agency = { ori, name, county };
    if (known.length < 100) known.push(agency);
    return agency;
  }
}

/** Keeps a value under its text; what was kept before may go. */
export function remember<Value>(cache: Map<string, Value>, key: string, value: Value): Value {
  if (cache.size >= LIMIT) cache.clear();
  cache.set(key, value);
  return value;
}

import { type DispositionKind, type Severity, type StepType } from '../history';

const LATER: readonly (readonly [RegExp, DispositionKind])[] = [
  [/1203\.4|SET\s*-?\s*ASIDE/, 'set-aside-1203.4'],
  [/11361\.[89]|PROP(?:OSITION)?\s*64/, 'relief-11361.8'],
  [/(?<!\d)17\s*(?:\(B\)|B(?![A-OQ-Z0-9]))|REDUCED\s+TO\s+(?:A\s+)?MISD|RED(?:UCED)?\s+TO\s+MISD/, 'reduced-17b'],
  [/SEAL/, 'sealed'],
];
/** A petition that was denied gave nothing. */
const DENIED = /\bDEN(?:IED|Y|IAL)\b/;
const FIRST: readonly (readonly [RegExp, DispositionKind])[] = [
  [/ACQUIT|NOT GUILTY/, 'acquitted'],
  [/PROS(?:ECUTOR)?\s*REL|PROS(?:ECUTOR)?\s*REJ|COMPLAINT REJ|DECLINED/, 'prosecutor-rejected'],
  [/DISM/, 'dismissed'],
];

/**
 * What a DISP_DESCR says. A text can say two things: `CONVICTED/SET ASIDE 1203.4` is a conviction and what became of it.
 * Empty text gives `none`; a text that nothing is known about gives `other`.
 */
export function dispositionKinds(text: string): readonly DispositionKind[] {
  const upper = text.toUpperCase();
  if (upper === '') return ['none'];
  if (DENIED.test(upper)) return upper.startsWith('CONVICTED') ? ['convicted'] : ['other'];
  const later = LATER.filter(([pattern]) => pattern.test(upper)).map(([, kind]) => kind);
  if (saysConvicted(text)) return ['convicted', ...later];
  if (later.length > 0) return later;
  return [FIRST.find(([pattern]) => pattern.test(upper))?.[1] ?? 'other'];
}

/** Is `convicted` among the kinds of a DISP_DESCR? */
export function saysConvicted(text: string): boolean {
  return text.toUpperCase().startsWith('CONVICTED');
}

/** CONV_STAT_DESCR as a severity. */
export function severityOf(text: string): Severity {
  const upper = text.toUpperCase();
  return upper === 'FELONY'
    ? 'felony'
    : upper === 'MISDEMEANOR'
      ? 'misdemeanor'
      : upper === 'INFRACTION'
        ? 'infraction'
        : 'unknown';
}

/** STP_TYPE_DESCR as a type of step. */
export function stepTypeOf(text: string): StepType {
  const upper = text.toUpperCase();
  if (upper === 'COURT ACTION') return 'court-action';
  if (upper.includes('ARREST')) return 'arrest';
  if (upper.startsWith('REGISTRATION')) return 'registration';
  return upper.startsWith('DECEASED') ? 'deceased' : 'other';
}

/** Does a step of this STP_TYPE_DESCR say something about the person, and not about a count? */
export function isOfPerson(typeText: string): boolean {
  const type = stepTypeOf(typeText);
  return type === 'registration' || type === 'deceased';
}

/** A conviction as a plain reading of the sheet's lines has it. */
export interface OutlineConviction {
  /** YYYYMMDD as written. */
  readonly date: string;
  /** `HS 11358`, subdivisions in lower case. */
  readonly charge: string;
  /** First letter of CONV STATUS. */
  readonly severity: string;
  /** A count of the event, this one or another, was set aside under section 1203.4. */
  readonly setAsideInEvent: boolean;
}

export interface SheetOutline {
  readonly convictions: readonly OutlineConviction[];
  /** Days of registrations under section 290, YYYYMMDD. */
  readonly registrations: readonly string[];
}

/**
 * What the defects look at: read line by line, and sharing nothing with the reader that is compared, so that a fault of the one
 * is not excused by the other.
 */
export function outlineOf(text: string): SheetOutline {
  const events = text
    .toUpperCase()
    .split(/^(?=(?:COURT|ARR\/DET\/CITE|REGISTRATION):)/m)
    .slice(1);
  const convictions: OutlineConviction[] = [];
  const registrations: string[] = [];
  for (const event of events) {
    const date = /^(\d{8})/m.exec(event)?.[1] ?? '';
    const counts = event.split(/^CNT:/m).slice(1);
    if (event.startsWith('REGISTRATION') && /^\s*290(?!\d)/m.test(event)) registrations.push(date);
    if (!event.startsWith('COURT')) continue;
    const setAsideInEvent = /1203\.4/.test(event);
    for (const count of counts.filter((each) => /^\*?\s*DISPO:\s*CONVICTED/m.test(each))) {
      const severity = /CONV STATUS:\s*([FMI])/.exec(count)?.[1] ?? '';
      convictions.push({ date, charge: chargeOf(count), severity, setAsideInEvent });
    }
  }
  return { convictions, registrations };
}

function chargeOf(count: string): string {
  const [, section = '', path = '', code = ''] = /^\s*(\d[\d.]*)((?:\([A-Z0-9]+\))*)\s*([A-Z]{2})-/m.exec(count) ?? [];
  return `${code} ${section}${path.toLowerCase()}`;
}

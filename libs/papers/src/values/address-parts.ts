/** An address in the parts that a court's form asks for; '' for what it does not say. */
export interface AddressParts {
  readonly street: string;
  readonly city: string;
  readonly state: string;
  readonly zip: string;
}

/** Takes `['211 West Temple Street', 'Los Angeles, California 90012']` apart. What it does not know stays in the street. */
export function addressParts(lines: readonly string[]): AddressParts {
  const last = lines[lines.length - 1] ?? '';
  const match = /^(.+?),\s*(California|CA|[A-Z]{2})\s+(\d{5}(?:-\d{4})?)$/.exec(last.trim());
  if (!match) return { street: lines.join(', '), city: '', state: '', zip: '' };
  const [, city = '', state = '', zip = ''] = match;
  return { street: lines.slice(0, -1).join(', '), city, state: state === 'California' ? 'CA' : state, zip };
}

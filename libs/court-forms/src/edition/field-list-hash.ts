import { createHash } from 'node:crypto';
import { type FormField } from './form-edition';

/**
 * The hash of what a mapping stands on: names, types, states and places to the point. A copy that was only saved again keeps it;
 * a checkbox that changed its place or its index does not.
 */
export function fieldListSha256(fields: readonly Pick<FormField, 'name' | 'type' | 'states' | 'places'>[]): string {
  const lines = fields.map(({ name, type, states, places }) =>
    JSON.stringify([
      name,
      type,
      [...states].sort(),
      places.map(({ page, left, bottom, right, top, state }) => [
        page,
        Math.round(left),
        Math.round(bottom),
        Math.round(right),
        Math.round(top),
        state ?? '',
      ]),
    ]),
  );
  return createHash('sha256').update(lines.sort().join('\n')).digest('hex');
}

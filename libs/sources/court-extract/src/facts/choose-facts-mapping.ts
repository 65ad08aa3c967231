import { ExtractError } from '../errors';
import { readMapping, shippedMappings, shippedMappingText } from '../mapping/read-mapping';
import { bindColumns } from '../reading/bind-columns';
import { openTable } from '../table/open-table';
import { readFacts } from './read-facts';

/**
 * The name of the shipped mapping of a list of what already happened whose columns the file has, of several that with the most columns;
 * undefined where none has them, or two have as many.
 */
export function chooseFactsMapping(bytes: Uint8Array): string | undefined {
  const fitting = shippedMappings().flatMap((name) => {
    const mapping = readMapping(shippedMappingText(name));
    if (mapping.list === undefined) return [];
    try {
      const { account } = readFacts(bytes, mapping, mapping.list, '', { byName: true });
      const { all } = bindColumns(mapping, openTable(bytes, mapping));
      return account.rows > 0 ? [{ name, columns: all.length }] : [];
    } catch (error) {
      if (error instanceof ExtractError) return [];
      throw error;
    }
  });
  const [first, second] = fitting.sort((a, b) => b.columns - a.columns);
  return first && second && first.columns === second.columns ? undefined : first?.name;
}

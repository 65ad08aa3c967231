import { readAs, readYaml, type YamlKind } from '@clearway/yaml-with-lines';
import { z } from 'zod';
import { type ProsecutorBlock } from '../filing/filing-options';
import { refusalOf } from './errors';
import { type CourtsText, recordName } from './read-courts';

/** Name of the file in an office's folder of court profiles that says who signs. */
export const PROSECUTORS_FILE = 'prosecutors.yaml';

/** Who signs, by the name of the prosecuting agency as the record has it, in upper case. */
export type Prosecutors = Readonly<Record<string, ProsecutorBlock>>;

const WORDS = (cure: string): z.ZodString => z.string(cure).trim().min(1, cure);

/** Rule 2.111(1): name, State Bar number, address, telephone, e-mail of who files, and for whom. */
const prosecutor = z.strictObject({
  agency: WORDS('name the prosecuting agency as results and papers write it'),
  attorney: WORDS('give the name of the attorney who signs'),
  title: WORDS('give the title of the attorney').optional(),
  'bar number': WORDS('put the State Bar number in quotes'),
  address: z
    .array(WORDS('write a line of the address'), 'list the lines of the address')
    .min(1, 'list the lines of the address'),
  telephone: WORDS('put the telephone number in quotes'),
  fax: WORDS('put the fax number in quotes').optional(),
  email: WORDS('write the e-mail address'),
});
const prosecutorsFile = z.strictObject({ prosecutors: z.array(prosecutor, 'list who signs, agency by agency') });

/** Reads `prosecutors.yaml`. Throws a CourtProfileError that lists every problem with its line. */
export function readProsecutors({ file, text }: CourtsText): Prosecutors {
  const refuse = refusalOf(file);
  const kind: YamlKind = {
    holds: 'list of who signs',
    compareWith: 'the example in docs/command-line.md',
    unreadable: refuse,
  };
  const source = readYaml(text, kind);
  const { prosecutors } = readAs(prosecutorsFile, source, kind, refuse);
  const found: Record<string, ProsecutorBlock> = {};
  const twice = prosecutors.flatMap(({ agency, 'bar number': barNumber, title, fax, ...rest }, i) => {
    const name = recordName(agency);
    const known = Object.hasOwn(found, name);
    found[name] = { ...rest, barNumber, ...(title ? { title } : {}), ...(fax ? { fax } : {}) };
    return known ? [source.problemAt(['prosecutors', i, 'agency'], 'stands twice: keep who signs for it once')] : [];
  });
  if (twice.length > 0) throw refuse(twice);
  return found;
}

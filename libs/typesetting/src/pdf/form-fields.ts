import { LayoutError } from '../errors';
import { type EmbeddedFonts } from './embedded-fonts';
import { type ObjectFile } from './object-file';
import { num, textString } from './pdf-syntax';
import { type Structure } from '../tags/structure';
import { type ParentEntry } from '../tags/write-structure';
import { type Page } from './page';

interface Place {
  readonly page: Page;
  /** Lower left corner and size in points. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface Named {
  /** Fully qualified and distinct in every file that may be joined with this one. */
  readonly name: string;
  /** Read aloud and shown when pointed at. */
  readonly tooltip: string;
}

/** The boxes of one decision. */
export interface Choice {
  /** A box; `state` is its value when it is ticked. */
  option(place: Place & { readonly state: string }): void;
  close(): void;
}

/**
 * The live fields of a file. Each has an appearance stream of its own, so that it prints with the form layer on or off
 * and no viewer has to make one up; typed text is set in the embedded book face.
 */
export class FormFields {
  private readonly roots: number[] = [];
  private readonly names = new Set<string>();
  /** The place of each widget in the tree of parents. */
  readonly parents: ParentEntry[] = [];

  constructor(
    private readonly file: ObjectFile,
    private readonly fonts: EmbeddedFonts,
    private readonly structure: Structure,
    private readonly nextKey: () => number,
  ) {}

  /** Boxes of which at most one is ticked; none is ticked at first. They are added one by one between the words that explain them. */
  choice(field: Named): Choice {
    const parent = this.open(field.name);
    const kids: number[] = [];
    return {
      option: (option) => {
        const off = this.appearance(option, boxPath(option));
        const on = this.appearance(
          option,
          `${boxPath(option)} 1.2 w 2 2 m ${num(option.width - 2)} ${num(option.height - 2)} l 2 ${num(option.height - 2)} m ${num(option.width - 2)} 2 l S`,
        );
        kids.push(
          this.widget(
            option,
            field.tooltip,
            `/Parent ${parent} 0 R/AS/Off/MK<</CA(8)/BC[0]>>/AP<</N<</${option.state} ${on} 0 R/Off ${off} 0 R>>>>`,
          ),
        );
      },
      close: () =>
        this.file.set(
          parent,
          `<</FT/Btn/Ff 32768/T${textString(field.name)}/TU${textString(field.tooltip)}/V/Off/Kids[${kids.map((id) => `${id} 0 R`).join(' ')}]>>`,
        ),
    };
  }

  /** One line to type on. */
  line(field: Named & Place & { readonly size: number }): void {
    const id = this.open(field.name);
    const appearance = this.appearance(field, '/Tx BMC EMC');
    this.widget(
      field,
      field.tooltip,
      `/FT/Tx/T${textString(field.name)}/TU${textString(field.tooltip)}/V()/DA(/${this.fonts.baseName('regular')} ${num(field.size)} Tf 0 g)/AP<</N ${appearance} 0 R>>`,
      id,
    );
  }

  /** A place for a signature, electronic or by hand on the print. */
  signature(field: Named & Place): void {
    const id = this.open(field.name);
    const appearance = this.appearance(field, '');
    this.widget(
      field,
      field.tooltip,
      `/FT/Sig/T${textString(field.name)}/TU${textString(field.tooltip)}/AP<</N ${appearance} 0 R>>`,
      id,
    );
  }

  /** Object number of the form, or nothing when there are no fields. */
  finish(): number | undefined {
    if (this.roots.length === 0) return undefined;
    const name = this.fonts.baseName('regular');
    return this.file.add(
      `<</Fields[${this.roots.map((id) => `${id} 0 R`).join(' ')}]/DR<</Font<</${name} ${this.fonts.baseId('regular')} 0 R>>>>/DA(/${name} 12 Tf 0 g)/NeedAppearances false>>`,
    );
  }

  private open(name: string): number {
    if (this.names.has(name)) throw new LayoutError('two form fields have the same name');
    this.names.add(name);
    const id = this.file.reserve();
    this.roots.push(id);
    return id;
  }

  /** A box on a page, and the element that stands for it in the structure: inside of the open one. */
  private widget(
    { page, x, y, width, height }: Place,
    tooltip: string,
    entries: string,
    id = this.file.reserve(),
  ): number {
    const element = this.structure.begin('Form', `/Alt${textString(tooltip)}`);
    this.structure.noteObject(element, page.number, id);
    this.structure.end('Form');
    const key = this.nextKey();
    this.parents.push({ key, elements: element });
    this.file.set(
      id,
      `<</Type/Annot/Subtype/Widget/F 4/StructParent ${key}/P ${page.id} 0 R/Rect[${num(x)} ${num(y)} ${num(x + width)} ${num(y + height)}]${entries}>>`,
    );
    page.widgets.push(id);
    return id;
  }

  private appearance({ width, height }: Place, content: string): number {
    return this.file.addStream(
      Buffer.from(content, 'latin1'),
      `/Type/XObject/Subtype/Form/BBox[0 0 ${num(width)} ${num(height)}]/Resources<<>>`,
    );
  }
}

function boxPath({ width, height }: Place): string {
  return `0 G 0.75 w 0.5 0.5 ${num(width - 1)} ${num(height - 1)} re S`;
}

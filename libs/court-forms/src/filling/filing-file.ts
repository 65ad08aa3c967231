import { type ByteSink, type FileInfo, type Filling } from './filling';
import { attachmentPages, type AttachmentPage } from './layout/attachment-pages';
import { drawValues } from './layout/draw-values';
import { layOutFilling, type LaidOut, type LayoutFault } from './layout/lay-out-filling';
import { ValueFonts } from './layout/value-fonts';
import { BASE_FONT, type LoadedForm } from './master/loaded-form';
import { NumberTree, PageTree } from './writing/number-tree';
import { PdfWriter } from './writing/pdf-writer';
import { quickDeflate } from './writing/quick-deflate';
import { textString } from './writing/pdf-text';
import { metadataOf } from './writing/metadata';

/** Filings of one form in one file, written one after another; what is kept of each is a few numbers. */
export class FilingFile {
  private readonly writer: PdfWriter;
  private readonly fonts: ValueFonts;
  private readonly pages: PageTree;
  private readonly parents: NumberTree;
  private readonly parts: number[] = [];
  private readonly roots: number[] = [];
  private readonly prefixes = new Set<string>();

  constructor(
    private readonly form: LoadedForm,
    sink: ByteSink,
    private readonly info: FileInfo,
  ) {
    this.writer = new PdfWriter(sink, form.beginning);
    this.fonts = new ValueFonts(this.writer, form.baseFont);
    this.pages = new PageTree(this.writer, form.late.pages);
    this.parents = new NumberTree(this.writer, form.late.parents);
  }

  /** Pages so far. */
  get pageCount(): number {
    return this.pages.count;
  }

  /** Adds a filing, or says why it cannot be printed; then nothing of it was written. */
  add(filling: Filling): readonly LayoutFault[] {
    const laidOut = layOutFilling(this.form, filling);
    if (!('texts' in laidOut)) return laidOut;
    if (!this.isDistinct(filling.fieldPrefix)) return [{ kind: 'prefix-unusable', field: '', tooltip: '' }];
    const contents = drawValues(this.form, laidOut, this.fonts);
    const attached = attachmentPages(laidOut, this.info.title, filling.caption ?? [], this.fonts);
    this.write(filling, laidOut, contents, attached);
    return [];
  }

  /** Fields of one name would be one field with one value: what the court writes into one would stand in all. */
  private isDistinct(prefix: string): boolean {
    if (this.form.live.length === 0) return true;
    const distinct =
      !this.prefixes.has(prefix) && (this.prefixes.size === 0 || (prefix !== '' && !this.prefixes.has('')));
    if (distinct) this.prefixes.add(prefix);
    return distinct;
  }

  /** Closes the file. */
  finish(): { readonly pages: number; readonly sha256: string } {
    const { form, writer, info } = this;
    const { late } = form;
    const language = info.language ?? form.language;
    const fonts = this.fonts.finish();
    for (const { resources, resourceParts } of form.pages) {
      writer.set(
        resources,
        `<</Font<<${resourceParts.fonts}${fonts}>>/XObject<<${resourceParts.xobjects}>>${resourceParts.others}>>`,
      );
    }
    this.attachmentResources(fonts);
    this.pages.finish();
    this.parents.finish();
    writer.set(
      late.document,
      `<</Type/StructElem/S/Document/P ${late.structure} 0 R/K[${this.parts.map((id) => `${id} 0 R`).join(' ')}]>>`,
    );
    writer.set(
      late.structure,
      `<</Type/StructTreeRoot/K ${late.document} 0 R/ParentTree ${late.parents} 0 R/ParentTreeNextKey ${this.parents.next}${form.structure.rootEntries}>>`,
    );
    writer.set(
      late.form,
      `<</Fields[${this.roots.map((id) => `${id} 0 R`).join(' ')}]/DR<</Font<</${BASE_FONT} ${form.baseFont} 0 R>>>>/DA(/${BASE_FONT} 10 Tf 0 g)>>`,
    );
    const stamp = `(D:${String(info.date).padStart(8, '0')}000000Z)`;
    writer.set(
      late.info,
      `<</Title${textString(info.title)}/Creator(Clearway)/Producer(Clearway)/CreationDate${stamp}/ModDate${stamp}>>`,
    );
    writer.stream(late.metadata, '/Type/Metadata/Subtype/XML', metadataOf(info, language));
    const fields = this.roots.length > 0 ? `/AcroForm ${late.form} 0 R` : '';
    writer.set(
      late.catalog,
      `<</Type/Catalog/Pages ${late.pages} 0 R/Lang${textString(language)}/MarkInfo<</Marked true>>/StructTreeRoot ${late.structure} 0 R/Metadata ${late.metadata} 0 R/ViewerPreferences<</DisplayDocTitle true>>${fields}${form.catalogEntries}>>`,
    );
    return { pages: this.pages.count, sha256: writer.finish(late.catalog, late.info) };
  }

  private attachedFonts = 0;

  private attachmentResources(fonts: string): void {
    if (this.attachedFonts !== 0) this.writer.set(this.attachedFonts, `<</Font<<${fonts}>>>>`);
  }

  /**
   * Numbers of a filing's objects: pages, their contents, elements, then live fields; all neighbours, so that the table of
   * cross-references stays small.
   */
  private write(
    filling: Filling,
    laidOut: LaidOut,
    contents: readonly string[],
    attached: readonly AttachmentPage[],
  ): void {
    const { form, writer } = this;
    const { elements } = form.structure;
    const drawn = contents.map((content) => {
      if (content === '') return 0;
      const id = writer.reserve();
      writer.stream(id, '/Filter/FlateDecode', quickDeflate(Buffer.from(content, 'latin1')));
      return id;
    });
    const pages = writer.reserve(form.pages.length);
    const first = writer.reserve(elements.length);
    const live = writer.reserve(form.live.length);
    const prefix = filling.fieldPrefix === '' || form.live.length === 0 ? 0 : writer.reserve();
    const liveOf = new Map(form.live.map(({ slot }, i) => [slot, live + i]));
    const annotations = form.pages.map((): number[] => []);
    form.slots.forEach(({ page }, slot) => {
      const widget = liveOf.get(slot);
      if (widget !== undefined) annotations[page]?.push(widget);
    });
    form.pages.forEach((page, i) => {
      const owners = (form.structure.owners[i] ?? []).map((owner) => `${first + owner} 0 R`).join(' ');
      const key = this.parents.add(`[${owners}]`);
      const parent = this.pages.parent();
      const content = drawn[i] === 0 ? `${page.content} 0 R` : `[${page.content} 0 R ${drawn[i]} 0 R]`;
      const widgets = annotations[i] as number[];
      writer.set(
        pages + i,
        `<</Type/Page/Parent ${parent} 0 R${page.entries}/Resources ${page.resources} 0 R/Contents ${content}/StructParents ${key}/Tabs/S${widgets.length > 0 ? `/Annots[${widgets.map((id) => `${id} 0 R`).join(' ')}]` : ''}>>`,
      );
      this.pages.add(pages + i);
    });
    const extra = this.writeAttachments(attached, first);
    this.writeElements(laidOut, first, pages, liveOf, extra);
    this.writeLive(filling, live, prefix, pages, first);
    this.parts.push(first);
  }

  private writeElements(
    laidOut: LaidOut,
    first: number,
    pages: number,
    liveOf: ReadonlyMap<number, number>,
    extra: readonly number[],
  ): void {
    const { form, writer } = this;
    const { elements, printed } = form.structure;
    for (let i = 0; i < elements.length; i++) {
      const { parent, page, entries, attributes, kids } = elements[i] as (typeof elements)[number];
      let list = '';
      let own = attributes.join(' ');
      for (const kid of kids) {
        if (kid.kind === 'element') list += `${first + kid.element} 0 R `;
        else if (kid.kind === 'mark')
          list += kid.page === page ? `${kid.mark} ` : `<</Type/MCR/Pg ${pages + kid.page} 0 R/MCID ${kid.mark}>>`;
        else {
          const widget = liveOf.get(kid.slot);
          if (widget !== undefined) list += `<</Type/OBJR/Obj ${widget} 0 R>>`;
          else {
            const ticked = laidOut.ticks.get(kid.slot) === true;
            if (ticked || laidOut.texts.has(kid.slot)) list += `${form.slots[kid.slot]?.mark} `;
            own += ` ${(ticked ? printed[kid.slot]?.on : printed[kid.slot]?.off) ?? 0} 0 R`;
          }
        }
      }
      if (i === 0) for (const id of extra) list += `${id} 0 R `;
      const above = parent < 0 ? form.late.document : first + parent;
      writer.set(
        first + i,
        `<<${entries}/P ${above} 0 R${page >= 0 ? `/Pg ${pages + page} 0 R` : ''}${own === '' ? '' : `/A[${own}]`}/K[${list}]>>`,
      );
    }
  }

  private writeLive(filling: Filling, live: number, prefix: number, pages: number, first: number): void {
    const { form, writer } = this;
    const tops: number[] = [];
    form.live.forEach(({ parent, kids, entries, slot }, i) => {
      const place = form.slots[slot];
      const above = parent >= 0 ? live + parent : prefix;
      if (parent < 0) tops.push(live + i);
      const widget = place
        ? `/P ${pages + place.page} 0 R/StructParent ${this.parents.add(`${first + (form.structure.slotElements[slot] ?? 0)} 0 R`)}`
        : '';
      writer.set(
        live + i,
        `<<${entries}${widget}${above === 0 ? '' : `/Parent ${above} 0 R`}${kids.length > 0 ? `/Kids[${kids.map((kid) => `${live + kid} 0 R`).join(' ')}]` : ''}>>`,
      );
    });
    if (prefix === 0) this.roots.push(...tops);
    else {
      writer.set(prefix, `<</T${textString(filling.fieldPrefix)}/Kids[${tops.map((id) => `${id} 0 R`).join(' ')}]>>`);
      this.roots.push(prefix);
    }
  }

  /** Pages with what did not fit; returns their elements. */
  private writeAttachments(attached: readonly AttachmentPage[], part: number): number[] {
    const { writer } = this;
    if (attached.length > 0 && this.attachedFonts === 0) this.attachedFonts = writer.reserve();
    return attached.flatMap(({ content, roles }) => {
      const stream = writer.addStream(Buffer.from(content, 'latin1'));
      const page = writer.reserve();
      const elements = roles.map((role, mark) => writer.add(`<</S/${role}/P ${part} 0 R/Pg ${page} 0 R/K ${mark}>>`));
      const key = this.parents.add(`[${elements.map((id) => `${id} 0 R`).join(' ')}]`);
      writer.set(
        page,
        `<</Type/Page/Parent ${this.pages.parent()} 0 R/MediaBox[0 0 612 792]/Resources ${this.attachedFonts} 0 R/Contents ${stream} 0 R/StructParents ${key}/Tabs/S>>`,
      );
      this.pages.add(page);
      return elements;
    });
  }
}

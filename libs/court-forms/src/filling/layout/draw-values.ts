import { textOperators, type TextFonts } from '@clearway/typesetting';
import { crossPath } from '../master/field-looks';
import { type FormSlot, type LoadedForm, type StateLook } from '../master/loaded-form';
import { num } from '../writing/pdf-text';
import { type LaidOut } from './lay-out-filling';

/** The content that a filing adds to each page of its form; empty where it adds nothing. */
export function drawValues(form: LoadedForm, { texts, ticks }: LaidOut, fonts: TextFonts): readonly string[] {
  const pages = form.pages.map(() => '');
  form.slots.forEach((slot, i) => {
    if (slot.mark < 0) return;
    const text = texts.get(i);
    if (text) {
      const lines = text.lines.map(({ x, y, shaped }) => textOperators(x, y, shaped, text.size, fonts)).join('\n');
      pages[slot.page] += `${beginMark(slot)}${lines}\nEMC\n`;
      return;
    }
    const ticked = ticks.get(i);
    if (ticked === true)
      pages[slot.page] += `${beginMark(slot)}${slot.on ? draw(slot.on) : `q ${crossPath(slot.box)} Q`}\nEMC\n`;
    else if (ticked === false && slot.off) pages[slot.page] += `/Artifact BMC\n${draw(slot.off)}\nEMC\n`;
  });
  return pages;
}

function beginMark({ mark }: FormSlot): string {
  return `/Form<</MCID ${mark}>>BDC\n`;
}

function draw({ id, matrix: [a, d, e, f] }: StateLook): string {
  return `q ${num(a)} 0 0 ${num(d)} ${num(e)} ${num(f)} cm/CwX${id} Do Q`;
}

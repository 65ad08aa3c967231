import { loadTemplates, shippedTemplateFiles } from '../templates/load-templates';
import { type TemplateFile } from '../templates/read-template';
import { TemplateError } from '../templates/template-problems';

/** The text of a file that comes with Clearway. */
export function shippedText(name: string): string {
  const file = shippedTemplateFiles().find((each) => each.name === name);
  if (!file) throw new Error(`there is no ${name}`);
  return file.text;
}

/** The problems of files as they are said, or `none`. */
export function problemsOf(...files: readonly TemplateFile[]): string {
  try {
    loadTemplates(files);
  } catch (error) {
    if (error instanceof TemplateError) return error.message;
    throw error;
  }
  return 'none';
}

/** A separator with a body of its own: the smallest template. Its body begins on line 9. */
export function separator(body: string, head: Readonly<Record<string, string>> = {}): TemplateFile {
  const fields = {
    paper: 'separator',
    version: '1',
    title: 'Packet {packetNumber}',
    layout: 'sheet',
    language: 'en-US',
    approved: 'none',
    ...head,
  };
  const lines = Object.entries(fields).map(([name, value]) => `${name}: ${value}`);
  return {
    name: 'separator.md',
    text: ['---', ...lines, '---', body, '', '{block: sheet}', 'line: {packet}', ''].join('\n'),
  };
}

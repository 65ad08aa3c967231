import { type OtherFile } from './other-file';

/** Rows of `rejected_rows.csv` for files that are no state files, under the head of the state's. Nothing of a row is repeated. */
export function rejectedLines(files: readonly OtherFile[]): string {
  return files
    .flatMap(({ name, pictures, rejectedLines: lines }) => {
      // Nobody knows whose a picture is.
      const whose = pictures.length > 0 ? "nobody's" : 'its own';
      return lines.map(
        ({ line, column, reason }) => `${[name, line, '', column, reason, whose].map(cell).join(',')}\n`,
      );
    })
    .join('');
}

function cell(text: string): string {
  const safe = /^[=+\-@\t]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { type GrayPicture, readPgm } from './gray-picture';

/**
 * Draws one page of a file with poppler.
 * @param work where the picture is written, without its ending
 */
export function renderPage(file: string, page: number, dotsPerInch: number, work: string): GrayPicture {
  const only = ['-f', String(page), '-l', String(page), '-singlefile'];
  execFileSync('pdftoppm', ['-r', String(dotsPerInch), '-gray', ...only, file, work], { stdio: 'pipe' });
  return readPgm(readFileSync(`${work}.pgm`));
}

// Runs in a thread of its own: pdf.js is a module of the other kind, keeps state of its own, and writes warnings.
import { parentPort, workerData } from 'node:worker_threads';

// For drawing pages pdf.js wants these from a browser, or loads a canvas of native code. Text is read without either, also on a
// machine that has no such canvas, so they only have to be there.
class NotDrawn {}
for (const name of ['DOMMatrix', 'ImageData', 'Path2D']) globalThis[name] ??= NotDrawn;
const { getDocument, OPS, Util } = await import('pdfjs-dist/legacy/build/pdf.mjs');

/** Under so many letters a page that also shows a picture is taken for a scan with a stamp on it. */
const FEW_LETTERS = 40;
const PICTURES = new Set([
  OPS.paintImageXObject,
  OPS.paintInlineImageXObject,
  OPS.paintImageMaskXObject,
  OPS.paintImageXObjectRepeat,
  OPS.paintInlineImageXObjectGroup,
  OPS.paintImageMaskXObjectGroup,
]);
const DRAWINGS = new Set([OPS.constructPath, OPS.fill, OPS.eoFill, OPS.stroke, OPS.shadingFill, OPS.rawFillPath]);

/** @param {import('pdfjs-dist').PDFPageProxy} page */
async function readPage(page) {
  const { items } = await page.getTextContent();
  const view = page.getViewport({ scale: 1 }).transform;
  const pieces = items.flatMap((item) => {
    if (!('str' in item) || item.str === '') return [];
    const [a, b, , , x, y] = Util.transform(view, item.transform);
    return [{ text: item.str, x, y, width: item.width, height: Math.hypot(a, b) || item.height }];
  });
  const letters = pieces.reduce((sum, { text }) => sum + text.replace(/\s/g, '').length, 0);
  if (letters >= FEW_LETTERS) return { pieces, hasText: true };
  const { fnArray } = await page.getOperatorList();
  const picture = fnArray.some((each) => PICTURES.has(each));
  return { pieces, hasText: !picture && (letters > 0 || !fnArray.some((each) => DRAWINGS.has(each))) };
}

try {
  const task = getDocument({
    data: workerData,
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    useWasm: false,
    stopAtErrors: false,
    verbosity: 0,
  });
  const file = await task.promise;
  const pages = [];
  for (let number = 1; number <= file.numPages; number++) pages.push(await readPage(await file.getPage(number)));
  parentPort?.postMessage({ pages });
  await task.destroy();
} catch (error) {
  parentPort?.postMessage({ failed: error instanceof Error ? error.name : 'unknown' });
}

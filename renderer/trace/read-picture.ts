/** Reads the code of a mark from a picture, with the browser's own decoder, in this sandboxed process; nothing of the picture is kept. */
import { readTraceCode } from '../../contract/trace/lists.ts';
import { type Look, type Pixels, findQr } from './find-qr.ts';
import { pictureSize } from './picture-size.ts';

/** Of a file, in bytes. */
const MAX_BYTES = 24 * 2 ** 20;
/** Of a picture: a phone's camera has 50 million. */
const MAX_PIXELS = 64e6;
/** Longest side of what is looked at at once. */
const MAX_SIDE = 2600;

export type PictureProblem = 'kind' | 'size' | 'unreadable' | 'nothing' | 'other';

/** The code, as `readTraceCode` gives it, or why there is none. */
export async function readPicture(
  file: Blob,
): Promise<{ readonly code: string } | { readonly problem: PictureProblem }> {
  if (file.size > MAX_BYTES) return { problem: 'size' };
  const size = pictureSize(new Uint8Array(await file.arrayBuffer()));
  if (size === null) return { problem: 'kind' };
  if (size.width * size.height > MAX_PIXELS) return { problem: 'size' };
  const bitmap = await createImageBitmap(file).catch(() => null);
  if (bitmap === null) return { problem: 'unreadable' };
  try {
    const text = findQr((look) => drawPart(bitmap, look));
    if (text === null) return { problem: 'nothing' };
    const code = readTraceCode(text);
    return code === null ? { problem: 'other' } : { code };
  } finally {
    bitmap.close();
  }
}

/** Null for a part that would have no pixel. */
function drawPart(bitmap: ImageBitmap, { x, y, width, height, scale }: Look): Pixels | null {
  const [fromX, fromY] = [Math.floor(bitmap.width * x), Math.floor(bitmap.height * y)];
  const [wide, high] = [Math.floor(bitmap.width * width), Math.floor(bitmap.height * height)];
  const drawn = Math.min(scale, MAX_SIDE / Math.max(wide, high, 1));
  const [toWidth, toHeight] = [Math.floor(wide * drawn), Math.floor(high * drawn)];
  if (toWidth < 1 || toHeight < 1) return null;
  const context = new OffscreenCanvas(toWidth, toHeight).getContext('2d', { willReadFrequently: true });
  if (context === null) return null;
  context.imageSmoothingQuality = 'high';
  // What is seen through is paper.
  context.fillStyle = '#fff';
  context.fillRect(0, 0, toWidth, toHeight);
  context.drawImage(bitmap, fromX, fromY, wide, high, 0, 0, toWidth, toHeight);
  return context.getImageData(0, 0, toWidth, toHeight);
}

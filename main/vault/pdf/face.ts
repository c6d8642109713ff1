/** The one face of every PDF: Noto Sans SC, shipped with the application, since a face of the computer's may be missing or lack a name's character. */
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { brotliDecompress } from 'node:zlib';
import { type Font, create } from 'fontkit';
import { type Measure, measureIn } from './readable-text.ts';

const FILE_NAME = 'NotoSansSC-Regular.ttf.br';
/** More than it has: the file lies where only an administrator writes, and still may not take all memory. */
const MAX_FACE_BYTES = 16 * 2 ** 20;

export interface Face {
  readonly font: Font;
  readonly measure: Measure;
}

/** Where the face lies: beside the bundle, or in the sources. `url` is `import.meta.url` of a module of this folder. */
export const faceFile = (url: string): URL =>
  new URL(url.endsWith('.ts') ? `../../../assets/fonts/${FILE_NAME}` : `./${FILE_NAME}`, url);

/** Reads the face. Errors: of the file system; a file that is no face. */
export async function readFace(url: string): Promise<Face> {
  const packed = await readFile(faceFile(url));
  const bytes = await promisify(brotliDecompress)(packed, { maxOutputLength: MAX_FACE_BYTES });
  const font = create(bytes);
  if (font.type !== 'TTF') throw new Error('a collection of faces');
  return { font: font as Font, measure: measureIn(font as Font) };
}

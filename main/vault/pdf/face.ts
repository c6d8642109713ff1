/** The one face of every PDF: Noto Sans SC, shipped with the application, since a face of the computer's may be missing or lack a name's character. */
import { readFile } from 'node:fs/promises';
import { type Font, create } from 'fontkit';
import { type Measure, measureIn } from './readable-text.ts';

const FILE_NAME = 'NotoSansSC_400Regular.ttf';
const PACKAGED = `../../../node_modules/@expo-google-fonts/noto-sans-sc/400Regular/${FILE_NAME}`;
/** Kerning, ligatures and vertical text, which no PDF uses: lines would be measured and drawn more slowly with them. */
const UNUSED_TABLES = new Set(['BASE', 'GDEF', 'GPOS', 'GSUB', 'STAT', 'vhea', 'vmtx']);

export interface Face {
  readonly font: Font;
  readonly measure: Measure;
}

/** Where the face lies: beside the bundle, or for the sources in its package. `url` is `import.meta.url` of a module of this folder. */
const faceFile = (url: string): URL => new URL(url.endsWith('.ts') ? PACKAGED : `./${FILE_NAME}`, url);

/** Reads the face. Errors: of the file system; a file that is no face. */
export async function readFace(url: string): Promise<Face> {
  const font = create(leaveOutTables(await readFile(faceFile(url))));
  if (font.type !== 'TTF') throw new Error('a collection of faces');
  return { font: font as Font, measure: measureIn(font as Font) };
}

/** The face without the entries of UNUSED_TABLES in its table directory (OpenType 1.9, table directory); the tables' bytes stay, unread. */
function leaveOutTables(face: Buffer): Buffer {
  const [headerLength, entryLength] = [12, 16];
  const count = face.readUInt16BE(4);
  const directory = Buffer.from(face.subarray(headerLength, headerLength + count * entryLength));
  let kept = 0;
  for (let at = 0; at < directory.length; at += entryLength)
    if (!UNUSED_TABLES.has(directory.toString('latin1', at, at + 4)))
      directory.copy(face, headerLength + entryLength * kept++, at, at + entryLength);
  face.writeUInt16BE(kept, 4);
  return face;
}

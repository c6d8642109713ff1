/** Reads the paragraphs of a docx document (ECMA-376), and of an OpenDocument one, from its parts as they are unpacked. */
import { createMarkup } from './markup.ts';
import type { Tally } from './tally.ts';
import type { ZipFile } from './zip-file.ts';

const WORD_PART = /^word\/(?:document|header\d*|footer\d*|footnotes|endnotes|comments)\.xml$/i;
const OPEN_DOCUMENT = 'content.xml';
/** Of Word, of drawings in workbooks, of OpenDocument. */
const PARAGRAPHS: ReadonlySet<string> = new Set(['p', 'h', 'comment', 'threadedComment']);
const SPACES: ReadonlySet<string> = new Set(['tab', 'br', 'cr', 's', 'line-break']);
const LONGEST = 256 * 1024;

/** Whether a file of these parts is one. */
export const isDocx = (zip: ZipFile): boolean =>
  zip.names.some((name) => WORD_PART.test(name)) ||
  (zip.names.includes(OPEN_DOCUMENT) && zip.names.includes('mimetype'));

/** Errors: UnreadFile. */
export async function readDocx(zip: ZipFile, tally: Tally): Promise<void> {
  for (const name of zip.names)
    if (WORD_PART.test(name) || name === OPEN_DOCUMENT) await zip.text(name, paragraphsOf(tally));
}

/** A number may lie in several runs of a paragraph: their texts are joined, and paragraphs lie within others. */
export function paragraphsOf(tally: Tally): (piece: string) => void {
  const open: string[] = [];
  let row = 0;
  const add = (text: string): void => {
    if (text.trim() === '') return;
    tally.addLine(text.trim(), row);
    row += 1;
  };
  const append = (text: string): void => {
    const before = open.pop();
    if (before === undefined) return;
    const joined = before + text;
    if (joined.length > LONGEST) add(joined);
    open.push(joined.length > LONGEST ? '' : joined);
  };
  return createMarkup({
    open(name, _attributes, isEmpty) {
      if (PARAGRAPHS.has(name) && !isEmpty) open.push('');
      else if (SPACES.has(name)) append(' ');
    },
    close(name) {
      if (PARAGRAPHS.has(name)) add(open.pop() ?? '');
    },
    text: append,
  }).take;
}

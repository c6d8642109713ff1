/** Reads XML that comes in pieces as tags and texts: no tree, no entities but characters, nothing fetched. */
import { UnreadFile } from './unread-file.ts';

/** Handlers for each part of a markup text. Names are without their prefix. */
interface MarkupHandlers {
  /** `isEmpty`: it closes itself, and `close` is not called for it. */
  open(name: string, attributes: string, isEmpty: boolean): void;
  close(name: string): void;
  text(text: string): void;
}

const LONGEST_TAG = 64 * 1024;
const LONGEST_TEXT = 64 * 1024;
const CDATA = '<![CDATA[';
const CODES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Errors of `take`: UnreadFile `damaged` for a tag without an end. */
export function createMarkup(handlers: MarkupHandlers): { take(piece: string): void } {
  let left = '';
  return {
    take(piece) {
      const text = left === '' ? piece : left + piece;
      left = text.slice(readParts(text, handlers));
      if (left.length > LONGEST_TAG) throw new UnreadFile('damaged');
    },
  };
}

/** How far it could be read: to the tag, or the text, that has no end yet. */
function readParts(text: string, handlers: MarkupHandlers): number {
  let at = 0;
  for (;;) {
    const open = text.indexOf('<', at);
    if (open === -1) {
      if (text.length - at < LONGEST_TEXT) return at;
      handlers.text(plain(text.slice(at)));
      return text.length;
    }
    if (open > at) handlers.text(plain(text.slice(at, open)));
    const isCdata = text.startsWith(CDATA, open);
    const mark = isCdata ? ']]>' : text.startsWith('<!--', open) ? '-->' : '>';
    const end = text.indexOf(mark, open);
    if (end === -1) return open;
    if (isCdata) handlers.text(text.slice(open + CDATA.length, end));
    else if (mark === '>') readTag(text, open + 1, end, handlers);
    at = end + mark.length;
  }
}

function readTag(text: string, start: number, end: number, handlers: MarkupHandlers): void {
  const first = text.charCodeAt(start);
  if (first === 0x21 || first === 0x3f) return; // <!…> and <?…>
  const isEnd = first === 0x2f;
  const isEmpty = text.charCodeAt(end - 1) === 0x2f;
  let nameEnd = isEnd ? start + 1 : start;
  let nameStart = nameEnd;
  for (; nameEnd < end; nameEnd += 1) {
    const code = text.charCodeAt(nameEnd);
    if (code === 0x3a) nameStart = nameEnd + 1;
    else if (code <= 0x20 || code === 0x2f) break;
  }
  const name = text.slice(nameStart, nameEnd);
  if (isEnd) handlers.close(name);
  else handlers.open(name, text.slice(nameEnd, isEmpty ? end - 1 : end), isEmpty);
}

const plain = (text: string): string =>
  text.includes('&')
    ? text.replaceAll(/&(#x[0-9a-fA-F]{1,6}|#\d{1,7}|amp|lt|gt|quot|apos);/g, (_, code: string) =>
        decode(code),
      )
    : text;

function decode(code: string): string {
  if (!code.startsWith('#')) return CODES[code] ?? '';
  const point = code.startsWith('#x') ? Number.parseInt(code.slice(2), 16) : Number(code.slice(1));
  return point <= 0x10ffff ? String.fromCodePoint(point) : '';
}

/** The value of an attribute, undecoded; undefined where there is none. */
export function attributeOf(attributes: string, name: string): string | undefined {
  const at = attributes.indexOf(` ${name}="`);
  if (at === -1) return undefined;
  const start = at + name.length + 3;
  const end = attributes.indexOf('"', start);
  return end === -1 ? undefined : attributes.slice(start, end);
}

/** Reads XML, and pages of HTML, that come in pieces as tags and texts: no tree, no entities but characters, nothing fetched. */
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
const BEGINS_TAG = /[a-zA-Z/!?]/;
const CDATA = '<![CDATA[';
const CODES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

/**
 * `isLenient`: as browsers read, a `<` that begins no tag is a text, and a tag may be long, as one with a picture in it is.
 * Errors of `take`: UnreadFile `damaged` for a tag without an end.
 */
export function createMarkup(
  handlers: MarkupHandlers,
  { isLenient = false }: { readonly isLenient?: boolean } = {},
): { take(piece: string): void } {
  let left = '';
  let isSkipping = false;
  return {
    take(piece) {
      let text = left === '' ? piece : left + piece;
      if (isSkipping) {
        const end = text.indexOf('>');
        if (end === -1) return;
        text = text.slice(end + 1);
        isSkipping = false;
      }
      left = text.slice(readParts(text, handlers, isLenient));
      if (left.length <= LONGEST_TAG) return;
      if (!isLenient) throw new UnreadFile('damaged');
      isSkipping = true;
      left = '';
    },
  };
}

/** How far it could be read: to the tag, or the text, that has no end yet. */
function readParts(text: string, handlers: MarkupHandlers, isLenient: boolean): number {
  let at = 0;
  for (;;) {
    const open = text.indexOf('<', at);
    if (open === -1) {
      if (text.length - at < LONGEST_TEXT) return at;
      handlers.text(plain(text.slice(at)));
      return text.length;
    }
    if (open > at) handlers.text(plain(text.slice(at, open)));
    if (isLenient && open + 1 < text.length && !BEGINS_TAG.test(text.charAt(open + 1))) {
      handlers.text('<');
      at = open + 1;
      continue;
    }
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
    ? text.replaceAll(/&(#x[0-9a-fA-F]{1,6}|#\d{1,7}|amp|lt|gt|quot|apos|nbsp);/g, (_, code: string) =>
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
  const at = attributes.indexOf(` ${name}=`);
  if (at === -1) return undefined;
  const start = at + name.length + 3;
  const quote = attributes.charAt(start - 1);
  if (quote !== '"' && quote !== "'") return undefined;
  const end = attributes.indexOf(quote, start);
  return end === -1 ? undefined : attributes.slice(start, end);
}

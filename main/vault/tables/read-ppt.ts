/** Reads the texts of a presentation of PowerPoint 97 to 2003 ([MS-PPT]): its atoms of text, wherever they lie. */
import type { TextSink } from './text-sink.ts';
import { UnreadFile } from './unread-file.ts';

const HEADER_BYTES = 8;
/** Version of a record that holds others. */
const CONTAINER = 0xf;
const TEXT_OF_CHARS = 0x0fa0;
const TEXT_OF_BYTES = 0x0fa8;
const STRING = 0x0fba;
/** An encrypted presentation says so with a record of its own. */
const CRYPT_SESSION = 0x2f14;
// oxlint-disable-next-line no-control-regex
const ENDS = /[\r\n\u000b]+/;

/** Errors: UnreadFile `locked`, `damaged`; what was handed on before is as it is. */
export function readPpt(stream: Buffer, sink: TextSink): void {
  let row = 0;
  let at = 0;
  // A container is gone into by going on behind its header: records lie one after the other, however deep.
  while (at + HEADER_BYTES <= stream.length) {
    const kind = stream.readUInt16LE(at + 2);
    const size = stream.readUInt32LE(at + 4);
    const isContainer = (stream.readUInt16LE(at) & CONTAINER) === CONTAINER;
    at += HEADER_BYTES;
    if (kind === CRYPT_SESSION) throw new UnreadFile('locked');
    if (isContainer) continue;
    if (at + size > stream.length) throw new UnreadFile('damaged');
    const bytes = stream.subarray(at, at + size);
    const isText = kind === TEXT_OF_CHARS || kind === TEXT_OF_BYTES || kind === STRING;
    if (isText)
      for (const line of bytes.toString(kind === TEXT_OF_BYTES ? 'latin1' : 'utf16le').split(ENDS))
        sink.line(line.trim(), (row += 1) - 1);
    at += size;
  }
}

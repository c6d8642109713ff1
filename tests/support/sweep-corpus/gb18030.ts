/** Encodes text as GB18030, which Node only decodes: by a table made of what it decodes. */
const DECODER = new TextDecoder('gb18030');
const QUESTION = 0x3f;
let table: Map<string, Buffer> | undefined;

function tableOfTwoBytes(): Map<string, Buffer> {
  const made = new Map<string, Buffer>();
  for (let first = 0x81; first <= 0xfe; first += 1)
    for (let second = 0x40; second <= 0xfe; second += 1) {
      if (second === 0x7f) continue;
      const bytes = Buffer.from([first, second]);
      made.set(DECODER.decode(bytes), bytes);
    }
  return made;
}

/** Characters of four bytes become a question mark. */
export function encodeGb18030(text: string): Buffer {
  table ??= tableOfTwoBytes();
  const bytes = Buffer.alloc(text.length * 2);
  let at = 0;
  for (const character of text) {
    const pair = character <= '\u007f' ? undefined : table.get(character);
    if (pair === undefined) bytes[at] = character <= '\u007f' ? character.charCodeAt(0) : QUESTION;
    else pair.copy(bytes, at);
    at += pair === undefined ? 1 : 2;
  }
  return bytes.subarray(0, at);
}

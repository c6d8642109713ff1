/** Encodes text as GB18030, which Node only decodes: by a table made of what it decodes. */
const DECODER = new TextDecoder('gb18030');
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
  const parts: Buffer[] = [];
  for (const character of text)
    parts.push(character <= '\u007f' ? Buffer.from(character) : (table.get(character) ?? Buffer.from('?')));
  return Buffer.concat(parts);
}

/** Names of the libraries that a program or a module of Windows, Linux or macOS is loaded with. */

const textAt = (bytes: Buffer, at: number): string => bytes.toString('latin1', at, bytes.indexOf(0, at));

/** Libraries, as they are named in the file; null for what is no program or module. */
export function readImports(bytes: Buffer): readonly string[] | null {
  if (bytes.length < 64) return null;
  if (bytes.readUInt32BE(0) === 0x7f454c46) return readElf(bytes);
  if (bytes.readUInt16BE(0) === 0x4d5a) return readPe(bytes);
  return readMachO(bytes);
}

/** 64 bits, little-endian. */
function readElf(bytes: Buffer): readonly string[] {
  const [table, size, count] = [
    Number(bytes.readBigUInt64LE(32)),
    bytes.readUInt16LE(54),
    bytes.readUInt16LE(56),
  ];
  const segments = Array.from({ length: count }, (_, n) => {
    const at = table + n * size;
    const [offset, address] = [Number(bytes.readBigUInt64LE(at + 8)), Number(bytes.readBigUInt64LE(at + 16))];
    return { type: bytes.readUInt32LE(at), offset, address, length: Number(bytes.readBigUInt64LE(at + 32)) };
  });
  const dynamic = segments.find(({ type }) => type === 2);
  if (dynamic === undefined) return [];
  const entries = Array.from({ length: dynamic.length / 16 }, (_, n) => {
    const at = dynamic.offset + n * 16;
    return { tag: Number(bytes.readBigUInt64LE(at)), value: Number(bytes.readBigUInt64LE(at + 8)) };
  });
  const strings = entries.find(({ tag }) => tag === 5)?.value ?? 0;
  const load = segments.find(
    ({ type, address, length }) => type === 1 && strings >= address && strings < address + length,
  );
  const base = strings - (load?.address ?? 0) + (load?.offset ?? 0);
  return entries.filter(({ tag }) => tag === 1).map(({ value }) => textAt(bytes, base + value));
}

/** 64 bits. What is loaded only once it is called is among it. */
function readPe(bytes: Buffer): readonly string[] {
  const header = bytes.readUInt32LE(0x3c) + 4;
  const optional = header + 20;
  const sections = optional + bytes.readUInt16LE(header + 16);
  const offsetOf = (address: number): number => {
    for (let n = 0; n < bytes.readUInt16LE(header + 2); n++) {
      const at = sections + n * 40;
      const begins = bytes.readUInt32LE(at + 12);
      if (address >= begins && address < begins + bytes.readUInt32LE(at + 16))
        return address - begins + bytes.readUInt32LE(at + 20);
    }
    throw new Error('an import lies in no section');
  };
  const names = (directory: number, size: number, nameAt: number): readonly string[] => {
    const address = bytes.readUInt32LE(optional + 112 + directory * 8);
    const found: string[] = [];
    if (address === 0) return found;
    for (let at = offsetOf(address); bytes.readUInt32LE(at + nameAt) !== 0; at += size)
      found.push(textAt(bytes, offsetOf(bytes.readUInt32LE(at + nameAt))));
    return found;
  };
  return [...names(1, 20, 12), ...names(13, 32, 4)];
}

const LOADED = new Set([0x0c, 0x80000018, 0x8000001f]);

/** Of one processor, or of the first of several. */
function readMachO(bytes: Buffer): readonly string[] | null {
  if (bytes.readUInt32BE(0) === 0xcafebabe)
    return bytes.readUInt32BE(4) > 20 ? null : readMachO(bytes.subarray(bytes.readUInt32BE(16)));
  if (bytes.readUInt32LE(0) !== 0xfeedfacf) return null;
  const found: string[] = [];
  for (let at = 32, left = bytes.readUInt32LE(16); left > 0; left--, at += bytes.readUInt32LE(at + 4))
    if (LOADED.has(bytes.readUInt32LE(at))) found.push(textAt(bytes, at + bytes.readUInt32LE(at + 8)));
  return found;
}

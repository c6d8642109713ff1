/** Reads the memory of running processes as root, and says which of the planted secrets lie in it. */
import { closeSync, openSync, readFileSync, readSync } from 'node:fs';

/** A secret by its name, and how it may lie in memory. */
export interface Needle {
  readonly name: string;
  readonly forms: readonly Buffer[];
}

export interface Hit {
  readonly pid: number;
  readonly process: string;
  readonly name: string;
  readonly where: string;
}

/** Text as UTF-8 and as UTF-16, as JavaScript engines and toolkits keep it. Digits within a longer number, such as a time of this second, are none. */
export const textNeedle = (name: string, text: string): Needle => ({
  name,
  forms: [Buffer.from(text, 'utf8'), Buffer.from(text, 'utf16le')],
});

/** A key as its bytes, and as the text that SQL or JSON would make of them. */
export const keyNeedle = (name: string, key: Uint8Array): Needle => ({
  name,
  forms: [
    Buffer.from(key),
    Buffer.from(Buffer.from(key).toString('hex')),
    Buffer.from(Buffer.from(key).toString('base64')),
  ],
});

const CHUNK = 16 * 1024 * 1024;

/** Searches every readable private or shared mapping that is not program text; a process that ends meanwhile is passed over. */
export function scanMemory(pids: readonly number[], needles: readonly Needle[]): readonly Hit[] {
  return pids.flatMap((pid) => scanProcess(pid, needles));
}

function scanProcess(pid: number, needles: readonly Needle[]): readonly Hit[] {
  const hits = new Map<string, Hit>();
  const overlap = Math.max(...needles.flatMap((needle) => needle.forms.map((form) => form.length)));
  for (const region of regionsOf(pid)) {
    for (const bytes of readRegion(pid, region, overlap)) {
      for (const { name, forms } of needles) {
        if (forms.some((form) => holds(bytes, form)))
          hits.set(`${name} ${region.label}`, { pid, process: commandOf(pid), name, where: region.label });
      }
    }
  }
  return [...hits.values()];
}

const isDigit = (byte: number | undefined): boolean => byte !== undefined && byte >= 0x30 && byte <= 0x39;

function holds(bytes: Buffer, form: Buffer): boolean {
  const width = form[1] === 0 ? 2 : 1;
  const isNumber = form.every((byte, at) => (at % width === 0 ? isDigit(byte) : byte === 0));
  for (let at = bytes.indexOf(form); at >= 0; at = bytes.indexOf(form, at + 1))
    if (!isNumber || !(isDigit(bytes[at - width]) || isDigit(bytes[at + form.length]))) return true;
  return false;
}

interface Region {
  readonly from: number;
  readonly to: number;
  readonly label: string;
}

function regionsOf(pid: number): readonly Region[] {
  const lines = readText(`/proc/${pid}/maps`).split('\n');
  return lines.flatMap((line) => {
    const [, from, to, mode, label] = /^([0-9a-f]+)-([0-9a-f]+) (\S{4}) \S+ \S+ \S+\s*(.*)$/.exec(line) ?? [];
    if (from === undefined || to === undefined || mode === undefined) return [];
    // Mapped files that are only read are the program and its data; they are searched on disk instead.
    const wanted =
      mode[0] === 'r' && (mode[1] === 'w' || label === '') && label !== '[vvar]' && label !== '[vsyscall]';
    return wanted
      ? [
          {
            from: Number.parseInt(from, 16),
            to: Number.parseInt(to, 16),
            label: label === '' || label === undefined ? 'anonymous' : label,
          },
        ]
      : [];
  });
}

function* readRegion(pid: number, { from, to }: Region, overlap: number): Generator<Buffer> {
  let file: number;
  try {
    file = openSync(`/proc/${pid}/mem`, 'r');
  } catch {
    return;
  }
  try {
    const buffer = Buffer.alloc(Math.min(CHUNK, to - from));
    for (let at = from; at < to; at += CHUNK - overlap) {
      const length = Math.min(buffer.length, to - at);
      const read = readSync(file, buffer, 0, length, at);
      yield buffer.subarray(0, read);
      if (at + length >= to) return;
    }
  } catch {
    // Unmapped, or never backed by a page, since the list was read.
  } finally {
    closeSync(file);
  }
}

function commandOf(pid: number): string {
  const command = readText(`/proc/${pid}/cmdline`).split('\0');
  return /--type=(\S+)/.exec(command.join(' '))?.[1] ?? 'main';
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

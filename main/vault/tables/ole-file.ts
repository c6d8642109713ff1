/** Reads the streams of an OLE compound file ([MS-CFB]), in which xls, et, doc and wps lie: by its sectors, within a budget, with no loop that a file could ask for. */
import type { Source } from './source.ts';
import { UnreadFile } from './unread-file.ts';

/** A storage of a compound file: the root of an opened one, or what is embedded in it. */
export interface OleFile {
  has(name: string): boolean;
  /** Undefined where there is none. Errors: UnreadFile. */
  stream(name: string): Buffer | undefined;
  /** Storages in it, and in those, in the order of the directory. */
  readonly embedded: readonly OleFile[];
}

interface Entry {
  readonly start: number;
  readonly size: number;
}

interface Item extends Entry {
  readonly name: string;
  readonly kind: number;
  readonly left: number;
  readonly right: number;
  readonly child: number;
}

const HEADER_BYTES = 512;
const FIRST_FAT_SECTORS = 109;
const ENTRY_BYTES = 128;
const LAST_REGULAR = 0xfffffffa;
/** The largest stream that is read: a workbook of 200,000 rows has about as much. */
const MAX_STREAM_BYTES = 64 * 1024 * 1024;
const MAX_ENTRIES = 20_000;
/** A workbook and what is laid into it; whatever is larger is no file of a desk. */
const MAX_FILE_BYTES = 512 * 1024 * 1024;
const KIND_STORAGE = 1;
const KIND_STREAM = 2;
const KIND_ROOT = 5;

const NO_ROOT: Item = {
  name: '',
  kind: KIND_ROOT,
  left: LAST_REGULAR + 1,
  right: LAST_REGULAR + 1,
  child: LAST_REGULAR + 1,
  start: LAST_REGULAR + 1,
  size: 0,
};

export const OLE_SIGNATURE = Buffer.from('d0cf11e0a1b11ae1', 'hex');

/** Errors: UnreadFile `damaged`, `too-large`. */
export function openOle(source: Source): OleFile {
  if (source.size > MAX_FILE_BYTES) throw new UnreadFile('too-large');
  const header = source.read(0, HEADER_BYTES);
  if (header.length < HEADER_BYTES || !header.subarray(0, 8).equals(OLE_SIGNATURE)) throw damaged();
  const sectorBytes = 2 ** header.readUInt16LE(30);
  const miniBytes = 2 ** header.readUInt16LE(32);
  if ((sectorBytes !== 512 && sectorBytes !== 4096) || miniBytes !== 64) throw damaged();
  const sectors = Math.floor(source.size / sectorBytes);
  const fat = readFat(source, header, sectorBytes, sectors);
  const chainOf = (start: number, most: number): readonly number[] => followChain(fat, start, most, sectors);
  const readChain = (start: number, size: number): Buffer =>
    readSectors(source, chainOf(start, Math.ceil(size / sectorBytes)), sectorBytes, size);

  const directory = readChain(header.readUInt32LE(48), MAX_ENTRIES * ENTRY_BYTES);
  const items = itemsOf(directory);
  const root = items.find(({ kind }) => kind === KIND_ROOT) ?? NO_ROOT;
  const miniCutoff = header.readUInt32LE(56);
  let mini: { readonly fat: Buffer; readonly bytes: Buffer } | undefined;
  const readMini = ({ start, size }: Entry): Buffer => {
    mini ??= {
      fat: readChain(header.readUInt32LE(60), header.readUInt32LE(64) * sectorBytes),
      bytes: readChain(root.start, Math.min(root.size, MAX_STREAM_BYTES)),
    };
    const { fat: miniFat, bytes } = mini;
    const table = (sector: number): number =>
      sector * 4 + 4 <= miniFat.length ? miniFat.readUInt32LE(sector * 4) : LAST_REGULAR + 1;
    const chain = followChain(table, start, Math.ceil(size / miniBytes), bytes.length / miniBytes);
    return Buffer.concat(
      chain.map((sector) => bytes.subarray(sector * miniBytes, (sector + 1) * miniBytes)),
    ).subarray(0, size);
  };
  const storageOf = (entries: ReadonlyMap<string, Entry>, embedded: readonly OleFile[]): OleFile => ({
    embedded,
    has: (name) => entries.has(name),
    stream(name) {
      const entry = entries.get(name);
      if (entry === undefined) return undefined;
      if (entry.size > MAX_STREAM_BYTES) throw new UnreadFile('too-large');
      return entry.size < miniCutoff ? readMini(entry) : readChain(entry.start, entry.size);
    },
  });
  const seen = new Set<Item>();
  const storages = items
    .filter(({ kind }) => kind === KIND_STORAGE)
    .map((storage) => storageOf(streamsOf(items, storage, seen), []));
  const own = streamsOf(items, root, seen);
  // Of a directory that is damaged, what hangs on nothing.
  for (const item of items)
    if (item.kind === KIND_STREAM && !seen.has(item) && !own.has(item.name)) own.set(item.name, item);
  return storageOf(own, storages);
}

const damaged = (): UnreadFile => new UnreadFile('damaged');

/** The sector after each. */
function readFat(
  source: Source,
  header: Buffer,
  sectorBytes: number,
  sectors: number,
): (sector: number) => number {
  const places: number[] = [];
  for (let n = 0; n < FIRST_FAT_SECTORS; n += 1) places.push(header.readUInt32LE(76 + n * 4));
  let next = header.readUInt32LE(68);
  const perSector = sectorBytes / 4 - 1;
  // A file needs no more of them than tell of all its sectors.
  const most = Math.ceil((sectors * 4) / sectorBytes) + 1;
  while (next < LAST_REGULAR && places.length < most) {
    const sector = readSector(source, next, sectorBytes);
    for (let n = 0; n < perSector; n += 1) places.push(sector.readUInt32LE(n * 4));
    next = sector.readUInt32LE(perSector * 4);
  }
  const used = places.filter((place) => place < LAST_REGULAR).slice(0, most);
  const fat = Buffer.concat(used.map((place) => readSector(source, place, sectorBytes)));
  return (sector) => (sector * 4 + 4 <= fat.length ? fat.readUInt32LE(sector * 4) : LAST_REGULAR + 1);
}

function readSector(source: Source, sector: number, sectorBytes: number): Buffer {
  const bytes = source.read((sector + 1) * sectorBytes, sectorBytes);
  if (bytes.length < sectorBytes) throw damaged();
  return bytes;
}

/** At most `most` sectors. A chain that leads in a circle ends there. */
function followChain(
  after: (sector: number) => number,
  start: number,
  most: number,
  sectors: number,
): readonly number[] {
  const chain: number[] = [];
  for (let sector = start; sector < LAST_REGULAR && chain.length < most; sector = after(sector)) {
    if (sector > sectors) throw damaged();
    chain.push(sector);
  }
  return chain;
}

/** Sectors that follow one another are read together. */
function readSectors(source: Source, chain: readonly number[], sectorBytes: number, size: number): Buffer {
  const parts: Buffer[] = [];
  let [first, count] = [0, 0];
  const take = (): void => {
    if (count > 0) parts.push(source.read((first + 1) * sectorBytes, count * sectorBytes));
  };
  for (const sector of chain) {
    if (count > 0 && sector === first + count) count += 1;
    else {
      take();
      [first, count] = [sector, 1];
    }
  }
  take();
  const [only = Buffer.alloc(0)] = parts;
  return (parts.length <= 1 ? only : Buffer.concat(parts)).subarray(0, size);
}

function itemsOf(bytes: Buffer): readonly Item[] {
  const items: Item[] = [];
  for (let at = 0; at + ENTRY_BYTES <= bytes.length; at += ENTRY_BYTES) {
    const nameBytes = bytes.readUInt16LE(at + 64);
    const isNamed = nameBytes >= 2 && nameBytes <= 64;
    items.push({
      name: isNamed ? bytes.toString('utf16le', at, at + nameBytes - 2) : '',
      kind: isNamed ? (bytes[at + 66] ?? 0) : 0,
      left: bytes.readUInt32LE(at + 68),
      right: bytes.readUInt32LE(at + 72),
      child: bytes.readUInt32LE(at + 76),
      start: bytes.readUInt32LE(at + 116),
      size: bytes.readUInt32LE(at + 120),
    });
  }
  return items;
}

/** The streams that a storage holds itself ([MS-CFB] 2.6.4: a tree of siblings). Each is in one storage, so that no loop is walked. */
function streamsOf(items: readonly Item[], storage: Item, seen: Set<Item>): Map<string, Entry> {
  const streams = new Map<string, Entry>();
  const visited = new Set<number>();
  const waiting = [storage.child];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    const item = items[at];
    if (item === undefined || visited.has(at)) continue;
    visited.add(at);
    waiting.push(item.left, item.right);
    if (item.kind !== KIND_STREAM || seen.has(item)) continue;
    seen.add(item);
    if (!streams.has(item.name)) streams.set(item.name, item);
  }
  return streams;
}

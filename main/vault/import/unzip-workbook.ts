/** Guards against archives that unpack to more than they say: takes the parts of an `.xlsx` apart under one budget of bytes. */
import { inflateRawSync } from 'node:zlib';
import { AppError } from '../app-error.ts';

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;
/** The end record is 22 bytes and up to 65,535 of comment. */
const FARTHEST_END = 22 + 0xffff;
const FLAG_ENCRYPTED = 0x0001;
const MAX_ENTRIES = 5_000;
/** Parts that say nothing about cells and may be large: pictures, embedded objects, macros. */
const NOT_NEEDED =
  /^xl\/(media|embeddings|drawings|charts|printerSettings|theme|customProperty|activeX|ctrlProps|vbaProject)/i;

/**
 * Reads the parts of a ZIP archive (PKWARE APPNOTE 6.3, stored or deflated, without ZIP64) whose unpacked sizes together
 * stay within `maxBytes`, whatever the archive claims.
 * Errors: AppError `workbook-unreadable`, `workbook-encrypted`, `workbook-too-large`.
 */
export function unzipWorkbook(archive: Buffer, maxBytes: number): ReadonlyMap<string, Buffer> {
  const parts = new Map<string, Buffer>();
  let left = maxBytes;
  try {
    for (const entry of listEntries(archive)) {
      if (entry.name.endsWith('/') || NOT_NEEDED.test(entry.name)) continue;
      const part = unpack(archive, entry, left);
      left -= part.length;
      parts.set(entry.name, part);
    }
  } catch (error) {
    throw error instanceof AppError ? error : new AppError('workbook-unreadable', { part: 'archive' });
  }
  return parts;
}

interface Entry {
  readonly name: string;
  readonly flags: number;
  readonly method: number;
  readonly packedSize: number;
  readonly localHeader: number;
}

function listEntries(archive: Buffer): readonly Entry[] {
  const end = findEnd(archive);
  const count = archive.readUInt16LE(end + 10);
  if (count > MAX_ENTRIES) throw new AppError('workbook-too-large', { parts: count, most: MAX_ENTRIES });
  const entries: Entry[] = [];
  let at = archive.readUInt32LE(end + 16);
  for (let n = 0; n < count; n += 1) {
    if (archive.readUInt32LE(at) !== DIRECTORY_ENTRY)
      throw new AppError('workbook-unreadable', { part: 'directory' });
    const nameLength = archive.readUInt16LE(at + 28);
    entries.push({
      flags: archive.readUInt16LE(at + 8),
      method: archive.readUInt16LE(at + 10),
      packedSize: archive.readUInt32LE(at + 20),
      localHeader: archive.readUInt32LE(at + 42),
      name: archive.toString('utf8', at + 46, at + 46 + nameLength).replaceAll('\\', '/'),
    });
    at += 46 + nameLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
  return entries;
}

function findEnd(archive: Buffer): number {
  for (let at = archive.length - 22; at >= Math.max(0, archive.length - FARTHEST_END); at -= 1) {
    if (archive.readUInt32LE(at) === END_OF_DIRECTORY) return at;
  }
  throw new AppError('workbook-unreadable', { part: 'directory' });
}

function unpack(archive: Buffer, entry: Entry, maxBytes: number): Buffer {
  if ((entry.flags & FLAG_ENCRYPTED) !== 0) throw new AppError('workbook-encrypted');
  const header = entry.localHeader;
  if (archive.readUInt32LE(header) !== LOCAL_HEADER)
    throw new AppError('workbook-unreadable', { part: 'entry' });
  const start = header + 30 + archive.readUInt16LE(header + 26) + archive.readUInt16LE(header + 28);
  const packed = archive.subarray(start, start + entry.packedSize);
  if (packed.length !== entry.packedSize) throw new AppError('workbook-unreadable', { part: 'entry' });
  switch (entry.method) {
    case 0:
      if (packed.length > maxBytes) throw tooLarge();
      return packed;
    case 8:
      return inflateWithin(packed, maxBytes);
    default:
      throw new AppError('workbook-unreadable', { part: 'entry' });
  }
}

function inflateWithin(packed: Buffer, maxBytes: number): Buffer {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, maxBytes) });
  } catch (error) {
    if (error instanceof RangeError) throw tooLarge();
    throw error;
  }
}

const tooLarge = (): AppError => new AppError('workbook-too-large', { unpacked: true });

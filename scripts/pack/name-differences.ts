/**
 * Which fields differ between two installers of the same sources. What is an archive is read as one: Debian's package, a tar, a zip, an AppImage, a program of
 * Windows with what follows it. Nothing is believed of what it says: where the fields are alike and the bytes are not, the bytes are named.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { sha256Hex } from '../../main/vault/crypto/sha256.ts';

/** Fields by name, in the words of the format; bytes stand for what is compared by itself. */
type Fields = ReadonlyMap<string, string | number | Uint8Array>;
type Reader = (bytes: Buffer) => Fields;

const AR_MAGIC = '!<arch>\n';
const AR_HEAD = 60;
const TAR_BLOCK = 512;
const SQUASHFS_MAGIC = 'hsqs';
const ZIP_ENTRY = 0x02014b50;
const ZIP_END = 0x06054b50;

/** Every difference of two files, each with the field's path: `data.tar.gz: gzip mtime (0, 1700000000)`; empty where they are the same byte for byte. */
export function nameDifferences(one: Buffer, other: Buffer): readonly string[] {
  if (one.equals(other)) return [];
  const reader = readerOf(one);
  if (reader === null || reader !== readerOf(other)) return [bytesDiffer(one, other)];
  const read = fieldsOfBoth(reader, one, other);
  if (read === null) return [bytesDiffer(one, other)];
  const [here, there] = read;
  const found = [...new Set([...here.keys(), ...there.keys()])].flatMap((name) =>
    compare(name, here.get(name), there.get(name)),
  );
  return found.length > 0 ? found : [`no field differs, and ${bytesDiffer(one, other)}`];
}

/** Null where one is not of the form that it begins with. */
function fieldsOfBoth(reader: Reader, one: Buffer, other: Buffer): readonly [Fields, Fields] | null {
  try {
    return [reader(one), reader(other)];
  } catch {
    return null;
  }
}

type Field = string | number | Uint8Array | undefined;

function compare(name: string, here: Field, there: Field): readonly string[] {
  if (here === undefined || there === undefined) return [`${name} is in one of them alone`];
  if (here instanceof Uint8Array && there instanceof Uint8Array)
    return nameDifferences(Buffer.from(here), Buffer.from(there)).map((found) => `${name}: ${found}`);
  return here === there ? [] : [`${name} (${String(here)}, ${String(there)})`];
}

function bytesDiffer(one: Buffer, other: Buffer): string {
  const shorter = Math.min(one.length, other.length);
  let at = 0;
  while (at < shorter && one[at] === other[at]) at++;
  const lengths = one.length === other.length ? '' : `, of ${one.length} and ${other.length}`;
  return `bytes differ from ${at} on${lengths}`;
}

function readerOf(bytes: Buffer): Reader | null {
  const starts = (text: string, at = 0): boolean => bytes.toString('latin1', at, at + text.length) === text;
  if (starts(AR_MAGIC)) return readAr;
  if (starts('\u001f\u008b')) return readGzip;
  if (starts('ustar', 257)) return readTar;
  if (starts(SQUASHFS_MAGIC)) return readSquashfs;
  if (starts('PK')) return readZip;
  if (starts('MZ')) return readWindowsProgram;
  // The image that follows a program or a script, at the beginning of a page.
  if (starts('\u007fELF') || starts('#!')) return imageOf(bytes) === null ? null : readAppImage;
  return null;
}

/** https://manpages.debian.org/ar.5 */
function readAr(bytes: Buffer): Fields {
  const fields = new Map<string, string | Uint8Array>();
  for (let at = AR_MAGIC.length; at + AR_HEAD <= bytes.length;) {
    const text = (from: number, to: number): string => bytes.toString('latin1', at + from, at + to).trim();
    const name = text(0, 16).replace(/\/$/, '');
    const size = Number(text(48, 58));
    fields.set(`${name} ar mtime`, text(16, 28));
    fields.set(`${name} ar uid`, text(28, 34));
    fields.set(`${name} ar gid`, text(34, 40));
    fields.set(`${name} ar mode`, text(40, 48));
    fields.set(name, bytes.subarray(at + AR_HEAD, at + AR_HEAD + size));
    at += AR_HEAD + size + (size % 2);
  }
  return fields;
}

/** RFC 1952. */
function readGzip(bytes: Buffer): Fields {
  const named = bytes.readUInt8(3) & 8;
  return new Map<string, string | number | Uint8Array>([
    ['gzip flags', bytes.readUInt8(3)],
    ['gzip mtime', bytes.readUInt32LE(4)],
    ['gzip level', bytes.readUInt8(8)],
    ['gzip system', bytes.readUInt8(9)],
    ['gzip name', named === 0 ? '' : bytes.toString('latin1', 10, bytes.indexOf(0, 10))],
    ['content', gunzipSync(bytes)],
  ]);
}

/** POSIX.1-1988 ustar; what GNU and pax put before a name is a member of its own. */
function readTar(bytes: Buffer): Fields {
  const fields = new Map<string, string | Uint8Array>([['tar order of names', '']]);
  for (let at = 0; at + TAR_BLOCK <= bytes.length && bytes[at] !== 0;) {
    const text = (from: number, length: number): string =>
      bytes
        .toString('utf8', at + from, at + from + length)
        .replace(/\0[^]*$/, '')
        .trim();
    const name = [text(345, 155), text(0, 100)].filter((part) => part !== '').join('/');
    const size = Number.parseInt(text(124, 12) || '0', 8);
    const tell = (field: string, value: string | Uint8Array): void =>
      void fields.set(`${name} ${field}`, value);
    fields.set('tar order of names', `${String(fields.get('tar order of names'))}${name}\n`);
    tell('mode', text(100, 8));
    tell('uid', text(108, 8));
    tell('gid', text(116, 8));
    tell('mtime', text(136, 12));
    tell('type', text(156, 1));
    tell('link', text(157, 100));
    tell('owner', text(265, 32));
    tell('group', text(297, 32));
    tell('content', bytes.subarray(at + TAR_BLOCK, at + TAR_BLOCK + size));
    at += TAR_BLOCK * (1 + Math.ceil(size / TAR_BLOCK));
  }
  return fields;
}

/** The superblock; https://dr-emann.github.io/squashfs/ */
const SUPERBLOCK = {
  'inode count': [4, 4],
  mkfs_time: [8, 4],
  'block size': [12, 4],
  'fragment count': [16, 4],
  compression: [20, 2],
  flags: [24, 2],
  'id count': [26, 2],
  'root inode': [32, 6],
  'bytes used': [40, 6],
} as const;

function readSquashfs(bytes: Buffer): Fields {
  const used = bytes.readUIntLE(40, 6);
  return new Map<string, string | number | Uint8Array>([
    ...Object.entries(SUPERBLOCK).map(
      ([name, [at, length]]) => [`squashfs ${name}`, bytes.readUIntLE(at, length)] as const,
    ),
    ...filesOfImage(bytes),
    ['after the image', bytes.subarray(used)],
  ]);
}

const LISTED = /^(?<mode>\S{10}) (?<owner>\d+\/\d+) +\d+ (?<time>\S+ \S+) (?<path>.+)$/;

/** As unsquashfs reads them. Errors: where it cannot. */
function filesOfImage(bytes: Buffer): readonly (readonly [string, string])[] {
  const folder = mkdtempSync(join(tmpdir(), 'image-'));
  try {
    const [image, out] = [join(folder, 'image'), join(folder, 'out')];
    writeFileSync(image, bytes);
    execFileSync('unsquashfs', ['-quiet', '-no-progress', '-no-xattrs', '-dest', out, image]);
    const words = ['-full-precision', '-UTC', '-lln', '-dest', out, image];
    const listed = execFileSync('unsquashfs', words, { encoding: 'utf8' });
    return listed.split('\n').flatMap((line) => {
      const { mode = '', owner, time, path = '' } = LISTED.exec(line)?.groups ?? {};
      if (owner === undefined || time === undefined) return [];
      const name = path.slice(out.length + 1).replace(/ -> .*$/, '') || 'root';
      const content = mode.startsWith('-')
        ? sha256Hex(readFileSync(join(out, name)))
        : path.slice(out.length);
      return Object.entries({ mode, owner, mtime: time, content }).map(
        ([field, value]) => [`${name} ${field}`, value] as const,
      );
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function imageOf(bytes: Buffer): number | null {
  for (let at = bytes.indexOf(SQUASHFS_MAGIC); at !== -1; at = bytes.indexOf(SQUASHFS_MAGIC, at + 1))
    // Of version 4.0, and not a word of the runtime's.
    if (bytes.length >= at + 96 && bytes.readUInt32LE(at + 28) === 4) return at;
  return null;
}

function readAppImage(bytes: Buffer): Fields {
  const at = imageOf(bytes) ?? bytes.length;
  return new Map([
    ['runtime', bytes.subarray(0, at)],
    ['image', bytes.subarray(at)],
  ]);
}

/** PKWARE's APPNOTE, 4.3.12: the central directory, by which a zip is unpacked. */
function readZip(bytes: Buffer): Fields {
  const fields = new Map<string, string | number | Uint8Array>([['zip order of names', '']]);
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  if (end === -1 || bytes.readUInt32LE(end) !== ZIP_END) return fields;
  fields.set('zip comment', bytes.toString('utf8', end + 22));
  for (let at = bytes.readUInt32LE(end + 16); bytes.readUInt32LE(at) === ZIP_ENTRY;) {
    const [named, extra, said] = [28, 30, 32].map((place) => bytes.readUInt16LE(at + place)) as [
      number,
      number,
      number,
    ];
    const name = bytes.toString('utf8', at + 46, at + 46 + named);
    const local = bytes.readUInt32LE(at + 42);
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    fields.set('zip order of names', `${String(fields.get('zip order of names'))}${name}\n`);
    fields.set(`${name} version`, bytes.readUInt16LE(at + 4));
    fields.set(`${name} flags`, bytes.readUInt16LE(at + 8));
    fields.set(`${name} method`, bytes.readUInt16LE(at + 10));
    fields.set(`${name} time`, bytes.readUInt32LE(at + 12));
    fields.set(`${name} sum of content`, bytes.readUInt32LE(at + 16));
    fields.set(`${name} attributes`, bytes.readUInt32LE(at + 38));
    fields.set(`${name} extra`, bytes.toString('hex', at + 46 + named, at + 46 + named + extra));
    fields.set(
      `${name} extra of its own head`,
      bytes.toString('hex', start - bytes.readUInt16LE(local + 28), start),
    );
    fields.set(`${name} packed size`, bytes.readUInt32LE(at + 20));
    at += 46 + named + extra + said;
  }
  return fields;
}

/** PE: its heads, sections, the signature, and what follows, which is where an installer has its files. */
function readWindowsProgram(bytes: Buffer): Fields {
  const pe = bytes.readUInt32LE(60);
  const optional = pe + 24;
  const isWide = bytes.readUInt16LE(optional) === 0x20b;
  const certificates = optional + (isWide ? 112 : 96) + 4 * 8;
  const sections = optional + bytes.readUInt16LE(pe + 20);
  const fields = new Map<string, string | number | Uint8Array>([
    ['PE time', bytes.readUInt32LE(pe + 8)],
    ['PE checksum', bytes.readUInt32LE(optional + 64)],
    ['PE signature', bytes.readUInt32LE(certificates + 4)],
  ]);
  let end = 0;
  for (let n = 0; n < bytes.readUInt16LE(pe + 6); n++) {
    const at = sections + 40 * n;
    const [size, start] = [bytes.readUInt32LE(at + 16), bytes.readUInt32LE(at + 20)];
    fields.set(
      `PE section ${bytes.toString('latin1', at, at + 8).replace(/\0+$/, '')}`,
      bytes.subarray(start, start + size),
    );
    end = Math.max(end, start + size);
  }
  fields.set('after the sections', bytes.subarray(end));
  return fields;
}

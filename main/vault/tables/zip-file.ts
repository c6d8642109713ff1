/** Opens a ZIP file in parts: each is unpacked piece by piece, and all of them within one budget of bytes, whatever the file says of itself. */
import { Readable } from 'node:stream';
import { type Entry, RandomAccessReader, type ZipFile as OpenZip, fromRandomAccessReader } from 'yauzl';
import type { Source } from './source.ts';
import { UnreadFile } from './unread-file.ts';

/** An open archive. */
export interface ZipFile {
  /** In the order of its directory, with slashes, without folders. */
  readonly names: readonly string[];
  /** Gives the text of a part (UTF-8, or UTF-16 with its mark) piece by piece. Errors: UnreadFile. */
  text(name: string, take: (piece: string) => void): Promise<void>;
  /** A part whole, of at most `most` bytes. Errors: UnreadFile. */
  bytes(name: string, most: number): Promise<Buffer>;
}

const MAX_ENTRIES = 20_000;
/** Of all parts that are read together: no archive of a desk holds as much text. */
const MAX_UNPACKED_BYTES = 1024 * 1024 * 1024;
const PIECE_BYTES = 64 * 1024;
/** Ends the directory, 22 bytes with a comment of the length that stands last in them. */
const END_OF_DIRECTORY = Buffer.from('504b0506', 'hex');
const END_BYTES = 22;
/** Behind its end, what a broken download or a disk has added. */
const MAX_BEHIND = 1024 * 1024;

class SourceReader extends RandomAccessReader {
  readonly #source: Source;

  constructor(source: Source) {
    super();
    this.#source = source;
  }

  override _readStreamForRange(start: number, end: number): Readable {
    const source = this.#source;
    return Readable.from(
      (function* pieces() {
        for (let at = start; at < end; at += PIECE_BYTES)
          yield source.read(at, Math.min(PIECE_BYTES, end - at));
      })(),
    );
  }

  override read(
    buffer: Buffer,
    offset: number,
    length: number,
    position: number,
    callback: (error: Error | null) => void,
  ): void {
    const bytes = this.#source.read(position, length);
    bytes.copy(buffer, offset);
    // Not at once: a directory of thousands would be as deep on the stack.
    setImmediate(callback, bytes.length === length ? null : new Error('unexpected end'));
  }
}

/** Errors: UnreadFile `damaged`, `too-large`. */
export async function openZip(source: Source): Promise<ZipFile> {
  const zip = await openDirectory(source, source.size).catch((error: unknown) => {
    const end = endOf(source);
    if (end === source.size) throw error;
    return openDirectory(source, end);
  });
  const entries = await listEntries(zip);
  let left = MAX_UNPACKED_BYTES;
  const unpack = async (name: string, take: (bytes: Buffer) => void): Promise<void> => {
    const entry = entries.get(name);
    if (entry === undefined) throw new UnreadFile('damaged');
    if (entry.isEncrypted()) throw new UnreadFile('locked');
    const stream = await openPart(zip, entry);
    try {
      for await (const piece of stream) {
        left -= (piece as Buffer).length;
        if (left < 0) throw new UnreadFile('too-large');
        take(piece as Buffer);
      }
    } catch (error) {
      throw error instanceof UnreadFile ? error : new UnreadFile('damaged');
    } finally {
      stream.destroy();
    }
  };
  return {
    names: [...entries.keys()],
    async text(name, take) {
      let decoder: InstanceType<typeof TextDecoder> | undefined;
      await unpack(name, (bytes) => {
        decoder ??= new TextDecoder(bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8');
        take(decoder.decode(bytes, { stream: true }));
      });
    },
    async bytes(name, most) {
      const parts: Buffer[] = [];
      let size = 0;
      await unpack(name, (bytes) => {
        size += bytes.length;
        if (size > most) throw new UnreadFile('too-large');
        parts.push(bytes);
      });
      return Buffer.concat(parts);
    },
  };
}

/** Where the archive ends, whatever lies behind it. */
function endOf(source: Source): number {
  const from = Math.max(0, source.size - MAX_BEHIND);
  const tail = source.read(from, MAX_BEHIND);
  const at = tail.lastIndexOf(END_OF_DIRECTORY, tail.length - END_BYTES);
  return at === -1 ? source.size : from + at + END_BYTES + tail.readUInt16LE(at + END_BYTES - 2);
}

function openDirectory(source: Source, size: number): Promise<OpenZip> {
  return new Promise((resolve, reject) =>
    fromRandomAccessReader(
      new SourceReader(source),
      size,
      { lazyEntries: true, decodeStrings: false, validateEntrySizes: true, autoClose: false },
      (error, zip) => (error === null ? resolve(zip) : reject(new UnreadFile('damaged'))),
    ),
  );
}

function listEntries(zip: OpenZip): Promise<ReadonlyMap<string, Entry>> {
  const entries = new Map<string, Entry>();
  return new Promise((resolve, reject) => {
    zip.on('entry', (entry: Entry) => {
      // Undecoded, as bytes: a name is nothing that is opened.
      const name = entry.fileNameRaw.toString('utf8').replaceAll('\\', '/');
      if (!name.endsWith('/') && !entries.has(name)) entries.set(name, entry);
      if (entries.size > MAX_ENTRIES) reject(new UnreadFile('too-large'));
      else zip.readEntry();
    });
    zip.on('end', () => resolve(entries));
    zip.on('error', () => reject(new UnreadFile('damaged')));
    zip.readEntry();
  });
}

const openPart = (zip: OpenZip, entry: Entry): Promise<Readable> =>
  new Promise((resolve, reject) =>
    zip.openReadStream(entry, (error, stream) =>
      error === null ? resolve(stream) : reject(new UnreadFile('damaged')),
    ),
  );

/**
 * Files that a person or a sweep has chosen, and that somebody else changes: under its name while one is destroyed, a pipe or a device in its place, a text
 * that is nothing but line ends, a picture that says where it was taken or asks for gigabytes. Nothing but the file that was chosen is touched, and no
 * more than it is worth is read of it.
 */
import { execFileSync } from 'node:child_process';
import {
  closeSync,
  existsSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  symlinkSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import promises, { type FileHandle, open } from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { crc32, createDeflate } from 'node:zlib';
import { describe, expect, it, vi } from 'vitest';
import { nameOfBytes, onDisk } from '../../main/files/raw-names.ts';
import { cleanPicture } from '../../main/vault/attachments/clean-picture.ts';
import { disposeFile, isDisposedOf, markFile } from '../../main/vault/file-disposal/dispose-file.ts';
import { openWorkbook } from '../../main/vault/import/read-workbook.ts';
import { verifyExportFile } from '../../main/vault/log-export/verify-file.ts';
import { makePdf } from '../../main/vault/pdf/make-pdf.ts';
import { HAS_UNIX_FILES } from '../support/platform.ts';
import { makePng, offerAttachment } from '../support/pictures.ts';
import { processorMs } from '../support/processor-time.ts';
import { encodeGb18030 } from '../support/sweep-corpus/gb18030.ts';
import { makeTempDir } from '../support/temp-dir.ts';
import { PINS, createHarness } from '../support/vault-harness.ts';

/** Long enough that much can be done while it is overwritten. */
const LONG = Buffer.alloc(48 * 1024 * 1024, 'a list of owners ');

function laid(name = '业主名册.xlsx', bytes: Uint8Array = LONG): string {
  const path = join(makeTempDir(), name);
  writeFileSync(path, bytes);
  return path;
}

/** Destroys a file, and does something else to the disk once the first of its bytes are being written over. */
async function disposeWhile(path: string, meanwhile: () => void): Promise<string> {
  const mark = await markFile(path);
  const file = openSync(onDisk(path), 'r');
  const first = Buffer.alloc(16);
  const disposed = disposeFile(path, mark!).then(
    () => 'done',
    (error: { readonly code?: string }) => error.code ?? 'unknown',
  );
  const isUntouched = (): boolean => {
    readSync(file, first, 0, first.length, 0);
    return LONG.subarray(0, first.length).equals(first);
  };
  for (let turn = 0; turn < 100_000 && isUntouched(); turn += 1) await nextTurn();
  closeSync(file);
  meanwhile();
  return disposed;
}

describe('while a file is destroyed', () => {
  it('what an office program saves under its name stays', async () => {
    const path = laid();
    await disposeWhile(path, () => {
      // As office programs save: beside it, then renamed over it.
      writeFileSync(`${path}.tmp`, 'newer');
      renameSync(`${path}.tmp`, path);
    });
    expect(readFileSync(path, 'utf8')).toBe('newer');
    expect(readdirSync(dirname(path))).toEqual([basename(path)]);
  });

  it('a file of the same name in another folder stays, where the parent becomes a link to it', async () => {
    const path = laid();
    const [parent, other] = [dirname(path), makeTempDir()];
    writeFileSync(join(other, basename(path)), 'another list');
    await disposeWhile(path, () => {
      renameSync(parent, `${parent}-moved`);
      symlinkSync(other, parent);
    });
    expect(readFileSync(join(other, basename(path)), 'utf8')).toBe('another list');
    expect(readdirSync(other)).toEqual([basename(path)]);
  });

  it('what a program that keeps it open writes to it comes back under its name', async () => {
    const path = laid();
    const held = openSync(path, 'r+');
    const how = await disposeWhile(path, () => {
      ftruncateSync(held, 0);
      writeSync(held, 'saved where it lies');
    });
    closeSync(held);
    expect(how).toBe('file-changed');
    expect(readFileSync(path, 'utf8')).toContain('saved where it lies');
    expect(readdirSync(dirname(path))).toEqual([basename(path)]);
  });

  it('it comes back beside its name where both were written to', async () => {
    const path = laid();
    const held = openSync(path, 'r+');
    await disposeWhile(path, () => {
      writeFileSync(path, 'newer');
      ftruncateSync(held, 0);
      writeSync(held, 'saved where it lies');
    });
    closeSync(held);
    expect(readFileSync(path, 'utf8')).toBe('newer');
    expect(readdirSync(dirname(path)).toSorted()).toEqual(['业主名册 (2).xlsx', '业主名册.xlsx']);
  });
});

it.skipIf(process.platform !== 'linux')(
  'a file whose name and folder are no UTF-8 is destroyed, and comes back under the same bytes where somebody has written to it',
  async () => {
    const folder = nameOfBytes(Buffer.concat([Buffer.from(`${makeTempDir()}/`), encodeGb18030('资料')]));
    const path = join(folder, nameOfBytes(encodeGb18030('业主名册.xlsx')));
    mkdirSync(onDisk(folder));
    writeFileSync(onDisk(path), LONG);
    const held = openSync(onDisk(path), 'r+');
    const how = await disposeWhile(path, () => {
      ftruncateSync(held, 0);
      writeSync(held, 'saved where it lies');
    });
    closeSync(held);
    expect(how).toBe('file-changed');
    expect(readdirSync(onDisk(folder), { encoding: 'buffer' })).toEqual([encodeGb18030('业主名册.xlsx')]);
    const mark = (await markFile(path))!;
    expect(await isDisposedOf(path, mark)).toBe(false);
    expect(await disposeFile(path, mark)).toMatchObject({ bytes: mark.size });
    expect(readdirSync(onDisk(folder))).toEqual([]);
    expect(await isDisposedOf(path, mark)).toBe(true);
  },
);

it('a file that was exchanged before it was destroyed is back under its name, untouched', async () => {
  const path = laid('名册.csv', Buffer.from('owners'));
  const mark = await markFile(path);
  writeFileSync(`${path}.tmp`, 'others');
  renameSync(`${path}.tmp`, path);
  await expect(disposeFile(path, mark!)).rejects.toMatchObject({ code: 'file-changed' });
  expect(readFileSync(path, 'utf8')).toBe('others');
  expect(readdirSync(dirname(path))).toEqual(['名册.csv']);
});

it('a file that takes its name between the last look and the rename comes back, untouched', async () => {
  const path = laid('名册.csv', Buffer.from('owners'));
  const mark = await markFile(path);
  const { mkdir } = promises;
  promises.mkdir = (async (folder: string, options: { readonly mode: number }) => {
    await mkdir(folder, options);
    if (!basename(folder).startsWith('.rv-')) return;
    writeFileSync(`${path}.tmp`, 'others');
    renameSync(`${path}.tmp`, path);
  }) as typeof mkdir;
  syncBuiltinESMExports();
  try {
    await expect(disposeFile(path, mark!)).rejects.toMatchObject({ code: 'file-changed' });
  } finally {
    promises.mkdir = mkdir;
    syncBuiltinESMExports();
  }
  expect(readFileSync(path, 'utf8')).toBe('others');
  expect(readdirSync(dirname(path))).toEqual(['名册.csv']);
});

it('what a stop of the computer leaves half destroyed is destroyed at the next start, and nothing else is told as gone', async () => {
  const path = laid('名册.csv', Buffer.from('owners'));
  const mark = (await markFile(path))!;
  expect(await isDisposedOf(path, mark)).toBe(false);
  expect(await isDisposedOf(join(dirname(path), 'of a drive that is not there', 'x.csv'), mark)).toBe(false);
  // It never gets any further than the first time that it asks the disk to keep something.
  const probe = await open(path, 'r');
  let goOn: () => void = () => undefined;
  const sync = vi
    .spyOn(Object.getPrototypeOf(probe) as FileHandle, 'sync')
    .mockImplementation(() => new Promise((resolve) => (goOn = resolve)));
  await probe.close();
  const stopped = disposeFile(path, mark).catch(() => undefined);
  await expect.poll(() => sync.mock.calls.length).toBeGreaterThan(0);
  sync.mockRestore();
  expect(existsSync(path)).toBe(false);
  expect(readdirSync(dirname(path))).toHaveLength(1);
  expect(await isDisposedOf(path, mark)).toBe(true);
  expect(readdirSync(dirname(path))).toEqual([]);
  goOn();
  await stopped;
});

describe.skipIf(!HAS_UNIX_FILES)('a workbook to be imported', () => {
  const planted = {
    'a pipe that nobody writes to': (path: string) => void execFileSync('mkfifo', [path]),
    'a link to a device that never ends': (path: string) => symlinkSync('/dev/zero', path),
    'a link to another file': (path: string) =>
      symlinkSync(laid('other.csv', Buffer.from('房号,姓名')), path),
    'a folder': (path: string) => void mkdirSync(path),
  };
  it.each(Object.entries(planted))('is refused at once where it is %s', async (_, plant) => {
    const path = join(makeTempDir(), 'owners.csv');
    plant(path);
    await expect(openWorkbook(path)).rejects.toMatchObject({ code: 'workbook-unreadable' });
    await expect(verifyExportFile(path, '0'.repeat(32))).rejects.toThrow('kind');
  });
});

it.each([
  ['line ends', '\n', 'rows'],
  ['line ends of Windows', '\r\n', 'rows'],
  ['separators', ',', 'columns'],
  ['quotes', '""', 'columns'],
])('a text of nothing but %s is refused early', async (_, piece, what) => {
  const path = laid('owners.csv', Buffer.alloc(24 * 1024 * 1024, what === 'columns' ? `${piece},x` : piece));
  const spent = processorMs();
  await expect(openWorkbook(path)).rejects.toMatchObject({
    code: 'workbook-too-large',
    details: { [what]: expect.any(Number) as number },
  });
  expect(processorMs() - spent).toBeLessThan(5_000);
});

const PLACE = 'GPS 31.2304N 121.4737E';
const segment = (marker: number, content: string | Uint8Array): Buffer => {
  const bytes = Buffer.from(content as string, 'latin1');
  return Buffer.concat([Buffer.of(0xff, marker, (bytes.length + 2) >> 8, (bytes.length + 2) & 0xff), bytes]);
};
/** Exif of a phone: one entry that says which side is up, then words where it was. */
const exif = (side: number): Buffer =>
  Buffer.concat([
    Buffer.from('Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0', 'latin1'),
    Buffer.of(side, 0, 0, 0, 0, 0, 0, 0),
    Buffer.from(PLACE),
  ]);
/** A JPEG of one grey pixel, with all that phones and programs write beside it. */
const photo = (side = 1): Uint8Array =>
  new Uint8Array(
    Buffer.concat([
      Buffer.of(0xff, 0xd8),
      segment(0xe0, Buffer.from('JFIF\0\x01\x02\0\0\x01\0\x01\x01\x01THU', 'latin1')),
      segment(0xe1, exif(side)),
      segment(0xe1, `http://ns.adobe.com/xap/1.0/\0<x>${PLACE}</x>`),
      segment(0xe2, `MPF\0${PLACE}`),
      segment(0xed, `Photoshop 3.0\0${PLACE}`),
      segment(0xfe, PLACE),
      segment(0xdb, Buffer.alloc(65, 1)),
      segment(0xc0, Buffer.of(8, 0, 1, 0, 1, 1, 1, 0x11, 0)),
      segment(0xc4, Buffer.concat([Buffer.of(0), Buffer.alloc(15), Buffer.of(1, 0)])),
      segment(0xda, Buffer.of(1, 1, 0, 0, 63, 0)),
      Buffer.of(0x7f, 0xff, 0x00, 0xff, 0xd0, 0x3f, 0xff, 0xd9),
      Buffer.from(`a film behind the picture, ${PLACE}`),
    ]),
  );
const chunk = (name: string, content: Uint8Array): Buffer => {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), content]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
};
const screenshot = (): Uint8Array => {
  const png = Buffer.from(makePng());
  const words = ['eXIf', 'tEXt', 'zTXt', 'iTXt', 'tIME', 'prVt'].map((name) =>
    chunk(name, Buffer.from(PLACE)),
  );
  return new Uint8Array(Buffer.concat([png.subarray(0, 33), ...words, png.subarray(33), Buffer.from(PLACE)]));
};

describe('evidence', () => {
  it.each([
    ['a photo', photo()],
    ['a photo that was held upright', photo(6)],
    ['a screenshot', screenshot()],
  ])(
    'says nowhere where it was taken, in the attachment and in the file that leaves: %s',
    async (_, bytes) => {
      expect(Buffer.from(bytes).includes(PLACE)).toBe(true);
      const desk = await createHarness();
      await desk.setUpAs('supervisor');
      const { open: items } = await desk.call('rectification.add', {
        item: { title: '前台电脑没有开机密码', words: '', who: '前台', dueOn: '2026-04-01' },
      });
      const { rectificationId, version } = items[0]!;
      const showsOn = new Date().toISOString().slice(0, 10);
      const fileId = offerAttachment(desk, bytes);
      await desk.call('rectification.attach', { rectificationId, version, side: 'before', fileId, showsOn });
      const { evidence } = await desk.call('rectification.open', { rectificationId });
      const { attachmentId } = evidence[0]!.attachment;
      const { content } = await desk.call('attachments.show', { attachmentId, pin: PINS.supervisor });
      const kept = Buffer.from(content, 'base64');
      for (const word of [PLACE, 'THU', 'xap', 'Photoshop', 'film']) expect(kept.includes(word)).toBe(false);
      const made = await makePdf(documentOf([kept]));
      expect(Buffer.from(made.bytes).includes(PLACE)).toBe(false);
    },
  );

  it('keeps each byte that draws it, and the side that is up', () => {
    const clean = Buffer.from(cleanPicture('jpeg', photo())!);
    expect(clean.includes('Exif')).toBe(false);
    expect(clean.subarray(-8)).toEqual(Buffer.of(0x7f, 0xff, 0x00, 0xff, 0xd0, 0x3f, 0xff, 0xd9));
    const turned = Buffer.from(cleanPicture('jpeg', photo(6))!);
    expect(turned.includes(Buffer.of(0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6))).toBe(true);
    expect(cleanPicture('jpeg', turned)).toEqual(new Uint8Array(turned));
    expect(cleanPicture('png', screenshot())).toEqual(makePng());
    expect(cleanPicture('png', makePng())).toEqual(makePng());
    for (let length = 0; length < photo().length - 30; length += 7) {
      const cut = cleanPicture('jpeg', photo().subarray(0, length));
      expect(cut === null || !Buffer.from(cut).includes(PLACE)).toBe(true);
    }
  });
});

const documentOf = (pictures: readonly Uint8Array[]): Parameters<typeof makePdf>[0] => ({
  title: '整改说明',
  header: '物业',
  language: 'zh-CN',
  paper: 'a4',
  mark: { line: '前台', code: 'RV' },
  madeAt: Date.UTC(2026, 2, 1),
  blocks: pictures.map((bytes) => ({ kind: 'picture', bytes, width: 100, height: 100, caption: '整改前' })),
});

/** A PNG of one colour with transparency: a few kilobytes, whatever its size. `lines`: how many are packed in it. */
async function transparentPng(width: number, height: number, lines = height): Promise<Uint8Array> {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 6, 0, 0, 0], 8);
  const packed: Buffer[] = [];
  const deflate = createDeflate().on('data', (piece: Buffer) => packed.push(piece));
  const block = Buffer.alloc((1 + width * 4) * 16);
  for (let line = 0; line < lines; line += 16)
    if (!deflate.write(block)) await new Promise((resolve) => deflate.once('drain', resolve));
  await new Promise<void>((resolve) => deflate.once('end', resolve).end());
  return new Uint8Array(
    Buffer.concat([
      Buffer.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
      chunk('IHDR', header),
      chunk('IDAT', Buffer.concat(packed)),
      chunk('IEND', Buffer.alloc(0)),
    ]),
  );
}

describe('a picture with transparency', () => {
  it('of 64 million pixels, or whose pixels unpack to more than it says, takes no memory in a document', async () => {
    const pictures = [await transparentPng(8000, 8000), await transparentPng(64, 64, 400_000)];
    const before = process.memoryUsage.rss();
    let most = before;
    const watch = setInterval(() => (most = Math.max(most, process.memoryUsage.rss())), 5);
    const { bytes } = await makePdf(documentOf([...pictures, ...pictures, await transparentPng(64, 64)]));
    clearInterval(watch);
    // The one that is as small as it says is drawn.
    expect(Buffer.from(bytes).toString('latin1').split('/Subtype /Image').length).toBeGreaterThan(1);
    expect((most - before) / 2 ** 20).toBeLessThan(350);
  });
});

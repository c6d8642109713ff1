/**
 * Somebody lays what a sweep cannot read to its end: files that end the scanner, more files than are listed, folders that lie too deep, a list under a
 * password, a sparse workbook of gigabytes. What lies behind is read all the same, and what was not read is named, so that nobody is told that a computer is
 * in order of which not all was seen.
 */
import fs, {
  ftruncateSync,
  mkdirSync,
  closeSync,
  openSync,
  renameSync,
  rmSync,
  unlinkSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { FileId } from '../../contract/ids.ts';
import type { SweepView } from '../../contract/sweep/routes.ts';
import { isCut, listFiles } from '../../main/vault/scan/list-files.ts';
import { scanFile } from '../../main/vault/scan/scan-file.ts';
import { createFakeClock } from '../support/fake-clock.ts';
import { csvOf } from '../support/features/sweep.ts';
import { scannersHere } from '../support/scanners-here.ts';
import { makeTempDir } from '../support/temp-dir.ts';
import { PINS, type VaultHarness, openDesk } from '../support/vault-harness.ts';

const home = makeTempDir();
const [desktop, documents, drive] = ['Desktop', 'Documents', 'drive'].map((name) => join(home, name)) as [
  string,
  string,
  string,
];
const drives = [drive];
const scanners = scannersHere({ home, desktop, documents, drives });
const clock = createFakeClock();
let desk: VaultHarness;

const lay = (folder: string, name: string, bytes: string | Buffer): string => {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
  return path;
};
/** A workbook with a password: an OLE file with an encrypted package, as [MS-OFFCRYPTO] lays it out, is told by the names in its directory. */
function lockedBook(): Buffer {
  const bytes = Buffer.alloc(512 * 3, 0xff);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(bytes);
  bytes.fill(0, 8, 76);
  bytes.writeUInt16LE(9, 30);
  bytes.writeUInt16LE(6, 32);
  bytes.writeUInt32LE(1, 48);
  bytes.writeUInt32LE(4096, 56);
  bytes.writeUInt32LE(0xfffffffe, 68);
  bytes.writeUInt32LE(0, 76);
  bytes.writeUInt32LE(0xfffffffd, 512);
  bytes.writeUInt32LE(0xfffffffe, 516);
  bytes.fill(0, 1024);
  for (const [n, [name, kind]] of (
    [
      ['Root Entry', 5],
      ['EncryptedPackage', 2],
    ] as const
  ).entries()) {
    const at = 1024 + n * 128;
    bytes.write(name, at, 'utf16le');
    bytes.writeUInt16LE(name.length * 2 + 2, at + 64);
    bytes[at + 66] = kind;
  }
  return bytes;
}

async function toItsEnd(): Promise<SweepView> {
  await expect
    .poll(async () => (await desk.call('sweep.read', {})).sweeps[0]?.endedAt, { timeout: 30_000 })
    .not.toBeNull();
  return desk.call('sweep.read', {});
}
async function sweep(how = { drives: false }): Promise<SweepView> {
  await desk.call('sweep.begin', how);
  return toItsEnd();
}
const duty = async () => {
  const { evidence } = await desk.call('evidence.read', {});
  return evidence.find(({ duty: one }) => one === 'leftover-files')!;
};
const namesOf = (rows: SweepView['unread']) => rows.map(({ name, unread }) => [name, unread]);

beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  desk = await openDesk('supervisor', { scanners, clock });
});
beforeEach(() => {
  scanners.meet = () => 'read';
  scanners.list = () => 'read';
  for (const folder of [desktop, documents, drive]) {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder);
  }
});
afterAll(() => void vi.useRealTimers());

it('201 files that end the scanner do not stop a sweep: what lies behind is found, each is named, and the next sweep reads them last', async () => {
  for (let n = 0; n < 201; n += 1) lay(documents, `a${String(n).padStart(3, '0')}.csv`, 'x');
  lay(documents, 'z.csv', csvOf(8, 1));
  scanners.meet = (path) => (/a\d+\.csv$/.test(path) ? 'end' : 'read');
  const view = await sweep();
  expect(view.sweeps[0]).toMatchObject({ state: 'done', files: 202, found: 1, unread: 201 });
  expect(view.findings.map(({ name }) => name)).toEqual(['z.csv']);
  expect(view.unread).toHaveLength(201);
  expect(new Set(view.unread.map(({ unread }) => unread))).toEqual(new Set(['stopped']));
  expect((await duty()).state).toBe('stale');

  const read: string[] = [];
  scanners.meet = (path) => {
    read.push(path);
    return 'read';
  };
  expect((await sweep()).sweeps[0]).toMatchObject({ state: 'done', files: 202, found: 1, unread: 0 });
  expect(read[0]).toBe(join(documents, 'z.csv'));
});

it('a list under a password makes a duty that waits until somebody has decided, whatever else is in order', async () => {
  lay(documents, '业主名册.xlsx', lockedBook());
  const view = await sweep();
  expect(view).toMatchObject({ open: 0, openUnread: 1, moreUnread: 0 });
  expect(namesOf(view.unread)).toEqual([['业主名册.xlsx', 'locked']]);
  expect(await duty()).toMatchObject({ state: 'stale', count: 1 });
  expect(await desk.call('sweep.due', {})).toMatchObject({ open: 0, openUnread: 1 });
  const until = new Date(clock.now() + 20 * 86_400_000).toISOString().slice(0, 10);
  const { findingId } = view.unread[0]!;
  const accept = { findingId, words: '自己打开看过', until, pin: PINS.supervisor };
  expect(await desk.call('sweep.accept', accept)).toMatchObject({ openUnread: 0 });
  expect(await duty()).toMatchObject({ state: 'there', count: 0 });
  expect(await sweep()).toMatchObject({ openUnread: 0 });
  // Another list under its name: nobody has looked at that one.
  lay(documents, '业主名册.xlsx', Buffer.concat([lockedBook(), Buffer.alloc(512)]));
  expect(await sweep()).toMatchObject({ openUnread: 1 });
  expect((await duty()).state).toBe('stale');
});

describe('a sweep that goes on', () => {
  it('by the order of paths counts each file once, although the last that was read is gone', async () => {
    for (let n = 0; n < 30; n += 1) lay(documents, `${10 + n}.csv`, csvOf(5, n));
    lay(desktop, '99.csv', csvOf(5, 99));
    let read = 0;
    const paused = new Promise<void>((resolve) => {
      scanners.meet = () => {
        read += 1;
        if (read === 12) resolve();
        return read < 12 ? 'read' : 'hang';
      };
    });
    await desk.call('sweep.begin', { drives: false });
    await paused;
    const { sweeps } = await desk.call('sweep.pause', {});
    const { files } = sweeps[0]!;
    expect(files).toBeGreaterThan(3);
    // Desktop comes first; whatever was read last is one of these.
    for (let n = 0; n < files; n += 1) rmSync(join(documents, `${10 + n}.csv`), { force: true });
    scanners.meet = () => 'read';
    await desk.call('sweep.resume', {});
    const view = await toItsEnd();
    // One of the files that were removed had not been read yet.
    expect(view.sweeps[0]).toMatchObject({ state: 'done', files: 30, found: 30, people: 150 });
  });

  it('among files that have stopped a scanner reads none twice', async () => {
    for (let n = 0; n < 6; n += 1) lay(documents, `${n}.csv`, csvOf(5, n));
    scanners.meet = (path) => (/[024]\.csv$/.test(path) ? 'end' : 'read');
    await sweep();
    const read: string[] = [];
    const paused = new Promise<void>((resolve) => {
      scanners.meet = (path) => {
        if (path.endsWith('4.csv')) {
          resolve();
          return 'hang';
        }
        read.push(path.slice(-5));
        return path.endsWith('0.csv') ? 'end' : 'read';
      };
    });
    await desk.call('sweep.begin', { drives: false });
    await paused;
    await desk.call('sweep.pause', {});
    scanners.meet = (path) => {
      read.push(path.slice(-5));
      return 'read';
    };
    await desk.call('sweep.resume', {});
    const view = await toItsEnd();
    expect(view.sweeps[0]).toMatchObject({ state: 'done', files: 6, unread: 1 });
    expect(read).toEqual(['1.csv', '3.csv', '5.csv', '0.csv', '2.csv', '4.csv']);
  });
});

it('a sweep that goes on reads nothing again that has stopped a scanner since it was begun', async () => {
  for (let n = 0; n < 6; n += 1) lay(documents, `n${n}.csv`, csvOf(5, n));
  const paused = new Promise<void>((resolve) => {
    scanners.meet = (path) => {
      if (path.endsWith('n4.csv')) resolve();
      return path.endsWith('n1.csv') ? 'end' : path.endsWith('n4.csv') ? 'hang' : 'read';
    };
  });
  await desk.call('sweep.begin', { drives: false });
  await paused;
  await desk.call('sweep.pause', {});
  const read: string[] = [];
  scanners.meet = (path) => {
    read.push(path.slice(-6));
    return 'read';
  };
  await desk.call('sweep.resume', {});
  expect((await toItsEnd()).sweeps[0]).toMatchObject({ state: 'done', files: 6, found: 5, unread: 1 });
  expect(read).not.toContain('n1.csv');
});

describe('a list of files', () => {
  const names = (root: string, most: number, others: readonly string[] = []) => {
    const roots = [root, ...others].map((path) => ({ place: 'picked', path }) as const);
    const found = [...listFiles({ roots, leftOut: [], most })];
    return {
      files: found.flatMap((one) => (isCut(one) ? [] : [one.path])),
      cut: found.flatMap((one) => (isCut(one) ? [[one.path, one.why]] : [])),
    };
  };

  it('has a fair share for each folder, and names the one that it does not list to its end', () => {
    for (let n = 0; n < 300; n += 1) lay(desktop, `${n}.txt`, 'x');
    const list = lay(documents, 'z.csv', 'x');
    const deep = lay(desktop, join('zz', 'list.csv'), 'x');
    const { files, cut } = names(desktop, 100, [documents]);
    expect(files.length).toBeLessThanOrEqual(100);
    expect(files).toContain(list);
    expect(files).toContain(deep);
    expect(cut).toEqual([[desktop, 'list-full']]);
    expect(names(desktop, 2_000, [documents])).toMatchObject({ cut: [] });
  });

  it('reaches a folder beside one with more files than a list has', () => {
    for (let n = 0; n < 300; n += 1) lay(desktop, join('a', `${n}.txt`), 'x');
    const list = lay(desktop, join('b', 'list.csv'), 'x');
    const { files, cut } = names(desktop, 100);
    expect(files).toContain(list);
    expect(cut).toEqual([[join(desktop, 'a'), 'list-full']]);
  });

  it('names a folder in which others lie too deep, one that was picked and is not there, and one that cannot be read', () => {
    const parts = Array.from({ length: 66 }, (_, n) => `d${n}`);
    lay(join(documents, ...parts), 'z.csv', 'x');
    const missing = join(home, 'nowhere');
    expect(names(documents, 100, [missing]).cut).toEqual([
      [missing, 'not-there'],
      [join(documents, ...parts.slice(0, 64)), 'too-deep'],
    ]);
    lay(documents, join('closed', 'z.csv'), 'x');
    const { opendirSync } = fs;
    fs.opendirSync = ((path: string, ...rest: []) => {
      if (path.endsWith('closed')) throw Object.assign(new Error('closed'), { code: 'EACCES' });
      return opendirSync(path, ...rest);
    }) as typeof opendirSync;
    syncBuiltinESMExports();
    try {
      expect(names(documents, 100).cut).toContainEqual([join(documents, 'closed'), 'no-access']);
    } finally {
      fs.opendirSync = opendirSync;
      syncBuiltinESMExports();
    }
  });

  it('that was cut is told on the page, in the duty and in the entry, and what was found there before stays', async () => {
    const folder = makeTempDir();
    const fileId = 'cd'.repeat(16) as FileId;
    desk.vault.offerFile(fileId, folder, 'sweep-folder');
    const { folders } = await desk.call('sweep.addFolder', { fileId });
    lay(folder, '旧.csv', csvOf(6, 3));
    expect((await sweep()).findings.map(({ name }) => name)).toEqual(['旧.csv']);
    // A share of a network that is not connected today.
    renameSync(folder, `${folder}-away`);
    const view = await sweep();
    expect(view.findings.map(({ name }) => name)).toEqual(['旧.csv']);
    expect(view.unread).toMatchObject([{ kind: 'folder', unread: 'not-there', place: 'picked' }]);
    expect(await duty()).toMatchObject({ state: 'stale', count: 2 });
    expect((await desk.logged('sweep', 5))[0]?.detail).toMatchObject({ unread: 1 });
    const { findingId } = view.unread[0]!;
    expect(await desk.codeOf('sweep.dispose', { findingId, pin: PINS.supervisor })).toBe('file-changed');
    // It is there again, and empty.
    renameSync(`${folder}-away`, folder);
    unlinkSync(join(folder, '旧.csv'));
    expect(await sweep()).toMatchObject({ findings: [], unread: [], openUnread: 0 });
    await desk.call('sweep.removeFolder', { folderId: folders[0]!.folderId });
  });

  it('at which the scanner ends leaves each folder named, and what was found before', async () => {
    lay(documents, '名册.csv', csvOf(8, 1));
    expect((await sweep()).findings).toHaveLength(1);
    scanners.list = () => 'end';
    const view = await sweep();
    scanners.list = () => 'read';
    expect(view.sweeps[0]).toMatchObject({ state: 'done', files: 0 });
    expect(view.findings.map(({ name }) => name)).toEqual(['名册.csv']);
    expect(namesOf(view.unread)).toContainEqual(['Documents', 'too-slow']);
    expect(await sweep()).toMatchObject({ unread: [], openUnread: 0 });
  });

  it('of drives keeps what was found on one that is not plugged in', async () => {
    lay(drive, '盘上.csv', csvOf(6, 8));
    expect((await sweep({ drives: true })).findings.map(({ place }) => place)).toEqual(['drive']);
    drives.splice(0);
    rmSync(drive, { recursive: true });
    expect((await sweep({ drives: true })).findings.map(({ place }) => place)).toEqual(['drive']);
    drives.push(drive);
    mkdirSync(drive);
    expect((await sweep({ drives: true })).findings).toEqual([]);
  });
});

it('a sparse workbook of three gigabytes is told as too large at once', async () => {
  const path = lay(documents, '名册.xls', '');
  const file = openSync(path, 'w');
  writeSync(file, lockedBook(), 0, 512);
  // It goes on with a table that leads to itself.
  writeSync(file, Buffer.of(0, 0, 0, 0), 0, 4, 68);
  ftruncateSync(file, 3 * 2 ** 30);
  closeSync(file);
  const begun = performance.now();
  const before = process.memoryUsage.rss();
  expect(await scanFile(path, { key: new Uint8Array(32), today: 0 })).toMatchObject({ unread: 'too-large' });
  expect(performance.now() - begun).toBeLessThan(1_000);
  expect(process.memoryUsage.rss() - before).toBeLessThan(64 * 2 ** 20);
});

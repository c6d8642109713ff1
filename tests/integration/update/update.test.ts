/** Update folders: what an admin is offered, what is taken, and everything that is refused, with the update that was there before untouched. */
import { createHash } from 'node:crypto';
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { keepLastUpdate, readLastUpdate } from '../../../main/files/updates/last-update.ts';
import { checkFolder, stageUpdate, verifyStaged } from '../../../main/files/updates/take-update.ts';
import { UpdateRefused } from '../../../main/files/updates/update-refused.ts';
import { toldAtStart } from '../../../main/files/updates/lay-update.ts';
import { type RunningProgram, installerHasTold } from '../../../main/files/updates/running-program.ts';
import type { FileId } from '../../../contract/ids.ts';
import { createRoot, keyIdOf, signed } from '../../../scripts/updates/update-folder.ts';
import { canMountDisks, mountSmallDisk } from '../../support/small-disk.ts';
import { makeTempDir } from '../../support/temp-dir.ts';
import {
  LATER,
  RELEASE_KEY,
  ROOT_KEYS,
  SYSTEM,
  newKey,
  testProgram,
  testUpdate,
} from '../../support/update-folder.ts';
import { PINS, openDesk } from '../../support/vault-harness.ts';

const FOLDER = 'd5'.repeat(16) as FileId;
const EARLIER = new Date('2020-01-01T00:00:00Z');

/** Of every file below a folder. */
const contentOf = (folder: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => [path, createHash('sha256').update(readFileSync(path)).digest('hex')]),
  );

const take = async (folder: string, program: RunningProgram): Promise<void> =>
  (await stageUpdate(folder, program)).commit();

/** Why it is refused; what was taken before has to be as it was, and nothing beside it. */
async function whyRefused(folder: string, program: RunningProgram): Promise<string> {
  const before = existsSync(program.folder) ? contentOf(program.folder) : {};
  const why = await take(folder, program).then(
    () => 'taken',
    (error: unknown) => (error instanceof UpdateRefused ? error.why : String(error)),
  );
  if (why !== 'taken') expect(existsSync(program.folder) ? contentOf(program.folder) : {}).toEqual(before);
  return why;
}

/** One that has taken 1.1.0 already, so that a refusal has something to spoil. */
async function programWithUpdate(): Promise<RunningProgram> {
  const program = testProgram();
  await take(testUpdate(), program);
  return program;
}

const secondRoot = (
  keys: readonly Parameters<typeof signed>[1][number][],
  rootKeys = ROOT_KEYS.slice(1),
): string =>
  signed(
    createRoot({
      version: 2,
      expires: LATER,
      rootKeys: [...rootKeys, newRootKey],
      releaseKeys: [newReleaseKey],
    }),
    keys,
  );
const [newRootKey, newReleaseKey] = [newKey(), newKey()];

/** Once the copying has begun: its metadata is there, and no file of the program yet. */
function onFirstCopy(folder: string, work: () => void): () => void {
  let isOver = false;
  const look = (): void => {
    if (isOver) return;
    if (existsSync(join(folder, 'new', 'metadata'))) work();
    else setImmediate(look);
  };
  look();
  return () => {
    isOver = true;
  };
}

describe('an update folder', () => {
  it('is offered with versions, size and keys, is taken with a PIN, and stands in the log', async () => {
    const desk = await openDesk('admin', {});
    const folder = testUpdate();
    desk.vault.offerFile(FOLDER, folder, 'folder');
    const offer = await desk.call('updates.look', { folderId: FOLDER });
    expect(offer).toMatchObject({
      from: '1.0.0',
      to: '1.1.0',
      bytes: 19_000,
      signedBy: [keyIdOf(RELEASE_KEY)],
    });
    expect((await desk.call('updates.read', {})).taken).toBeNull();
    const request = { folderId: FOLDER, offer: offer.offer, pin: PINS.admin };
    expect(await desk.codeOf('updates.take', { ...request, pin: PINS.supervisor })).toBe('wrong-pin');
    expect(await desk.codeOf('updates.take', { ...request, offer: '0'.repeat(64) })).toBe('update-forged');
    expect((await desk.call('updates.read', {})).taken).toBeNull();
    const { taken } = await desk.call('updates.take', request);
    expect(taken?.version).toBe('1.1.0');
    const content = (place: string) => Object.values(contentOf(place));
    expect(content(join(taken!.folder!, 'files'))).toEqual(content(join(folder, 'files', SYSTEM)));
    const [entry] = await desk.logged('program-update', 20);
    expect(entry?.detail).toEqual({ from: '1.0.0', to: '1.1.0', signedBy: [keyIdOf(RELEASE_KEY)] });
  });

  it('that was applied or taken back since stands in the log once, by whoever signs in next', async () => {
    const program = testProgram();
    mkdirSync(program.folder);
    keepLastUpdate(program, { from: '0.9.0', to: '1.0.0', end: 'not-started', logged: false });
    const desk = await openDesk('admin', { program });
    for (const role of ['receptionist', 'supervisor', 'admin'] as const) {
      await desk.lock();
      vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
      try {
        await desk.unlock(role);
        await vi.advanceTimersByTimeAsync(60_000);
      } finally {
        vi.useRealTimers();
      }
      await vi.waitFor(() => expect(readLastUpdate(program)?.logged).toBe(true));
    }
    expect(await desk.logged('program-updated', 50)).toMatchObject([
      { staffName: 'Desk One', detail: { from: '0.9.0', to: '1.0.0', end: 'not-started' } },
    ]);
    expect((await desk.call('updates.read', {})).last).toEqual({
      from: '0.9.0',
      to: '1.0.0',
      end: 'not-started',
    });
  });

  it.each(['applied', 'not-started'] as const)(
    'whose end the installer of Windows has left in the profile (%s) is told once, and is gone',
    async (end) => {
      const program = await programWithUpdate();
      const profile = dirname(program.folder);
      expect(installerHasTold(profile, 'win32')).toBe(false);
      writeFileSync(join(program.folder, 'outcome'), `0.9.0 1.0.0 ${end}\n`);
      expect(installerHasTold(profile, 'linux')).toBe(false);
      expect(installerHasTold(profile, 'win32')).toBe(true);
      const last = { from: '0.9.0', to: '1.0.0', end, logged: false };
      expect(await toldAtStart(program)).toEqual({ waits: false, last });
      expect(await toldAtStart(program)).toEqual({ waits: false, last: null });
      expect(readLastUpdate(program)).toEqual(last);
      expect(readdirSync(program.folder).sort()).toEqual(['last.json', 'metadata']);
    },
  );

  it('is taken by no supervisor and by no build without a root', async () => {
    const request = { folderId: FOLDER, offer: '0'.repeat(64), pin: PINS.supervisor };
    const desk = await openDesk('supervisor', { program: testProgram({ root: null }) });
    expect(await desk.codeOf('updates.take', request)).toBe('not-allowed');
    await desk.switchTo('admin');
    desk.vault.offerFile(FOLDER, testUpdate(), 'folder');
    expect(await desk.codeOf('updates.look', { folderId: FOLDER })).toBe('update-missing');
    expect((await desk.call('updates.read', {})).takesUpdates).toBe(false);
  });

  it.each(['0.9.9', '1.0.0'])(
    'is refused where it has version %s for a program of 1.0.0',
    async (version) => {
      expect(await whyRefused(testUpdate({ version, number: 9 }), await programWithUpdate())).toBe(
        'not-newer',
      );
    },
  );

  it('is refused once a later one was taken, whatever version it says', async () => {
    const program = testProgram();
    await take(testUpdate({ number: 5 }), program);
    expect(await whyRefused(testUpdate({ number: 4, version: '9.0.0' }), program)).toBe('not-newer');
    expect(await whyRefused(testUpdate({ number: 6, version: '1.2.0' }), program)).toBe('taken');
  });

  it('is refused where one byte of any of its files differs, or one is longer or missing', async () => {
    const [program, good] = [await programWithUpdate(), testUpdate({ number: 2 })];
    for (const path of Object.keys(contentOf(good)))
      for (const damage of ['byte', 'longer', 'missing'] as const) {
        const whole = readFileSync(path);
        const other = Buffer.from(whole);
        other[other.length >> 1]! ^= 1;
        if (damage === 'byte') writeFileSync(path, other);
        else if (damage === 'longer') appendFileSync(path, ' ');
        else rmSync(path);
        expect(await whyRefused(good, program), `${damage} ${path}`).toBe(
          damage === 'missing' ? 'missing' : 'forged',
        );
        writeFileSync(path, whole);
      }
    expect(await whyRefused(good, program)).toBe('taken');
  });

  it('is refused under a foreign key, of a release or of roots', async () => {
    const program = await programWithUpdate();
    const foreign = newKey();
    expect(await whyRefused(testUpdate({ number: 2, releaseKey: foreign }), program)).toBe('forged');
    const roots = { '2.root.json': secondRoot([newKey(), newKey()]) };
    expect(await whyRefused(testUpdate({ number: 2, roots, releaseKey: newReleaseKey }), program)).toBe(
      'forged',
    );
  });

  it('brings other keys where two roots have signed for them and not one, and the keys before count no longer', async () => {
    const program = await programWithUpdate();
    const withRoot = (keys: readonly Parameters<typeof signed>[1][number][]) =>
      testUpdate({ number: 2, roots: { '2.root.json': secondRoot(keys) }, releaseKey: newReleaseKey });
    expect(await whyRefused(withRoot([ROOT_KEYS[1]]), program)).toBe('forged');
    expect(await whyRefused(withRoot([ROOT_KEYS[1], newRootKey]), program)).toBe('forged');
    expect(await whyRefused(withRoot([ROOT_KEYS[1], ROOT_KEYS[2]]), program)).toBe('taken');
    // Remembered, although this folder is silent about it.
    expect(await whyRefused(testUpdate({ number: 3, version: '1.2.0' }), program)).toBe('forged');
  });

  it('is refused where it has expired, and where its root has', async () => {
    const program = await programWithUpdate();
    expect(await whyRefused(testUpdate({ number: 2, expires: EARLIER }), program)).toBe('expired');
    const root = createRoot({
      version: 1,
      expires: EARLIER,
      rootKeys: ROOT_KEYS,
      releaseKeys: [RELEASE_KEY],
    });
    const old = testProgram({ root: Buffer.from(signed(root, [ROOT_KEYS[0], ROOT_KEYS[2]])) });
    expect(await whyRefused(testUpdate(), old)).toBe('expired');
  });

  it('is refused where there is none, and where it has nothing for this system', async () => {
    const program = await programWithUpdate();
    expect(await whyRefused(makeTempDir(), program)).toBe('missing');
    expect(await whyRefused(join(makeTempDir(), 'gone'), program)).toBe('missing');
    expect(await whyRefused(testUpdate(), testProgram({ system: 'win32-x64-installer' }))).toBe('missing');
  });

  it.each([
    'metadata',
    'metadata/timestamp.json',
    'files',
    `files/${SYSTEM}`,
    `files/${SYSTEM}/resources/app.asar_`,
  ])('is refused where a link stands for %s, though it leads to the same', async (path) => {
    const [program, folder, elsewhere] = [
      await programWithUpdate(),
      testUpdate({ number: 2 }),
      makeTempDir(),
    ];
    const moved = join(elsewhere, 'moved');
    renameSync(join(folder, path), moved);
    symlinkSync(moved, join(folder, path));
    expect(await whyRefused(folder, program)).toBe('forged');
  });

  it('is refused where a file is exchanged or the stick is pulled out while it is copied', async () => {
    const program = await programWithUpdate();
    for (const fault of ['exchanged', 'pulled'] as const) {
      const folder = testUpdate({ number: 2 });
      const archive = join(folder, 'files', SYSTEM, 'resources', 'app.asar_');
      const stop = onFirstCopy(program.folder, () => {
        if (fault === 'exchanged') writeFileSync(archive, 'ARCHIVE'.repeat(1000));
        else rmSync(folder, { recursive: true });
      });
      expect(await whyRefused(folder, program)).toBe(fault === 'exchanged' ? 'forged' : 'missing');
      stop();
    }
  });

  it('is verified in the profile, where what was copied and changed since is refused', async () => {
    const program = testProgram();
    await take(testUpdate(), program);
    const ready = join(program.folder, 'ready');
    expect((await verifyStaged(ready, program)).version).toBe('1.1.0');
    appendFileSync(join(ready, 'files', 'resident-vault'), '.');
    await expect(verifyStaged(ready, program)).rejects.toMatchObject({ why: 'forged' });
  });

  it.runIf(canMountDisks())(
    'leaves nothing where the disk is full, and the one before as it was',
    async () => {
      const folder = join(makeTempDir(), 'updates');
      const disk = mountSmallDisk(folder, 262_144);
      try {
        const program = testProgram({ folder });
        await take(testUpdate(), program);
        for (const left of [0, 4096, 16_384]) {
          disk.leave(left);
          const before = contentOf(folder);
          await expect(take(testUpdate({ number: 2 }), program)).rejects.toMatchObject({ code: 'ENOSPC' });
          expect(contentOf(folder)).toEqual(before);
          disk.free();
        }
      } finally {
        disk.unmount();
      }
    },
  );

  it('leaves a look without a trace and a kill without effect', async () => {
    const program = testProgram();
    mkdirSync(join(program.folder, 'new', 'files'), { recursive: true });
    mkdirSync(join(program.folder, 'look-1-1'));
    await take(testUpdate(), program);
    expect(readdirSync(program.folder).sort()).toEqual(['metadata', 'ready']);
    await checkFolder(testUpdate({ number: 2 }), program);
    expect(readdirSync(program.folder).sort()).toEqual(['metadata', 'ready']);
  });
});

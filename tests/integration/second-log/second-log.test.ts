/** The second place in a real vault: who chooses it, when it is written, what it says of itself, and that nobody's work waits for it. */
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { FileId } from '../../../contract/ids.ts';
import type { SecondPlace } from '../../../contract/second-log/routes.ts';
import { SLOW, withinTime } from '../../../main/vault/second-log/place.ts';
import { chooseFolder } from '../../support/backup-desk.ts';
import { type FakeClock, DAY_MS, createFakeClock } from '../../support/fake-clock.ts';
import { draftOf } from '../../support/people-drafts.ts';
import { HAS_LINKS } from '../../support/platform.ts';
import { answersTo, sheetText } from '../../support/recover.ts';
import {
  type SecondLogDesk,
  choosePlace,
  copyEverything,
  filePathIn,
  linesIn,
  openSecondLogDesk,
  revealAndHandOver,
} from '../../support/second-log-desk.ts';
import { canMountDisks, mountSmallDisk } from '../../support/small-disk.ts';
import { makeTempDir } from '../../support/temp-dir.ts';
import { PINS } from '../../support/vault-harness.ts';

const FOLDER = 'd4'.repeat(16) as FileId;

let clock: FakeClock;
let test: SecondLogDesk;
beforeEach(async () => {
  clock = createFakeClock(Date.UTC(2026, 2, 10, 9));
  test = await openSecondLogDesk({ clock });
});

/** Its file, where something else lies beside it. */
const placeIn = (folder: string): string =>
  join(
    folder,
    readdirSync(folder).find((name) => name.startsWith('RV-LOG-'))!,
  );
const read = (): Promise<SecondPlace> => test.desk.call('second.read', {});
const headsIn = (folder: string) =>
  linesIn(folder).map(
    (line) => JSON.parse(line) as { line: number; seq: number; hash: string; kind: string },
  );
const entries = async () =>
  (await test.desk.call('log.list', { before: null, limit: 50 })).entries.filter(({ action }) =>
    action.startsWith('second-log'),
  );

describe('a place', () => {
  it('is chosen by an admin with their PIN, and that is in the log', async () => {
    const { desk, folder } = test;
    expect(await entries()).toMatchObject([
      { outcome: 'done', staffName: 'Admin One', detail: { chosen: { folder, entries: false } } },
    ]);
    const request = { folderId: null, entries: true, pin: PINS.admin };
    expect(await desk.codeOf('second.choose', { ...request, pin: 'not-this-one' })).toBe('wrong-pin');
    expect(await desk.codeOf('second.stop', { pin: 'not-this-one' })).toBe('wrong-pin');
    await desk.switchTo('supervisor');
    expect(await desk.codeOf('second.choose', request)).toBe('not-allowed');
    expect(await desk.codeOf('second.stop', { pin: PINS.supervisor })).toBe('not-allowed');
    expect((await read()).choice).toMatchObject({ folder, entries: false, staffName: 'Admin One' });
    await desk.switchTo('receptionist');
    for (const route of ['second.read', 'second.write', 'second.open'] as const)
      expect(await desk.codeOf(route, {}), route).toBe('not-allowed');
  });

  it('has a file of the vault at once, of its id and with a first head', async () => {
    const { folder } = test;
    const [name] = readdirSync(folder);
    expect(name).toMatch(/^RV-LOG-[0-9a-f]{32}\.jsonl$/);
    expect(headsIn(folder)).toMatchObject([{ line: 1, kind: 'head' }]);
    expect(await read()).toMatchObject({
      state: 'good',
      behind: 0,
      lines: { good: 1, unreadable: 0, missing: 0 },
    });
  });

  it.each([
    ['that is not there', () => join(makeTempDir(), 'nothing')],
    ["within the vault's own", () => join(test.desk.vaultDir, 'place')],
    ["that is the vault's own", () => test.desk.vaultDir],
    ['whose name is no visible line', () => join(makeTempDir(), 'a\u202eb')],
  ])('is refused %s', async (what, folderOf) => {
    const folder = folderOf();
    if (!what.includes('not there')) mkdirSync(folder, { recursive: true });
    test.desk.vault.offerFile(FOLDER, folder, 'folder');
    await test.desk.answers('second-log-no-folder', 'second.choose', {
      folderId: FOLDER,
      entries: false,
      pin: PINS.admin,
    });
    expect((await read()).choice).toMatchObject({ folder: test.folder });
  });

  it.skipIf(!HAS_LINKS)("is refused that leads into the vault's own by a link", async () => {
    const link = join(makeTempDir(), 'drive');
    symlinkSync(test.desk.vaultDir, link);
    await expect(choosePlace(test.desk, link)).rejects.toThrow('second-log-no-folder');
  });

  it.skipIf(!HAS_LINKS)('is not chosen where a link stands in the place of its file', async () => {
    const [folder, victim] = [makeTempDir(), join(makeTempDir(), 'victim')];
    writeFileSync(victim, "somebody's own");
    symlinkSync(victim, join(folder, readdirSync(test.folder)[0]!));
    await expect(choosePlace(test.desk, folder)).rejects.toThrow('disk-error');
    expect(readFileSync(victim, 'utf8')).toBe("somebody's own");
  });

  it('that is chosen again goes on in its file, and another begins with its own first line', async () => {
    const { desk, folder } = test;
    await choosePlace(desk, folder);
    expect(headsIn(folder).map(({ line }) => line)).toEqual([1, 2]);
    const other = makeTempDir();
    expect(await choosePlace(desk, other)).toMatchObject({ state: 'good', lines: { good: 1 } });
    expect(headsIn(other).map(({ line }) => line)).toEqual([1]);
    await choosePlace(desk, folder);
    expect(headsIn(folder).map(({ line }) => line)).toEqual([1, 2, 3]);
    expect((await read()).state).toBe('good');
  });

  it('that is given up is written to no more', async () => {
    const { desk, folder } = test;
    expect(await desk.call('second.stop', { pin: PINS.admin })).toMatchObject({
      choice: null,
      state: 'none',
    });
    await desk.call('second.write', {});
    expect(linesIn(folder)).toHaveLength(1);
    expect((await entries())[0]?.detail).toEqual({ chosen: null });
  });
});

describe('heads', () => {
  it('go there by the clock behind a sign-in, and not twice where nothing is new', async () => {
    const { desk, folder } = test;
    await desk.lock();
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      await desk.unlock('receptionist');
      vi.advanceTimersByTime(20_000);
    } finally {
      vi.useRealTimers();
    }
    await vi.waitFor(() => expect(linesIn(folder)).toHaveLength(2));
    await desk.switchTo('supervisor');
    await desk.call('second.write', {});
    await desk.call('second.write', {});
    const heads = headsIn(folder);
    expect(heads.map(({ line }) => line)).toEqual([1, 2, 3]);
    const { entries: log } = await desk.call('log.list', { before: null, limit: 1 });
    expect(heads.at(-1)!.seq).toBe(log[0]!.seq - 1);
  });

  it('go there when a shift is handed over, before the lock', async () => {
    await revealAndHandOver(test);
    await test.desk.unlock('supervisor');
    const { entries: log } = await test.desk.call('log.list', { before: null, limit: 20 });
    const handover = log.find(({ action }) => action === 'handover');
    expect(headsIn(test.folder).at(-1)?.seq).toBe(handover?.seq);
  });

  it('are each in the log, in a file for its owner alone', async () => {
    const { desk, folder } = test;
    for (let n = 1; n <= 5; n += 1) {
      await desk.switchTo(n % 2 === 0 ? 'admin' : 'supervisor');
      await desk.call('second.write', {});
    }
    expect(await read()).toMatchObject({
      state: 'good',
      lines: { good: linesIn(folder).length, missing: 0 },
    });
    if (process.platform !== 'win32') expect(statSync(filePathIn(folder)).mode & 0o777).toBe(0o600);
    expect(new Set(headsIn(folder).map(({ seq }) => seq)).size).toBe(linesIn(folder).length);
  });

  it('go on behind a line that was torn off', async () => {
    const { desk, folder } = test;
    const path = filePathIn(folder);
    const whole = readFileSync(path, 'utf8');
    writeFileSync(path, whole.trimEnd() + '\n' + whole.slice(0, 100));
    await desk.switchTo('supervisor');
    expect(await desk.call('second.write', {})).toMatchObject({
      state: 'good',
      lines: { good: 2, unreadable: 1 },
    });
  });
});

describe('a drive that is away', () => {
  it('is no alarm, is shown with its age, and is overdue after three days', async () => {
    const { desk, folder } = test;
    const writtenAt = clock.now();
    const aside = join(makeTempDir(), 'aside');
    cpSync(folder, aside, { recursive: true });
    rmSync(folder, { recursive: true });
    await desk.switchTo('supervisor');
    expect(await desk.call('second.write', {})).toMatchObject({ state: 'away', writtenAt, overdue: false });
    clock.advance(3 * DAY_MS + 1);
    await desk.lock();
    expect((await desk.unlock('supervisor')).alarms).toEqual([]);
    expect(await read()).toMatchObject({ state: 'away', writtenAt, overdue: true, sameDisk: null });
    expect(await desk.call('second.warning', {})).toEqual({ overdue: true });
    // The empty folder in which it is mounted is not taken for it.
    mkdirSync(folder);
    expect(await desk.call('second.write', {})).toMatchObject({ state: 'away' });
    expect(readdirSync(folder)).toEqual([]);
    cpSync(aside, folder, { recursive: true });
    expect(await desk.call('second.write', {})).toMatchObject({
      state: 'good',
      writtenAt: clock.now(),
      overdue: false,
      behind: 0,
    });
  });

  it('holds up neither a reveal nor a hand-over', async () => {
    rmSync(test.folder, { recursive: true });
    await revealAndHandOver(test);
    expect((await test.desk.unlock('supervisor')).alarms).toEqual([]);
  });
});

describe('a drive that does not answer', () => {
  it('holds up a sign-in for a moment only, and is no alarm then, whatever stands on it', async () => {
    const { desk, folder } = test;
    const putBack = await lockAndCopy();
    await revealAndHandOver(test);
    await putBack();
    let answer: () => void = () => undefined;
    const hanging = withinTime(1, () => new Promise<void>((resolve) => (answer = resolve)));
    // Nothing answers before.
    expect((await desk.unlock('supervisor')).alarms).toEqual([]);
    answer();
    expect(await hanging).toBe(SLOW);
    expect((await desk.call('second.write', {})).state).toBe('differs');
    expect(linesIn(folder).length).toBeGreaterThan(1);
  });

  const lockAndCopy = async () => {
    await test.desk.lock();
    return copyEverything(test.desk);
  };
});

describe('whole entries', () => {
  const choose = () => choosePlace(test.desk, test.folder, true);

  it('go there from the choice on, in parts, and only the sheet opens them', async () => {
    const { desk, folder, sheet } = test;
    await choose();
    await desk.switchTo('supervisor');
    for (let n = 20; n < 40; n += 1) await desk.addPerson(draftOf(n));
    await desk.call('second.write', {});
    const { opened, lost, more } = await desk.call('second.open', { sheet });
    const sealed = linesIn(folder)
      .map((line) => JSON.parse(line) as { seq: number; entries: { first: number } | null })
      .filter((line) => line.entries !== null);
    expect(opened).toBe(sealed.reduce((sum, { seq, entries: part }) => sum + seq - part!.first + 1, 0));
    expect(opened).toBeGreaterThan(20);
    expect({ lost, more }).toEqual({ lost: [], more: false });
    // Each goes on where the one before it ended.
    for (const [index, line] of sealed.entries())
      if (index > 0) expect(line.entries!.first).toBe(sealed[index - 1]!.seq + 1);
    expect((await entries())[0]?.detail).toEqual({ entries: opened });
  });

  it('are refused to a sheet that was typed wrong, and to a place that is away', async () => {
    const { desk, folder, sheet } = test;
    await choose();
    expect(await desk.codeOf('second.open', { sheet: `${sheet}0` })).toBe('sheet-mismatch');
    rmSync(folder, { recursive: true });
    expect(await desk.codeOf('second.open', { sheet })).toBe('second-log-no-folder');
  });
});

describe('keys that are changed', () => {
  const signInAgain = async () => {
    await test.desk.lock();
    return (await test.desk.unlock('supervisor')).alarms;
  };

  it('leave the place as it is: another sheet begins another segment, and whole entries open to the sheet of then', async () => {
    const { desk, folder } = test;
    await choosePlace(desk, folder, true);
    await desk.switchTo('supervisor');
    const sheet = await desk.call('keys.beginSheet', {});
    const [answers, pin] = [answersTo(sheet), PINS.supervisor];
    await desk.call('keys.finishSheet', {
      answers,
      pin,
      cosigner: await desk.proofOf('admin'),
      oldSheet: test.sheet,
    });
    expect(await desk.call('second.write', {})).toMatchObject({ state: 'good', behind: 0 });
    expect(await signInAgain()).toEqual([]);
    expect(await desk.call('second.write', {})).toMatchObject({ state: 'good', lines: { unreadable: 0 } });
    const opened = await desk.call('second.open', { sheet: sheetText(sheet.lines) });
    expect(opened.lost).toEqual([]);
    expect((await desk.call('second.open', { sheet: test.sheet })).opened).toBeLessThan(opened.opened);
  });

  it('leave heads alone as they are, too, where nothing was entered since the segment began', async () => {
    const { desk } = test;
    await desk.switchTo('supervisor');
    const sheet = await desk.call('keys.beginSheet', {});
    await desk.call('keys.finishSheet', {
      answers: answersTo(sheet),
      pin: PINS.supervisor,
      cosigner: await desk.proofOf('admin'),
    });
    expect(await desk.call('second.write', {})).toMatchObject({ state: 'good', behind: 0 });
    expect(await signInAgain()).toEqual([]);
  });
});

describe('a backup that is restored', () => {
  it('is an alarm of the place as well, once, and the place goes on from where it is acknowledged', async () => {
    const { desk, folder } = test;
    await chooseFolder(desk, makeTempDir());
    const { name } = await desk.call('backup.make', {});
    await revealAndHandOver(test);
    await desk.unlock('admin');
    await desk.call('backup.restore', { folderId: null, name, pin: PINS.admin, words: 'tried on a Monday' });
    await desk.lock();
    expect((await desk.unlock('supervisor')).alarms).toEqual(['restored', 'second-log-differs']);
    await desk.call('session.acknowledge', { words: 'we did this together', pin: PINS.supervisor });
    expect(headsIn(folder).at(-1)).toMatchObject({ kind: 'continued' });
    await desk.switchTo('supervisor');
    expect(await desk.call('second.write', {})).toMatchObject({ state: 'good', lines: { unreadable: 0 } });
    expect(existsSync(filePathIn(folder))).toBe(true);
  });

  it('is no alarm of the place where it was chosen after the backup', async () => {
    const { desk, folder } = test;
    await chooseFolder(desk, makeTempDir());
    await desk.call('second.stop', { pin: PINS.admin });
    const { name } = await desk.call('backup.make', {});
    await choosePlace(desk, folder);
    await desk.call('backup.restore', { folderId: null, name, pin: PINS.admin, words: 'tried on a Monday' });
    await desk.lock();
    expect((await desk.unlock('supervisor')).alarms).toEqual(['restored']);
  });
});

describe.skipIf(!canMountDisks())('a drive that is full', () => {
  it('holds up no work, says so where it is asked for, and goes on once there is room', async () => {
    const { desk } = test;
    const folder = makeTempDir();
    const disk = mountSmallDisk(folder, 64 * 1024);
    onTestFinished(() => disk.unmount());
    await choosePlace(desk, folder);
    const before = readFileSync(placeIn(folder), 'utf8');
    // What is left of the last block takes a few lines yet.
    disk.fill();
    let code = 'ok';
    for (let n = 0; n < 12 && code === 'ok'; n += 1) {
      await revealAndHandOver(test);
      await desk.unlock('supervisor');
      code = await desk.codeOf('second.write', {});
    }
    expect(code).toBe('disk-full');
    expect(readFileSync(placeIn(folder), 'utf8')).toContain(before);
    expect((await read()).state).toBe('good');
    disk.free();
    expect(await desk.call('second.write', {})).toMatchObject({ state: 'good', behind: 0 });
    expect((await read()).lines).toMatchObject({ missing: 0 });
  });
});

/**
 * Nothing that the application has ever written holds a resident's value, a name or a PIN: after a full day, after a power cut in the
 * middle of one, and after it has quit. Looked through is every file of the user whom the application runs as.
 */
import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchApp, openXInput } from '../support/electron-app.ts';
import type { RunningApp } from '../support/electron-app.ts';
import { DESK_STAFF, DeskDriver } from '../support/desk-driver.ts';
import { RESIDENTS, residentsSheet, writeResidents } from '../support/desk-residents.ts';
import type { Needle } from '../support/memory-scan.ts';
import { needlesOf } from '../support/memory-scan.ts';
import { idNumberOf, phoneOf } from '../support/people-drafts.ts';

const RESIDENTS_IN_WORKBOOK = 40;
const ADDED = { name: '冉知夏', phone: phoneOf(7321), changed: phoneOf(7322), idNumber: idNumberOf(731), remark: '只在傍晚接电话' } as const;

/** Every value of the workbook that is long enough to be nobody else's by chance, what was typed, and the PINs. */
function plantedValues(): readonly Needle[] {
  const [, , ...rows] = residentsSheet(RESIDENTS_IN_WORKBOOK).rows;
  // Name, phone, ID number and plate, as the sheet has them.
  const imported = rows.flatMap((row) => [row[8], row[10], row[11], row[13]]).map((cell) => String(cell ?? '')).filter((text) => [...text].length >= 3);
  expect(imported.length).toBeGreaterThan(RESIDENTS_IN_WORKBOOK * 2);
  const typed = [ADDED.name, ADDED.phone, ADDED.changed, ADDED.idNumber, ADDED.remark];
  const pins = Object.values(DESK_STAFF).map((one) => one.pin);
  return [...new Set([...imported, ...typed, ...pins])].flatMap((text) => needlesOf(text, text));
}

/** A test's own folders of the same user: another run's, which has other values of the same kind. */
const OTHERS = /^\/tmp\/rv-(profile|session|display)-/;

/** What the application's user has written since `since` (seconds since 1970) anywhere it can write, and all of this run's own folders. */
function filesWritten(app: RunningApp, since: number): readonly string[] {
  const uid = String(app.staged.user?.uid ?? process.getuid?.() ?? 0);
  const own = [dirname(app.userDataDir), dirname(app.env['HOME'] ?? '')];
  const list = (folders: readonly string[], ...tests: readonly string[]): string[] =>
    execFileSync('find', [...folders, '(', '-path', '/proc', '-o', '-path', '/sys', '-o', '-name', 'Xvfb_screen0', ')', '-prune', '-o', '-type', 'f', ...tests, '-print0'], { encoding: 'utf8', maxBuffer: 1 << 26, stdio: ['ignore', 'pipe', 'ignore'] })
      .split('\0').filter((path) => path !== '');
  const anywhere = findAnyway(() => list(['/'], '-uid', uid, '-newermt', `@${since}`)).filter((path) => !OTHERS.test(path) || own.some((folder) => path.startsWith(folder)));
  return [...new Set([...list(own), ...anywhere])];
}

/** `find` ends with an error when a file goes away under it, which others' do. */
function findAnyway(find: () => string[]): string[] {
  try {
    return find();
  } catch (error) {
    return String((error as { stdout?: string }).stdout ?? '').split('\0').filter((path) => path !== '');
  }
}

function holding(paths: readonly string[], needles: readonly Needle[]): readonly string[] {
  return paths.flatMap((path) => {
    let bytes: Buffer;
    try {
      bytes = readFileSync(path);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
      throw error;
    }
    return needles.filter((needle) => bytes.includes(needle.bytes)).map((needle) => `${needle.name} in ${path}`);
  });
}

describe.runIf(process.platform === 'linux')('the files of the application', () => {
  const workbook = join(tmpdir(), `resident-vault-files-${process.pid}.xlsx`);
  const since = Math.floor(Date.now() / 1000) - 1;
  let app: RunningApp;
  let desk: DeskDriver;
  let needles: readonly Needle[];
  beforeAll(async () => {
    writeResidents(workbook, RESIDENTS_IN_WORKBOOK);
    chmodSync(workbook, 0o644);
    needles = plantedValues();
    app = await launchApp();
    desk = new DeskDriver(app);
  });
  afterAll(async () => {
    await app?.dispose();
    rmSync(workbook, { force: true });
  });

  async function expectNothingWritten(): Promise<void> {
    const paths = filesWritten(app, since);
    // The store, its header, settings and the keyring are among them: the search looks where things are.
    for (const name of ['store-0001.db', 'header.json', 'settings.json', '.keyring']) expect(paths.some((path) => path.endsWith(name)), name).toBe(true);
    expect(holding(paths, needles)).toEqual([]);
  }

  it('hold nothing after a full day, while the vault is open', async () => {
    const sheet = await desk.setUp('测试花园');
    // A line of the recovery sheet, in groups and run together.
    needles = [...needles, ...sheet.flatMap((line) => [line.join(' '), line.join('')]).flatMap((text) => needlesOf('a line of the recovery sheet', text))];
    await desk.signIn('supervisor');
    await desk.atCounter();
    await desk.importWorkbook(workbook);
    for (const text of [RESIDENTS.asked.phone, RESIDENTS.asked.name, RESIDENTS.asked.plate]) await desk.openBySearch(text, '邢**', '1803');
    expect(await desk.reveal('phone', 'supervisor')).toBe(RESIDENTS.asked.phone);
    await desk.page.keyboard.press('Escape');
    await desk.page.getByTestId('full-button').click();
    await desk.chooseReason('handover');
    await desk.proveSupervisor('supervisor');
    await desk.page.getByTestId('full-submit').click();
    await desk.page.getByTestId('full-shown').waitFor({ timeout: 20_000 });
    await desk.page.keyboard.press('Escape');
    await add();
    await edit();
    await expectNothingWritten();
  });

  it('hold nothing after a lock', async () => {
    await app.lockedBy(() => openXInput(app.env).press('ctrl+l'));
    await desk.page.getByTestId('screen-lock').waitFor();
    await expectNothingWritten();
  });

  it('hold nothing after a power cut with a value on the screen and a form half filled', async () => {
    await desk.signIn('supervisor');
    await desk.atCounter();
    await desk.openBySearch('29-2-1803', '邢**', '1803');
    expect(await desk.reveal('idNumber', 'supervisor')).toBe(RESIDENTS.asked.idNumber);
    await desk.page.keyboard.press('Control+n');
    await desk.page.getByTestId('edit-name').fill(ADDED.name);
    await desk.page.getByTestId('sealed-input-idNumber-0').fill(ADDED.idNumber);
    await app.kill();
    await expectNothingWritten();
  });

  it('hold nothing after starting again, and after quitting', async () => {
    await app.restart();
    await desk.signIn('receptionist');
    await desk.atCounter();
    await desk.openBySearch(RESIDENTS.other.phone, '0602');
    expect(await desk.reveal('phone', 'receptionist')).toBe(RESIDENTS.other.phone);
    await app.quit();
    await expectNothingWritten();
  });

  it('would be caught: a value planted among them is found in either encoding', async () => {
    for (const [name, encoding] of [['a.txt', 'utf8'], ['b.bin', 'utf16le']] as const) {
      const planted = join(app.userDataDir, 'vault', name);
      writeFileSync(planted, Buffer.from(`..${RESIDENTS.asked.idNumber}..`, encoding));
      if (app.staged.user !== null) chownSync(planted, app.staged.user.uid, app.staged.user.gid);
      expect(holding(filesWritten(app, since), needles)).toEqual([expect.stringContaining(`in ${planted}`)]);
      rmSync(planted);
    }
  });

  async function add(): Promise<void> {
    const { page } = desk;
    await page.keyboard.press('Control+n');
    await page.getByTestId('edit-name').fill(ADDED.name);
    await page.getByTestId('edit-room-0').fill('28-1-0603');
    await page.getByTestId('sealed-input-phone-0').fill(ADDED.phone);
    await page.getByTestId('sealed-input-idNumber-0').fill(ADDED.idNumber);
    await page.getByTestId('add-field-remark').click();
    await page.getByTestId('sealed-input-remark-0').fill(ADDED.remark);
    await page.getByTestId('add-form').getByTestId('pin-input').fill(DESK_STAFF.supervisor.pin);
    await page.getByTestId('edit-save').click();
    await page.getByTestId('add-form').waitFor({ state: 'detached', timeout: 20_000 });
  }

  async function edit(): Promise<void> {
    const { page } = desk;
    await page.getByTestId('edit-button').click();
    await page.getByTestId('replace-phone-0').click();
    await page.getByTestId('sealed-input-phone-0').fill(ADDED.changed);
    await desk.chooseReason('correction');
    await page.getByTestId('edit-form').getByTestId('pin-input').fill(DESK_STAFF.supervisor.pin);
    await page.getByTestId('edit-save').click();
    await page.getByTestId('edit-form').waitFor({ state: 'detached', timeout: 20_000 });
  }
});

/**
 * Ten seconds after a lock, no process of the application holds the PIN, a typed phone, a typed ID number, a revealed phone or
 * the store key. The secrets are entered by X events alone: the test driver's own typing would leave copies of its making. It
 * drives only what comes before, in processes that are gone: set-up, the import, and learning how far Tab has to go.
 */
import { chmodSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchApp } from '../support/electron-app.ts';
import type { RunningApp } from '../support/electron-app.ts';
import { DESK_STAFF, DeskDriver } from '../support/desk-driver.ts';
import { RESIDENTS, writeResidents } from '../support/desk-residents.ts';
import type { MemoryScan, Needle } from '../support/memory-scan.ts';
import { keyNeedles, needlesOf, processTree, scanMemory } from '../support/memory-scan.ts';
import { idNumberOf, phoneOf } from '../support/people-drafts.ts';
import { openSessionKeychain } from '../support/session-keychain.ts';
import { storeKeyOf } from '../support/store-tools.ts';
import type { UndrivenApp } from '../support/undriven-app.ts';
import { startUndriven } from '../support/undriven-app.ts';

const AFTER_LOCK_MS = 10_000;
/** Another user's memory is read as root. */
const canScan = process.platform === 'linux' && process.getuid?.() === 0;

/** Revealed, never typed. */
const { other: revealed } = RESIDENTS;
/** Typed in number mode; found by nobody's record but this one's. */
const { asked: searched } = RESIDENTS;
const typedId = idNumberOf(864);
const typedPhone = phoneOf(4673);
const { pin } = DESK_STAFF.supervisor;

describe.runIf(canScan)('the memory of every process', () => {
  const workbook = join(tmpdir(), `resident-vault-memory-${process.pid}.xlsx`);
  let app: RunningApp;
  let run: UndrivenApp;
  let needles: readonly Needle[];
  let tabs: { readonly toPhone: number; readonly toId: number; readonly toPin: number; readonly downTo: number };

  beforeAll(async () => {
    writeResidents(workbook, 20);
    chmodSync(workbook, 0o644);
    app = await launchApp();
    const desk = new DeskDriver(app);
    await desk.setUp('测试花园');
    const people = await desk.page.locator('[data-testid^=person-button-]').evaluateAll((buttons) => buttons.map((button) => (button as HTMLElement).dataset['testid']));
    await desk.signIn('supervisor');
    await desk.atCounter();
    await desk.importWorkbook(workbook);
    await desk.page.keyboard.press('Control+n');
    await desk.page.getByTestId('add-form').waitFor();
    tabs = {
      downTo: people.indexOf('person-button-supervisor'),
      toPhone: await desk.tabTo('sealed-input-phone-0'), toId: await desk.tabTo('sealed-input-idNumber-0'), toPin: await desk.tabTo('pin-input'),
    };
    needles = [
      ...needlesOf('PIN', pin), ...needlesOf('searched phone', searched.phone), ...needlesOf('typed phone', typedPhone), ...needlesOf('typed ID number', typedId),
      ...needlesOf('revealed phone', revealed.phone), ...keyNeedles('store key', await storeKeyOf(join(app.userDataDir, 'vault'), openSessionKeychain(app).deviceSecrets(), 'supervisor', pin)),
    ];
    await app.quit();
  });
  afterAll(async () => {
    await run?.kill();
    await app?.dispose();
    rmSync(workbook, { force: true });
  });

  it('shows the revealed phone before the lock, so the scan works', async () => {
    run = startUndriven(app);
    const { keys } = run;
    const press = async (chord: string, times = 1): Promise<void> => { for (let n = 0; n < times; n++) await keys.press(chord); };
    const dark = await run.settled();
    // The first thing that is ever typed in these processes is the PIN.
    const lockScreen = await untilPainted(run, dark);
    await press('Down', tabs.downTo);
    await press('Return');
    const asked = await run.settled(lockScreen);
    await committed(async () => {
      await keys.type(pin);
      await press('Return');
    });
    const counter = await run.settled(asked);
    // Seen now, since the search that follows takes its place; typed again where the counter was not there yet.
    let listed = counter;
    for (let tries = 0; tries < 4 && !typesWith(searched.phone).has('renderer'); tries++) {
      await press('Escape');
      await keys.type(searched.phone);
      listed = await run.settled();
    }
    expect(typesWith(searched.phone)).toContain('renderer');
    await press('ctrl+n');
    const form = await run.settled(listed);
    await keys.type('Mo Sample');
    await press('Tab', tabs.toPhone);
    await keys.type(typedPhone);
    await press('Tab', tabs.toId);
    await keys.type(typedId);
    await press('Tab', tabs.toPin);
    await committed(async () => {
      await keys.type(pin);
      await press('Return');
    });
    const saved = await run.settled(form);

    await press('Escape', 2);
    await keys.type(`${revealed.building}-${revealed.unit}-${revealed.room}`);
    await run.settled(saved);
    await committed(() => press('Return'));
    const record = await run.settled(saved);
    await press('alt+r');
    const asking = await run.settled(record);
    await press('space');
    await press('Tab');
    await committed(async () => {
      await keys.type(pin);
      await press('Return');
    });
    await run.settled(asking);
    let scan = scanMemory(run.pid, needles);
    const names = (): Set<string> => new Set(scan.hits.map(({ needle }) => needle.replace(/ \(.*| as.*/, '')));
    for (let tries = 0; tries < 8 && !names().has('revealed phone'); tries++) scan = scanMemory(run.pid, needles);
    report('before the lock', scan);
    expect(new Set(scan.processes.map(({ type }) => type))).toEqual(new Set(['browser', 'gpu-process', 'utility', 'renderer', 'zygote']));
    expect(names()).toContain('revealed phone');
    for (const name of ['PIN', 'typed phone', 'typed ID number', 'store key']) expect(names(), name).toContain(name);
    // What main was never told, also while the vault was open.
    expect(scan.hits.filter(({ type }) => type === 'browser')).toEqual([]);
  });

  /** Waits until what was done is in the log, which the times of the store's files show. */
  async function committed(work: () => Promise<void>): Promise<void> {
    const changedAt = (): number => statSync(join(app.userDataDir, 'vault', 'store-0001.db-wal'), { throwIfNoEntry: false })?.mtimeMs ?? 0;
    const before = changedAt();
    await work();
    await expect.poll(changedAt, { timeout: 30_000, message: 'no entry was written' }).toBeGreaterThan(before);
  }

  const typesWith = (text: string): Set<string> => new Set(scanMemory(run.pid, needlesOf('text', text)).hits.map(({ type }) => type));

  it('holds none of them ten seconds after it', async () => {
    const before = new Set(processTree(run.pid));
    await run.keys.press('ctrl+l');
    await new Promise((resolve) => setTimeout(resolve, AFTER_LOCK_MS));
    const scan = scanMemory(run.pid, needles);
    report('after the lock', scan);
    expect(run.hasEnded()).toBe(false);
    // Locked indeed: vault and page are others than before.
    expect(scan.processes.filter(({ pid, type }) => (type === 'renderer' || type === 'utility') && !before.has(pid)).length).toBeGreaterThanOrEqual(2);
    expect(scan.processes.every(({ bytes }) => bytes > 1_000_000)).toBe(true);
    expect(scan.hits).toEqual([]);
  });
});

/** The window is there before anything is painted in it: the first picture that is not of one colour is the lock screen. */
async function untilPainted(run: UndrivenApp, first: Buffer): Promise<Buffer> {
  let picture = first;
  for (let tries = 0; picture.length < 6_000 && tries < 20; tries++) picture = await run.settled(picture);
  return picture;
}

/** Where each was found, for whoever has to find out why. */
function report(when: string, { hits, processes }: MemoryScan): void {
  const megabytes = processes.map(({ type, bytes }) => `${type} ${Math.round(bytes / 1e6)}`).join(', ');
  const places = new Map<string, number>();
  for (const { needle, type, mapping } of hits) places.set(`${needle} in ${type}, ${mapping}`, (places.get(`${needle} in ${type}, ${mapping}`) ?? 0) + 1);
  console.log([`${when}: ${megabytes} MB`, ...[...places].map(([place, count]) => `  ${count} × ${place}`)].join('\n'));
}

/**
 * After a lock no process of the application holds what was typed or shown. Everything secret is entered by X events, in a run that
 * no test driver is attached to (a driver's typing passes through the main process); a rehearsal with the driver, in the run before,
 * only finds out where to click. Needs root, to read another user's memory.
 */
import { spawn } from 'node:child_process';
import { statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { processTree } from '../../scripts/desktop/process-tree.ts';
import { untilAtRest } from '../support/at-rest.ts';
import { DESK_STAFF, DeskDriver } from '../support/desk-driver.ts';
import {
  type LoneApp,
  type RunningApp,
  type XInput,
  launchApp,
  openXInput,
  startAlone,
} from '../support/electron-app.ts';
import { type Hit, type Needle, keyNeedle, scanMemory, textNeedle } from '../support/memory-scan.ts';
import { draftOf, idNumberOf, phoneOf } from '../support/people-drafts.ts';
import { openSessionKeychain } from '../support/session-keychain.ts';
import { storeKeyOf } from '../support/store-tools.ts';

const RESIDENT = 4711;
/** Typed into the add form and never saved. */
const TYPED_ID = idNumberOf(812);
const SECONDS_AFTER_LOCK = 10;

interface Point {
  readonly x: number;
  readonly y: number;
}
interface Places {
  readonly receptionist: Point;
  readonly tabsToPin: number;
  readonly tabsToIdNumber: number;
}

const NEEDLES: readonly Needle[] = [
  textNeedle('the PIN', DESK_STAFF.receptionist.pin),
  textNeedle('the phone', phoneOf(RESIDENT)),
  textNeedle('the ID number', idNumberOf(RESIDENT)),
  textNeedle('the typed ID number', TYPED_ID),
];

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

describe.skipIf(process.getuid?.() !== 0)('the memory of every process', () => {
  let app: RunningApp;
  let places: Places;
  let alone: LoneApp;
  let x: XInput;
  let needles: readonly Needle[];

  beforeAll(async () => {
    app = await launchApp();
    places = await warmUpCrypto(new DeskDriver(app));
    await app.quit();
    const deviceSecrets = openSessionKeychain(app).deviceSecrets();
    needles = [
      ...NEEDLES,
      keyNeedle(
        'the store key',
        await storeKeyOf(
          join(app.userDataDir, 'vault'),
          deviceSecrets,
          'receptionist',
          DESK_STAFF.receptionist.pin,
        ),
      ),
    ];
    // The same profile, keyring and screen, but nobody attached.
    alone = startAlone(app);
    x = openXInput(app.env);
  });
  afterAll(async () => {
    alone?.child.kill('SIGKILL');
    await app?.dispose();
  });
  /** A screen has come up, before the next key is pressed. */
  const settled = (): Promise<void> => untilAtRest(alone.child.pid!);

  it('holds the revealed phone before the lock, and nothing of what was typed or shown ten seconds after it', async () => {
    await expect.poll(() => alone.shown(), { timeout: 120_000 }).toBe('a window');
    await settled();
    await signIn();
    await reveal();
    const before = await scanUntilFound(['the phone', 'the store key']);

    await x.press('Escape');
    await typeIdNumber();
    const typed = await scanUntilFound(['the typed ID number']);
    // What main holds outlives the lock until it happens to be written over, so it may never have held it at all.
    expect([...before, ...typed].filter((hit) => hit.process === 'main')).toEqual([]);

    await x.press('ctrl+l');
    await sleep(SECONDS_AFTER_LOCK * 1000);
    expect(scanMemory(processTree(alone.child.pid!), needles)).toEqual([]);
  });

  /** What the application holds, once that has all of these in it: a busy computer takes its time to show what was asked. */
  async function scanUntilFound(names: readonly string[]): Promise<readonly Hit[]> {
    let hits: readonly Hit[] = [];
    await expect
      .poll(
        () => {
          hits = scanMemory(processTree(alone.child.pid!), needles);
          return hits.map((hit) => hit.name);
        },
        { timeout: 15_000, interval: 500 },
      )
      .toEqual(expect.arrayContaining([...names]));
    return hits;
  }

  /** The first PIN that is typed in this run. */
  async function signIn(): Promise<void> {
    await committed(async () => {
      await x.click(places.receptionist.x, places.receptionist.y);
      await x.type(DESK_STAFF.receptionist.pin);
      await x.press('Return');
    });
    await settled();
  }

  /** Search in number mode, open, reveal: each leaves an entry in the log, which shows in the store's files. */
  async function reveal(): Promise<void> {
    await x.type(phoneOf(RESIDENT));
    await settled();
    await committed(() => x.press('Return'));
    await settled();
    await x.press('alt+r');
    await settled();
    await x.press('space');
    for (let tab = 0; tab < places.tabsToPin; tab++) await x.press('Tab');
    await committed(async () => {
      await x.type(DESK_STAFF.receptionist.pin);
      await x.press('Return');
    });
  }

  async function typeIdNumber(): Promise<void> {
    await x.press('ctrl+n');
    await settled();
    for (let tab = 0; tab < places.tabsToIdNumber; tab++) await x.press('Tab');
    await x.type(TYPED_ID);
  }

  /** Does something and waits until the vault has written an entry for it. */
  async function committed(work: () => Promise<void>): Promise<void> {
    const wal = join(app.userDataDir, 'vault', 'store-0001.db-wal');
    const sizeOf = (): number => statSync(wal, { throwIfNoEntry: false })?.mtimeMs ?? 0;
    const before = sizeOf();
    await work();
    await expect.poll(sizeOf, { timeout: 20_000, message: 'no entry was written' }).toBeGreaterThan(before);
  }

  /** Sets up, adds the resident and walks the way once, to learn where things are. */
  async function warmUpCrypto(desk: DeskDriver): Promise<Places> {
    await desk.setUp('内存花园');
    await desk.keepIdNumbers();
    const receptionist = await pointOf(desk, 'person-button-receptionist');
    await desk.enter('receptionist');
    const cosigner = { slotId: await desk.slotOf('supervisor'), pin: DESK_STAFF.supervisor.pin };
    const added = await desk.request('people.add', {
      person: draftOf(RESIDENT),
      pin: DESK_STAFF.receptionist.pin,
      cosigner,
    });
    expect(added).toMatchObject({ ok: true });
    await desk.search(phoneOf(RESIDENT));
    await desk.openFirst();
    await desk.page.keyboard.press('Alt+r');
    await desk.page.getByTestId('reveal-form').waitFor();
    await desk.page.keyboard.press('Space');
    const tabsToPin = await desk.tabTo('pin-input');
    await desk.page.keyboard.press('Escape');
    await desk.page.keyboard.press('Control+n');
    await desk.page.getByTestId('edit-name').waitFor();
    return { receptionist, tabsToPin, tabsToIdNumber: await desk.tabTo('sealed-input-idNumber-0') };
  }

  /** The middle of something on the page, in pixels of the screen. */
  async function pointOf(desk: DeskDriver, testId: string): Promise<Point> {
    const target = desk.page.getByTestId(testId);
    await target.scrollIntoViewIfNeeded();
    const box = (await target.boundingBox())!;
    const window = await app.electron.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]!.getContentBounds(),
    );
    return {
      x: Math.round(window.x + box.x + box.width / 2),
      y: Math.round(window.y + box.y + box.height / 2),
    };
  }
});

it('is searched by a scan that finds what it is given', async () => {
  const planted = `planted-${process.pid}-${Math.random()}`;
  const held = Buffer.from(planted, 'utf16le');
  const [hit] = scanMemory([process.pid], [textNeedle('a planted text', planted)]);
  expect(hit?.name).toBe('a planted text');
  expect(held.length + (await readFile('/proc/self/cmdline')).length).toBeGreaterThan(0);
});

it.each([
  ['alone', 'of 730192846,', ['a number']],
  ['within a longer one', '17301928465', []],
])('is found to hold a number %s, or not', (_, text, found) => {
  const holder = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)', text], { stdio: 'ignore' });
  try {
    const hits = scanMemory([holder.pid!], [textNeedle('a number', '730192846')]);
    expect([...new Set(hits.map(({ name }) => name))]).toEqual(found);
  } finally {
    holder.kill();
  }
});

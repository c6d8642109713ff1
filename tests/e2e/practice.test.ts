/** Practice in the real application: made in one click on an empty computer, told apart on every screen, a tour that ticks itself, gone in one click; and beside a real vault, which it does not touch. */
import { createHash } from 'node:crypto';
import { chownSync, cpSync, existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  PRACTICE_ESTATE,
  PRACTICE_PINS,
  TOUR_TASKS,
  TOUR_VISITOR,
  type TourTask,
} from '../../contract/practice/lists.ts';
import type { Role } from '../../contract/fields.ts';
import { PRACTICE_SEED } from '../../main/vault/practice/days.ts';
import { inventEstates } from '../../main/vault/practice/invent-estate.ts';
import { type RunningApp, launchApp } from '../support/electron-app.ts';
import { DeskDriver } from '../support/desk-driver.ts';
import { PREPARED_ESTATE } from '../support/prepared-profiles.ts';
import { openSessionKeychain } from '../support/session-keychain.ts';
import { launchProfile } from '../support/test-desk.ts';

/** Argon2id at its real price for some twenty PINs. */
const MAKING_MS = 180_000;

let app: RunningApp;
let desk: DeskDriver;
const get = (id: string) => app.page().getByTestId(id);
const practiceDir = (): string => join(app.userDataDir, 'practice');
const practiceItems = (): Readonly<Record<string, string>> =>
  openSessionKeychain(app, join(practiceDir(), 'vault')).read();
const signIn = (role: Role): Promise<void> => desk.signIn(role, PRACTICE_PINS[role]);

/** Pages come and go meanwhile: whichever is there is asked. */
async function shows(id: string, timeout = 30_000): Promise<void> {
  await expect
    .poll(
      () =>
        get(id)
          .count()
          .catch(() => 0),
      { timeout },
    )
    .toBe(1);
}

async function expectFramed(): Promise<void> {
  expect(await get('practice-badge').isVisible()).toBe(true);
  expect(await get('practice-end').isVisible()).toBe(true);
}
const expectReal = async (): Promise<void> => expect(await get('practice').count()).toBe(0);

/** What was copied by whoever runs the tests belongs to the user of the application. */
function giveToUser(folder: string): void {
  const { user } = app.staged;
  if (user === null) return;
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  for (const path of [folder, ...names.map((name) => join(folder, name))])
    chownSync(path, user.uid, user.gid);
}

const DONE = ['search-room', 'search-initials', 'search-phone', 'task', 'open', 'verify', 'reveal'] as const;

const doneTasks = async (): Promise<readonly string[]> => {
  const done = await app
    .page()
    .locator('[data-testid^=tour-][data-done=true]')
    .evaluateAll((found) => found.map((one) => one.getAttribute('data-testid') ?? ''));
  return done.map((id) => id.slice('tour-'.length));
};
const expectDone = async (...tasks: readonly TourTask[]): Promise<void> =>
  expect.poll(doneTasks).toEqual(TOUR_TASKS.filter((task) => tasks.includes(task)));

describe('on an empty computer', () => {
  const [household] = inventEstates({ seed: PRACTICE_SEED, today: Date.now() });
  const owner = household!.people[0]!;
  const room = `${household!.estate}${household!.building}-${household!.unit}-${household!.room}`;

  beforeAll(async () => {
    app = await launchApp({ idleSeconds: 600 });
    desk = new DeskDriver(() => app);
  });
  afterAll(() => app?.dispose());

  it('is made from the first page of set-up in one click, told as practice from its first moment on', async () => {
    await expectReal();
    await app.lockedBy(() => get('practice-try').click());
    await shows('practice-making');
    expect(await get('practice-badge').isVisible()).toBe(true);
    await shows('screen-lock', MAKING_MS);
    await expectFramed();
    expect(await get('screen-lock').innerText()).toContain(PRACTICE_ESTATE);
    const pins = await get('practice-pins').innerText();
    for (const pin of Object.values(PRACTICE_PINS)) expect(pins).toContain(pin);
    expect(Object.keys(practiceItems()).sort()).toEqual([
      'anchor/0',
      'anchor/1',
      expect.stringMatching(/^device-secret\//),
    ]);
    expect(existsSync(join(app.userDataDir, 'vault', 'header.json'))).toBe(false);
  });

  it('is remembered for the checklist of the first day', () => {
    const settings: unknown = JSON.parse(readFileSync(join(app.userDataDir, 'settings.json'), 'utf8'));
    expect(settings).toMatchObject({ practised: true });
  });

  it('lets somebody in by the PIN that its lock screen shows, to a desk with the badge and the tour', async () => {
    await signIn('receptionist');
    await desk.atCounter();
    await expectFramed();
    expect(await get('practice-pins').count()).toBe(0);
    await expectDone();
  });

  it('ticks the tasks of the tour as they are done, and none before', async () => {
    await desk.search(room);
    await expectDone('search-room');
    await desk.search('zs');
    await expectDone('search-room', 'search-initials');
    await desk.search(owner.phone.slice(-4));
    await expectDone('search-room', 'search-initials', 'search-phone');
    await desk.page.keyboard.press('Alt+t');
    await get('task-parcel').click();
    await expectDone('search-room', 'search-initials', 'search-phone', 'task');
    await desk.search(TOUR_VISITOR.room);
    await desk.openFirst();
    await expectDone('search-room', 'search-initials', 'search-phone', 'task', 'open');
    await desk.page.keyboard.press('Alt+v');
    await get('verify-form').waitFor();
    await desk.fillSecret('verify-said', TOUR_VISITOR.phone);
    await get('verify-form').getByTestId('pin-input').fill(PRACTICE_PINS.receptionist);
    await desk.page.keyboard.press('Enter');
    await expectDone('search-room', 'search-initials', 'search-phone', 'task', 'open', 'verify');
    await get('verify-close').click();
    await desk.startReveal('phone');
    await desk.chooseReason('repair');
    await get('reveal-form').getByTestId('pin-input').fill(PRACTICE_PINS.receptionist);
    await get('reveal-submit').click();
    await get('reveal-value').waitFor({ timeout: 20_000 });
    expect((await get('reveal-value').textContent())!.replaceAll(/\s/g, '')).toBe(owner.phone);
    await expectDone(...DONE);
  });

  it('ticks the lock with the page that follows it, and remembers all over a start of the application', async () => {
    await desk.lock();
    await expectFramed();
    await signIn('receptionist');
    await desk.atCounter();
    const done = [...DONE, 'lock'] as const;
    await expectDone(...done);
    await app.quit();
    await app.restart();
    await shows('screen-setup');
    await expectReal();
    // It is there already, and nothing is made.
    await app.lockedBy(() => get('practice-try').click());
    await shows('screen-lock');
    await signIn('receptionist');
    await desk.atCounter();
    await expectDone(...done);
  });

  it('puts the tour away, and starts it over', async () => {
    await get('tour-hide').click();
    await get('tour').waitFor({ state: 'detached' });
    await get('tour-button').click();
    await get('tour-restart').click();
    await expectDone();
  });

  it('opens for nobody where its folder lies in the place of the real one, whose keychain items it has not', async () => {
    const real = join(app.userDataDir, 'vault');
    await app.quit();
    cpSync(join(practiceDir(), 'vault'), real, { recursive: true });
    giveToUser(real);
    await app.restart();
    await shows('screen-trouble');
    expect(await get('screen-trouble').getAttribute('data-code')).toBe('keychain-item-missing');
    await expectReal();
    await app.quit();
    rmSync(real, { recursive: true });
    await app.restart();
    await shows('screen-setup');
    await app.lockedBy(() => get('practice-try').click());
    await shows('screen-lock');
    await signIn('receptionist');
    await desk.atCounter();
  });

  it('is gone in one click while somebody is signed in: folder, keychain items and frame', async () => {
    await get('practice-end').click();
    await get('practice-end-dialog').waitFor();
    await app.lockedBy(() => get('practice-discard').click());
    await shows('screen-setup');
    await expectReal();
    await expect.poll(() => existsSync(practiceDir())).toBe(false);
    expect(practiceItems()).toEqual({});
  });

  it('is given up while it is made, and leaves nothing that opens', async () => {
    await app.lockedBy(() => get('practice-try').click());
    await shows('practice-making');
    await app.lockedBy(() => get('practice-cancel').click());
    await shows('screen-setup');
    await expectReal();
    expect(practiceItems()).toEqual({});
    expect(existsSync(join(practiceDir(), 'made.json'))).toBe(false);
  });

  it('is made anew after a kill in the midst of it', async () => {
    await app.lockedBy(() => get('practice-try').click());
    await shows('practice-making');
    await expect
      .poll(() => existsSync(join(practiceDir(), 'vault', 'header.json')), { timeout: 60_000 })
      .toBe(true);
    await app.kill();
    await app.restart();
    await shows('screen-setup');
    await app.lockedBy(() => get('practice-try').click());
    await shows('practice-making');
    await shows('screen-lock', MAKING_MS);
    await signIn('receptionist');
    await desk.atCounter();
  });
});

describe('beside a real vault', () => {
  beforeAll(async () => {
    ({ app, desk } = await launchProfile('set-up', { idleSeconds: 600 }));
  });
  afterAll(() => app?.dispose());

  const realFiles = (): Readonly<Record<string, string>> => {
    const folder = join(app.userDataDir, 'vault');
    return Object.fromEntries(
      readdirSync(folder).map((name) => [
        name,
        createHash('sha256')
          .update(readFileSync(join(folder, name)))
          .digest('hex'),
      ]),
    );
  };

  it('is not offered on the lock screen, and in the settings only after it was said what it does', async () => {
    await shows('screen-lock');
    await expectReal();
    expect(await app.page().locator('[data-testid^=practice]').count()).toBe(0);
    await desk.signIn('supervisor');
    await desk.atCounter();
    await desk.openMenu('settings');
    await get('practice-open').click();
    await get('practice-start').waitFor();
  });

  it('locks the real vault, which neither its PINs nor its work touch', async () => {
    await app.lockedBy(() => get('practice-start').click());
    await shows('practice-making');
    const before = realFiles();
    const items = openSessionKeychain(app).read();
    await shows('screen-lock', MAKING_MS);
    expect(await get('screen-lock').innerText()).toContain(PRACTICE_ESTATE);
    await signIn('supervisor');
    await desk.atCounter();
    // An emergency of practice's own is unread, which a supervisor sees first.
    await desk.open('counter');
    await desk.search('zs');
    await desk.openFirst();
    await expectFramed();
    expect(realFiles()).toEqual(before);
    expect(openSessionKeychain(app).read()).toEqual(items);
  });

  it('is left and kept: the real lock screen is back, where a PIN of practice opens nothing', async () => {
    await get('practice-end').click();
    await app.lockedBy(() => get('practice-leave').click());
    await shows('screen-lock');
    await expectReal();
    expect(await get('screen-lock').innerText()).toContain(PREPARED_ESTATE);
    expect(existsSync(practiceDir())).toBe(true);
    await signIn('supervisor');
    expect((await desk.failure()).code).toBe('wrong-pin');
  });

  it('leaves the lock that it began with in the log of the real vault, and nothing of itself', async () => {
    await desk.signIn('supervisor');
    await desk.atCounter();
    const { value } = await desk.request('log.list', { before: null, limit: 20 });
    const actions = (value as { entries: { action: string }[] }).entries.map(({ action }) => action);
    // Newest first: this sign-in and what was entered with it, as far as the sign-in before practice.
    const since = actions.slice(0, actions.indexOf('sign-in', 1 + actions.indexOf('sign-in')));
    const asked = new Set(['new-day', 'log-read']);
    expect(since.filter((action) => !asked.has(action)).sort()).toEqual([
      'locked',
      'sign-in',
      'sign-in-failed',
    ]);
  });
});

/**
 * Every way to the lock in the real application, what it kills, and what a wrong PIN costs, also across a restart. The long waits
 * run beside one another, each in an application of its own.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { zhCN } from '../../../renderer/messages/words.ts';
import {
  type LaunchOptions,
  type ProcessIds,
  type RunningApp,
  isAlive,
  openXInput,
} from '../../support/electron-app.ts';
import { expectEnded } from '../../support/expect-ended.ts';
import { DESK_STAFF, type DeskDriver } from '../../support/desk-driver.ts';
import { RESIDENTS } from '../../support/desk-residents.ts';
import { type LogindStandIn, startLogindStandIn } from '../../support/logind-stand-in.ts';
import { phoneOf } from '../../support/people-drafts.ts';
import { launchProfile } from '../../support/test-desk.ts';

const { asked } = RESIDENTS;
const IDLE_SECONDS = 30;
/** Longer than the longest that any desk here may stay open. */
const MAX_OPEN_MS = 150_000;
const WRONG_PIN = '839265';

interface Desk {
  readonly app: RunningApp;
  readonly desk: DeskDriver;
}

/** An application signed in as the receptionist. */
async function openDesk(options: LaunchOptions): Promise<Desk> {
  const at = await launchProfile('residents', options);
  await signInAgain(at);
  return at;
}

/** What held keys and values is dead, main is not, and the fresh page knows nothing. */
async function expectLocked({ app, desk }: Desk, before: ProcessIds): Promise<void> {
  await desk.page.getByTestId('screen-lock').waitFor();
  await expectEnded(before.vault, before.renderer);
  expect(isAlive(before.main)).toBe(true);
  const everything = await desk.everythingInDocument();
  for (const text of [asked.phone, asked.name, '邢', '1803']) expect(everything).not.toContain(text);
  const after = await app.processIds();
  expect(new Set([before.vault, before.renderer, after.vault, after.renderer]).size).toBe(4);
}

async function lockBy(at: Desk, action: () => Promise<unknown> | void): Promise<void> {
  const before = await at.app.processIds();
  await at.app.lockedBy(action);
  await expectLocked(at, before);
}

/** Seconds that the desk stays open from now on. */
async function secondsToLock(at: Desk): Promise<number> {
  const before = await at.app.processIds();
  const from = performance.now();
  const locked = at.app.lockedBy(() => undefined);
  // The end of the vault is the lock; the fresh page comes when the machine has time for it.
  await vi.waitUntil(() => !isAlive(before.vault), { timeout: MAX_OPEN_MS });
  const seconds = (performance.now() - from) / 1000;
  await locked;
  await expectLocked(at, before);
  return seconds;
}

interface Silence {
  /** Words of the warning before the lock. */
  readonly warning: string;
  /** From when somebody was there last to the lock. */
  readonly seconds: number;
}

/** Touches nothing until the warning, then one key, then nothing until the lock. */
async function watchSilence(at: Desk): Promise<Silence> {
  const shown = at.desk.page.getByTestId('idle-warning');
  await shown.waitFor({ timeout: IDLE_SECONDS * 1000 });
  const warning = await shown.innerText();
  // A real key, as a person would press: a script's does not count.
  await openXInput(at.app.env).press('Shift_L');
  await shown.waitFor({ state: 'detached' });
  return { warning, seconds: await secondsToLock(at) };
}

interface Cover {
  /** From when somebody was there last. */
  readonly seconds: number;
  readonly says: string;
  /** Whether the middle of the window is the cover's, before and after keys. */
  readonly covers: readonly boolean[];
}

/** Begins to import a workbook, stops the vault in the midst of it, touches nothing until the cover comes, then keys, and lets the vault go on. */
async function watchCover(at: Desk): Promise<Cover> {
  const { page } = at.desk;
  await at.desk.previewWorkbook(writeManyRows(at));
  await at.desk.proveSupervisor('supervisor');
  const from = performance.now();
  await page.getByTestId('import-apply').click();
  await page.getByRole('progressbar').waitFor();
  const before = await at.app.processIds();
  process.kill(before.vault, 'SIGSTOP');
  const cover = page.getByTestId('screen-cover');
  await cover.waitFor({ timeout: (IDLE_SECONDS + 15) * 1000 });
  const seconds = (performance.now() - from) / 1000;
  const covers = [await isOnTop(page)];
  for (const key of ['Escape', 'Escape', 'alt+p', 'ctrl+i', 'F1', 'Tab', 'Return'])
    openXInput(at.app.env).press(key);
  await page.waitForTimeout(500);
  covers.push(await isOnTop(page));
  const says = await cover.innerText();
  await at.app.lockedBy(() => {
    process.kill(before.vault, 'SIGCONT');
  });
  await expectLocked(at, before);
  return { seconds, says, covers };
}

const isOnTop = (page: Page): Promise<boolean> =>
  page.evaluate(
    () =>
      document
        .elementFromPoint(window.innerWidth / 2, window.innerHeight / 2)
        ?.closest('[data-testid=screen-cover]') !== null,
  );

/** So many that to write them takes seconds. */
function writeManyRows({ app }: Desk): string {
  const rows = Array.from(
    { length: 20_000 },
    (_, n) => `9-${1 + Math.floor(n / 999)}-${n % 999},无名氏,${phoneOf(n)}`,
  );
  const path = join(app.userDataDir, '..', 'many.csv');
  writeFileSync(path, ['房号,业主名称,手机号', ...rows].join('\n'));
  return path;
}

/** What goes on while tests are run, and fails where it is asked for. */
type Waiting<T> = Promise<PromiseSettledResult<T>>;
const wait = async <T>(work: Promise<T>): Waiting<T> => (await Promise.allSettled([work]))[0];
async function settled<T>(waiting: Waiting<T>): Promise<T> {
  const result = await waiting;
  if (result.status === 'rejected') throw result.reason;
  return result.value;
}

async function signInAgain({ desk }: Desk): Promise<void> {
  await desk.enter('receptionist');
}

describe.runIf(process.platform === 'linux')('a desk', () => {
  let hidden: Desk;
  let minimised: Desk;
  let seated: Desk;
  let logind: LogindStandIn;
  let at: Desk;
  let absences: readonly Waiting<number>[];
  let silence: Waiting<Silence>;
  let busy: Desk;
  let covered: Waiting<Cover>;
  beforeAll(async () => {
    hidden = await openDesk({ idleSeconds: 600 });
    minimised = await openDesk({ idleSeconds: 600 });
    await hidden.app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide());
    // Nobody manages the windows of this screen, so that none can be minimised: main is told that one was.
    await minimised.app.electron.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]?.emit('minimize');
    });
    absences = [hidden, minimised].map((one) => wait(secondsToLock(one)));
    at = await openDesk({ idleSeconds: IDLE_SECONDS });
    silence = wait(watchSilence(at));
    busy = await openDesk({ idleSeconds: IDLE_SECONDS });
    covered = wait(watchCover(busy));
    // A bus of the user who runs the application, which would not be let in on another's.
    logind = await startLogindStandIn({
      onBus: hidden.app.env['DBUS_SESSION_BUS_ADDRESS']!,
      user: hidden.app.staged.user,
    });
    seated = await openDesk({ idleSeconds: 600, env: { DBUS_SYSTEM_BUS_ADDRESS: logind.busAddress } });
  });
  afterAll(async () => {
    await logind?.stop();
    for (const one of [hidden, minimised, at, busy, seated]) await one?.app.dispose();
  });
  const getSeated = (id: string) => seated.desk.page.getByTestId(id);

  it('locks with the screen of the system, and when another user takes the seat', async () => {
    await expect
      .poll(
        () =>
          seated.desk.page.evaluate(() =>
            (
              window as unknown as {
                residentVault: {
                  shell: { appInfo(request: object): Promise<{ value: { osLockWatched: boolean } }> };
                };
              }
            ).residentVault.shell
              .appInfo({})
              .then(({ value }) => value.osLockWatched),
          ),
        { timeout: 30_000 },
      )
      .toBe(true);
    await lockBy(seated, () => logind.say('lock'));
    await signInAgain(seated);
    await lockBy(seated, () => logind.say('inactive'));
    await signInAgain(seated);
    logind.say('lock-other');
    logind.say('unlock');
    await seated.desk.openBySearch('29-2-1803', '1803');
    expect(await seated.desk.page.getByTestId('screen-counter').count()).toBe(1);
  });

  it('finds that five wrong PINs are free and the sixth waits, across a restart', async () => {
    await seated.desk.lock();
    await getSeated('person-button-receptionist').click();
    for (let tried = 1; tried <= 5; tried++) {
      await getSeated('pin-input').fill(WRONG_PIN);
      await getSeated('pin-input').press('Enter');
      if (tried < 5) expect((await seated.desk.failure()).code).toBe('wrong-pin');
      await expect
        .poll(
          async () =>
            (await getSeated('lock-wait').count()) > 0 ||
            ((await getSeated('pin-input').inputValue()) === '' &&
              (await getSeated('pin-input').isEnabled())),
          { timeout: 20_000 },
        )
        .toBe(true);
      if (tried < 5) await expect.poll(() => seated.desk.focused()).toBe('pin-input');
    }
    const seconds = async (): Promise<number> => {
      const words = await getSeated('lock-wait').innerText();
      const [, minutes = '0', rest = '0'] = /(?:(\d+) 分(?:钟)?)? ?(?:(\d+) 秒)?\D*$/.exec(words) ?? [];
      return Number(minutes) * 60 + Number(rest);
    };
    await getSeated('lock-wait').waitFor({ timeout: 20_000 });
    const first = await seconds();
    expect(first).toBeGreaterThan(40);
    expect(first).toBeLessThanOrEqual(60);
    await expect.poll(seconds).toBeLessThan(first);
    // Neither the screen nor the vault takes a PIN now, the right one included.
    expect(await getSeated('pin-input').isDisabled()).toBe(true);
    const refused = await seated.desk.request('session.unlock', {
      slotId: await seated.desk.slotOf('receptionist'),
      pin: DESK_STAFF.receptionist.pin,
    });
    expect(refused).toMatchObject({ ok: false, error: { code: 'must-wait' } });

    await seated.app.kill();
    await seated.app.restart();
    await getSeated('person-button-receptionist').click();
    await getSeated('lock-wait').waitFor();
    expect(await seconds()).toBeGreaterThan(first - 30);
    await getSeated('person-button-admin').click();
    expect(await getSeated('pin-input').isEnabled()).toBe(true);
  });

  describe('the lock', () => {
    const get = (id: string) => at.desk.page.getByTestId(id);

    it('comes after the idle time, with a warning before; whoever is there holds it off', async () => {
      const { warning, seconds } = await settled(silence);
      expect(warning).toMatch(/1[0-5]|[1-9]/);
      expect(seconds).toBeGreaterThan(IDLE_SECONDS - 8);
      expect(seconds).toBeLessThan(IDLE_SECONDS + 10);
    });

    it('comes behind a cover where long work goes on, which nothing lifts', async () => {
      const { seconds, says, covers } = await settled(covered);
      expect(seconds).toBeGreaterThan(IDLE_SECONDS - 8);
      expect(seconds).toBeLessThan(IDLE_SECONDS + 10);
      expect(covers).toEqual([true, true]);
      expect(says).toContain(zhCN.lock.covered.lead);
    });

    it('comes by its key, from a shown value, whatever has the focus', async () => {
      await signInAgain(at);
      await at.desk.openBySearch('29-2-1803', '1803');
      expect(await at.desk.reveal('phone', 'receptionist')).toBe(asked.phone);
      await lockBy(at, () => openXInput(at.app.env).press('ctrl+l'));
    });

    it('comes by its button, and blanks the page at once', async () => {
      await signInAgain(at);
      await lockBy(at, () => get('lock-button').click());
    });

    it('takes nothing that was typed: the same form of the same record offers it to the same user again', async () => {
      const edit = async (room: string) => {
        await at.desk.openBySearch(room, room.split('-').at(-1)!);
        await get('edit-button').click();
        await get('edit-form').waitFor();
      };
      await signInAgain(at);
      await edit('29-2-1803');
      await get('replace-phone-0').click();
      await get('sealed-input-phone-0').fill(phoneOf(7322));
      await get('edit-pinyin').fill('xing');
      await get('edit-sex').click();
      await at.desk.page.getByRole('option').nth(1).click();
      await get('pin-input').fill(WRONG_PIN);
      await at.desk.page.waitForTimeout(1_500);
      await lockBy(at, () => get('lock-button').click());
      await signInAgain(at);
      await edit('29-2-1803');
      expect(await get('draft-offer').innerText()).toContain('锁屏前');
      await get('draft-take').click();
      await expect.poll(() => get('edit-pinyin').inputValue()).toBe('xing');
      expect([
        await get('sealed-input-phone-0').inputValue(),
        await get('edit-pinyin').inputValue(),
        await get('edit-form').getByTestId('pin-input').inputValue(),
        await get('draft-missing').count(),
      ]).toEqual([phoneOf(7322), 'xing', '', 0]);
      await get('edit-cancel').click();
      await get('unsaved-discard').click();
      await edit('29-2-1803');
      expect(await get('draft-offer').count()).toBe(0);
      await lockBy(at, () => get('lock-button').click());
    });

    it('comes when the computer goes to sleep or is shut down', async () => {
      for (const event of ['suspend', 'shutdown'] as const) {
        await signInAgain(at);
        await lockBy(at, () =>
          at.app.electron.evaluate(({ powerMonitor }, name) => {
            setImmediate(() => powerMonitor.emit(name as 'suspend'));
          }, event),
        );
      }
    });

    it('is told the next person who signs in, in the log, by its cause', async () => {
      await at.desk.signIn('supervisor');
      await at.desk.atCounter();
      await at.desk.open('log');
      await get('log-entry').first().waitFor();
      const causes = await get('log-entry').evaluateAll((rows) =>
        rows
          .filter((row) => (row as HTMLElement).dataset['action'] === 'locked')
          .map((row) => row.textContent),
      );
      for (const cause of ['idle', 'suspend', 'shutdown', 'key'] as const)
        expect(
          causes.some((words) => words.includes(zhCN.lockReasons[cause])),
          cause,
        ).toBe(true);
    });
  });

  it('takes the right PIN again once the minute is over, and says how many wrong ones there were', async () => {
    await getSeated('person-button-receptionist').click();
    await getSeated('lock-wait').waitFor({ state: 'detached', timeout: 90_000 });
    await seated.desk.signIn('receptionist');
    await seated.desk.atCounter();
    expect(await getSeated('wrong-tries').innerText()).toContain('5');
  });

  it('is locked out within a minute of hiding the window, and of minimising it', async () => {
    for (const absence of absences) {
      const seconds = await settled(absence);
      expect(seconds).toBeGreaterThan(55);
      expect(seconds).toBeLessThan(70);
    }
  });
});

/** Every way to the lock in the real application, what it kills, and what a wrong PIN costs, also across a restart. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { zhCN } from '../../renderer/messages/zh-CN.ts';
import { isAlive, launchApp, openXInput } from '../support/electron-app.ts';
import type { ProcessIds, RunningApp } from '../support/electron-app.ts';
import { DESK_STAFF, DeskDriver } from '../support/desk-driver.ts';
import { RESIDENTS } from '../support/desk-residents.ts';
import { startLogindStandIn } from '../support/logind-stand-in.ts';
import type { LogindStandIn } from '../support/logind-stand-in.ts';

const { asked } = RESIDENTS;
const IDLE_SECONDS = 30;
const WRONG_PIN = '839265';

interface Desk {
  readonly app: RunningApp;
  readonly desk: DeskDriver;
}

/** An application with one resident, signed in as the receptionist. */
async function openDesk(options: Parameters<typeof launchApp>[0]): Promise<Desk> {
  const app = await launchApp(options);
  const desk = new DeskDriver(app);
  await desk.setUp('测试花园');
  await desk.signIn('receptionist');
  await desk.atCounter();
  const added = await desk.request('people.add', {
    person: {
      kind: 'person',
      name: asked.name,
      sex: 'female',
      idType: 'resident-id',
      rooms: [{ text: '29-2-1803', relation: 'owner' }],
      plates: [],
      sealed: [{ field: 'phone', value: asked.phone }],
    },
    pin: DESK_STAFF.receptionist.pin,
  });
  expect(added.ok).toBe(true);
  return { app, desk };
}

/** What held keys and values is dead, main is not, and the fresh page knows nothing. */
async function expectLocked({ app, desk }: Desk, before: ProcessIds): Promise<void> {
  await desk.page.getByTestId('screen-lock').waitFor();
  expect([before.vault, before.renderer].filter(isAlive)).toEqual([]);
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
  await at.app.lockedBy(() => undefined);
  const seconds = (performance.now() - from) / 1000;
  await expectLocked(at, before);
  return seconds;
}

async function signInAgain({ desk }: Desk): Promise<void> {
  await desk.signIn('receptionist');
  await desk.atCounter();
}

const isLinux = process.platform === 'linux';

describe.runIf(isLinux)('the lock', () => {
  let at: Desk;
  beforeAll(async () => {
    at = await openDesk({ idleSeconds: IDLE_SECONDS });
  });
  afterAll(async () => {
    await at?.app.dispose();
  });
  const get = (id: string) => at.desk.page.getByTestId(id);

  it('comes by its key, from a shown value, whatever has the focus', async () => {
    await at.desk.openBySearch('29-2-1803', '1803');
    expect(await at.desk.reveal('phone', 'receptionist')).toBe(asked.phone);
    await lockBy(at, () => openXInput(at.app.env).press('ctrl+l'));
  });

  it('comes by its button, and blanks the page at once', async () => {
    await signInAgain(at);
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

  it('comes after the idle time, with a warning before; whoever is there holds it off', async () => {
    await signInAgain(at);
    await get('idle-warning').waitFor({ timeout: IDLE_SECONDS * 1000 });
    expect(await get('idle-warning').innerText()).toMatch(/1[0-5]|[1-9]/);
    // A real key, as a person would press: a script's does not count.
    await openXInput(at.app.env).press('Shift_L');
    await get('idle-warning').waitFor({ state: 'detached', timeout: 5_000 });
    const seconds = await secondsToLock(at);
    expect(seconds).toBeGreaterThan(IDLE_SECONDS - 8);
    expect(seconds).toBeLessThan(IDLE_SECONDS + 10);
  });

  it('is told the next person who signs in, in the log, by its cause', async () => {
    await at.desk.signIn('supervisor');
    await at.desk.atCounter();
    await get('menu-log').click();
    await get('log-entry').first().waitFor();
    const causes = await get('log-entry').evaluateAll((rows) =>
      rows.filter((row) => (row as HTMLElement).dataset['action'] === 'locked').map((row) => row.textContent),
    );
    for (const cause of ['idle', 'suspend', 'shutdown', 'key'] as const)
      expect(
        causes.some((words) => words.includes(zhCN.lockReasons[cause])),
        cause,
      ).toBe(true);
  });
});

/** The longest waits of all run beside one another, each in an application of its own. */
describe.runIf(isLinux)('whoever has gone', () => {
  let hidden: Desk;
  let minimised: Desk;
  let at: Desk;
  let logind: LogindStandIn;
  let waits: readonly Promise<number | Error>[];
  beforeAll(async () => {
    hidden = await openDesk({ idleSeconds: 600 });
    minimised = await openDesk({ idleSeconds: 600 });
    // A bus of the user who runs the application, which would not be let in on another's.
    logind = await startLogindStandIn({
      onBus: hidden.app.env['DBUS_SESSION_BUS_ADDRESS']!,
      user: hidden.app.staged.user,
    });
    at = await openDesk({ idleSeconds: 600, env: { DBUS_SYSTEM_BUS_ADDRESS: logind.busAddress } });
    await hidden.app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide());
    // Nobody manages the windows of this screen, so that none can be minimised: main is told that one was.
    await minimised.app.electron.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]?.emit('minimize');
    });
    waits = [hidden, minimised].map((one) => secondsToLock(one).catch((error: unknown) => error as Error));
  });
  afterAll(async () => {
    await logind?.stop();
    for (const one of [hidden, minimised, at]) await one?.app.dispose();
  });
  const get = (id: string) => at.desk.page.getByTestId(id);

  it('locks with the screen of the system, and when another user takes the seat', async () => {
    await expect
      .poll(
        () =>
          at.desk.page.evaluate(() =>
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
    await lockBy(at, () => logind.say('lock'));
    await signInAgain(at);
    await lockBy(at, () => logind.say('inactive'));
    await signInAgain(at);
    logind.say('lock-other');
    logind.say('unlock');
    await at.desk.openBySearch('29-2-1803', '1803');
    expect(await at.desk.page.getByTestId('screen-counter').count()).toBe(1);
  });

  it('finds that five wrong PINs are free and the sixth waits a minute, across a restart', async () => {
    await at.desk.lock();
    await get('person-button-receptionist').click();
    for (let tried = 1; tried <= 5; tried++) {
      await get('pin-input').fill(WRONG_PIN);
      await get('pin-input').press('Enter');
      if (tried < 5) expect((await at.desk.failure()).code).toBe('wrong-pin');
      await expect
        .poll(
          async () =>
            (await get('lock-wait').count()) > 0 ||
            ((await get('pin-input').inputValue()) === '' && (await get('pin-input').isEnabled())),
          { timeout: 20_000 },
        )
        .toBe(true);
    }
    const seconds = async (): Promise<number> => {
      const words = await get('lock-wait').innerText();
      const [, minutes = '0', rest = '0'] = /(?:(\d+) 分(?:钟)?)? ?(?:(\d+) 秒)?\D*$/.exec(words) ?? [];
      return Number(minutes) * 60 + Number(rest);
    };
    await get('lock-wait').waitFor({ timeout: 20_000 });
    const first = await seconds();
    expect(first).toBeGreaterThan(40);
    expect(first).toBeLessThanOrEqual(60);
    await expect.poll(seconds, { timeout: 5_000 }).toBeLessThan(first);
    // Neither the screen nor the vault takes a PIN now, the right one included.
    expect(await get('pin-input').isDisabled()).toBe(true);
    const refused = await at.desk.request('session.unlock', {
      slotId: await at.desk.slotOf('receptionist'),
      pin: DESK_STAFF.receptionist.pin,
    });
    expect(refused).toMatchObject({ ok: false, error: { code: 'must-wait' } });

    await at.app.kill();
    await at.app.restart();
    await get('person-button-receptionist').click();
    await get('lock-wait').waitFor();
    expect(await seconds()).toBeGreaterThan(first - 30);
    await get('person-button-admin').click();
    expect(await get('pin-input').isEnabled()).toBe(true);

    await get('person-button-receptionist').click();
    await get('lock-wait').waitFor({ state: 'detached', timeout: 90_000 });
    await at.desk.signIn('receptionist');
    await at.desk.atCounter();
    expect(await get('wrong-tries').innerText()).toContain('5');
  });

  it('is locked out within a minute of hiding the window, and of minimising it', async () => {
    for (const seconds of await Promise.all(waits)) {
      expect(seconds).toBeGreaterThan(55);
      expect(seconds).toBeLessThan(70);
    }
  });
});

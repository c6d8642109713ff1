/**
 * Wherever the lock screen comes up, no process of the application holds the PINs and the sheet that were typed or shown before it. The
 * driver finds the way and presses the buttons; every PIN, and a sheet that is read from paper, is typed by X events, since what the driver
 * types passes through the main process. Needs root, to read another user's memory.
 */
import { chmodSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { removeStore } from '../screens/store-files.ts';
import { processTree } from '../../scripts/desktop/process-tree.ts';
import { DESK_STAFF, DeskDriver, RECOVERED_STAFF } from '../support/desk-driver.ts';
import { type RunningApp, launchApp, openXInput } from '../support/electron-app.ts';
import { expectEnded } from '../support/expect-ended.ts';
import { isFullRun } from '../support/full-run.ts';
import { type Needle, scanMemory, textNeedle } from '../support/memory-scan.ts';
import { makeTempDir } from '../support/temp-dir.ts';

/** How long after the lock screen something may still lie in freed memory, in milliseconds. */
const MAX_LEFT_MS = 10_000;
const NEWCOMER = { name: '前丁', pin: '804926' } as const;

const pinNeedle = (pin: string): Needle => textNeedle(`the PIN ${pin}`, pin);

/** The first line, and the second: whole, as they are shown, scanned and typed. */
const sheetNeedles = (sheet: readonly (readonly string[])[]): readonly Needle[] =>
  sheet.slice(0, 2).map((groups, line) => ({
    name: `line ${line + 1} of the sheet`,
    forms: [groups.join(''), groups.join(' '), groups.join('').toLowerCase()].flatMap(
      (text) => textNeedle('', text).forms,
    ),
  }));

/** A desk whose secrets come from the keyboard. */
class TypedDesk extends DeskDriver {
  override async fillSecret(testId: string, text: string): Promise<void> {
    await this.page.getByTestId(testId).focus();
    await this.typeOn(text);
    await this.expectTyped(testId, text);
  }

  override typeOn(text: string): Promise<void> {
    return openXInput(this.app.env).type(text);
  }

  /** By its length: what stands in it is not handed to the driver. */
  private async expectTyped(testId: string, text: string): Promise<void> {
    await expect
      .poll(() => this.page.getByTestId(testId).evaluate((input) => (input as HTMLInputElement).value.length))
      .toBe(text.length);
  }
}

describe.skipIf(process.getuid?.() !== 0)('ten seconds behind the lock screen nothing is left', () => {
  let app: RunningApp;
  let desk: TypedDesk;
  const backups = makeTempDir();
  const get = (id: string) => desk.page.getByTestId(id);

  beforeAll(async () => {
    chmodSync(backups, 0o777);
    app = await launchApp({ idleSeconds: 600 });
    desk = new TypedDesk(app);
    await get('estate-name').waitFor();
  });
  afterAll(() => app?.dispose());

  /** Walks to the lock screen, and looks for what was typed and shown on the way in everything that runs then. */
  async function leavesNothing(
    walk: () => Promise<unknown>,
    needles: () => readonly Needle[],
  ): Promise<void> {
    const before = await app.processIds();
    await walk();
    await expectEnded(before.vault, before.renderer);
    const { main } = await app.processIds();
    const wanted = needles();
    await expect
      .poll(() => scanMemory(processTree(main), wanted), { timeout: MAX_LEFT_MS, interval: 500 })
      .toEqual([]);
  }

  /** What is on the way is found: a scan that finds nothing anywhere would say nothing. */
  async function expectHeld(needles: readonly Needle[]): Promise<void> {
    const { vault, renderer } = await app.processIds();
    const found = scanMemory([vault, renderer], needles).map(({ name }) => name);
    expect(found).toEqual(expect.arrayContaining(needles.map(({ name }) => name)));
  }

  /** As far as the printer, which nobody has here: what the page that is printed was given goes with it. */
  async function printSheet(): Promise<void> {
    await app.electron.evaluate(({ app: running }) => {
      running.once('web-contents-created', (_event, contents) => {
        contents.print = (_options, done) => done?.(true, '');
      });
    });
    const printed = await desk.page.evaluate(() =>
      (
        window as unknown as {
          residentVault: { shell: { printSheet(request: object): Promise<unknown> } };
        }
      ).residentVault.shell.printSheet({ paper: 'recovery-sheet' }),
    );
    expect(printed).toEqual({ ok: true, value: { done: true } });
  }

  async function signIn(role: keyof typeof DESK_STAFF): Promise<void> {
    await desk.enter(role);
  }

  it('of a set-up: its three PINs and the sheet, which was laid out to be printed as well', async () => {
    await leavesNothing(
      () =>
        desk.setUp('内存花园', async (step) => {
          if (step === 'receptionist') await expectHeld([pinNeedle(DESK_STAFF.receptionist.pin)]);
          if (step !== 'sheet') return;
          await expectHeld(sheetNeedles(await desk.readSheet()));
          await printSheet();
        }),
      () => [...Object.values(DESK_STAFF).map(({ pin }) => pinNeedle(pin)), ...sheetNeedles(desk.sheet)],
    );
  });

  it('of a shift that was handed over: the PIN it began with', async () => {
    await leavesNothing(
      async () => {
        await signIn('receptionist');
        await desk.page.keyboard.press('Alt+j');
        await get('next-supervisor').first().waitFor();
        await get('next-supervisor').first().click();
        await desk.toFreshLock(() => get('handover-yes').click());
      },
      () => [pinNeedle(DESK_STAFF.receptionist.pin)],
    );
  });

  it('of somebody who was let in: their PIN, and those of the two who let them in', async () => {
    await leavesNothing(
      async () => {
        await signIn('admin');
        await desk.open('staff');
        await get('staff-add').click();
        await get('staff-name').fill(NEWCOMER.name);
        await get('staff-name').press('Enter');
        await desk.fillSecret('new-pin', NEWCOMER.pin);
        await desk.fillSecret('new-pin-confirm', NEWCOMER.pin);
        await desk.choose('second-choice', { value: await desk.slotOf('supervisor') });
        await desk.fillSecret('second-pin', DESK_STAFF.supervisor.pin);
        await desk.fillSecret('own-pin', DESK_STAFF.admin.pin);
        await get('ceremony-submit').click();
        await get('ceremony-done').waitFor({ timeout: 30_000 });
        await desk.lock();
      },
      () => [NEWCOMER, DESK_STAFF.admin, DESK_STAFF.supervisor].map(({ pin }) => pinNeedle(pin)),
    );
  });

  // The longer ways.
  if (isFullRun) {
    it('of a restore: the PIN that opened the backup and put it in place', async () => {
      await leavesNothing(
        async () => {
          await signIn('admin');
          await desk.makeBackup(backups, DESK_STAFF.admin.pin);
          await get('backup-row').first().getByRole('button').last().click();
          await desk.fillSecret('pin-input', DESK_STAFF.admin.pin);
          await get('restore-look').click();
          await get('restore-words').fill('昨天的导入弄错了');
          await desk.fillSecret('pin-input', DESK_STAFF.admin.pin);
          await get('restore-start').click();
          await get('restore-done').waitFor({ timeout: 60_000 });
          await desk.toFreshLock(() => get('restore-lock').click());
        },
        () => [pinNeedle(DESK_STAFF.admin.pin)],
      );
    });

    it('of a repair: the PIN that put a backup in the place of records that were lost', async () => {
      await app.quit();
      removeStore(app);
      await app.restart();
      await leavesNothing(
        async () => {
          await desk.signIn('supervisor');
          await desk.failure();
          await get('repair-open').click();
          await get('repair-found').waitFor({ timeout: 60_000 });
          await get('repair-words').fill('磁盘坏了');
          await desk.fillSecret('pin-input', DESK_STAFF.admin.pin);
          await get('repair-start').click();
          await get('repair-done').waitFor({ timeout: 60_000 });
          await desk.toFreshLock(() => get('repair-back').click());
        },
        () => [DESK_STAFF.admin, DESK_STAFF.supervisor].map(({ pin }) => pinNeedle(pin)),
      );
    });
  }

  it('of a recovery: the sheet that was typed, the PINs that were chosen, the sheet that was made', async () => {
    const typed = desk.sheet;
    await leavesNothing(
      () => desk.recover(typed, { from: 'lock-forgot' }),
      () => [
        ...Object.values(RECOVERED_STAFF).map(({ pin }) => pinNeedle(pin)),
        ...sheetNeedles(typed),
        ...sheetNeedles(desk.sheet),
      ],
    );
  });

  if (isFullRun)
    it('of the ceremony after a theft that was begun: the PINs of the two who began it', async () => {
      const { admin, supervisor } = RECOVERED_STAFF;
      await leavesNothing(
        async () => {
          await desk.enter('admin', admin.pin);
          await desk.open('keys');
          await get('theft-open').click();
          await get('theft-next').click();
          await get('needs-room').waitFor();
          await desk.fillSecret('pin-input', admin.pin);
          await desk.fillSecret('other-pin-input', supervisor.pin);
          await get('other-pin-input').press('Enter');
          await get('theft-person').first().waitFor({ timeout: 30_000 });
          await desk.lock();
        },
        () => [admin, supervisor].map(({ pin }) => pinNeedle(pin)),
      );
    });
});

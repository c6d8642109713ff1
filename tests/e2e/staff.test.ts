/** People come, change their PIN and go, in the real application with a real keyring; and a shift is handed over. */
import { describe, expect, it } from 'vitest';
import { inChinese } from '../../contract/vocabulary/wording.ts';
import { zhCN } from '../../renderer/messages/words.ts';
import { shiftWords } from '../../renderer/shift/words.ts';
import { DESK_STAFF } from '../support/desk-driver.ts';
import { openXInput } from '../support/electron-app.ts';
import { openTestDesk } from '../support/test-desk.ts';

interface Printed {
  readonly words: string;
  readonly pdf: string;
}

const NEWCOMER = { name: '前丁', pin: '804926', next: '903718' } as const;

describe('the staff of a desk', () => {
  const { desk, get } = openTestDesk('set-up');
  const ofStaff = (name: string) => desk.page.locator(`[data-testid=staff-member][data-name="${name}"]`);

  /** What would be on the paper: nobody has a printer here, so the printing itself is caught, and the page that is printed is laid out as for one. */
  async function printed(press: () => Promise<void>): Promise<string> {
    await desk.app.electron.evaluate(({ app }) => {
      app.once('web-contents-created', (_event, contents) => {
        const print = async (done?: (success: boolean, reason: string) => void): Promise<void> => {
          const pdf = await contents.printToPDF({
            printBackground: true,
            preferCSSPageSize: true,
            pageSize: 'A4',
          });
          const words = String(await contents.executeJavaScript('document.body.textContent'));
          const kept = globalThis as unknown as { printed: Printed };
          kept.printed = { words, pdf: pdf.toString('latin1') };
          done?.(true, '');
        };
        contents.print = (_options, done) => void print(done);
      });
    });
    await press();
    await get('print-done').waitFor({ timeout: 20_000 });
    const { words, pdf } = await desk.app.electron.evaluate(
      () => (globalThis as unknown as { printed: Printed }).printed,
    );
    expect(pdf.match(/\/Type ?\/Page\b/g)).toHaveLength(1);
    return words;
  }

  /** At the page of prints: all that an order takes, approved by the supervisor. */
  async function approve(): Promise<void> {
    await get('print-place').fill('交接班夹');
    await get('print-due').fill('2099-12-31');
    await get('print-purpose').fill('交接班存档');
    await desk.choose('print-supervisor-choice', { words: DESK_STAFF.supervisor.name });
    await get('print-supervisor-pin-input').fill(DESK_STAFF.supervisor.pin);
    await get('print-submit').click();
  }

  async function openStaff(): Promise<void> {
    if ((await get('screen-staff').count()) === 0) {
      await desk.enter('admin');
      await desk.open('staff');
    }
    await get('staff-member').first().waitFor();
  }
  async function typeNewPin(pin: string): Promise<void> {
    await get('new-pin').fill(pin);
    await get('new-pin-confirm').fill(pin);
  }
  async function submit(): Promise<void> {
    await get('ceremony-submit').click();
    await get('ceremony-done').waitFor({ timeout: 30_000 });
    await get('ceremony-close').click();
  }
  /** From the lock screen, by the name on it. */
  async function signInAs(name: string, pin: string): Promise<void> {
    await get('screen-lock').waitFor();
    await desk.page.locator('button[data-testid^=person-button-]', { hasText: name }).click();
    await get('pin-input').fill(pin);
    await get('pin-input').press('Enter');
  }
  const lock = () => desk.lock();

  it('a receptionist is added by admin and supervisor, by keyboard alone, with the PIN that they type themselves', async () => {
    await openStaff();
    await desk.tabTo('staff-add');
    const { keyboard } = desk.page;
    await keyboard.press('Enter');
    await desk.tabTo('staff-name');
    await keyboard.insertText(NEWCOMER.name);
    await keyboard.press('Enter');
    await get('ceremony-proof').waitFor();
    for (const id of ['new-pin', 'new-pin-confirm']) {
      await desk.tabTo(id);
      await keyboard.insertText(NEWCOMER.pin);
    }
    await desk.tabTo('second-choice');
    await keyboard.press('ArrowDown');
    await keyboard.press('Enter');
    await desk.tabTo('second-pin');
    await keyboard.insertText(DESK_STAFF.supervisor.pin);
    await desk.tabTo('own-pin');
    await keyboard.insertText(DESK_STAFF.admin.pin);
    await keyboard.press('Enter');
    await get('ceremony-done').waitFor({ timeout: 30_000 });
    await keyboard.press('Enter');
    await ofStaff(NEWCOMER.name).waitFor();
    await lock();
  });

  it('signs in, changes their PIN, and the old one opens no more', async () => {
    await signInAs(NEWCOMER.name, NEWCOMER.pin);
    await desk.atCounter();
    await desk.openMenu('settings');
    await get('open-change-pin').click();
    await get('own-pin').fill(NEWCOMER.pin);
    await typeNewPin(NEWCOMER.pin);
    await get('pin-submit').click();
    expect((await desk.failure()).code).toBe('pin-too-weak');
    await get('own-pin').fill(NEWCOMER.pin);
    await typeNewPin(NEWCOMER.next);
    await get('pin-submit').click();
    await get('dialog-change-pin').waitFor({ state: 'detached', timeout: 30_000 });
    await lock();
    await signInAs(NEWCOMER.name, NEWCOMER.pin);
    expect((await desk.failure()).code).toBe('wrong-pin');
    await signInAs(NEWCOMER.name, NEWCOMER.next);
    await desk.atCounter();
  });

  it("hands over: one key, a sheet, a question, and the next person's PIN is asked for at once", async () => {
    await openXInput(desk.app.env).press('alt+j');
    await get('shift-sheet').waitFor();
    // The old PIN was tried once since they came.
    expect(await get('shift-head').innerText()).toMatch(/[0-9a-f]{4} [0-9a-f]{4}/);
    expect(await desk.focused()).toBe('next-receptionist');
    await get('shift-print').click();
    await get('print-form').waitFor();
    const paper = await printed(approve);
    for (const words of [
      '草稿：公司信息未填全',
      NEWCOMER.name,
      DESK_STAFF.supervisor.name,
      '交班人签字',
      '接班人签字',
    ])
      expect(paper).toContain(words);
    // Of the screen around it nothing is on the paper.
    const { print, lead } = shiftWords.shift;
    for (const words of [inChinese(print), inChinese(lead), zhCN.common.lock, DESK_STAFF.receptionist.name])
      expect(paper).not.toContain(words);
    await openXInput(desk.app.env).press('alt+j');
    await get('next-receptionist').focus();
    // Enter once too often hands nothing over: it is asked first, and Escape is no answer.
    await desk.page.keyboard.press('Enter');
    await expect.poll(() => desk.focused()).toBe('handover-yes');
    await desk.app.lockedBy(() => desk.page.keyboard.press('Enter'));
    await get('screen-lock').waitFor();
    await expect.poll(() => desk.focused()).toBe('pin-input');
    const chosen = () =>
      desk.page.locator('button[aria-pressed=true]', { hasText: DESK_STAFF.receptionist.name });
    await chosen().waitFor();
    await get('pin-input').fill(DESK_STAFF.receptionist.pin);
    await desk.page.keyboard.press('Enter');
    await desk.atCounter();
    await lock();
    // Once somebody has signed in, it is they who are chosen.
    await chosen().waitFor();
  });

  it('gets a new PIN with the recovery sheet as it was written down, for a supervisor who forgot theirs', async () => {
    await openStaff();
    await desk.actOnStaff(DESK_STAFF.supervisor.name, 'reset');
    await get('ceremony-next').click();
    await typeNewPin('otter-52-lamp');
    await desk.choose('second-choice', { value: 'sheet' });
    for (const [line, groups] of desk.sheet.entries())
      await get(`sheet-line-${line}`).fill(groups.join(line === 1 ? 'x' : ' '));
    await get('own-pin').fill(DESK_STAFF.admin.pin);
    await get('ceremony-submit').click();
    expect((await desk.failure()).code).toBe('sheet-mismatch');
    await typeNewPin('otter-52-lamp');
    for (const [line, groups] of desk.sheet.entries())
      await get(`sheet-line-${line}`).fill(groups.join(' ').toLowerCase());
    await get('own-pin').fill(DESK_STAFF.admin.pin);
    await submit();
    await lock();
    await signInAs(DESK_STAFF.supervisor.name, 'otter-52-lamp');
    await desk.atCounter();
    await lock();
  });

  it('leaves, is gone from the lock screen at once and after a restart, and stays in the log', async () => {
    await openStaff();
    await desk.actOnStaff(NEWCOMER.name, 'leave');
    await get('ceremony-next').click();
    await get('own-pin').fill(DESK_STAFF.admin.pin);
    await submit();
    expect(await ofStaff(NEWCOMER.name).count()).toBe(0);
    await desk.open('log');
    const left = desk.page.locator('[data-testid=log-entry][data-action=staff-leave]').first();
    await left.waitFor();
    expect(await left.innerText()).toContain(NEWCOMER.name);
    await lock();
    const gone = async () =>
      expect(
        await desk.page.locator('button[data-testid^=person-button-]', { hasText: NEWCOMER.name }).count(),
      ).toBe(0);
    await gone();
    await desk.app.quit();
    await desk.app.restart();
    await get('screen-lock').waitFor();
    await gone();
    await desk.enter('receptionist');
  });

  it('no PIN of anybody is in a file or a log of the application', async () => {
    expect(desk.app.log()).not.toMatch(/804926|903718|otter-52|mango-64/);
  });
});

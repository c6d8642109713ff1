/** The desk as a person works it in the real application: every step through the screen, by its words on the page. */
import type { Page } from 'playwright-core';
import type { Role } from '../../contract/fields.ts';
import { type Limits, NO_LIMITS } from '../../contract/limits/lists.ts';
import type { RunningApp } from './electron-app.ts';
import { settle } from './settle.ts';
import { handOf, openPage } from './open-page.ts';
import type { PageName } from '../../renderer/pages/define-page.ts';

export interface StaffForSetUp {
  readonly name: string;
  readonly pin: string;
}

/** PINs that pass the rules and mean nothing. */
export const DESK_STAFF: Readonly<Record<Role, StaffForSetUp>> = {
  admin: { name: '管甲', pin: 'mango-64-rail' },
  supervisor: { name: '主乙', pin: 'tabby-37-kite' },
  receptionist: { name: '前丙', pin: '728164' },
};

const byId = (page: Page, id: string) => page.getByTestId(id);

type RecoveryLook =
  | 'what'
  | 'sheet'
  | 'slip'
  | 'compare'
  | 'differs'
  | 'people'
  | 'pins'
  | 'new-sheet'
  | 'prove'
  | 'done';

interface RecoveryOptions {
  /** What is pressed to begin it: on the lock screen, or where nobody can sign in. */
  readonly from: 'lock-forgot' | 'recover' | 'setup-from-backup';
  /** The folder that is picked, on a computer without a vault. */
  readonly backups?: string;
  /** By role, of those who are there; the roster's first of each, or somebody new where `newcomers` names them. */
  readonly staff?: Readonly<Partial<Record<Role, StaffForSetUp>>>;
  /** Roles in which somebody new comes, in place of whoever the roster has. */
  readonly newcomers?: readonly Role[];
  readonly onStep?: (step: RecoveryLook) => Promise<void>;
  /** First a line of the sheet is mistyped, and then the fingerprints are said to differ, which ends it; it is begun anew. Always so where somebody looks. */
  readonly slipsFirst?: boolean;
}

/** After a recovery, unless a test says otherwise. */
export const RECOVERED_STAFF = {
  admin: { name: DESK_STAFF.admin.name, pin: 'cedar-18-mill' },
  supervisor: { name: DESK_STAFF.supervisor.name, pin: 'otter-52-lamp' },
} as const satisfies Readonly<Partial<Record<Role, StaffForSetUp>>>;

export class DeskDriver {
  /** Of the vault that was set up or recovered last. */
  sheet: string[][] = [];
  readonly #running: () => RunningApp;

  /** An application, or how to get at one that is not running yet. */
  constructor(app: RunningApp | (() => RunningApp)) {
    this.#running = typeof app === 'function' ? app : () => app;
  }

  get app(): RunningApp {
    return this.#running();
  }

  get page(): Page {
    return this.app.page();
  }

  /** By its area on the rail, its tab and its section. */
  open(page: PageName): Promise<void> {
    return openPage(page, handOf(this.page));
  }

  /** One of what is behind the name of whoever is signed in. */
  async openMenu(entry: 'privacy' | 'settings' | 'help'): Promise<void> {
    await byId(this.page, 'account').click();
    await byId(this.page, `menu-${entry}`).click();
  }

  /** What the bell says of one matter, and the way there. */
  async openAlert(id: string): Promise<void> {
    await byId(this.page, 'bell').click();
    await byId(this.page, `alert-${id}-go`).click();
  }

  /** From an empty profile to the lock screen. `onStep` is told before each step leaves the screen. */
  async setUp(
    estateName: string,
    onStep: (step: string) => Promise<void> = async () => undefined,
  ): Promise<string[][]> {
    const { page } = this;
    await byId(page, 'estate-name').fill(estateName);
    await onStep('welcome');
    await byId(page, 'setup-next').click();
    for (const role of ['admin', 'supervisor', 'receptionist'] as const) {
      await page.locator(`[data-testid=screen-setup][data-step=${role}]`).waitFor();
      await byId(page, 'staff-name').fill(DESK_STAFF[role].name);
      await this.fillSecret('pin-input', DESK_STAFF[role].pin);
      await this.fillSecret('pin-confirm', DESK_STAFF[role].pin);
      await onStep(role);
      await byId(page, 'setup-next').click();
    }
    await byId(page, 'make-keys').waitFor();
    await onStep('keys');
    await byId(page, 'make-keys').click();
    await byId(page, 'recovery-sheet').waitFor({ timeout: 60_000 });
    await onStep('sheet');
    const sheet = await this.readSheet();
    await byId(page, 'sheet-more').click();
    await byId(page, 'sheet-handwritten').click();
    await this.proveSheet(sheet, onStep);
    await this.toFreshLock(() => byId(page, 'setup-finish').click());
    this.sheet = sheet;
    return sheet;
  }

  /**
   * From the lock screen back to it: an admin and a supervisor agree to limits at which nobody is too fast or does too much, since a test is quicker than
   * any clerk. By the vault's own route, past the screens.
   */
  async allowHaste(limits: Limits = NO_LIMITS): Promise<void> {
    await this.signIn('admin');
    await this.atCounter();
    const { ok, error } = await this.request('limits.change', {
      limits,
      words: '试运行期间由测试快速操作',
      pin: DESK_STAFF.admin.pin,
      supervisor: { slotId: await this.slotOf('supervisor'), pin: DESK_STAFF.supervisor.pin },
    });
    if (!ok) throw new Error(`limits were not changed: ${error?.code}`);
    await this.decideIdNumbers();
    await this.lock();
  }

  /** From the lock screen and back to it: an admin decides that ID numbers are kept with consent. */
  async keepIdNumbers(): Promise<void> {
    await this.signIn('admin');
    await this.atCounter();
    await this.decideIdNumbers();
    await this.lock();
  }

  private async decideIdNumbers(): Promise<void> {
    const { ok, error } = await this.request('idNumbers.decide', {
      choice: 'consent',
      words: '试运行期间以证件号区分人员',
      pin: DESK_STAFF.admin.pin,
    });
    if (!ok) throw new Error(`nothing was decided of ID numbers: ${error?.code}`);
  }

  /** From the screen that offers it to the lock screen, with another sheet in hand. The fingerprint that was compared. */
  async recover(
    sheet: readonly (readonly string[])[],
    {
      from,
      backups,
      staff = RECOVERED_STAFF,
      newcomers = [],
      onStep,
      slipsFirst = onStep !== undefined,
    }: RecoveryOptions,
  ): Promise<string> {
    const { page } = this;
    const look = async (step: RecoveryLook): Promise<void> => onStep?.(step);
    const next = (): Promise<void> => byId(page, 'recovery-next').click();
    const at = (step: string): Promise<void> =>
      page.locator(`[data-testid=screen-recovery][data-step=${step}]`).waitFor({ timeout: 60_000 });
    const reachSheet = async (): Promise<void> => {
      await next();
      if (backups !== undefined) await this.chooseBackup(backups);
      await at('sheet');
    };
    await byId(page, from).click();
    await at('what');
    await look('what');
    await reachSheet();
    await look('sheet');
    await this.typeSheet(sheet, slipsFirst ? look : undefined);
    await byId(page, 'recovery-open').click();
    await at('compare');
    await look('compare');
    const fingerprint = (await byId(page, 'recovery-fingerprint').locator('code').textContent())!.trim();
    if (slipsFirst) {
      await byId(page, 'recovery-not-same').click();
      await look('differs');
      // It ends there; whoever looks again begins anew.
      await byId(page, 'recovery-stop').click();
      await byId(page, from).click();
      await reachSheet();
      await this.typeSheet(sheet);
      await byId(page, 'recovery-open').click();
      await at('compare');
    }
    await next();
    await at('people');
    await this.chooseThere(staff, newcomers);
    await look('people');
    await next();
    await at('pins');
    await look('pins');
    for (
      const title = byId(page, 'screen-recovery').getByRole('heading', { level: 2 });
      (await byId(page, 'pin-confirm').count()) > 0;
    ) {
      const words = await title.innerText();
      const person = Object.values(staff).find(({ name }) => words.includes(name))!;
      await this.fillSecret('pin-input', person.pin);
      await this.fillSecret('pin-confirm', person.pin);
      await next();
      await page.waitForFunction(
        (before) => document.querySelector('[data-testid=screen-recovery] h2')?.textContent !== before,
        words,
      );
    }
    await byId(page, 'recovery-sheet').waitFor({ timeout: 60_000 });
    await look('new-sheet');
    this.sheet = await this.readSheet();
    await byId(page, 'sheet-more').click();
    await byId(page, 'sheet-handwritten').click();
    await this.proveSheet(this.sheet, () => look('prove'));
    await byId(page, 'setup-finish').click();
    await at('done');
    await look('done');
    await this.toFreshLock(next);
    return fingerprint;
  }

  /** The newest of a folder, where a vault is brought back from one. */
  private async chooseBackup(folder: string): Promise<void> {
    await this.answerDialog(folder);
    await byId(this.page, 'recovery-pick').click();
    await byId(this.page, 'recovery-backups').waitFor();
    await byId(this.page, 'recovery-next').click();
  }

  /** As the admin who is signed in: a folder is chosen for backups, and one is made. */
  async makeBackup(folder: string, pin: string): Promise<void> {
    await this.open('backup');
    await this.makeBackupHere(folder, pin);
  }

  /** The same where its page is shown already. */
  async makeBackupHere(folder: string, pin: string): Promise<void> {
    const { page } = this;
    await this.answerDialog(folder);
    await byId(page, 'backup-settings').click();
    await byId(page, 'backup-pick').click();
    await this.fillSecret('pin-input', pin);
    await byId(page, 'backup-save').click();
    await byId(page, 'backup-make').click();
    await byId(page, 'backup-made').waitFor({ timeout: 60_000 });
  }

  /** Whole, from the first line on, as a scanner types it; before that a slip, which its line says, where somebody looks. */
  async typeSheet(
    sheet: readonly (readonly string[])[],
    onStep?: (step: RecoveryLook) => Promise<void>,
  ): Promise<void> {
    const { page } = this;
    await byId(page, 'sheet-line-0').focus();
    if (onStep !== undefined) {
      const [first = ''] = sheet[0]!;
      await page.keyboard.type(`${first === '0000' ? '1111' : '0000'}${sheet[0]!.slice(1).join('')}`);
      await page.locator('[data-testid=sheet-line-0][data-right=false]').waitFor();
      await onStep('slip');
      await byId(page, 'sheet-line-0').fill('');
      await byId(page, 'sheet-line-0').focus();
    }
    await this.typeOn(
      sheet
        .map((groups) => groups.join(''))
        .join('-')
        .toLowerCase(),
    );
    for (const line of sheet.keys())
      await page.locator(`[data-testid=sheet-line-${line}][data-right=true]`).waitFor();
  }

  private async chooseThere(
    staff: Readonly<Partial<Record<Role, StaffForSetUp>>>,
    newcomers: readonly Role[],
  ): Promise<void> {
    const { page } = this;
    const wanted = Object.entries(staff)
      .filter(([role]) => !newcomers.includes(role as Role))
      .map(([, { name }]) => name);
    for (const one of await page.locator('[data-testid^=recovery-there-]').all()) {
      const label = await one.evaluate((input) => (input as HTMLInputElement).labels?.[0]?.textContent ?? '');
      await one.setChecked(wanted.some((name) => label.includes(name)));
    }
    for (const role of newcomers) {
      await byId(page, `recovery-add-${role}`).click();
      await page.locator('[data-testid^=recovery-name-]').last().fill(staff[role]!.name);
    }
  }

  async readSheet(): Promise<string[][]> {
    const sheet: string[][] = [];
    for (const group of await this.page.locator('[data-testid^=sheet-group-]').all()) {
      const [line, at] = (await group.getAttribute('data-testid'))!
        .replace('sheet-group-', '')
        .split('-')
        .map(Number) as [number, number];
      (sheet[line] ??= [])[at] = (await group.textContent())!.trim();
    }
    return sheet;
  }

  private async proveSheet(
    sheet: readonly (readonly string[])[],
    onStep: (step: string) => Promise<void>,
  ): Promise<void> {
    await this.typeGroups(sheet);
    await onStep('prove');
  }

  /** The two groups of a sheet that the screen asks for. */
  async typeGroups(sheet: readonly (readonly string[])[]): Promise<void> {
    const { page } = this;
    await byId(page, 'prove-0').waitFor();
    for (const index of [0, 1]) {
      const label = await byId(page, `prove-${index}`).evaluate(
        (input) => (input as HTMLInputElement).labels?.[0]?.textContent ?? '',
      );
      const [line, group] = label.match(/\d+/g)!.map(Number) as [number, number];
      await byId(page, `prove-${index}`).fill(sheet[line - 1]![group - 1]!.toLowerCase());
    }
  }

  /** From the lock screen to the counter (or to an alarm), as the first of that role. */
  async signIn(role: Role, pin = DESK_STAFF[role].pin): Promise<void> {
    await byId(this.page, 'screen-lock').waitFor();
    await byId(this.page, `person-button-${role}`).first().click();
    await this.fillSecret('pin-input', pin);
    await byId(this.page, 'pin-input').press('Enter');
  }

  /** Puts a PIN into an input, as quickly as it can be. */
  async fillSecret(testId: string, text: string): Promise<void> {
    await byId(this.page, testId).fill(text);
  }

  /** Key by key into what has the focus, and on into what follows it. */
  async typeOn(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }

  async atCounter(): Promise<void> {
    await byId(this.page, 'screen-counter').waitFor({ timeout: 20_000 });
  }

  lock(): Promise<void> {
    return this.toFreshLock(() => this.page.keyboard.press('Control+l'));
  }

  /** Does what ends in the lock screen of another page and another vault. */
  async toFreshLock(action: () => Promise<void>): Promise<void> {
    await this.app.lockedBy(action);
    await byId(this.page, 'screen-lock').waitFor({ timeout: 60_000 });
  }

  /** From the lock screen to the counter. */
  async enter(role: Role, pin = DESK_STAFF[role].pin): Promise<void> {
    await this.signIn(role, pin);
    await this.atCounter();
  }

  async switchTo(role: Role): Promise<void> {
    await this.lock();
    await this.enter(role);
  }

  /** Types into the search box as a person does and waits for the list to answer. */
  async search(text: string): Promise<void> {
    const box = byId(this.page, 'search-box');
    await box.focus();
    await this.page.keyboard.press('Control+a');
    await this.page.keyboard.press('Delete');
    await this.page.keyboard.insertText(text.slice(0, 1));
    if (text.length > 1) await this.page.keyboard.insertText(text.slice(1));
    await this.page
      .locator('[data-testid=result-row], [data-testid=no-results], [data-testid=elsewhere]')
      .first()
      .waitFor();
  }

  /** Opens what is chosen in the list; whoever was open before it is gone when this resolves. */
  async openFirst(): Promise<void> {
    await this.page.keyboard.press('Enter');
    // Enter waits for an answer that is still to come; until then the panel is that of before.
    await this.page.locator('[data-spent=true]').waitFor();
    await this.page.locator('[data-testid=person-panel][aria-busy=false]').waitFor();
  }

  async startReveal(field: string, ordinal = 0): Promise<void> {
    await byId(this.page, `reveal-${field}-${ordinal}`).click();
    await byId(this.page, 'reveal-form').waitFor();
  }

  /** One that is not offered at once is behind the others. */
  async chooseReason(reason: string): Promise<void> {
    const chip = byId(this.page, `reason-${reason}`);
    await chip.or(byId(this.page, 'reason-more')).first().waitFor();
    if ((await chip.count()) === 0) await byId(this.page, 'reason-more').click();
    await chip.click();
  }

  /** Begins what an admin may do about one of the staff, from the menu of their row where it is folded into one. */
  async actOnStaff(name: string, kind: string): Promise<void> {
    const row = this.page.locator(`[data-testid=staff-member][data-name="${name}"]`);
    await row.waitFor();
    const inRow = row.getByTestId(`staff-${kind}`);
    if ((await inRow.count()) > 0) return inRow.click();
    await row.getByTestId('staff-menu').click();
    await this.page
      .getByRole('menuitem')
      .and(byId(this.page, `staff-${kind}`))
      .click();
  }

  /** Reveals with the own PIN, and a supervisor's where the field asks for one. The value as shown. */
  async reveal(
    field: string,
    role: Role,
    options: { readonly reason?: string; readonly cosign?: boolean } = {},
  ): Promise<string> {
    await this.startReveal(field);
    await this.chooseReason(options.reason ?? 'repair');
    const form = byId(this.page, 'reveal-form');
    await form.getByTestId('pin-input').fill(DESK_STAFF[role].pin);
    if (options.cosign === true) await this.proveSupervisor('cosigner');
    await byId(this.page, 'reveal-submit').click();
    await byId(this.page, 'reveal-value').waitFor({ timeout: 20_000 });
    return (await byId(this.page, 'reveal-value').textContent())!.replace(/\s/g, '');
  }

  /** Opens a list and chooses in it, by what a choice stands for or by part of its words. */
  async choose(
    testId: string,
    which: { readonly value: string } | { readonly words: string },
  ): Promise<void> {
    const opener = byId(this.page, testId);
    // A list that stands beside a field closes where the field scrolls.
    await opener.evaluate((button) => button.scrollIntoView({ block: 'center' }));
    await settle(this.page);
    await opener.click();
    const choices = this.page.getByRole('option');
    await (
      'value' in which
        ? choices.and(this.page.locator(`[data-value="${which.value}"]`))
        : choices.filter({ hasText: which.words })
    ).click();
    await this.page
      .getByRole('listbox')
      .and(this.page.locator('[data-choices]'))
      .waitFor({ state: 'detached' });
  }

  async proveSupervisor(testId: 'cosigner' | 'supervisor'): Promise<void> {
    const choice = byId(this.page, `${testId}-choice`);
    if ((await choice.getAttribute('data-value')) === '')
      await this.choose(`${testId}-choice`, { words: DESK_STAFF.supervisor.name });
    await byId(this.page, `${testId}-pin-input`).fill(DESK_STAFF.supervisor.pin);
  }

  /** Whether ID numbers are kept is asked where the list has any, and each sheet with a question is said to be right. */
  async confirmColumns(): Promise<void> {
    const yes = byId(this.page, 'take-ids-yes');
    if ((await yes.count()) > 0) await yes.click();
    const unchecked = this.page.locator('input[data-testid^=checked-]:not(:checked)');
    while ((await unchecked.count()) > 0) await unchecked.first().click();
  }

  /** What of those who are on record and not in the list is asked where there are any. */
  async leaveMissing(): Promise<void> {
    const missing = byId(this.page, 'preview-filter-missing');
    if ((await missing.count()) === 0) return;
    await missing.click();
    await byId(this.page, 'missing-stay').click();
  }

  /** The import from the file dialog (answered with `path`) to its result. */
  async importWorkbook(
    path: string,
    onStep: (step: string) => Promise<void> = async () => undefined,
    where: { readonly isThere: boolean } = { isThere: false },
  ): Promise<{ created: number; rejected: number }> {
    const { page } = this;
    await this.previewWorkbook(path, onStep, where);
    await this.leaveMissing();
    await this.proveSupervisor('supervisor');
    await byId(page, 'import-apply').click();
    await byId(page, 'import-result').waitFor({ timeout: 300_000 });
    await onStep('result');
    const count = async (id: string): Promise<number> =>
      Number((await byId(page, id).textContent())!.replace(/\D/g, ''));
    const result = { created: await count('result-created'), rejected: await count('result-rejected') };
    // Whoever was led here is led on.
    if (where.isThere) return result;
    await byId(page, 'import-done').click();
    await this.atCounter();
    return result;
  }

  /** As far as that nothing has been written yet. */
  async previewWorkbook(
    path: string,
    onStep: (step: string) => Promise<void> = async () => undefined,
    { isThere }: { readonly isThere: boolean } = { isThere: false },
  ): Promise<void> {
    const { page } = this;
    await this.answerDialog(path);
    if (!isThere) await page.keyboard.press('Control+i');
    await byId(page, 'screen-import').waitFor();
    await onStep('file');
    await byId(page, 'pick-file').click();
    await page.locator('[data-testid=screen-import][data-step=columns]').waitFor({ timeout: 120_000 });
    await onStep('columns');
    await this.confirmColumns();
    await this.proveSupervisor('supervisor');
    await byId(page, 'import-preview').click();
    await page.locator('[data-testid=screen-import][data-step=preview]').waitFor({ timeout: 300_000 });
    await onStep('preview');
  }

  /** The operating system's open dialog cannot be driven; main is told what it answers. */
  async answerDialog(path: string): Promise<void> {
    await this.app.electron.evaluate(({ dialog }, chosen) => {
      dialog.showOpenDialog = (async (...asked: readonly unknown[]) => {
        const { defaultPath = null } = asked.at(-1) as { readonly defaultPath?: string };
        Object.assign(globalThis, { dialogBegan: defaultPath });
        return { canceled: false, filePaths: [chosen] };
      }) as typeof dialog.showOpenDialog;
    }, path);
  }

  /** What the last open dialog that was answered began with. */
  dialogBegan(): Promise<unknown> {
    return this.app.electron.evaluate(() => (globalThis as { readonly dialogBegan?: unknown }).dialogBegan);
  }

  async answerSaveDialog(path: string): Promise<void> {
    await this.app.electron.evaluate(({ dialog }, chosen) => {
      dialog.showSaveDialog = (async () => ({
        canceled: false,
        filePath: chosen,
      })) as typeof dialog.showSaveDialog;
    }, path);
  }

  /** Types into the search box, replacing what is there, with real key events where a key makes the character. */
  async ask(text: string): Promise<void> {
    await byId(this.page, 'search-box').focus();
    await this.page.keyboard.press('Control+a');
    await this.page.keyboard.press('Delete');
    await this.page
      .locator('[data-testid=result-row], [data-testid=visitor-relation]')
      .first()
      .waitFor({ state: 'detached' });
    for (const character of text) {
      if (/[ -~]/.test(character)) await this.page.keyboard.press(character === ' ' ? 'Space' : character);
      else await this.page.keyboard.insertText(character);
    }
  }

  /** Asks until the first row says all of these, then opens it with Enter. */
  async openBySearch(text: string, ...says: readonly string[]): Promise<void> {
    await this.ask(text);
    await this.firstRowSays(...says);
    await this.openFirst();
  }

  /** By its text and its name, which says the room of the line above it. */
  async firstRowSays(...says: readonly string[]): Promise<void> {
    await this.page.waitForFunction(
      (wanted) => {
        const row = document.querySelector('[data-testid=result-row]');
        const shown = `${row?.textContent ?? ''} ${row?.ariaLabel ?? ''}`;
        return wanted.every((part) => shown.includes(part));
      },
      says,
      { timeout: 15_000 },
    );
  }

  /** Everything that the document holds, in text, attributes and inputs, without the spaces that groups of digits have. */
  async everythingInDocument(): Promise<string> {
    return this.page.evaluate(() => {
      const inputs = [...document.querySelectorAll<HTMLInputElement>('input, textarea, select')].map(
        (input) => input.value,
      );
      return [document.documentElement.outerHTML, document.documentElement.textContent, ...inputs]
        .join('\n')
        .replaceAll(/[^\S\n]|<\/?span[^>]*>/g, '');
    });
  }

  /** The test id of what has the focus, or of the form or dialog around it. */
  async focused(): Promise<string | null> {
    return this.page.evaluate(
      () => document.activeElement?.closest('[data-testid]')?.getAttribute('data-testid') ?? null,
    );
  }

  /** Presses Tab until what has the focus has this test id; how often. */
  async tabTo(testId: string, most = 60): Promise<number> {
    for (let pressed = 0; pressed <= most; pressed++) {
      const at = await this.page.evaluate(() => document.activeElement?.getAttribute('data-testid'));
      if (at === testId) return pressed;
      await this.page.keyboard.press('Tab');
    }
    throw new Error(`Tab does not lead to ${testId}`);
  }

  /** A request as a page makes it, past the screens: what the vault itself answers. */
  async request(
    route: string,
    payload: unknown,
  ): Promise<{ ok: boolean; value?: unknown; error?: { code: string } }> {
    return this.page.evaluate(
      ([name, body]) => {
        const { vault } = (
          window as unknown as {
            residentVault: { vault: Record<string, (request: unknown) => Promise<{ ok: boolean }>> };
          }
        ).residentVault;
        return vault[name as string]!(body);
      },
      [route, payload] as const,
    );
  }

  async slotOf(role: Role): Promise<string> {
    const { value } = await this.request('vault.status', {});
    return (value as { people: { role: Role; slotId: string }[] }).people.find(
      (person) => person.role === role,
    )!.slotId;
  }

  /** Code of the failure that the screen shows, with its words. */
  async failure(): Promise<{ code: string; words: string }> {
    const note = byId(this.page, 'failure').first();
    await note.waitFor({ timeout: 60_000 });
    return { code: (await note.getAttribute('data-code'))!, words: await note.innerText() };
  }
}

/** What the demo does at the desk beyond the tests' driver: whatever workbook it is given, it finds somebody to look up. */
import type { VerifyKind } from '../../contract/people/verify-kinds.ts';
import type { Role } from '../../contract/fields.ts';
import type { RunningApp } from '../support/electron-app.ts';
import { DESK_STAFF, DeskDriver } from '../support/desk-driver.ts';
import { handOf, openPage } from '../support/open-page.ts';

export interface ImportOutcome {
  readonly rows: number;
  readonly created: number;
  readonly rejected: readonly { readonly row: number; readonly reason: string }[];
}

/** Initials of the commonest surnames, then house numbers: one of them is in every estate. */
const TRIES = ['w', 'l', 'z', 'c', 'y', 'h', 'x', 'g', 's', '1', '2'];
const ROWS_TRIED = 12;

export class DemoDesk extends DeskDriver {
  readonly #app: RunningApp;

  constructor(app: RunningApp) {
    super(app);
    this.#app = app;
  }

  async importCounting(path: string): Promise<ImportOutcome> {
    let rows = 0;
    let rejected: ImportOutcome['rejected'] = [];
    const { created } = await this.importWorkbook(path, async (step) => {
      if (step === 'preview')
        rows = Number((await this.page.getByTestId('preview-filter-all').textContent())!.replace(/\D/g, ''));
      if (step === 'result') rejected = await this.readRejects();
    });
    return { rows, created, rejected };
  }

  private readRejects(): Promise<ImportOutcome['rejected']> {
    return this.page.getByTestId('reject').evaluateAll((items) =>
      items.map((item) => ({
        row: Number((item as HTMLElement).dataset['row']),
        reason: (item as HTMLElement).dataset['reason'] ?? '',
      })),
    );
  }

  /** Opens the first record that has a phone and an ID number. */
  async findSomebody(): Promise<void> {
    for (const text of TRIES) {
      await this.search(text);
      const rows = Math.min(ROWS_TRIED, await this.page.getByTestId('result-row').count());
      for (let row = 0; row < rows; row++) {
        await this.page.getByTestId('result-row').nth(row).click();
        await this.page.getByTestId('person-panel').waitFor();
        if ((await this.hasField('phone')) && (await this.hasField('idNumber'))) return;
      }
    }
    throw new Error('no record with a phone and an ID number was found');
  }

  private async hasField(field: string): Promise<boolean> {
    return (await this.page.getByTestId(`reveal-${field}-0`).count()) > 0;
  }

  /** Whether what a visitor says is so. */
  async verify(kind: VerifyKind, said: string, role: Role): Promise<boolean> {
    await this.page.keyboard.press('Alt+v');
    await this.page.getByTestId(`verify-kind-${kind}`).click();
    await this.page.getByTestId('verify-said').fill(said);
    await this.page.getByTestId('verify-form').getByTestId('pin-input').fill(DESK_STAFF[role].pin);
    await this.page.getByTestId('verify-submit').click();
    const answer = this.page.getByTestId('verify-result');
    await answer.waitFor({ timeout: 20_000 });
    const match = (await answer.getAttribute('data-match')) === 'true';
    await this.page.keyboard.press('Escape');
    return match;
  }

  async hide(): Promise<void> {
    await this.page.keyboard.press('Escape');
    await this.page.getByTestId('reveal-value').waitFor({ state: 'detached' });
  }

  /** Walks away. */
  async waitForIdleLock(idleSeconds: number): Promise<string> {
    const from = performance.now();
    const page = await this.#app.lockedBy(() => undefined);
    await page.getByTestId('screen-lock').waitFor({ timeout: 20_000 });
    return `after ${Math.round((performance.now() - from) / 1000)} s of at most ${idleSeconds}`;
  }

  async verifyLog(): Promise<string> {
    await openPage('log', handOf(this.page));
    await this.page.getByTestId('log-verify').click();
    const check = this.page.getByTestId('log-check').locator('[data-ok]').first();
    await check.waitFor({ timeout: 60_000 });
    if ((await check.getAttribute('data-ok')) !== 'true') throw new Error('the log does not fit its anchor');
    return 'chain whole';
  }
}

/** The first day with the keyboard alone: from the spreadsheet that an office keeps to the counter, in both languages, at 100 and at 200 %. */
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../contract/shell/settings.ts';
import { zoomed } from '../screens/fits.ts';
import { DESK_STAFF } from '../support/desk-driver.ts';
import { type FixtureCell, estateSheet, writeSheets } from '../support/fixture-workbooks.ts';
import { phoneOf } from '../support/people-drafts.ts';
import { openTestDesk } from '../support/test-desk.ts';

const RESIDENTS = 400;
/** Milliseconds beside the answers. */
const MOST = 180_000;
/** Columns of a usual list: room, name, phone, ID number, relation. */
const KEPT = [0, 1, 2, 8, 10, 11, 12] as const;
const [NAME, PHONE, ID] = [3, 4, 5] as const;
/** Rows of the preview that are in sight at once, in a window of 1280 by 720. */
const IN_SIGHT = 12;

/** As an office keeps it: a title, plain rows, an ID number that was typed with stars, one name twice in a room with another phone. */
function writeList(path: string, formerly: boolean): void {
  const sheet = estateSheet({ residents: RESIDENTS, seed: 28, format: 'xlsx' });
  const rows = sheet.rows.map((row, at): FixtureCell[] =>
    at === 0 ? [...row] : KEPT.map((column) => row[column] ?? null),
  );
  const first = rows[2]!;
  first[ID] = `${String(first[ID]).slice(0, 6)}********${String(first[ID]).slice(14)}`;
  const twice: FixtureCell[] = [...first];
  twice[PHONE] = phoneOf(9_001);
  twice[ID] = null;
  rows.splice(3, 0, twice);
  if (!formerly) {
    // A month later: one has gone, one has come, one has another phone.
    rows.splice(40, 1);
    rows[50]![PHONE] = phoneOf(9_002);
    rows.push([...rows[60]!.slice(0, NAME), '祁望舒', phoneOf(9_003), null, '租户']);
  }
  writeSheets(path, [{ name: sheet.name, rows }], 'xlsx');
  // Whoever runs the application disposes of it.
  chmodSync(path, 0o666);
}

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'resident-vault-first-'));
  chmodSync(folder, 0o777);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.each(LANGUAGES)('a list of 400 in %s, with the keyboard alone', (language) => {
  const { desk, get, press } = openTestDesk('set-up', async () => ({ idleSeconds: 600, language }));
  const list = () => join(folder, `业主-${language}.xlsx`);
  const step = (name: string) =>
    desk.page.locator(`[data-testid=screen-import][data-step=${name}]`).waitFor({ timeout: 60_000 });
  const count = async (id: string): Promise<number> =>
    Number((await get(id).textContent())!.replaceAll(/\D/g, ''));

  /** Tab leads there, and what has the focus is seen: nothing covers it and it is not cut off. */
  async function to(testId: string, most = 80): Promise<void> {
    for (let pressed = 0; (await desk.focused()) !== testId; pressed++) {
      if (pressed > most) throw new Error(`Tab does not lead to ${testId}`);
      await press('Tab');
    }
    expect(await seen(), testId).toBe(true);
  }
  const seen = () =>
    desk.page.evaluate(() => {
      const at = document.activeElement!;
      const { left, top, width, height } = at.getBoundingClientRect();
      const hit = document.elementFromPoint(left + width / 2, top + height / 2);
      return (
        hit !== null && (at.contains(hit) || hit.contains(at) || at.closest('label')?.contains(hit) === true)
      );
    });

  async function prove(): Promise<void> {
    await to('supervisor-choice');
    if ((await get('supervisor-choice').getAttribute('data-value')) === '') {
      await press('ArrowDown');
      await press('Enter');
    }
    await to('supervisor-pin-input', 3);
    await desk.typeOn(DESK_STAFF.supervisor.pin);
    await press('Enter');
  }

  /** To the preview, with what is asked answered. */
  async function preview(): Promise<void> {
    await desk.answerDialog(list());
    await press('Control+i');
    await get('pick-file').waitFor();
    await press('Enter');
    await step('columns');
    await to('take-ids-yes');
    await press('Space');
    await prove();
    await step('preview');
  }

  async function fromFileToCounter(): Promise<number> {
    const from = performance.now();
    await preview();
    expect(await count('preview-filter-ambiguous')).toBe(1);
    await to('answer-rest-same');
    await press('Space');
    await press('ArrowRight');
    await prove();
    await step('result');
    expect(await count('result-created')).toBe(RESIDENTS + 1);
    expect(await desk.focused()).toBe('dispose');
    await press('Enter');
    await press('Enter');
    await get('original-gone').waitFor();
    expect(existsSync(list())).toBe(false);
    await to('import-done');
    await press('Enter');
    await desk.atCounter();
    return performance.now() - from;
  }

  const rowsInSight = () =>
    get('plan-rows').evaluate((list) => {
      const { top, bottom } = list.getBoundingClientRect();
      const rows = [...list.querySelectorAll('[data-testid=plan-row]')].map((row) =>
        row.getBoundingClientRect(),
      );
      return rows.filter((row) => row.top >= top - 1 && row.bottom <= bottom + 1).length;
    });

  /** Undone again, in the numbers of the result. */
  async function undo(): Promise<void> {
    await desk.open('imports');
    await get('import-run').first().waitFor();
    await get('import-run').first().locator('[data-testid^=undo-]').press('Enter');
    await get('undo-panel').waitFor();
    expect(await get('undo-panel').innerText()).toContain(String(RESIDENTS + 1));
    await prove();
    await get('undo-done').waitFor({ timeout: 60_000 });
    await press('Escape');
    await desk.atCounter();
  }

  beforeAll(() => desk.enter('receptionist'));

  it('takes no more than three minutes, also at 200 %', async () => {
    writeList(list(), true);
    expect(await fromFileToCounter()).toBeLessThan(MOST);
    await undo();
    writeList(list(), true);
    expect(await zoomed(desk.app, 2, fromFileToCounter)).toBeLessThan(MOST);
  });

  it('shows twelve of its rows at once, and asks before Escape leaves it', async () => {
    writeList(list(), false);
    await preview();
    // Where the list of the first test lay.
    expect(await desk.dialogBegan()).toBe(folder);
    await get('preview-filter-all').click();
    await expect.poll(rowsInSight).toBeGreaterThanOrEqual(IN_SIGHT);
    await press('Escape');
    await get('dialog-unsaved').waitFor();
    await press('Escape');
    await get('dialog-unsaved').waitFor({ state: 'detached' });
    await step('preview');
  });
});

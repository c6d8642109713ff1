/** The main job, from an empty profile to a log that verifies, in the real application: one desk, one day, in order. */
import { chmodSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningApp, launchApp, openXInput, readProcessStatus } from '../support/electron-app.ts';
import { expectEnded } from '../support/expect-ended.ts';
import { DESK_STAFF, DeskDriver } from '../support/desk-driver.ts';
import { RESIDENTS, writeResidents } from '../support/desk-residents.ts';
import { phoneOf } from '../support/people-drafts.ts';
import { words } from '../support/words.ts';

const workbook = join(tmpdir(), `resident-vault-owners-${process.pid}.xlsx`);
const GENERATED = 60;
const { asked, other } = RESIDENTS;
const maskOf = (phone: string): string => `${phone.slice(0, 3)}****${phone.slice(-4)}`;

let app: RunningApp;
let desk: DeskDriver;
beforeAll(async () => {
  writeResidents(workbook, GENERATED);
  chmodSync(workbook, 0o644);
  app = await launchApp();
  desk = new DeskDriver(app);
});
afterAll(async () => {
  await app?.dispose();
  rmSync(workbook, { force: true });
});

/** What the window system and the kernel of Linux tell, or take. */
const onLinux = it.runIf(process.platform === 'linux');

const get = (id: string) => desk.page.getByTestId(id);
const press = (key: string): Promise<void> => desk.page.keyboard.press(key);
const gone = (id: string, timeout = 20_000): Promise<void> =>
  get(id).first().waitFor({ state: 'detached', timeout });
/** Nobody's hidden value, in any form that a document could hold it. */
async function expectMasked(): Promise<void> {
  const everything = await desk.everythingInDocument();
  expect(everything).toContain(maskOf(asked.phone));
  for (const secret of [
    asked.phone,
    asked.phone.slice(0, 7),
    asked.idNumber,
    asked.idNumber.slice(6, 14),
    asked.name,
    asked.plate,
  ])
    expect(everything).not.toContain(secret);
}

onLinux('runs as an ordinary user, with the sandbox on', async () => {
  const { main, vault, renderer } = await app.processIds();
  for (const pid of [main, vault, renderer]) {
    expect(readProcessStatus(pid, 'Uid')?.split('\t')).not.toContain('0');
    expect(readProcessStatus(pid, 'NoNewPrivs')).toBe(
      process.getuid?.() === 0 ? '1' : expect.stringMatching(/[01]/),
    );
  }
  expect(readProcessStatus(renderer, 'Seccomp')).toBe('2');
  expect(await app.electron.evaluate(({ app: running }) => running.commandLine.hasSwitch('no-sandbox'))).toBe(
    false,
  );
});

it('sets up a vault with three people, and proves the sheet; the page and the vault that have seen PINs and sheet end with it', async () => {
  const before = await app.processIds();
  const sheet = await desk.setUp('测试花园');
  await expectEnded(before.vault, before.renderer);
  expect(sheet.flat().join('').length).toBeGreaterThan(52);
  expect(await get('screen-lock').innerText()).toContain('测试花园');
  expect(await desk.everythingInDocument()).not.toContain(sheet[0]![0]!.concat(sheet[0]![1]!));
});

it("imports the workbook that the office keeps, with a supervisor's PIN", async () => {
  await desk.keepIdNumbers();
  await desk.enter('receptionist');
  expect(await desk.importWorkbook(workbook)).toEqual({ created: GENERATED + 2, rejected: 0 });
});

describe('a search finds by', () => {
  it.each([
    ['characters', asked.name, 'name'],
    ['a part of them', '邢婉', 'name'],
    ['pinyin', 'xingwan', 'name'],
    ['initials', 'xwr', 'name'],
    ['both mixed', '邢w', 'name'],
    ['room shorthand', '29-2-1803', 'room'],
    ['the room as it is said', '29栋2单元1803', 'room'],
    ['last four of the phone', '5084', 'phone'],
    ['the full phone', asked.phone, 'phone'],
    ['the plate', asked.plate, 'plate'],
    ['a part of the plate', 'm7k39', 'plate'],
  ])('%s', async (_, text, kind) => {
    await desk.ask(text);
    await desk.firstRowSays('邢**', '1803');
    expect(await get('result-row').first().getAttribute('data-kind')).toBe(kind);
    // What an input method makes comes without its keys here, so the mode is known of plain keys alone.
    if (/^[ -~]+$/.test(text))
      expect(await desk.page.getByRole('search').getAttribute('data-mode')).toBe(
        /^\d/.test(text) ? 'number' : 'text',
      );
  });

  it('nothing where there is nobody, and says so', async () => {
    await desk.ask('zzzqqq');
    await get('no-results').waitFor();
    expect(await get('result-row').count()).toBe(0);
  });

  it('arrows that choose among several', async () => {
    await desk.ask('1');
    await get('result-row').nth(1).waitFor();
    const chosen = (): Promise<string | null> =>
      desk.page.locator('[data-testid=result-row][aria-selected=true]').getAttribute('aria-posinset');
    expect(await chosen()).toBe('1');
    await press('ArrowDown');
    await expect.poll(chosen).toBe('2');
    await press('ArrowUp');
    await expect.poll(chosen).toBe('1');
  });
});

it('shows a record with every value masked', async () => {
  await desk.openBySearch('29-2-1803', '邢**', '1803');
  expect(await get('field-row-phone-0').getByTestId('mask').innerText()).toBe(maskOf(asked.phone));
  expect(await get('field-row-idNumber-0').getByTestId('mask').innerText()).toBe(
    `${asked.idNumber[0]}${'*'.repeat(16)}${asked.idNumber.at(-1)}`,
  );
  expect(await get('person-name').innerText()).toBe('邢**');
  await expectMasked();
});

/** By keyboard alone: Alt+R, the reason by arrows, Tab to the PIN, Enter. */
async function revealByKeyboard(): Promise<void> {
  await press('Alt+r');
  await get('reveal-form').waitFor();
  if ((await desk.focused()) !== 'pin-input') {
    await press('Space');
    await desk.tabTo('pin-input', 3);
  }
  await desk.page.keyboard.type(DESK_STAFF.receptionist.pin);
  await press('Enter');
  await get('reveal-value').waitFor({ timeout: 20_000 });
}

const shownValue = async (): Promise<string> =>
  (await get('reveal-value').textContent())!.replaceAll(/\s/g, '');

describe('a revealed phone', () => {
  it('is refused to a wrong PIN, which may be typed again at once', async () => {
    await desk.startReveal('phone');
    await desk.chooseReason('repair');
    await get('reveal-form').getByTestId('pin-input').fill('839265');
    await press('Enter');
    expect((await desk.failure()).code).toBe('wrong-pin');
    await expect.poll(() => desk.focused()).toBe('pin-input');
    await expectMasked();
    await press('Escape');
    await gone('reveal-form');
  });

  it('is the right one, counts down, and is gone at Escape', async () => {
    await revealByKeyboard();
    expect(await shownValue()).toBe(asked.phone);
    const ring = async (): Promise<number> => Number((await get('ring').textContent())!.trim());
    const first = await ring();
    expect(first).toBeGreaterThan(15);
    expect(first).toBeLessThanOrEqual(20);
    await expect.poll(ring).toBeLessThan(first);
    expect(await get('reveal-value').evaluate((shown) => getComputedStyle(shown).userSelect)).toBe('none');
    await press('Escape');
    await gone('reveal-value');
    await expectMasked();
  });

  it('is gone at the next search', async () => {
    await revealByKeyboard();
    await get('search-box').focus();
    await press('x');
    await gone('reveal-value');
    await expectMasked();
  });

  const inClipboard = (): Promise<string> =>
    app.electron.evaluate(({ clipboard }) => Promise.resolve(clipboard.readText()));
  /** With the keyboard, from what has the focus while a value is shown. */
  async function copy(): Promise<void> {
    await press('Shift+Tab');
    expect(await desk.focused()).toBe('reveal-copy');
    await press('Enter');
    await expect.poll(inClipboard).toBe(asked.phone);
  }

  it('is gone after its twenty seconds, and from the clipboard before', async () => {
    await desk.openBySearch('29-2-1803', '邢**', '1803');
    await revealByKeyboard();
    const from = performance.now();
    await copy();
    await expect.poll(inClipboard).toBe('');
    expect((performance.now() - from) / 1000).toBeGreaterThan(14);
    await gone('reveal-value', 30_000);
    const seconds = (performance.now() - from) / 1000;
    expect(seconds).toBeGreaterThan(17);
    expect(seconds).toBeLessThan(30);
    await expectMasked();
  });

  onLinux('is gone at a lock, from the clipboard too, with the processes that held it', async () => {
    await revealByKeyboard();
    await copy();
    const before = await app.processIds();
    await app.lockedBy(() => openXInput(app.env).press('ctrl+l'));
    await get('screen-lock').waitFor();
    await expectEnded(before.vault, before.renderer);
    await expect.poll(inClipboard).toBe('');
    const everything = await desk.everythingInDocument();
    for (const text of [asked.phone, maskOf(asked.phone), '邢', '1803'])
      expect(everything).not.toContain(text);
  });
});

describe('a visitor', () => {
  beforeAll(async () => {
    await desk.enter('receptionist');
    await desk.openBySearch('xwr', '邢**', '1803');
  });

  async function answer(kind: string, said: string): Promise<string | null> {
    await press('Alt+v');
    await get('verify-form').waitFor();
    await get(`verify-kind-${kind}`).click();
    await get('verify-said').fill(said);
    await get('verify-form').getByTestId('pin-input').fill(DESK_STAFF.receptionist.pin);
    await press('Enter');
    await get('verify-result').waitFor({ timeout: 20_000 });
    const match = await get('verify-result').getAttribute('data-match');
    await expectMaskedBut(said);
    await press('Escape');
    await gone('verify-panel');
    return match;
  }
  const expectMaskedBut = async (said: string): Promise<void> => {
    if (said !== asked.phone && said !== asked.name) await expectMasked();
  };

  it('is told yes for the phone, for its hidden digits and for the full name', async () => {
    expect(await answer('phone', asked.phone)).toBe('true');
    expect(await answer('phone-hidden', asked.phone.slice(3, 7))).toBe('true');
    expect(await answer('name', asked.name)).toBe('true');
  });

  it('is told no for a wrong one, and how many tries are left', async () => {
    expect(await answer('phone', other.phone)).toBe('false');
    await press('Alt+v');
    await get('verify-form').waitFor();
    expect(await get('verify-form').innerText()).toMatch(/2/);
    await press('Escape');
  });

  it('is not asked for what the mask shows, which costs no try', async () => {
    await press('Alt+v');
    await get('verify-kind-phone-hidden').click();
    await get('verify-said').fill(asked.phone.slice(2, 7));
    await get('verify-form').getByTestId('pin-input').fill(DESK_STAFF.receptionist.pin);
    await press('Enter');
    expect((await desk.failure()).code).toBe('verify-shown-characters');
    expect(await get('verify-form').innerText()).toMatch(/2/);
    await press('Escape');
  });
});

describe('an identity field', () => {
  it('is refused to a receptionist alone, by screen and vault', async () => {
    await desk.startReveal('idNumber');
    await get('cosign').waitFor();
    await desk.chooseReason('transfer');
    await get('reveal-form').getByTestId('pin-input').fill(DESK_STAFF.receptionist.pin);
    await press('Enter');
    expect(await get('reveal-value').count()).toBe(0);
    await press('Escape');
    const personId = Number(await get('person-panel').getAttribute('data-person'));
    const reply = await desk.request('people.reveal', {
      personId,
      field: 'idNumber',
      ordinal: 0,
      why: { reason: 'transfer' },
      pin: DESK_STAFF.receptionist.pin,
    });
    expect(reply).toMatchObject({ ok: false, error: { code: 'needs-supervisor' } });
    await expectMasked();
  });

  it("opens with a supervisor's co-signature", async () => {
    expect(await desk.reveal('idNumber', 'receptionist', { reason: 'transfer', cosign: true })).toBe(
      asked.idNumber,
    );
    await press('Escape');
    await gone('reveal-value');
    await expectMasked();
  });
});

it("opens the full record for a minute with a supervisor's PIN, field by field", async () => {
  await get('person-more').click();
  await get('full-button').click();
  await get('full-form').waitFor();
  await desk.chooseReason('handover');
  await desk.proveSupervisor('supervisor');
  await press('Enter');
  await get('full-shown').waitFor({ timeout: 20_000 });
  const from = performance.now();
  expect(Number((await get('ring').textContent())!.trim())).toBeGreaterThan(55);
  const shown = async (row: string): Promise<string> =>
    (await get(row).getByTestId('reveal-value').textContent())!.replaceAll(/\s/g, '');
  expect([
    await shown('field-row-name-0'),
    await shown('field-row-phone-0'),
    await shown('field-row-idNumber-0'),
    await shown('field-row-plate-0'),
  ]).toEqual([asked.name, asked.phone, asked.idNumber, asked.plate]);
  await gone('full-shown', 70_000);
  const seconds = (performance.now() - from) / 1000;
  expect(seconds).toBeGreaterThan(55);
  expect(seconds).toBeLessThan(80);
  await expectMasked();
});

describe('a record', () => {
  it('is added, with the keyboard, and is found at once', async () => {
    await press('Control+n');
    await get('add-form').waitFor();
    await get('edit-name').fill('冉知夏');
    await get('edit-room-0').fill('28-1-0603');
    await get('sealed-input-phone-0').fill(phoneOf(7321));
    await get('add-form').getByTestId('pin-input').fill(DESK_STAFF.receptionist.pin);
    await press('Enter');
    await get('person-panel').waitFor({ timeout: 20_000 });
    expect(await get('person-name').innerText()).toBe('冉**');
    await desk.openBySearch('rzx', '冉**', '0603');
    expect(await get('field-row-phone-0').getByTestId('mask').innerText()).toBe(maskOf(phoneOf(7321)));
  });

  it('is edited: the phone replaced with a reason and a PIN, and revealed as it is now', async () => {
    await get('edit-button').click();
    await get('replace-phone-0').click();
    await desk.page.keyboard.type(phoneOf(7322));
    await desk.chooseReason('correction');
    await get('edit-form').getByTestId('pin-input').fill(DESK_STAFF.receptionist.pin);
    await get('edit-save').click();
    await gone('edit-form', 20_000);
    expect(await get('field-row-phone-0').getByTestId('mask').innerText()).toBe(maskOf(phoneOf(7322)));
    expect(await desk.reveal('phone', 'receptionist')).toBe(phoneOf(7322));
    await press('Escape');
    await gone('reveal-value');
  });
});

describe('the log', () => {
  it("is not the receptionist's, and lists for a supervisor what was done", async () => {
    expect(await get('area-oversight').count()).toBe(0);
    expect(await desk.request('log.list', { before: null, limit: 10 })).toMatchObject({
      ok: false,
      error: { code: 'not-allowed' },
    });
    await desk.switchTo('supervisor');
    expect(await get('signed-in').innerText()).toContain(DESK_STAFF.supervisor.name);
    await desk.open('log');
    await get('log-entry').first().waitFor();
    const entries = await get('log-entry').evaluateAll((rows) =>
      rows.map((row) => ({
        action: (row as HTMLElement).dataset['action'],
        outcome: (row as HTMLElement).dataset['outcome'],
        words: row.textContent,
      })),
    );
    const count = (action: string): number => entries.filter((entry) => entry.action === action).length;
    const full = entries.filter((entry) => entry.action === 'open-full').map((entry) => entry.words);
    // Name, phone, ID number and plate: one entry for each field of the one record that was opened in full.
    expect(full).toHaveLength(4);
    for (const words of ['姓名', '电话', '证件号', '车牌'])
      expect(full.filter((entry) => entry.includes(words))).toHaveLength(1);
    expect(full.every((entry) => entry.includes(DESK_STAFF.supervisor.name) && entry.includes('交房'))).toBe(
      true,
    );
    expect(count('reveal')).toBeGreaterThanOrEqual(6);
    expect(
      entries.filter(({ action, outcome }) => action === 'verify' && outcome === 'no-match'),
    ).toHaveLength(1);
    expect(entries.filter(({ action, outcome }) => action === 'verify' && outcome === 'match')).toHaveLength(
      3,
    );
    for (const action of words('pin-failed add edit import refused locked sign-in open search'))
      expect(count(action), action).toBeGreaterThan(0);
    const everything = await desk.everythingInDocument();
    for (const secret of [asked.phone, asked.idNumber, asked.name, asked.plate, phoneOf(7322)])
      expect(everything).not.toContain(secret);
  });

  it('verifies', async () => {
    await get('log-verify').click();
    await get('log-check').waitFor({ timeout: 30_000 });
    expect(await get('log-check').locator('[data-ok]').getAttribute('data-ok')).toBe('true');
    await press('Escape');
    await get('search-box').waitFor();
  });
});

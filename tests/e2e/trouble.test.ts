/** Bad input in the real application: each gets its own words that say what to do, in the user's language; no file changes; "try again" does once the cause is gone. */
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ErrorCode } from '../../contract/errors.ts';
import { chooseEngine } from '../../main/vault/store/engine/choose-engine.ts';
import { en, zhCN } from '../../renderer/messages/words.ts';
import { asUser } from '../../scripts/desktop/app-user.ts';
import { KEYRING_PASSWORD } from '../../scripts/desktop/keyring.ts';
import { projectDir } from '../../scripts/setup/paths.mjs';
import { DESK_STAFF, type DeskDriver } from '../support/desk-driver.ts';
import type { RunningApp } from '../support/electron-app.ts';
import { PREPARED_ESTATE } from '../support/prepared-profiles.ts';
import { openSessionKeychain } from '../support/session-keychain.ts';
import { allowRows, refuseRows } from '../support/store-tools.ts';
import { launchProfile } from '../support/test-desk.ts';
import { encryptedWorkbook } from '../support/fixture-workbooks.ts';
import { hashFolder } from '../support/folder-hash.ts';

const HEADER = 'header.json';
const STORE = 'store-0001.db';

let app: RunningApp;
let desk: DeskDriver;
let books: string;
beforeAll(async () => {
  books = mkdtempSync(join(tmpdir(), 'rv-books-'));
  chmodSync(books, 0o755);
  ({ app, desk } = await launchProfile('set-up'));
  // A sign-in, so that the store has a WAL beside it from here on.
  await desk.enter('supervisor');
});
afterAll(async () => {
  await app?.dispose();
  rmSync(books, { recursive: true, force: true });
});

const folder = (): string => join(app.userDataDir, 'vault');
const path = (name: string): string => join(folder(), name);
/** What a PIN that was typed in vain may change: its count, and the index of the WAL. */
const COUNTED = ['limiter.json', 'limiter.json.new', `${STORE}-shm`];
const hashes = (except: readonly string[] = []): string => hashFolder(folder(), except);
/** In place, so that the file stays its owner's. */
const change = (name: string, bytes: string | Uint8Array): void => writeFileSync(path(name), bytes);
const hide = (name: string): void => renameSync(path(name), join(app.userDataDir, name));
const bringBack = (name: string): void => renameSync(join(app.userDataDir, name), path(name));

async function expectTrouble(
  page: Page,
  code: ErrorCode,
  words: typeof zhCN | typeof en = zhCN,
): Promise<void> {
  const screen = page.getByTestId('screen-trouble');
  await screen.waitFor({ timeout: 20_000 });
  expect(await screen.getAttribute('data-code')).toBe(code);
  expect(await screen.getByRole('heading', { level: 1 }).innerText()).toBe(words.errors[code].what);
  const said = await screen.innerText();
  expect(said).toContain(words.errors[code].todo);
  expect(said).toContain(words.trouble.safe);
  // Nothing to type a PIN into, and no way to a new vault.
  expect(await page.locator('input, [data-testid=screen-setup], [data-testid=screen-lock]').count()).toBe(0);
}

const tryAgain = (): Promise<Page> => app.lockedBy(() => app.page().getByTestId('try-again').click());

/** Trouble after a start, and after trying again in vain, with every file as it was; then its cause ends, and the desk is there. */
async function expectTroubleUntil(code: ErrorCode, mend: () => Promise<void> | void): Promise<void> {
  const before = hashes();
  await app.restart();
  await expectTrouble(app.page(), code);
  await expectTrouble(await tryAgain(), code);
  expect(hashes()).toBe(before);
  await mend();
  const page = await tryAgain();
  await page.getByTestId('screen-lock').waitFor({ timeout: 20_000 });
  expect(await page.getByTestId('screen-lock').innerText()).toContain(PREPARED_ESTATE);
  await desk.enter('supervisor');
}

/** In the service that runs, as somebody does who is asked for the keyring's password. */
function unlockKeyring(): void {
  const script = readFileSync(join(projectDir, 'tests', 'support', 'unlock-keyring.py'), 'utf8');
  // Debian's own interpreter: it is the one that has the bus's module.
  const [program = '', ...before] = [...asUser(app.staged.user), '/usr/bin/python3'];
  execFileSync(program, [...before, '-c', script], { env: app.env, input: KEYRING_PASSWORD });
}

describe('the keychain', () => {
  it('is waited for, as while it asks for its password', async () => {
    await app.kill();
    const goOn = app.keyring.hold();
    try {
      await app.restart();
      await app.processIds();
      const asked = desk.request('vault.status', {});
      // Longer than the page takes to ask, and to show what it was told.
      expect(
        await Promise.race([
          asked,
          app
            .page()
            .waitForTimeout(3_000)
            .then(() => 'still waiting'),
        ]),
      ).toBe('still waiting');
      expect(await app.page().getByTestId('screen-trouble').count()).toBe(0);
      goOn();
      expect(await asked).toMatchObject({ ok: true, value: { state: 'locked' } });
    } finally {
      goOn();
    }
    await app.page().getByTestId('screen-lock').waitFor({ timeout: 20_000 });
  });

  it('is locked', async () => {
    await app.kill();
    await app.keyring.change('locked');
    await expectTroubleUntil('keychain-locked', unlockKeyring);
  });

  it('has lost what it held of this vault, in Chinese and in English', async () => {
    const keyrings = join(app.env['XDG_DATA_HOME']!, 'keyrings');
    const file = join(
      keyrings,
      readdirSync(keyrings).find((name) => name.endsWith('.keyring'))!,
    );
    await app.kill();
    await app.keyring.change('no-service');
    renameSync(file, `${file}.away`);
    await app.keyring.change('unlocked');
    await expectTroubleUntil('keychain-item-missing', async () => {
      const page = app.page();
      await page.getByTestId('language-en').click();
      await page.getByTestId('try-again').getByText(en.common.again).waitFor();
      await expectTrouble(page, 'keychain-item-missing', en);
      await page.getByTestId('language-zh-CN').click();
      await page.getByTestId('try-again').getByText(zhCN.common.again).waitFor();
      await expectTrouble(page, 'keychain-item-missing');
      await app.keyring.change('no-service');
      renameSync(`${file}.away`, file);
      await app.keyring.change('unlocked');
    });
  });
});

describe('a change of keys', () => {
  const next = '804926';
  const get = (id: string) => app.page().getByTestId(id);
  const vault = () => ({ vaultDir: folder(), deviceSecrets: openSessionKeychain(app).deviceSecrets() });

  it('that cannot be written to its end counts, is told of on the lock screen, and is finished by the next sign-in', async () => {
    const own = DESK_STAFF.receptionist.pin;
    await app.quit();
    await app.restart();
    await desk.enter('receptionist');
    await refuseRows(vault(), chooseEngine('auto'), DESK_STAFF.admin.pin, 'roster_entry');
    await desk.openMenu('settings');
    await get('open-change-pin').click();
    await get('own-pin').fill(own);
    await get('new-pin').fill(next);
    await get('new-pin-confirm').fill(next);
    await app.lockedBy(() => get('pin-submit').click());
    await get('screen-lock').waitFor({ timeout: 20_000 });
    const said = await get('lock-unfinished').innerText();
    expect(said).toContain(zhCN.errors['change-unfinished'].what);
    expect(said).toContain(zhCN.errors['change-unfinished'].todo);
    await desk.signIn('receptionist', own);
    expect((await desk.failure()).code).toBe('wrong-pin');
    await allowRows(vault(), chooseEngine('auto'), DESK_STAFF.admin.pin);
    // Until somebody is in.
    await get('lock-unfinished').waitFor();
    await desk.enter('receptionist', next);
    expect(await desk.request('staff.changePin', { pin: next, newPin: own })).toMatchObject({ ok: true });
    await desk.lock();
    expect(await get('lock-unfinished').count()).toBe(0);
    await desk.enter('supervisor');
    await desk.open('log');
    await get('log-verify').click();
    await get('log-check').waitFor({ timeout: 30_000 });
    expect(await get('log-check').locator('[data-ok]').getAttribute('data-ok')).toBe('true');
  });
});

describe('the header', () => {
  it('is forged: a receptionist who calls themselves a supervisor', async () => {
    await app.kill();
    const whole = readFileSync(path(HEADER), 'utf8');
    change(HEADER, whole.replace('"role":"receptionist"', '"role":"supervisor"'));
    expect(readFileSync(path(HEADER), 'utf8')).not.toBe(whole);
    await expectTroubleUntil('header-forged', () => change(HEADER, whole));
  });
});

describe('the store', () => {
  /** What the lock screen says to a right PIN. */
  async function expectRefusedSignIn(code: ErrorCode): Promise<void> {
    const before = hashes(COUNTED);
    await app.restart();
    await desk.signIn('receptionist');
    const { code: shown, words } = await desk.failure();
    expect(shown).toBe(code);
    expect(words).toContain(zhCN.errors[code].what);
    expect(words).toContain(zhCN.errors[code].todo);
    expect(await desk.page.getByTestId('screen-lock').count()).toBe(1);
    expect(hashes(COUNTED)).toBe(before);
  }
  /** At the same screen, without a restart. */
  async function expectMended(): Promise<void> {
    await desk.page.getByTestId('pin-input').fill(DESK_STAFF.receptionist.pin);
    await desk.page.getByTestId('pin-input').press('Enter');
    await desk.atCounter();
  }

  it('is missing', async () => {
    await app.kill();
    hide(STORE);
    await expectRefusedSignIn('store-missing');
    bringBack(STORE);
    await expectMended();
  });

  it('is empty beside a WAL with what was entered last', async () => {
    await app.kill();
    const whole = readFileSync(path(STORE));
    expect(statSync(path(`${STORE}-wal`)).size).toBeGreaterThan(0);
    truncateSync(path(STORE), 0);
    await expectRefusedSignIn('store-damaged');
    change(STORE, whole);
    await expectMended();
  });
});

describe('a workbook', () => {
  beforeAll(async () => {
    await desk.page.keyboard.press('Control+i');
    await desk.page.getByTestId('screen-import').waitFor();
  });

  it('with a password is refused in words', async () => {
    const code = 'workbook-encrypted';
    const book = join(books, `${code}.xlsx`);
    writeFileSync(book, encryptedWorkbook(), { mode: 0o644 });
    const before = hashes(COUNTED);
    await desk.answerDialog(book);
    await desk.page.getByTestId('pick-file').click();
    await desk.page.locator(`[data-testid=failure][data-code=${code}]`).waitFor({ timeout: 30_000 });
    const { words } = await desk.failure();
    expect(words).toContain(zhCN.errors[code].what);
    expect(words).toContain(zhCN.errors[code].todo);
    expect(hashes(COUNTED)).toBe(before);
  });
});

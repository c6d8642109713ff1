/** A vault folder where it does not belong, in the real application: another computer, or no session bus. */
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ErrorCode } from '../../contract/errors.ts';
import { en } from '../../renderer/messages/words.ts';
import { type RunningApp, launchApp } from '../support/electron-app.ts';
import type { DeskDriver } from '../support/desk-driver.ts';
import { hashFolder } from '../support/folder-hash.ts';
import { copyVault } from '../support/prepared-profiles.ts';
import { type SessionKeychain, openSessionKeychain } from '../support/session-keychain.ts';
import { launchProfile } from '../support/test-desk.ts';

let app: RunningApp;
let desk: DeskDriver;
let keychain: SessionKeychain;
beforeAll(async () => {
  ({ app, desk } = await launchProfile('set-up', { language: 'en' }));
  await desk.enter('supervisor');
  await app.quit();
  keychain = openSessionKeychain(app);
});
afterAll(async () => {
  await app?.dispose();
});
const vaultDir = (of: RunningApp): string => join(of.userDataDir, 'vault');

async function expectTrouble(of: RunningApp, code: ErrorCode): Promise<void> {
  const screen = of.page().getByTestId('screen-trouble');
  await screen.waitFor({ timeout: 20_000 });
  expect(await screen.getAttribute('data-code')).toBe(code);
  const words = await screen.innerText();
  for (const said of [en.errors[code].what, en.errors[code].todo, en.trouble.safe])
    expect(words).toContain(said);
  expect(
    await of.page().locator('input, [data-testid=screen-setup], [data-testid=screen-lock]').count(),
  ).toBe(0);
}

describe.runIf(process.platform === 'linux')('the keychain', () => {
  it("is another computer's, or has lost the device secret alone", async () => {
    const before = hashFolder(vaultDir(app));
    const account = Object.keys(keychain.read()).find((name) => name.startsWith('device-secret/'))!;
    const secret = keychain.read()[account]!;
    const another = `device-secret/${'f'.repeat(32)}`;
    keychain.remove(account);
    await app.restart();
    await expectTrouble(app, 'keychain-item-missing');
    keychain.write(another, Buffer.alloc(32, 7).toString('base64'));
    await app.lockedBy(() => app.page().getByTestId('try-again').click());
    await expectTrouble(app, 'wrong-computer');
    expect(hashFolder(vaultDir(app))).toBe(before);
    // Nothing was made in place of what is missing, in the keychain neither.
    expect(Object.keys(keychain.read()).filter((name) => name.startsWith('device-secret/'))).toEqual([
      another,
    ]);
    keychain.write(account, secret);
    keychain.remove(another);
    await app.lockedBy(() => app.page().getByTestId('try-again').click());
    await app.page().getByTestId('screen-lock').waitFor();
    await app.quit();
  });

  it('cannot be asked without a session bus', async () => {
    const without = await launchApp({ language: 'en', keyring: 'no-bus' });
    try {
      await expectTrouble(without, 'keychain-no-bus');
      expect(hashFolder(vaultDir(without))).toBe('');
      await without.quit();
      copyVault(vaultDir(app), without);
      const before = hashFolder(vaultDir(without));
      await without.restart();
      await expectTrouble(without, 'keychain-no-bus');
      expect(hashFolder(vaultDir(without))).toBe(before);
    } finally {
      await without.dispose();
    }
  });
});

/** The real application on a prepared vault, for a file of tests; gone again after the last one. */
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, inject } from 'vitest';
import { DeskDriver } from './desk-driver.ts';
import type { LaunchOptions } from './electron-app.ts';
import { type PreparedDesk, type ProfileName, launchPrepared } from './prepared-profiles.ts';

export interface TestDesk {
  readonly desk: DeskDriver;
  readonly get: (id: string) => Locator;
  readonly press: (key: string) => Promise<void>;
  readonly type: (text: string) => Promise<void>;
  readonly gone: (id: string, timeout?: number) => Promise<void>;
}

/** An application at the lock screen of its own copy of a vault of this run; whoever asks disposes of it. */
export const launchProfile = (name: ProfileName, options?: LaunchOptions): Promise<PreparedDesk> =>
  launchPrepared(inject('profiles'), name, options);

/** At the lock screen of its own copy of a vault of this run. The desk may be used once the hooks of the file run. */
export function openTestDesk(
  profile: ProfileName,
  launchOptions: () => Promise<LaunchOptions> = async () => ({ idleSeconds: 600 }),
): TestDesk {
  let prepared: PreparedDesk | undefined;
  const desk = new DeskDriver(() => {
    if (prepared === undefined) throw new Error('the application is not running yet');
    return prepared.app;
  });
  beforeAll(async () => {
    prepared = await launchProfile(profile, await launchOptions());
    desk.sheet = prepared.desk.sheet;
  });
  afterAll(() => prepared?.app.dispose());
  const get = (id: string) => desk.page.getByTestId(id);
  return {
    desk,
    get,
    press: (key) => desk.page.keyboard.press(key),
    type: (text) => desk.page.keyboard.insertText(text),
    gone: (id, timeout = 5_000) => get(id).first().waitFor({ state: 'detached', timeout }),
  };
}

/** As `openTestDesk`, with the residents of `desk-residents.ts`, at the counter as the receptionist. */
export function openCounter(): TestDesk {
  const opened = openTestDesk('residents');
  beforeAll(async () => {
    await opened.desk.signIn('receptionist');
    await opened.desk.atCounter();
  });
  return opened;
}

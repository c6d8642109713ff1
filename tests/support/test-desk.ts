/** The real application at its counter, for a file of tests: an estate with the residents that tests ask after, set up, signed in, imported; gone again after the last test. */
import { chmodSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import type { StagedApp } from '../../scripts/desktop/stage.ts';
import { DeskDriver } from './desk-driver.ts';
import { writeResidents } from './desk-residents.ts';
import { launchApp } from './electron-app.ts';
import type { RunningApp } from './electron-app.ts';

export interface TestDesk {
  readonly desk: DeskDriver;
  readonly get: (id: string) => Locator;
  readonly press: (key: string) => Promise<void>;
  readonly type: (text: string) => Promise<void>;
  readonly gone: (id: string, timeout?: number) => Promise<void>;
}

/** `residents` come beside those of `desk-residents.ts`. The desk may be used once the tests run. `stage` lays out another application than the one that is built now. */
export function openTestDesk(residents: number, stage?: () => Promise<StagedApp>): TestDesk {
  const workbook = join(tmpdir(), `resident-vault-desk-${process.pid}-${residents}.xlsx`);
  let app: RunningApp | undefined;
  const desk = new DeskDriver(() => {
    if (app === undefined) throw new Error('the application is not running yet');
    return app;
  });
  beforeAll(async () => {
    writeResidents(workbook, residents);
    chmodSync(workbook, 0o644);
    app = await launchApp({ idleSeconds: 600, ...(stage === undefined ? {} : { staged: await stage() }) });
    await desk.setUp('测试花园');
    await desk.signIn('receptionist');
    await desk.atCounter();
    await desk.importWorkbook(workbook);
  });
  afterAll(async () => {
    await app?.dispose();
    rmSync(workbook, { force: true });
  });
  const get = (id: string) => desk.page.getByTestId(id);
  return {
    desk,
    get,
    press: (key) => desk.page.keyboard.press(key),
    type: (text) => desk.page.keyboard.insertText(text),
    gone: (id, timeout = 5_000) => get(id).first().waitFor({ state: 'detached', timeout }),
  };
}

/**
 * Vaults that are set up and filled once for a run of tests, through the screens of the real application, and copied into the fresh
 * profile and the fresh keychain of each test that starts from one.
 */
import {
  chmodSync,
  chownSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { prepareApp } from '../../scripts/desktop/prepare-app.ts';
import { DeskDriver } from './desk-driver.ts';
import { writeResidents } from './desk-residents.ts';
import { type AppPlace, type LaunchOptions, type RunningApp, launchApp } from './electron-app.ts';
import { openSessionKeychain } from './session-keychain.ts';

/** `set-up` has the three people of `DESK_STAFF` and no resident; `residents` has those of `desk-residents.ts` and an estate around them as well. */
export type ProfileName = 'set-up' | 'residents';

/** What stands beside the copy of the vault's folder. */
interface KeptApart {
  readonly sheet: string[][];
  /** Account, without the vault's own part → what is stored, in base64. */
  readonly keychain: Readonly<Record<string, string>>;
}

export interface PreparedDesk {
  readonly app: RunningApp;
  readonly desk: DeskDriver;
}

export const PREPARED_ESTATE = '测试花园';
/** Residents around those of `desk-residents.ts`. */
const GENERATED = 400;

const vaultOf = (folder: string): string => join(folder, 'vault');
const keptApartIn = (folder: string): string => join(folder, 'kept-apart.json');

/** Makes every profile, each in a folder of its own in `folder`. Takes one start for each. */
export async function prepareProfiles(folder: string): Promise<void> {
  // Beside the folder, which nobody but us may look into: the application reads it as its own user.
  const workbook = `${folder}.xlsx`;
  writeResidents(workbook, GENERATED);
  chmodSync(workbook, 0o644);
  const app = await launchApp({ idleSeconds: 600 });
  const desk = new DeskDriver(app);
  try {
    await desk.setUp(PREPARED_ESTATE);
    await desk.allowHaste();
    await app.quit();
    keepProfile(folder, 'set-up', desk);
    await app.restart();
    await desk.enter('receptionist');
    const { created, rejected } = await desk.importWorkbook(workbook);
    if (created !== GENERATED + 2 || rejected !== 0)
      throw new Error(`${created} residents were imported and ${rejected} rejected`);
    await app.quit();
    keepProfile(folder, 'residents', desk);
  } finally {
    await app.dispose();
    rmSync(workbook);
  }
}

function keepProfile(folder: string, name: ProfileName, { app, sheet }: DeskDriver): void {
  const into = join(folder, name);
  mkdirSync(into, { mode: 0o700 });
  cpSync(join(app.userDataDir, 'vault'), vaultOf(into), { recursive: true });
  const kept: KeptApart = { sheet, keychain: openSessionKeychain(app).read() };
  writeFileSync(keptApartIn(into), JSON.stringify(kept), { mode: 0o600 });
}

/**
 * The application at the lock screen of its own copy of a prepared vault; its driver knows the recovery sheet.
 * `folder` is what `prepareProfiles` filled.
 */
export async function launchPrepared(
  folder: string,
  name: ProfileName,
  options: LaunchOptions = {},
): Promise<PreparedDesk> {
  const from = join(folder, name);
  // A packed application does not become Node, which writes the keychain: the one that is built now does.
  const staged = await prepareApp();
  const { sheet, keychain } = JSON.parse(readFileSync(keptApartIn(from), 'utf8')) as KeptApart;
  const app = await launchApp({
    ...options,
    fillProfile: (place) => {
      copyVault(vaultOf(from), place);
      openSessionKeychain({ ...place, staged }).writeAll(keychain);
    },
  });
  const desk = new DeskDriver(app);
  desk.sheet = sheet;
  return { app, desk };
}

/** Copies a vault's folder into a profile, whose user owns the copy. */
export function copyVault(from: string, { staged: { user }, userDataDir }: AppPlace): void {
  const to = join(userDataDir, 'vault');
  cpSync(from, to, { recursive: true });
  if (user === null) return;
  const inside = readdirSync(to, { recursive: true, encoding: 'utf8' }).map((name) => join(to, name));
  for (const path of [to, ...inside]) chownSync(path, user.uid, user.gid);
}

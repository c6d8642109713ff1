/** A vault whose log goes to a second place as well, and what an attacker does to both. */
import { cpSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { FileId, PersonId } from '../../contract/ids.ts';
import type { RouteReply } from '../../contract/routes.ts';
import { draftOf } from './people-drafts.ts';
import { makeTempDir } from './temp-dir.ts';
import { type HarnessOptions, PINS, type VaultHarness, createHarness } from './vault-harness.ts';
import { revealOf } from './requests-of.ts';

const FOLDER = 'd4'.repeat(16) as FileId;

export interface SecondLogDesk {
  readonly desk: VaultHarness;
  readonly personId: PersonId;
  /** The drive. */
  readonly folder: string;
  /** The recovery sheet as somebody types it from paper. */
  readonly sheet: string;
}

/** One resident; the admin is signed in and has chosen the place. */
export async function openSecondLogDesk({
  entries = false,
  ...options
}: HarnessOptions & { readonly entries?: boolean } = {}): Promise<SecondLogDesk> {
  const desk = await createHarness(options);
  const lines = await desk.setUp();
  await desk.unlock('supervisor');
  const { personId } = await desk.addPerson(draftOf(7));
  await desk.switchTo('admin');
  const folder = makeTempDir();
  await choosePlace(desk, folder, entries);
  return { desk, personId, folder, sheet: lines.map((groups) => groups.join(' ')).join('\n') };
}

export function choosePlace(
  desk: VaultHarness,
  folder: string,
  entries = false,
): Promise<RouteReply<'second.choose'>> {
  desk.vault.offerFile(FOLDER, folder, 'folder');
  return desk.call('second.choose', { folderId: FOLDER, entries, pin: PINS.admin });
}

/** The receptionist reveals a phone and hands over, after which the lock falls; the vault is locked afterwards. */
export async function revealAndHandOver(
  { desk, personId }: Pick<SecondLogDesk, 'desk' | 'personId'>,
  words = 'water is running',
): Promise<void> {
  await desk.switchTo('receptionist');
  const pin = PINS.receptionist;
  await desk.call('people.reveal', revealOf(personId, 'phone', pin, { reason: 'other', words }));
  await desk.call('shift.handOver', { next: await desk.slotOf('supervisor') });
  await desk.lock('handover');
}

/** Copies folder and keychain; the function that comes back puts both back, as if nothing had been done since. The vault is locked. */
export async function copyEverything(desk: VaultHarness): Promise<() => Promise<void>> {
  await desk.vault.close();
  const copy = join(makeTempDir(), 'copy');
  cpSync(desk.vaultDir, copy, { recursive: true });
  const keychain = desk.keychain.snapshot();
  await desk.start();
  return async () => {
    await desk.vault.close();
    for (const name of readdirSync(desk.vaultDir)) rmSync(join(desk.vaultDir, name), { recursive: true });
    cpSync(copy, desk.vaultDir, { recursive: true });
    desk.keychain.restore(keychain);
    await desk.start();
  };
}

/** The one file of a place. */
export const filePathIn = (folder: string): string => join(folder, readdirSync(folder)[0]!);

/** What stands in it, a line an entry. */
export const linesIn = (folder: string): readonly string[] =>
  readFileSync(filePathIn(folder), 'utf8').trimEnd().split('\n');

/** A vault on a disk of its own, which fills at a moment of its work and has room again afterwards. */
import { mkdirSync, watch } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import type { ErrorCode } from '../../../contract/errors.ts';
import type { Header } from '../../../main/vault/keys/header.ts';
import { openRecoverySlot } from '../../../main/vault/keys/slots.ts';
import { parseSheet } from '../../../main/vault/keys/recovery-sheet.ts';
import type { EngineName } from '../../../main/vault/store/store.ts';
import { chooseFolder } from '../../support/backup-desk.ts';
import { type FakeClock, createFakeClock } from '../../support/fake-clock.ts';
import { fillSealed } from '../../support/fill-sealed.ts';
import { sheetText } from '../../support/recover.ts';
import { breakIn, openAllWith, openGrants, readGrants } from '../../support/sealed-values.ts';
import { type SmallDisk, mountSmallDisk } from '../../support/small-disk.ts';
import { hashTables } from '../../support/table-hashes.ts';
import { makeTempDir } from '../../support/temp-dir.ts';
import { PINS, type VaultHarness, createHarness } from '../../support/vault-harness.ts';
import { words } from '../../support/words.ts';

const DISK_BYTES = 24 * 1024 * 1024;
const RESIDENTS = 60;
const BLOCK = 4096;
/** What a ceremony is there to change, and the log. Values are opened one by one instead. */
const TURNED = words(
  'id_counter local_state sealed_value room_note seal_batch match_tag tier_key tier_grant',
  'roster_entry key_slot pending_change meta log_',
);

export interface Place {
  readonly engine: EngineName;
  readonly desk: VaultHarness;
  readonly disk: SmallDisk;
  readonly clock: FakeClock;
  readonly backups: string;
  /** Every sheet that was ever shown, as it is typed. */
  readonly sheets: string[];
  /** Told of what the vault says, as it says it. */
  readonly listen: (listener: ((event: string) => void) | null) => void;
}

/** What is left to be done on the full disk. */
export type LastStep = () => Promise<ErrorCode | 'ok'>;

/** Asked for at once, an event that the vault tells of, or a file or folder that appears in its own. */
export type Moment = 'asked' | 'keys.progress' | 'backup.progress' | 'header.json.new' | 'recovering';

/** How many bytes of the disk are left. */
export const ofStore =
  (...shares: readonly number[]) =>
  (store: number) =>
    shares.map((share) => Math.ceil(share * store));
export const blocks =
  (...counts: readonly number[]) =>
  () =>
    counts.map((count) => count * BLOCK);

/** A vault with residents on a disk of its own, closed. */
export async function openPlace(engine: EngineName): Promise<Place> {
  const root = makeTempDir();
  const disk = mountSmallDisk(root, DISK_BYTES);
  onTestFinished(() => disk.unmount());
  const [vaultDir, backups] = [join(root, 'vault'), join(root, 'backups')];
  for (const folder of [vaultDir, backups]) mkdirSync(folder);
  const clock = createFakeClock();
  let listener: ((event: string) => void) | null = null;
  const desk = await createHarness({ engine, vaultDir, clock, onEvent: (event) => listener?.(event) });
  const sheets = [sheetText(await desk.setUp())];
  await desk.unlock('admin');
  await chooseFolder(desk, backups);
  await desk.vault.close();
  await fillSealed(desk, engine, RESIDENTS);
  return {
    engine,
    desk,
    disk,
    clock,
    backups,
    sheets,
    listen: (next) => {
      listener = next;
    },
  };
}

/** The disk is full from `when` on. */
export async function takeLastStep(
  { desk, disk, listen }: Pick<Place, 'desk' | 'disk' | 'listen'>,
  lastStep: LastStep,
  when: Moment,
  bytes: number | null,
): Promise<ErrorCode | 'ok'> {
  let isFull = bytes === null;
  const hear = (what: string | null): void => {
    if (isFull || bytes === null || what !== when) return;
    isFull = true;
    disk.leave(bytes);
  };
  const watcher = watch(desk.vaultDir, (_change, name) => hear(name));
  listen(hear);
  hear('asked');
  const code = await lastStep();
  watcher.close();
  listen(null);
  expect(isFull, `it never came to ${when}`).toBe(true);
  return code;
}

/** Every value as a supervisor reads it, and every table that no ceremony is there to change. */
export async function whatIsIn(
  { desk, engine }: Pick<Place, 'desk' | 'engine'>,
  pin: string = PINS.supervisor,
): Promise<unknown> {
  await using loot = await breakIn(desk, 'supervisor', { engine, pin });
  return {
    values: await openAllWith(
      loot.header.vaultId,
      loot.store,
      openGrants(loot, await readGrants(loot.store)),
    ),
    tables: await hashTables(loot.store, TURNED),
  };
}

/** Of those that were ever shown. */
export const sheetsInForce = (header: Header, sheets: readonly string[]): readonly string[] =>
  sheets.filter((sheet) => {
    try {
      openRecoverySlot(header, parseSheet(sheet)).dispose();
      return true;
    } catch {
      return false;
    }
  });

/** What is looked at after each kill of a rotation. */
import { readdir } from 'node:fs/promises';
import { expect } from 'vitest';
import type { RotatedKey } from '../../../contract/key-management/lists.ts';
import { chooseEngine } from '../../../main/vault/store/engine/choose-engine.ts';
import type { EngineName } from '../../../main/vault/store/store.ts';
import { fillStore } from '../../bench/fill-store.ts';
import { readCurrentHeader } from '../backup-desk.ts';
import { openStoreOf } from '../store-tools.ts';
import { hashTables } from '../table-hashes.ts';
import { PINS, type VaultHarness, createHarness } from '../vault-harness.ts';

/** A vault of so many residents, closed. */
export async function filledDesk(engine: EngineName, residents: number): Promise<VaultHarness> {
  const desk = await createHarness({ engine });
  await desk.setUp();
  await desk.vault.close();
  await fillStore(
    {
      vaultDir: desk.vaultDir,
      deviceSecrets: desk.keychain.deviceSecrets,
      role: 'admin',
      pin: PINS.admin,
      engine,
    },
    residents,
  );
  return desk;
}

/** Of each table that no sign-in and no rotation changes, but for those that `without` names. */
export async function hashesOf(
  { vaultDir, keychain: { deviceSecrets } }: VaultHarness,
  engine: EngineName,
  without: readonly string[] = [],
): Promise<Readonly<Record<string, string>>> {
  await using store = await openStoreOf({ vaultDir, deviceSecrets }, chooseEngine(engine), PINS.admin);
  return await hashTables(store, ['meta', 'log_', ...without]);
}

interface RotationEnd {
  readonly isMade: boolean;
  readonly maybeNotBegun: boolean;
}

/** Opens to everybody without an alarm; the log holds together and has what became of the rotation. */
export async function expectRotationTold(
  desk: VaultHarness,
  key: RotatedKey,
  { isMade, maybeNotBegun }: RotationEnd,
): Promise<void> {
  const end = isMade ? 'done' : 'interrupted';
  await desk.start();
  expect((await desk.unlock('receptionist')).alarms).toEqual([]);
  await desk.lock();
  expect((await desk.unlock('supervisor')).alarms).toEqual([]);
  expect(await desk.call('log.verify', {})).toMatchObject({ ok: true });
  const { keys } = await desk.call('keys.list', {});
  const [last] = keys.find((one) => one.key === key)!.history;
  if (!maybeNotBegun || last !== undefined) expect([end, maybeNotBegun ? 'done' : end]).toContain(last?.end);
}

/** All of that, and the folder holds one store and nothing half written. The vault is closed afterwards. */
export async function expectWhole(desk: VaultHarness, key: RotatedKey, end: RotationEnd): Promise<void> {
  await expectRotationTold(desk, key, end);
  // A right PIN is still being written back behind the reply.
  await desk.vault.close();
  const { storeFile } = await readCurrentHeader(desk);
  const left = (await readdir(desk.vaultDir)).filter(
    (name) =>
      !name.startsWith(storeFile) && !['header.json', 'header.prev.json', 'limiter.json'].includes(name),
  );
  expect(left).toEqual([]);
}

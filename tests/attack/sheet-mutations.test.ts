/**
 * Mutations by a seed of all that a recovery will meet: the header under a right MAC, grants and first keys in the store, the backup on its drive. What lies in header and store is told at
 * the next sign-in with no sheet at hand, what lies on the drive at that backup's test by PIN. `npm test` tries some; all of 500 with RV_FULL=1.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sealHeader, writeHeader } from '../../main/vault/keys/header.ts';
import { chooseEngine } from '../../main/vault/store/engine/choose-engine.ts';
import { openStore } from '../../main/vault/store/open-store.ts';
import {
  type BackupDeskForTest,
  makeOne,
  openBackupDesk,
  readCurrentHeader,
} from '../support/backup-desk.ts';
import { openSlot } from '../support/open-slot.ts';
import { PINS } from '../support/vault-harness.ts';

const MUTATIONS = process.env['RV_FULL'] === '1' ? 500 : 12;

let origin: BackupDeskForTest;
let name: string;
let kept: { readonly vault: string; readonly drive: string };
const rest = (): string => mkdtempSync(join(tmpdir(), 'resident-vault-mutations-'));

beforeAll(async () => {
  origin = await openBackupDesk({ people: 1 });
  name = await makeOne(origin.desk);
  await origin.desk.vault.close();
  kept = { vault: rest(), drive: rest() };
  cpSync(origin.desk.vaultDir, kept.vault, { recursive: true });
  cpSync(origin.folder, kept.drive, { recursive: true });
});
afterAll(async () => {
  await origin.desk.dispose();
  for (const folder of Object.values(kept)) rmSync(folder, { recursive: true, force: true });
});

/** A bit of text in base64, another one by the seed. */
function flipText(text: string, seed: number): string {
  const bytes = Buffer.from(text, 'base64');
  bytes[(seed * 7919) % bytes.length]! ^= 1 << (seed % 8);
  return bytes.toString('base64');
}

/** With the keychain, and no PIN. */
async function mutateHeader(seed: number): Promise<void> {
  const { desk } = origin;
  const { mac: _mac, ...body } = await readCurrentHeader(desk);
  const secret = desk.keychain.deviceSecrets[body.deviceSecretId]!;
  const { recovery } = body;
  const changes = [
    { recovery: { ...recovery, wrapped: flipText(recovery.wrapped, seed) } },
    { recovery: { ...recovery, sealedStoreKey: flipText(recovery.sealedStoreKey, seed) } },
    {
      recovery: {
        ...recovery,
        signature: { ...recovery.signature, sig: flipText(recovery.signature.sig, seed) },
      },
    },
    { recovery: { ...recovery, receiveKey: flipText(recovery.receiveKey, seed) } },
    { recovery: { ...recovery, signKey: flipText(recovery.signKey, seed) } },
    { recovery: { ...recovery, generation: recovery.generation + 1 + (seed % 1000) } },
    { oldSheets: [{ generation: 1 + (seed % 9), sealed: Buffer.alloc(81, seed).toString('base64') }] },
    { backups: null },
    { estateName: `Another ${seed}` },
  ];
  const change = changes[Math.floor(seed / 3) % changes.length]!;
  // Every second one counts on, as a header that the vault has written does.
  const generation = body.generation + (seed % 2);
  await writeHeader(desk.vaultDir, sealHeader({ ...body, ...change, generation }, secret));
}

/** With a receptionist's PIN, and so the store key. */
async function mutateStore(seed: number): Promise<void> {
  const { desk } = origin;
  const header = await readCurrentHeader(desk);
  const slot = header.slots.find(({ role }) => role === 'receptionist')!;
  const deviceSecret = desk.keychain.deviceSecrets[header.deviceSecretId]!;
  const opened = await openSlot({ header, slot, deviceSecret, pin: PINS.receptionist });
  const path = join(desk.vaultDir, header.storeFile);
  const store = await openStore({ path, key: opened.storeKey, create: false, engine: chooseEngine('auto') });
  const noise = Buffer.alloc(81, seed % 251);
  const ofSheet = `staff_id = 'recovery' AND tier = '${seed % 2 === 0 ? 'contact' : 'identity'}'`;
  const statements = [
    { text: `DELETE FROM tier_grant WHERE ${ofSheet}`, values: [] },
    { text: `UPDATE tier_grant SET sealed = ? WHERE ${ofSheet}`, values: [noise] },
    { text: `UPDATE tier_grant SET epoch = ? WHERE ${ofSheet}`, values: [2 + seed] },
    { text: `UPDATE tier_grant SET generation = ? WHERE ${ofSheet}`, values: [2 + seed] },
    { text: 'UPDATE log_segment SET sealed_first_key = ?', values: [noise] },
    { text: 'UPDATE log_segment SET sheet_generation = ?', values: [2 + seed] },
    { text: "DELETE FROM key_slot WHERE slot_id = 'recovery'", values: [] },
  ];
  await store.transaction(
    async (tx) => void (await tx.run(statements[Math.floor(seed / 3) % statements.length]! as never)),
  );
  await store.close();
  opened.dispose();
}

/** With the drive alone. */
function mutateDrive(seed: number): void {
  const file = join(origin.folder, name, seed % 2 === 0 ? 'backup.json' : 'store.db');
  const bytes = readFileSync(file);
  bytes[(seed * 7919) % bytes.length]! ^= 1 << (seed % 8);
  writeFileSync(file, bytes);
}

async function restoreAll(): Promise<void> {
  const { desk, folder } = origin;
  for (const [from, to] of [
    [kept.vault, desk.vaultDir],
    [kept.drive, folder],
  ] as const) {
    rmSync(to, { recursive: true, force: true });
    cpSync(from, to, { recursive: true });
  }
}

it('are told before a recovery meets them, each', async () => {
  const { desk } = origin;
  const keychain = desk.keychain.snapshot();
  const untold: string[] = [];
  for (let seed = 1; seed <= MUTATIONS; seed++) {
    await restoreAll();
    desk.keychain.restore(keychain);
    const kind = seed % 3;
    if (kind === 0) await mutateHeader(seed);
    if (kind === 1) await mutateStore(seed);
    if (kind === 2) mutateDrive(seed);
    await desk.start();
    if (kind === 2) {
      await desk.unlock('admin');
      const code = await desk.codeOf('backup.test', { folderId: null, name, pin: PINS.admin });
      if (!['backup-damaged', 'backup-newer', 'not-found'].includes(code)) untold.push(`${seed}: ${code}`);
    } else {
      const asked = await desk.ask('session.unlock', await desk.proofOf('supervisor')).catch(() => null);
      if (asked?.ok === true && asked.value.alarms.length === 0) untold.push(`${seed}: no alarm`);
    }
    await desk.vault.close();
  }
  expect(untold).toEqual([]);
}, 1_800_000);

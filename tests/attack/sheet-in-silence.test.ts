/**
 * Whoever has the keychain and the folder, and whoever has the store key, spoil what nobody opens before the disaster: what the recovery sheet alone opens. It is told at the
 * next sign-in, with no sheet at hand.
 */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Role } from '../../contract/fields.ts';
import { type Header, type HeaderBody, sealHeader, writeHeader } from '../../main/vault/keys/header.ts';
import { chooseEngine } from '../../main/vault/store/engine/choose-engine.ts';
import { openStore } from '../../main/vault/store/open-store.ts';
import { sql } from '../../main/vault/store/sql.ts';
import type { WritableStore } from '../../main/vault/store/store.ts';
import { type BackupDeskForTest, openBackupDesk, readCurrentHeader } from '../support/backup-desk.ts';
import { openSlot } from '../support/open-slot.ts';
import { answersTo } from '../support/recover.ts';
import { PINS } from '../support/vault-harness.ts';

const noise = (bytes: number): Uint8Array => new Uint8Array(randomBytes(bytes));
const base64Noise = (text: string): string =>
  randomBytes(Buffer.from(text, 'base64').length).toString('base64');

describe('what the sheet alone opens', () => {
  let origin: BackupDeskForTest;
  beforeEach(async () => {
    origin = await openBackupDesk({ people: 1 });
  });

  /** With the keychain, which has the key of the header's MAC, and no PIN. */
  async function rewriteHeader(change: (header: Header) => Partial<HeaderBody>): Promise<void> {
    const { desk } = origin;
    await desk.vault.close();
    const { mac: _mac, ...body } = await readCurrentHeader(desk);
    const secret = desk.keychain.deviceSecrets[body.deviceSecretId]!;
    await writeHeader(desk.vaultDir, sealHeader({ ...body, ...change(body as Header) }, secret));
    await desk.start();
  }

  /** With a receptionist's PIN, and so the store key. */
  async function rewriteStore(work: (tx: WritableStore) => Promise<unknown>): Promise<void> {
    const { desk } = origin;
    await desk.vault.close();
    const header = await readCurrentHeader(desk);
    const slot = header.slots.find(({ role }) => role === 'receptionist')!;
    const deviceSecret = desk.keychain.deviceSecrets[header.deviceSecretId]!;
    const opened = await openSlot({ header, slot, deviceSecret, pin: PINS.receptionist });
    const path = join(desk.vaultDir, header.storeFile);
    const store = await openStore({
      path,
      key: opened.storeKey,
      create: false,
      engine: chooseEngine('auto'),
    });
    await store.transaction(async (tx) => void (await work(tx)));
    await store.close();
    opened.dispose();
    await desk.start();
  }

  /** Nobody but a supervisor comes in, who is told. */
  async function expectTold(alarm: string): Promise<void> {
    const { desk } = origin;
    for (const role of ['receptionist', 'admin'] as const satisfies readonly Role[])
      expect([role, await desk.codeOf('session.unlock', await desk.proofOf(role))]).toEqual([
        role,
        'store-mismatch',
      ]);
    expect((await desk.unlock('supervisor')).alarms).toContain(alarm);
  }

  it.each<[string, (header: Header) => Partial<HeaderBody>]>([
    [
      'the pins of its slot',
      ({ recovery }) => ({ recovery: { ...recovery, wrapped: base64Noise(recovery.wrapped) } }),
    ],
    [
      'the store key that is sealed to it',
      ({ recovery }) => ({ recovery: { ...recovery, sealedStoreKey: base64Noise(recovery.sealedStoreKey) } }),
    ],
    [
      'the signature of that',
      ({ recovery }) => ({
        recovery: {
          ...recovery,
          signature: { ...recovery.signature, sig: base64Noise(recovery.signature.sig) },
        },
      }),
    ],
    [
      'an earlier sheet that it never had',
      () => ({ oldSheets: [{ generation: 1, sealed: randomBytes(81).toString('base64') }] }),
    ],
  ])('is told where somebody with the keychain and no PIN changes %s', async (_what, change) => {
    await rewriteHeader(change);
    await expectTold('sheet-differs');
  });

  it.each<[string, (tx: WritableStore) => Promise<unknown>]>([
    ['takes its grants away', (tx) => tx.run(sql`DELETE FROM tier_grant WHERE staff_id = 'recovery'`)],
    [
      'takes one of its grants away',
      (tx) => tx.run(sql`DELETE FROM tier_grant WHERE staff_id = 'recovery' AND tier = 'identity'`),
    ],
    [
      'makes noise of a grant',
      (tx) =>
        tx.run(
          sql`UPDATE tier_grant SET sealed = ${noise(81)} WHERE staff_id = 'recovery' AND tier = 'identity'`,
        ),
    ],
    [
      'makes noise of the key of the log',
      (tx) => tx.run(sql`UPDATE log_segment SET sealed_first_key = ${noise(81)}`),
    ],
  ])('is told where somebody with the store key %s', async (_what, work) => {
    await rewriteStore(work);
    await expectTold('sheet-differs');
  });

  it('is told behind an acknowledgment too, until a supervisor and an admin make another sheet', async () => {
    await rewriteHeader(({ recovery }) => ({
      recovery: { ...recovery, wrapped: base64Noise(recovery.wrapped) },
    }));
    const { desk } = origin;
    await desk.unlock('supervisor');
    await desk.call('session.acknowledge', { words: 'looked into', pin: PINS.supervisor });
    await desk.lock();
    await expectTold('sheet-differs');
    await desk.call('session.acknowledge', { words: 'looked into', pin: PINS.supervisor });
    const sheet = await desk.call('keys.beginSheet', {});
    const cosigner = await desk.proofOf('admin');
    await desk.call('keys.finishSheet', { answers: answersTo(sheet), pin: PINS.supervisor, cosigner });
    for (const role of ['receptionist', 'admin', 'supervisor'] as const) {
      await desk.lock();
      expect((await desk.unlock(role)).alarms).toEqual([]);
    }
  });

  it('is told where the folder of backups is another one in a header that nobody of the staff has written', async () => {
    await rewriteHeader(({ backups, generation }) => ({
      backups: { ...backups!, folder: '/somewhere/else' },
      generation: generation + 1,
    }));
    await expectTold('header-differs');
  });
});

/** A change of keys that a kill left waiting in a vault of November 2026, with its log entry as a sentence. */
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { chooseEngine } from '../../../main/vault/store/engine/choose-engine.ts';
import { openStore } from '../../../main/vault/store/open-store.ts';
import { readCurrentHeader } from '../../support/backup-desk.ts';
import { type OldVault, openOldVault } from '../../support/old-vault.ts';
import { openSlot } from '../../support/open-slot.ts';
import { leavePendingChange } from '../../support/pending-change.ts';

const ENGINE = 'better-sqlite3';

describe('a change that waits with a sentence in it', () => {
  let old: OldVault;
  beforeEach(async () => {
    old = await openOldVault(ENGINE);
  });
  afterEach(() => old.dispose());

  /** Of the header that is in force, so that the next sign-in finishes it; nothing but its entry is left to do. */
  async function leaveWaiting(detail: string): Promise<void> {
    const { desk } = old;
    await desk.vault.close();
    const header = await readCurrentHeader(desk);
    const slot = header.slots.find(({ role }) => role === 'admin')!;
    const opened = await openSlot({
      header,
      slot,
      deviceSecret: desk.keychain.deviceSecrets[header.deviceSecretId]!,
      pin: old.pins.admin,
    });
    const store = await openStore({
      path: join(desk.vaultDir, header.storeFile),
      key: opened.storeKey,
      create: false,
      engine: chooseEngine(ENGINE),
    });
    await leavePendingChange(store, header.generation, [
      { staffId: slot.staffId, action: 'staff-name', outcome: 'done', detail },
    ]);
    await store.close();
    opened.dispose();
    await desk.start();
  }

  it('is finished by the next sign-in, without its words: no anchor of then vouches for them', async () => {
    await leaveWaiting('Desk Two → Desk Deux');
    await old.desk.call('session.unlock', await old.proofOf('supervisor'));
    const { entries } = await old.desk.call('log.list', { before: null, limit: 5 });
    expect(entries.filter(({ action }) => action === 'staff-name')).toEqual([]);
    expect(await old.desk.call('log.verify', {})).toMatchObject({ ok: true });
  });

  it('is refused once an anchor of now has been written', async () => {
    await old.desk.call('session.unlock', await old.proofOf('supervisor'));
    await leaveWaiting('Desk Two → Desk Deux');
    expect(await old.desk.codeOf('session.unlock', await old.proofOf('supervisor'))).toBe('store-tampered');
  });
});

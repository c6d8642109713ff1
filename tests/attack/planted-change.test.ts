/** Whoever has the store key writes a change of keys that waits, so that the next sign-in enters deeds of other people in the log. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { HEADER_FILE, parseHeader } from '../../main/vault/keys/header.ts';
import { encodeDetail } from '../../main/vault/log/detail.ts';
import { chooseEngine } from '../../main/vault/store/engine/choose-engine.ts';
import { sql } from '../../main/vault/store/sql.ts';
import { draftOf } from '../support/people-drafts.ts';
import { FEATURE_ENGINE_NAMES } from '../support/engines.ts';
import { leavePendingChange } from '../support/pending-change.ts';
import { openStoreOf } from '../support/store-tools.ts';
import { PINS, type VaultHarness, createHarness } from '../support/vault-harness.ts';

describe.each(FEATURE_ENGINE_NAMES)('a change of keys that waits on %s', (engine) => {
  let desk: VaultHarness;
  beforeEach(async () => {
    desk = await createHarness({ engine });
    await desk.setUpWith(draftOf(7), 'admin');
    await desk.call('policy.change', {
      masks: { phone: 'last-four' },
      words: 'the screen faces the hall',
      pin: PINS.admin,
    });
  });

  /** In the admin's name, of the header's very generation. */
  async function plant(): Promise<void> {
    await desk.vault.close();
    const { generation, slots } = parseHeader(readFileSync(join(desk.vaultDir, HEADER_FILE)));
    const { staffId } = slots.find(({ role }) => role === 'admin')!;
    const detail = encodeDetail('policy', {
      was: 'last-four',
      became: 'usual',
      remasked: 1,
      choice: 9 * 65_536,
    });
    const entry = {
      staffId,
      action: 'policy',
      field: 'mask.phone',
      reason: 'why not',
      outcome: 'done',
      detail,
    };
    const vault = { vaultDir: desk.vaultDir, deviceSecrets: desk.keychain.deviceSecrets };
    const store = await openStoreOf(vault, chooseEngine(engine), PINS.admin);
    await leavePendingChange(store, generation, [entry, entry]);
    await store.close();
    await desk.start();
  }

  it('is finished by nobody where the anchor does not remember it, and nothing is entered in the log', async () => {
    await plant();
    for (const role of ['receptionist', 'supervisor', 'admin'] as const)
      expect(await desk.codeOf('session.unlock', await desk.proofOf(role)), role).toBe('store-tampered');
    const vault = { vaultDir: desk.vaultDir, deviceSecrets: desk.keychain.deviceSecrets };
    const store = await openStoreOf(vault, chooseEngine(engine), PINS.admin);
    expect(await store.all(sql`SELECT seq FROM log_entry WHERE reason = 'why not'`)).toEqual([]);
    await store.close();
  });
});

/** Keys of the tiers at one of several desks with more values than an op takes. */
import { expect, it } from 'vitest';
import { sql } from '../../../main/vault/store/sql.ts';
import { FEATURE_ENGINES } from '../../support/engines.ts';
import { createOrder, headerOf, linkAlone } from '../../support/linked-desks.ts';
import { draftOf, phoneOf } from '../../support/people-drafts.ts';
import { rotationOf } from '../../support/requests-of.ts';
import { atRest } from '../../support/second-desk.ts';
import { PINS, createHarness } from '../../support/vault-harness.ts';

/** More than the vault takes into one op. */
const VALUES = 100_001;

it.each(FEATURE_ENGINES)(
  'are refused before anything is begun, and the desk goes on, on $name',
  async ({ name }) => {
    const vault = await createHarness({ engine: name });
    await vault.setUp();
    await vault.unlock('supervisor');
    const { personId } = await vault.addPerson(draftOf(1));
    const cosigner = await vault.proofOf('supervisor');
    await linkAlone(vault, name);
    // Replaced ones, of which somebody may have any number.
    await atRest(vault, name, (store) =>
      store.runAlone(sql`INSERT INTO sealed_value (person_id, field, ordinal, tier, batch_id, n, ciphertext, mask, valid, created_at, replaced_at)
        WITH RECURSIVE more (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM more WHERE i < ${VALUES})
        SELECT person_id, field, i, tier, batch_id, n, ciphertext, mask, valid, created_at, created_at
          FROM more, (SELECT * FROM sealed_value ORDER BY id LIMIT 1)`),
    );
    vault.carryBy(createOrder(vault, (await headerOf(vault)).vaultId));
    await vault.lock();
    await vault.unlock('admin');
    const rotation = rotationOf(PINS.admin, cosigner);
    expect(await vault.codeOf('keys.rotateTierKeys', rotation)).toBe('needs-all-desks');
    await vault.switchTo('supervisor');
    expect(await vault.logged('rotation', 50)).toEqual([]);
    expect(await vault.reveal(personId, 'phone', PINS.supervisor)).toBe(phoneOf(1));
  },
);

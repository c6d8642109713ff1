/** A store from before the policy: its masks stay as they are, the usual ones; what admins choose from then on is only added to. */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { USUAL_POLICY } from '../../../contract/policy.ts';
import { readPolicy } from '../../../main/vault/policy/read-policy.ts';
import { migrate, schemaVersion } from '../../../main/vault/store/migrate.ts';
import { MIGRATIONS } from '../../../main/vault/store/migrations/index.ts';
import type { Sql } from '../../../main/vault/store/sql.ts';
import { sql } from '../../../main/vault/store/sql.ts';
import { ENGINES } from '../../support/engines.ts';
import { makeTempDir } from '../../support/temp-dir.ts';

const OLD_ROWS: readonly Sql[] = [
  sql`INSERT INTO person (id, kind, name, created_at, updated_at) VALUES (1, 'person', '张三', 0, 0)`,
  sql`INSERT INTO seal_batch (id, tier, epoch, nonce, enc) VALUES (1, 'contact', 1, x'00', x'00')`,
  sql`INSERT INTO sealed_value (id, person_id, field, ordinal, tier, batch_id, n, ciphertext, mask, valid, created_at) VALUES (1, 1, 'phone', 0, 'contact', 1, 0, x'00', '141****1234', 1, 0)`,
];

const choice = (setting: string, was: string, became: string): Sql =>
  sql`INSERT INTO policy_change (at, staff_id, setting, was, became, words, remasked) VALUES (0, 'a', ${setting}, ${was}, ${became}, 'why not', 0)`;

describe.each(ENGINES.map((engine) => [engine.name, engine] as const))('%s', (_, engine) => {
  test('a store with people gets the usual policy and keeps its masks; choices can be added, not changed and not taken away', async () => {
    const store = await engine.open({ path: join(makeTempDir(), 'store-0001.db'), key: randomBytes(32), create: true });
    await migrate(store, MIGRATIONS.filter(({ id }) => id < 60));
    await store.transaction(async (tx) => { for (const row of OLD_ROWS) await tx.run(row); });
    await migrate(store);
    expect(await schemaVersion(store)).toBe(MIGRATIONS.at(-1)!.id);
    expect(await readPolicy(store)).toEqual(USUAL_POLICY);
    expect(await store.all(sql`SELECT mask, valid, note FROM sealed_value`)).toEqual([{ mask: '141****1234', valid: 1, note: null }]);

    await store.transaction(async (tx) => {
      for (const one of [choice('mask.phone', 'usual', 'hidden'), choice('mask.phone', 'hidden', 'last-four'), choice('field.bankCard', 'off', 'on'), choice('mask.email', 'usual', 'invented'), choice('mask.shoe', 'usual', 'hidden')]) await tx.run(one);
    });
    // The last word on a setting counts; of a mask or level that is not known nothing is taken.
    expect(await readPolicy(store)).toEqual({ masks: { ...USUAL_POLICY.masks, phone: 'last-four' }, switchedOn: ['bankCard'] });
    await expect(store.transaction((tx) => tx.run(sql`UPDATE policy_change SET became = 'usual'`))).rejects.toThrow(/never changed/);
    await expect(store.transaction((tx) => tx.run(sql`DELETE FROM policy_change`))).rejects.toThrow(/never deleted/);
    expect(await store.get(sql`SELECT count(*) AS n FROM policy_change`)).toEqual({ n: 5 });
    await store.close();
  });
});

/** A store from before the policy: its masks stay as they are, the usual ones; what admins choose from then on is what the log says. */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { USUAL_MASKS, USUAL_POLICY } from '../../../contract/policy/lists.ts';
import { CHOICES, nextChoices, readPolicy } from '../../../main/vault/policy/read-policy.ts';
import { migrate, schemaVersion } from '../../../main/vault/store/migrate.ts';
import { MIGRATIONS } from '../../../main/vault/store/migrations/index.ts';
import { becomeDesk } from '../../../main/vault/store/ids.ts';
import { openStore } from '../../../main/vault/store/open-store.ts';
import { type Sql, sql } from '../../../main/vault/store/sql.ts';
import { ENGINES } from '../../support/engines.ts';
import { explain } from '../../support/explain.ts';
import { makeTempDir } from '../../support/temp-dir.ts';
import { migratedFrom, storeBefore } from '../../support/migrated-store.ts';

const OLD_ROWS: readonly Sql[] = [
  sql`INSERT INTO person (id, kind, name, created_at, updated_at) VALUES (1, 'person', '张三', 0, 0)`,
  sql`INSERT INTO seal_batch (id, tier, epoch, nonce, enc) VALUES (1, 'contact', 1, x'00', x'00')`,
  sql`INSERT INTO sealed_value (id, person_id, field, ordinal, tier, batch_id, n, ciphertext, mask, valid, created_at) VALUES (1, 1, 'phone', 0, 'contact', 1, 0, x'00', '141****1234', 1, 0)`,
];

let seq = 0;
const choice = (setting: string, was: string, became: string, number = ''): Sql => sql`
  INSERT INTO log_entry (seq, segment_id, time, staff_id, action, field, reason, outcome, detail, prev_hash, hash, tag)
  VALUES (${++seq}, 1, 0, 'a', 'policy', ${setting}, 'why not', 'done', ${`${was} → ${became}, masks made anew: 0${number}`}, x'00', x'00', x'00')`;
const SEGMENT = sql`INSERT INTO log_segment (id, first_seq, sealed_first_key, started_at, why) VALUES (1, 1, x'00', 0, 'set-up')`;
const CHOSEN = [
  choice('mask.phone', 'usual', 'hidden'),
  choice('mask.phone', 'hidden', 'last-four'),
  choice('field.bankCard', 'off', 'on'),
  choice('mask.email', 'usual', 'invented'),
  choice('mask.shoe', 'usual', 'hidden'),
];

describe.each(ENGINES.map((engine) => [engine.name, engine] as const))('%s', (_, engine) => {
  test('a store with people gets the usual policy and keeps its masks; choices are what the log says', async () => {
    const store = await migratedFrom(engine, 60, OLD_ROWS);
    expect(await schemaVersion(store)).toBe(MIGRATIONS.at(-1)!.id);
    expect(await readPolicy(store, USUAL_MASKS)).toEqual(USUAL_POLICY);
    expect(await store.all(sql`SELECT mask, valid, note FROM sealed_value`)).toEqual([
      { mask: '141****1234', valid: 1, note: null },
    ]);

    await store.transaction(async (tx) => {
      for (const one of [SEGMENT, ...CHOSEN]) await tx.run(one);
    });
    // The last word on a setting counts; of a mask or level that is not known nothing is taken.
    expect(await readPolicy(store, USUAL_MASKS)).toEqual({
      masks: { ...USUAL_POLICY.masks, phone: 'last-four' },
      switchedOn: ['bankCard'],
    });
    await store.close();
  });

  test('choices are in the order of their numbers, not of one log, and the next goes on from the highest', async () => {
    const store = await openStore({
      path: join(makeTempDir(), 'store-0001.db'),
      key: randomBytes(32),
      create: true,
      engine,
    });
    const at = (step: number, desk: number): string => `, choice ${step * 65_536 + desk}`;
    await store.transaction(async (tx) => {
      for (const one of [
        SEGMENT,
        choice('mask.phone', 'usual', 'hidden'),
        choice('mask.phone', 'hidden', 'last-four', at(3, 0)),
        // As it comes from another desk, which knew of the first two alone.
        choice('mask.phone', 'hidden', 'usual', at(2, 7)),
        choice('mask.name', 'usual', 'hidden', at(3, 7)),
      ])
        await tx.run(one);
      await becomeDesk(tx, 2);
    });
    expect((await readPolicy(store, USUAL_MASKS)).masks).toMatchObject({
      phone: 'last-four',
      name: 'hidden',
    });
    expect(await nextChoices(store, 2)).toEqual([4 * 65_536 + 2, 5 * 65_536 + 2]);
    await store.close();
  });

  test('a store that kept its choices in rows of their own goes by the log, which had each of them', async () => {
    const store = await storeBefore(engine, 110);
    await store.transaction(async (tx) => {
      for (const one of [SEGMENT, ...CHOSEN]) await tx.run(one);
      // One that the log has never heard of.
      await tx.run(
        sql`INSERT INTO policy_change (at, staff_id, setting, was, became, words, remasked) VALUES (0, 'a', 'mask.name', 'usual', 'hidden', 'why not', 0)`,
      );
    });
    await migrate(store);
    expect(await readPolicy(store, USUAL_MASKS)).toEqual({
      masks: { ...USUAL_POLICY.masks, phone: 'last-four' },
      switchedOn: ['bankCard'],
    });
    expect(await store.all(sql`SELECT name FROM sqlite_schema WHERE name LIKE 'policy_%'`)).toEqual([]);
    for (const analysed of [false, true]) {
      if (analysed) await store.transaction((tx) => tx.run(sql`ANALYZE`));
      expect((await explain(store, CHOICES)).join('\n')).toContain('log_entry_policy');
    }
    await store.close();
  });
});

/** What admins choose is what the log says, in the order of the numbers of their choices. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type SettingValue, USUAL_MASKS, USUAL_POLICY } from '../../../contract/policy/lists.ts';
import { CHOICES, nextChoices, readPolicy } from '../../../main/vault/policy/read-policy.ts';
import { becomeDesk } from '../../../main/vault/store/ids.ts';
import { type Sql, sql } from '../../../main/vault/store/sql.ts';
import type { Store } from '../../../main/vault/store/store.ts';
import { ENGINES } from '../../support/engines.ts';
import { explain } from '../../support/explain.ts';
import { newStore } from '../../support/new-store.ts';
import { contentOf, insertOf, rosterOfSigners, rowOf, signatureOf } from '../../support/signed-rows.ts';

let seq = 0;
const STAFF = { roster: rosterOfSigners() };
function choice(setting: string, was: SettingValue, became: SettingValue, step: number, desk = 0): Sql {
  const detail = { was, became, remasked: 0, choice: step * 65_536 + desk } as const;
  seq += 1;
  const content = contentOf('policy', detail, { seq, field: setting });
  return insertOf(rowOf(content, signatureOf('admin', content)));
}
const SEGMENT = sql`INSERT INTO log_segment (id, first_seq, sealed_first_key, started_at, why) VALUES (1, 1, x'00', 0, 'set-up')`;

describe.each(ENGINES.map((engine) => [engine.name, engine] as const))('%s', (_, engine) => {
  let store: Store;
  beforeEach(async () => {
    store = await newStore(engine);
    await store.transaction((tx) => tx.run(SEGMENT));
  });
  afterEach(() => store.close());

  const write = (...rows: readonly Sql[]) =>
    store.transaction(async (tx) => {
      for (const row of rows) await tx.run(row);
    });

  test('the usual policy holds until somebody chooses; then the last word on a setting counts', async () => {
    expect(await readPolicy(STAFF, store, USUAL_MASKS)).toEqual(USUAL_POLICY);
    // Of a mask or level that is not known nothing is taken.
    await write(
      choice('mask.phone', 'usual', 'hidden', 1),
      choice('mask.phone', 'hidden', 'last-four', 2),
      choice('field.bankCard', 'off', 'on', 3),
      choice('mask.email', 'usual', 'on', 4),
      choice('mask.shoe', 'usual', 'hidden', 5),
    );
    expect(await readPolicy(STAFF, store, USUAL_MASKS)).toEqual({
      masks: { ...USUAL_POLICY.masks, phone: 'last-four' },
      switchedOn: ['bankCard'],
    });
  });

  test('choices are in the order of their numbers, not of one log, and the next goes on from the highest', async () => {
    await write(
      choice('mask.phone', 'usual', 'hidden', 1),
      choice('mask.phone', 'hidden', 'last-four', 3),
      // As it comes from another desk, which knew of the first two alone.
      choice('mask.phone', 'hidden', 'usual', 2, 7),
      choice('mask.name', 'usual', 'hidden', 3, 7),
    );
    await store.transaction((tx) => becomeDesk(tx, 2));
    expect((await readPolicy(STAFF, store, USUAL_MASKS)).masks).toMatchObject({
      phone: 'last-four',
      name: 'hidden',
    });
    expect([0, 1].map(await nextChoices(STAFF, store))).toEqual([4 * 65_536 + 2, 5 * 65_536 + 2]);
  });

  test('choices are found by the index of their entries', async () => {
    for (const analysed of [false, true]) {
      if (analysed) await write(sql`ANALYZE`);
      expect((await explain(store, CHOICES)).join('\n')).toContain('log_entry_policy');
    }
  });
});

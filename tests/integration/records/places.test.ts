import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { PersonId } from '../../../contract/ids.ts';
import { nextPlace } from '../../../main/vault/records/places.ts';
import { becomeDesk, PLACES_OF_A_DESK } from '../../../main/vault/store/ids.ts';
import { openStore } from '../../../main/vault/store/open-store.ts';
import { sql } from '../../../main/vault/store/sql.ts';
import { ENGINES } from '../../support/engines.ts';
import { makeTempDir } from '../../support/temp-dir.ts';

test.each(ENGINES.map((engine) => [engine.name, engine] as const))(
  'on %s a place is not given away as long as a record stands there or anything is sealed to it',
  async (_, engine) => {
    const store = await openStore({
      path: join(makeTempDir(), 'store-0001.db'),
      key: randomBytes(32),
      create: true,
      engine,
    });
    const [one, other] = [1, 2] as PersonId[];
    await store.transaction(async (tx) => {
      await tx.run(
        sql`INSERT INTO person (id, kind, name, created_at, updated_at) VALUES (1, 'person', '张三', 0, 0), (2, 'person', '李四', 0, 0)`,
      );
      await tx.run(sql`INSERT INTO pet (person_id, ordinal, breed) VALUES (1, 0, '柯基'), (1, NULL, '橘猫')`);
      await tx.run(
        sql`INSERT INTO seal_batch (id, tier, epoch, nonce, enc) VALUES (1, 'identity', 1, x'00', x'00')`,
      );
      await tx.run(sql`INSERT INTO sealed_value (person_id, field, ordinal, tier, batch_id, n, ciphertext, mask, valid, created_at, replaced_at)
      VALUES (1, 'petLicence', 1, 'identity', 1, 0, x'00', '***', 1, 0, 5), (1, 'certificate', 2, 'identity', 1, 1, x'00', '***', 1, 0, NULL)`);
    });
    expect([
      await nextPlace(store, 'pet', one!),
      await nextPlace(store, 'pet', other!),
      await nextPlace(store, 'occupancy', one!),
      await nextPlace(store, 'renovation', one!),
    ]).toEqual([2, 0, 0, 0]);
    await store.transaction((tx) =>
      tx.run(sql`INSERT INTO sealed_value (person_id, field, ordinal, tier, batch_id, n, ciphertext, mask, valid, created_at)
    WITH RECURSIVE places (n) AS (SELECT 2 UNION ALL SELECT n + 1 FROM places WHERE n < 79) SELECT 1, 'petLicence', n, 'identity', 1, n, x'00', '***', 1, 0 FROM places`),
    );
    // How many there may be is a count of records, whatever their places are.
    expect(await nextPlace(store, 'pet', one!)).toBe(80);
    await store.transaction((tx) => becomeDesk(tx, 2));
    expect(await nextPlace(store, 'pet', one!)).toBe(2 * PLACES_OF_A_DESK);
    await store.transaction((tx) =>
      tx.run(sql`INSERT INTO pet (id, person_id, ordinal, breed)
    WITH RECURSIVE pets (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM pets WHERE n < 49) SELECT 100 + n, 1, 100000 + n, '柯基' FROM pets`),
    );
    await expect(nextPlace(store, 'pet', one!)).rejects.toMatchObject({
      code: 'invalid-value',
      details: { field: 'petLicence' },
    });
    await store.close();
  },
);

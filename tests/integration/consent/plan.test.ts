/** The work list of notice and consent, and the counts of the inventory, are read by indexes: a page of the list along its rooms, a count in one pass. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MISSING_KINDS } from '../../../contract/consent/lists.ts';
import type { PersonId, RoomId } from '../../../contract/ids.ts';
import { agesAfter } from '../../../main/vault/consent/find-children.ts';
import { MISSING_QUERIES, type MissingBy } from '../../../main/vault/consent/missing.ts';
import { HELD_QUERIES } from '../../../main/vault/inventory/count-held.ts';
import type { Sql } from '../../../main/vault/store/sql.ts';
import { ENGINES } from '../../support/engines.ts';
import { OF_RESTRICTED, explain } from '../../support/explain.ts';
import { type SuiteStore, openEstateStore } from '../search/open-suite-store.ts';

const BY: MissingBy = {
  noticeVersion: '2026-1',
  today: '2026-01-05',
  grounds: {
    consenting: ['tenant', 'family'],
    sensitive: [
      { field: 'idNumber', purpose: 'identity' },
      { field: 'bankCard', purpose: 'bank' },
    ],
  },
};
const PLACE: [RoomId, PersonId] = [3 as RoomId, 7 as PersonId];

describe.each(ENGINES.map((engine) => [engine.name, engine] as const))('%s', (_, engine) => {
  let suite: SuiteStore;
  beforeAll(async () => {
    suite = await openEstateStore(engine, { residents: 50, seed: 5 });
  });
  afterAll(() => suite.dispose());

  /** Tables that are gone over from end to end, beside the list of those who asked for a restriction. */
  const scansOf = async (query: Sql): Promise<readonly string[]> =>
    (await explain(suite.store, query)).filter(
      (step) => step.startsWith('SCAN') && !OF_RESTRICTED.test(step),
    );

  describe.each(MISSING_KINDS)('what is missing of %s', (kind) => {
    it('is read along the rooms, and goes on where the page before has ended', async () => {
      expect(await scansOf(MISSING_QUERIES.page(kind, BY, null))).toEqual([
        'SCAN r USING INDEX room_neighbours',
      ]);
      const [next] = await explain(suite.store, MISSING_QUERIES.page(kind, BY, PLACE));
      expect(next).toMatch(/^SEARCH r USING INDEX room_neighbours/);
      expect(await scansOf(MISSING_QUERIES.page(kind, BY, PLACE))).toEqual([]);
    });

    it('is counted in one pass over people', async () => {
      expect(await scansOf(MISSING_QUERIES.count(kind, BY))).toEqual(['SCAN p']);
    });
  });

  it('counts each table of the inventory in one pass', async () => {
    for (const query of [...Object.values(HELD_QUERIES), MISSING_QUERIES.people])
      expect(await scansOf(query)).toHaveLength(1);
    expect(await scansOf(HELD_QUERIES.sealed)).toEqual([
      'SCAN sealed_value USING INDEX sealed_value_current',
    ]);
  });

  it('goes on through the values that tell an age from the last one', async () => {
    const plan = await explain(suite.store, agesAfter(41));
    expect(plan[0]).toBe('SEARCH v USING INTEGER PRIMARY KEY (rowid>?)');
    expect(plan.filter((step) => step.startsWith('SCAN'))).toEqual([]);
  });
});

/** What is asked of retention is found by indexes, however many people and records there are. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PersonId } from '../../../contract/ids.ts';
import { HOLD_ENTRIES, HOLD_QUERIES } from '../../../main/vault/erasure/holds.ts';
import {
  cutoffsDue,
  cutoffsRestricted,
  PURPOSE_QUERIES,
} from '../../../main/vault/retention-rules/purpose.ts';
import { restrictedRowsAmong } from '../../../main/vault/retention-rules/on-request.ts';
import { RECALL_ENTRIES, RETURNED_QUERIES } from '../../../main/vault/retention-rules/returned.ts';
import { recordsDue } from '../../../main/vault/retention/read-due.ts';
import { GAP_QUERIES } from '../../../main/vault/retention/read-gap.ts';
import { ENGINES } from '../../support/engines.ts';
import { explain } from '../../support/explain.ts';
import { A_YEAR } from '../../support/features/retention.ts';
import { type SuiteStore, openEstateStore } from '../search/open-suite-store.ts';

const TODAY = '2026-01-05';
const due = cutoffsDue(A_YEAR, TODAY);
const BEGINNING = { key: '', id: 0 } as const;
const ONE = 7 as PersonId;

const FIRST_STEP = [
  [
    'who is due',
    PURPOSE_QUERIES.homes(due, BEGINNING, 50),
    'occupancy_ending (until_date>? AND until_date<?)',
  ],
  [
    'who is restricted',
    PURPOSE_QUERIES.homes(cutoffsRestricted(A_YEAR, TODAY), BEGINNING, 50),
    'occupancy_ending',
  ],
  ['who never lived here', PURPOSE_QUERIES.contacts(due, 0, 50), 'person_without_room'],
  ['homes of before', recordsDue(A_YEAR, 'home', TODAY, 50), 'occupancy_ending'],
  ['ended leases', recordsDue(A_YEAR, 'lease', TODAY, 50), 'lease_ending (until_date<?)'],
  ['ended spaces', recordsDue(A_YEAR, 'space', TODAY, 50), 'space_ending (until_date<?)'],
  ['ended renovations', recordsDue(A_YEAR, 'renovation', TODAY, 50), 'renovation_ending (until_date<?)'],
  ['notes of before', recordsDue(A_YEAR, 'note', TODAY, 50), 'counter_note_at (at<?)'],
  ['who is held', HOLD_QUERIES.of(ONE, TODAY), 'hold_person'],
  ['what is held', HOLD_QUERIES.all(50), 'hold_person'],
] as const;

describe.each(ENGINES.map((engine) => [engine.name, engine] as const))('%s', (_, engine) => {
  let suite: SuiteStore;
  beforeAll(async () => {
    suite = await openEstateStore(engine, { residents: 50, seed: 5 });
  });
  afterAll(() => suite.dispose());

  it.each(FIRST_STEP)('finds %s by its index', async (_name, query, index) => {
    const [first] = await explain(suite.store, query);
    expect(first).toContain(`INDEX ${index}`);
  });

  it.each(FIRST_STEP.slice(0, 8))('goes over no table for each row of %s', async (_name, query) => {
    const plan = await explain(suite.store, query);
    expect(plan.filter((step) => step.startsWith('SCAN'))).toEqual([]);
  });

  it.each(['lease', 'space', 'renovation'] as const)(
    'finds by an index whose the records of the kind %s are',
    async (entity) => {
      const plan = await explain(suite.store, recordsDue(A_YEAR, entity, TODAY, 50));
      expect(plan.join()).toMatch(/SEARCH o .*INDEX occupancy_person \(person_id=\?\)/);
    },
  );

  it('goes over the numbers of whoever is back by a restore alone, of whom there are few', async () => {
    for (const query of [
      RETURNED_QUERIES.page(0, 50),
      RETURNED_QUERIES.all(50),
      RETURNED_QUERIES.notHeld(Date.parse(TODAY), 50),
    ]) {
      const scans = (await explain(suite.store, query)).filter((step) => /^SCAN [rph]( |$)/.test(step));
      expect(scans.every((step) => step.startsWith('SCAN r'))).toBe(true);
    }
    const [among] = await explain(suite.store, RETURNED_QUERIES.among([ONE]));
    expect(among).toMatch(/^SEARCH recalled_person USING INTEGER PRIMARY KEY/);
  });

  it('looks for missing deletions in segments and by the index of what was said, not in the whole log', async () => {
    const plan = await explain(suite.store, GAP_QUERIES.segments(3));
    expect(plan.filter((step) => step.startsWith('SCAN'))).toEqual(['SCAN log_segment']);
    expect((await explain(suite.store, GAP_QUERIES.known)).join()).toContain(
      'INDEX log_entry_erasures_known',
    );
    expect((await explain(suite.store, HOLD_ENTRIES)).join()).toContain('INDEX log_entry_hold');
    expect((await explain(suite.store, RECALL_ENTRIES)).join()).toContain('INDEX log_entry_recall');
    const [said] = await explain(suite.store, GAP_QUERIES.said({ id: 1, first: 7 }));
    expect(said).toMatch(/^SEARCH log_entry USING INTEGER PRIMARY KEY/);
  });

  it('looks at some people by their numbers alone', async () => {
    const restricted = await explain(suite.store, restrictedRowsAmong([ONE]));
    expect(restricted[0]).toMatch(/^SCAN json_each/);
    expect(restricted.join()).toMatch(/SEARCH ON TABLE recalled_person|ROWID SEARCH.*recalled_person/);
    const plan = await explain(suite.store, PURPOSE_QUERIES.among(due, [ONE]));
    expect(plan.filter((step) => step.startsWith('SCAN'))).toEqual([]);
    expect(plan.join()).toMatch(/SEARCH o USING INDEX occupancy_person \(person_id=\?\)/);
  });
});

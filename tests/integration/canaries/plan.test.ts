/** What every act at the desk asks about canary records reads an index, however long the log is. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PersonId } from '../../../contract/ids.ts';
import { LINK_ENTRIES } from '../../../main/vault/access-monitor/links.ts';
import { CANARY_QUERIES } from '../../../main/vault/access-monitor/canaries.ts';
import { ENGINES } from '../../support/engines.ts';
import { explain } from '../../support/explain.ts';
import { type SuiteStore, openEstateStore } from '../search/open-suite-store.ts';

const READ = [
  ['which there are', CANARY_QUERIES.entries, 'log_entry_canary'],
  [
    'what was done with them',
    CANARY_QUERIES.touches([7, 9] as PersonId[], [{ after: 5, upTo: 9 }]),
    'log_entry_person',
  ],
  ['which of the staff live here', LINK_ENTRIES, 'log_entry_staff_link'],
  ['what was raised', CANARY_QUERIES.alerts, 'log_entry_alert'],
] as const;

describe.each(ENGINES.map((engine) => [engine.name, engine] as const))('%s', (_, engine) => {
  let suite: SuiteStore;
  beforeAll(async () => {
    suite = await openEstateStore(engine, { residents: 50, seed: 5 });
  });
  afterAll(() => suite.dispose());

  test.each(READ)('%s is found by its index', async (_name, query, index) => {
    const plan = await explain(suite.store, query);
    const steps = plan.filter((step) => /log_entry/.test(step));
    expect(
      steps.every((step) => step.includes(index)),
      plan.join('\n'),
    ).toBe(true);
    expect(steps).not.toEqual([]);
  });
});

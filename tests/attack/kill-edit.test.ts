/** SIGKILL while a resident is added. Afterwards the vault opens without an alarm, every acknowledged resident is there, and the one who was being added is there whole or not at all. */
import { expect } from 'vitest';
import { describeKill } from '../support/kills/describe-kill.ts';
import { ONE_TRANSACTION } from '../support/kills/signs.ts';
import { expectSound } from '../support/kills/sound-vault.ts';
import { draftOf, phoneOf } from '../support/people-drafts.ts';
import { createHarness, PINS } from '../support/vault-harness.ts';

/** Of those who are added, by the end of their phones; smaller ones look like placeholders. */
const FIRST = 2_301;

describeKill('kill of an edit', {
  title: 'loses no acknowledged resident, and leaves the other whole or not there',
  changes: { edit: { route: 'people.add', ...ONE_TRANSACTION } },
  by: 'supervisor',
  async setUp(engine) {
    const desk = await createHarness({ engine });
    await desk.setUp();
    const requestOf = (n: number) => ({ person: draftOf(n), pin: PINS.supervisor });
    const isFound = async (n: number): Promise<boolean> =>
      (await desk.call('people.search', { text: phoneOf(n) })).groups.some(({ rows }) => rows.length > 0);
    const acknowledged: number[] = [];
    let last = FIRST - 1;
    return {
      desk,
      async request(asked) {
        await asked.call('people.add', requestOf(last + 1));
        acknowledged.push(last + 1);
        last += 2;
        return requestOf(last);
      },
      async expectAfter(what) {
        await expectSound(desk, what);
        const isThere = await isFound(last);
        if (isThere) acknowledged.push(last);
        expect(await isFound(last - 1), what).toBe(true);
        return isThere;
      },
      async expectInTheEnd() {
        await expectSound(desk, 'in the end');
        for (const n of acknowledged) expect(await isFound(n), phoneOf(n)).toBe(true);
      },
    };
  },
});

/** How it stands with what only some weeks of work bring about: when it was done, and when that is too long ago. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { Duty } from '../../../contract/evidence/lists.ts';
import { DAY_MS, createFakeClock } from '../../support/fake-clock.ts';
import { walkAs } from '../../support/full-vault.ts';
import { PLANTED } from '../../support/planted-people.ts';
import { VISITS } from '../../support/route-walk.ts';
import { type VaultHarness, createHarness } from '../../support/vault-harness.ts';
import { computerThatSays, fulfilEverything } from '../../support/whole-evidence.ts';

/** Each is done once and ages: by its own day it is to be done again. */
const AGEING = [
  ...(['paper', 'walk-round', 'disclosures', 'leftover-files', 'requests', 'incident-drill'] as const),
  ...(['spot-check', 'quarterly-report'] as const),
  ...(['impact-assessment', 'self-audit', 'computer-checklist', 'computer-checks'] as const),
] satisfies readonly Duty[];

const clock = createFakeClock();
let desk: VaultHarness;

const read = async () =>
  new Map(
    (await desk.call('evidence.read', {})).evidence.map(({ duty, ...standing }) => [duty, standing] as const),
  );

describe('how it stands with a duty', () => {
  beforeAll(async () => {
    desk = await createHarness({ clock, computer: { look: async () => computerThatSays('yes') } });
    await fulfilEverything(desk);
    const { groups } = await desk.call('people.search', { text: PLANTED[0].name.value });
    const walk = walkAs(desk, 'supervisor', groups[0]!.rows[0]!.personId);
    for (const route of ['disclosures.extract', 'requests.takeIn'] as const) await VISITS[route](walk);
  });

  it('is there once it was done, with its day', async () => {
    const standing = await read();
    for (const duty of AGEING)
      expect(standing.get(duty), duty).toMatchObject({ state: 'there', at: clock.now() });
  });

  it('is stale from the day on that it has named, and not before', async () => {
    const due = [...(await read())].flatMap(([duty, { dueOn }]) =>
      dueOn !== null && AGEING.some((one) => one === duty) ? [[duty, dueOn] as const] : [],
    );
    expect(due.map(([duty]) => duty).toSorted()).toEqual(AGEING.toSorted());
    for (const dueOn of [...new Set(due.map(([, day]) => day))].toSorted()) {
      const those = due.filter(([, day]) => day === dueOn).map(([duty]) => duty);
      const statesOf = async (): Promise<readonly string[]> => {
        await desk.switchTo('supervisor');
        const standing = await read();
        return those.map((duty) => `${duty} ${standing.get(duty)!.state}`);
      };
      clock.advance(Math.max(0, Date.parse(dueOn) - DAY_MS / 2 - clock.now()));
      expect(await statesOf()).toEqual(those.map((duty) => `${duty} there`));
      clock.advance(1.51 * DAY_MS);
      expect(await statesOf()).toEqual(those.map((duty) => `${duty} stale`));
    }
  });
});

/** ID numbers in the tests that go over every feature. */
import { click, featureFlow, get, showing } from '../../screens/steps.ts';
import type { VisitsOf } from '../route-walk.ts';

export const visits: VisitsOf<'idNumbers'> = {
  'idNumbers.without': (walk) => walk.ask('idNumbers.without', { after: 0 }),
  'idNumbers.decide': (walk) =>
    walk.elsewhere(async (fresh) => {
      await fresh.desk.setUpAs('admin');
      const { pin } = await fresh.desk.proofOf('admin');
      await fresh.ask('idNumbers.decide', { choice: 'none', words: '物业服务用不到', pin });
    }),
};

// --- the screens

/** An admin looks at the decision, begins to change it, and looks at what a removal would stop. */
export const flow = featureFlow({
  place: 75,
  as: 'admin',
  screens: { ...showing(['page:id-numbers'], 'id-numbers', 'id-numbers-decide', 'id-numbers-remove') },
  async run(walk, look, desk) {
    await desk.open('id-numbers');
    await look('id-numbers', { wait: 'id-numbers-row' });
    await click(walk, 'id-numbers-decide', 'id-choice-consent');
    await look('id-numbers-decide');
    await click(walk, 'id-numbers-cancel');
    await get(walk, 'id-numbers-form').waitFor({ state: 'detached' });
    await look('id-numbers-remove', { press: 'id-numbers-remove', wait: 'id-numbers-stops' });
    await click(walk, 'id-numbers-cancel');
    await get(walk, 'id-numbers-form').waitFor({ state: 'detached' });
  },
});

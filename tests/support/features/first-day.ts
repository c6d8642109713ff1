/** The first day and the overview in the tests that go over every feature. */
import { click, featureFlow, get, showing } from '../../screens/steps.ts';
import type { VisitsOf } from '../route-walk.ts';

export const visits: VisitsOf<'firstDay'> = {};

// --- the screens

/** At a vault with residents, no backup yet and one admin. */
export const flow = featureFlow({
  place: 10,
  as: 'admin',
  screens: { ...showing(['page:overview'], 'overview-first-day', 'overview') },
  async run(walk, look) {
    await get(walk, 'tile-other-systems-state').waitFor();
    await look('overview-first-day', { wait: 'first-day' });
    await click(walk, 'first-day-put-away');
    await get(walk, 'first-day').waitFor({ state: 'detached' });
    await look('overview');
  },
});

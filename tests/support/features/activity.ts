/** The overview of the work at the desk in the tests that go over every feature. */
import { featureFlow, get, showing } from '../../screens/steps.ts';
import type { VisitsOf, Walk } from '../route-walk.ts';

// --- the walk over the routes

export const visits: VisitsOf<'activity'> = {
  'activity.read': (walk: Walk) => walk.ask('activity.read', {}),
};

// --- the screens

/** The pictures, then their tables, as a supervisor sees them. */
export const flow = featureFlow({
  place: 120,
  as: 'supervisor',
  screens: { ...showing(['page:activity'], 'activity', 'activity-tables') },
  async run(walk, look, desk) {
    await desk.open('activity');
    await get(walk, 'activity-weeks').waitFor();
    await look('activity', { press: 'activity-of-open' });
    for (const chart of ['hours', 'weeks', 'people', 'reasons']) {
      const button = get(walk, `activity-${chart}-table`);
      if ((await button.count()) > 0) await button.click();
    }
    await look('activity-tables');
    await desk.page.keyboard.press('Escape');
  },
});

/** The overview of the work at the desk in the tests that go over every feature. */
import type { RouteName } from '../../../contract/route-names.ts';
import type { FeatureFlow } from '../../screens/screen-list.ts';
import { get } from '../../screens/steps.ts';
import type { Visit, Walk } from '../route-walk.ts';

type Name = Extract<RouteName, `activity.${string}`>;

// --- the walk over the routes

export const visits: Readonly<Record<Name, Visit>> = {
  'activity.read': (walk: Walk) => walk.ask('activity.read', {}),
};

// --- the screens

const SCREENS = {
  activity: ['page:activity'],
  'activity-tables': ['page:activity'],
} as const;

/** The pictures, then their tables, as a supervisor sees them. */
export const flow: FeatureFlow<typeof SCREENS> = {
  place: 120,
  as: 'supervisor',
  screens: SCREENS,
  async run(walk, look) {
    const { desk } = walk;
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
};

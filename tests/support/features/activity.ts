/** The overview of the work at the desk in the tests that go over every feature. */
import type { RouteName } from '../../../contract/route-names.ts';
import type { FeatureFlow, Walk as ScreenWalk } from '../../screens/screen-list.ts';
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

const get = ({ desk }: ScreenWalk, id: string) => desk.page.getByTestId(id);

/** The pictures, then their tables, as a supervisor sees them. */
export const flow: FeatureFlow<typeof SCREENS> = {
  place: 120,
  as: 'supervisor',
  screens: SCREENS,
  async run(walk, look) {
    const { desk } = walk;
    await desk.open('activity');
    await get(walk, 'activity-weeks').waitFor();
    await get(walk, 'activity-of-open').click();
    await look('activity');
    for (const chart of ['hours', 'weeks', 'people', 'reasons']) {
      const button = get(walk, `activity-${chart}-table`);
      if ((await button.count()) > 0) await button.click();
    }
    await look('activity-tables');
    await desk.page.keyboard.press('Escape');
  },
};

/** The first day and the overview in the tests that go over every feature. */
import type { FeatureFlow, Walk as ScreenWalk } from '../../screens/screen-list.ts';
import type { Visit } from '../route-walk.ts';

type Name = 'firstDay.read';

export const visits: Readonly<Record<Name, Visit>> = {
  'firstDay.read': (walk) => walk.ask('firstDay.read', {}),
};

// --- the screens

const get = ({ desk }: ScreenWalk, id: string) => desk.page.getByTestId(id);

const SCREENS = {
  'overview-first-day': ['page:overview'],
  overview: ['page:overview'],
} as const;

/** At a vault with residents, no backup yet and one admin. */
export const flow: FeatureFlow<typeof SCREENS> = {
  place: 10,
  as: 'admin',
  screens: SCREENS,
  async run(walk, look) {
    await get(walk, 'tile-other-systems-state').waitFor();
    await get(walk, 'first-day').waitFor();
    await look('overview-first-day');
    await get(walk, 'first-day-put-away').click();
    await get(walk, 'first-day').waitFor({ state: 'detached' });
    await look('overview');
  },
};

/** The first day and the overview in the tests that go over every feature. */
import type { FeatureFlow } from '../../screens/screen-list.ts';
import { click, get } from '../../screens/steps.ts';
import type { Visit } from '../route-walk.ts';

type Name = 'firstDay.read';

export const visits: Readonly<Record<Name, Visit>> = {
  'firstDay.read': (walk) => walk.ask('firstDay.read', {}),
};

// --- the screens

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
    await look('overview-first-day', { wait: 'first-day' });
    await click(walk, 'first-day-put-away');
    await get(walk, 'first-day').waitFor({ state: 'detached' });
    await look('overview');
  },
};

/** The checks of the computer in the tests that go over every feature. */
import { featureFlow, showing } from '../../screens/steps.ts';
import type { VisitsOf } from '../route-walk.ts';

// --- the walk over the routes

export const visits: VisitsOf<'computer'> = {};

// --- the screens

export const flow = featureFlow({
  place: 40,
  as: 'supervisor',
  screens: { ...showing(['page:computer-checks'], 'computer-checks-empty', 'computer-checks') },
  async run(walk, look) {
    await walk.desk.open('computer-checks');
    await look('computer-checks-empty', { wait: 'computer-empty' });
    await look('computer-checks', { press: 'computer-check', wait: 'computer-last' });
    await walk.desk.page.keyboard.press('Escape');
  },
});

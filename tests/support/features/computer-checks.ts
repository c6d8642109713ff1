/** The checks of the computer in the tests that go over every feature. */
import type { RouteName } from '../../../contract/route-names.ts';
import type { FeatureFlow } from '../../screens/screen-list.ts';
import type { Visit } from '../route-walk.ts';

type Name = Extract<RouteName, `computer.${string}`>;

// --- the walk over the routes

export const visits: Readonly<Record<Name, Visit>> = {
  'computer.read': (walk) => walk.ask('computer.read', {}),
  'computer.check': (walk) => walk.ask('computer.check', {}),
};

// --- the screens

const SCREENS = {
  'computer-checks-empty': ['page:computer-checks'],
  'computer-checks': ['page:computer-checks'],
} as const;

export const flow: FeatureFlow<typeof SCREENS> = {
  place: 40,
  as: 'supervisor',
  screens: SCREENS,
  async run(walk, look) {
    await walk.desk.open('computer-checks');
    await look('computer-checks-empty', { wait: 'computer-empty' });
    await look('computer-checks', { press: 'computer-first', wait: 'computer-last' });
    await walk.desk.page.keyboard.press('Escape');
  },
};

/** The checks of the computer in the tests that go over every feature. */
import type { RouteName } from '../../../contract/route-names.ts';
import type { FeatureFlow, Walk as ScreenWalk } from '../../screens/screen-list.ts';
import type { Visit } from '../route-walk.ts';

type Name = Extract<RouteName, `computer.${string}`>;

// --- the walk over the routes

export const visits: Readonly<Record<Name, Visit>> = {
  'computer.read': (walk) => walk.ask('computer.read', {}),
  'computer.check': (walk) => walk.ask('computer.check', {}),
};

// --- the screens

const get = ({ desk }: ScreenWalk, id: string) => desk.page.getByTestId(id);

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
    await get(walk, 'computer-empty').waitFor();
    await look('computer-checks-empty');
    await get(walk, 'computer-first').click();
    await get(walk, 'computer-last').waitFor();
    await look('computer-checks');
    await walk.desk.page.keyboard.press('Escape');
  },
};

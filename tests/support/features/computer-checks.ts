/** The checks of the computer in the tests that go over every feature. */
import type { Bridge } from '../../../contract/bridge.ts';
import type { CheckReading } from '../../../contract/computer-checks/lists.ts';
import type { ComputerChecksView } from '../../../contract/computer-checks/routes.ts';
import { ok } from '../../../contract/result.ts';
import type { RouteName } from '../../../contract/route-names.ts';
import type { Flow, Walk as ScreenWalk } from '../../screens/screen-list.ts';
import type { Visit } from '../route-walk.ts';
import type { After } from './fakes.ts';

type Name = Extract<RouteName, `computer.${string}`>;

// --- the walk over the routes

export const visits: Readonly<Record<Name, Visit>> = {
  'computer.read': (walk) => walk.ask('computer.read', {}),
  'computer.check': (walk) => walk.ask('computer.check', {}),
};

// --- the fake bridge

const FOUND: readonly CheckReading[] = [
  { check: 'disk-encryption', answer: 'no', why: null, figure: null },
  { check: 'sign-in', answer: 'yes', why: null, figure: null },
  { check: 'screen-lock', answer: 'no', why: null, figure: 30 },
  { check: 'password-rules', answer: 'no', why: null, figure: 0 },
  { check: 'antivirus', answer: 'yes', why: null, figure: null },
  { check: 'firewall', answer: 'yes', why: null, figure: null },
  { check: 'updates', answer: 'yes', why: null, figure: 12 },
  { check: 'system-support', answer: 'unknown', why: 'not-understood', figure: null },
  { check: 'program-support', answer: 'yes', why: null, figure: 129 },
];

export function fake(after: After): Pick<Bridge['vault'], Name> {
  let view: ComputerChecksView = { checks: [], due: { state: 'never', on: null } };
  return {
    'computer.read': (request) => after('computer.read', request, () => ok(view)),
    'computer.check': (request) =>
      after('computer.check', request, () => {
        const made = {
          checkId: view.checks.length + 1,
          at: Date.UTC(2026, 4, 16, 1, 30),
          staffName: '周主管',
          system: 'windows',
          readings: FOUND,
        } as const;
        view = { checks: [made, ...view.checks], due: { state: 'fine', on: '2026-06-15' } };
        return ok(view);
      }),
  };
}

// --- the screens

const get = ({ desk }: ScreenWalk, id: string) => desk.page.getByTestId(id);

const SCREENS = {
  'computer-checks-empty': ['page:computer-checks'],
  'computer-checks': ['page:computer-checks'],
} as const;

export const flow: Flow<typeof SCREENS> = {
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

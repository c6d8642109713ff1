/** The overview of the work at the desk in the tests that go over every feature. */
import type { ActivityView } from '../../../contract/activity/routes.ts';
import type { Bridge } from '../../../contract/bridge.ts';
import type { StaffId } from '../../../contract/ids.ts';
import { ok } from '../../../contract/result.ts';
import type { RouteName } from '../../../contract/route-names.ts';
import { dayOf } from '../../../main/vault/clock.ts';
import type { Flow, Walk as ScreenWalk } from '../../screens/screen-list.ts';
import type { Visit, Walk } from '../route-walk.ts';
import type { After } from './fakes.ts';

type Name = Extract<RouteName, `activity.${string}`>;

// --- the walk over the routes

export const visits: Readonly<Record<Name, Visit>> = {
  'activity.read': (walk: Walk) => walk.ask('activity.read', {}),
};

// --- the fake bridge

/** More by day than by night, fewer at the week's end. */
const hoursOf = (most: number): number[][] =>
  Array.from({ length: 7 }, (_, weekday) =>
    Array.from({ length: 24 }, (_hour, hour) =>
      hour < 7 || hour > 21
        ? 0
        : Math.round((most * (12 - Math.abs(hour - 14)) * (weekday > 4 ? 1 : 2)) / 24),
    ),
  );

/** Of the twelve weeks until that of 18 May. */
const MONDAYS = Array.from({ length: 12 }, (_, at) => dayOf(new Date(2026, 2, 2 + 7 * at).getTime()));

/** What the fake bridge answers. */
export const INVENTED_ACTIVITY: ActivityView = {
  at: new Date(2026, 4, 20, 15, 20).getTime(),
  tiles: {
    signIn: { today: 7, usual: 8 },
    search: { today: 212, usual: 190.5 },
    open: { today: 164, usual: 151 },
    verify: { today: 58, usual: 61 },
    reveal: { today: 41, usual: 22 },
    denied: { today: 2, usual: 1 },
    limit: { today: 1, usual: 0 },
  },
  compared: { by: 'weekday', days: 8 },
  alertsOpen: 2,
  hours: { reveal: hoursOf(9), open: hoursOf(40) },
  people: [
    { staffId: 'a100000000000000' as StaffId, staffName: '前台甲', count: 244 },
    { staffId: 'a200000000000000' as StaffId, staffName: '前台乙', count: 187 },
    { staffId: 'a300000000000000' as StaffId, staffName: '主管甲', count: 63 },
  ],
  peopleBeyond: 0,
  reasons: [
    { reason: 'repair', count: 251 },
    { reason: 'parcel', count: 140 },
    { reason: 'visitor', count: 88 },
    { reason: 'other', count: 15 },
  ],
  weeks: MONDAYS.map((from, at) => ({ from, reveal: 96 + ((at * 37) % 60), open: 800 + ((at * 131) % 300) })),
};

export function fake(after: After): Pick<Bridge['vault'], Name> {
  return {
    'activity.read': (request) =>
      after('activity.read', request, () => ok({ state: 'counted', view: INVENTED_ACTIVITY })),
  };
}

// --- the screens

const SCREENS = {
  activity: ['page:activity'],
  'activity-tables': ['page:activity'],
} as const;

const get = ({ desk }: ScreenWalk, id: string) => desk.page.getByTestId(id);

/** The pictures, then their tables, as a supervisor sees them. */
export const flow: Flow<typeof SCREENS> = {
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

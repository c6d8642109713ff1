/** The overview of the work at the desk in the tests that go over every feature. */
import { featureFlow, get, showing } from '../../screens/steps.ts';
import type { AtDesk, Look } from '../../screens/screen-list.ts';
import { DESK_STAFF } from '../desk-driver.ts';
import { lookAtNothing } from '../look-at-nothing.ts';
import type { VisitsOf, Walk } from '../route-walk.ts';

// --- the walk over the routes

export const visits: VisitsOf<'activity'> = {
  'activity.read': (walk: Walk) => walk.ask('activity.read', {}),
  'activity.spotCheck': (walk) =>
    walk.ask('activity.spotCheck', { problems: 1, words: '一次打印没有登记', pin: walk.pin }),
  'activity.report': (walk) => walk.ask('activity.report', { words: '已向经理书面报告', pin: walk.pin }),
};

// --- the screens

/** As a supervisor at the page: records a spot check that found nothing, and the report of the quarter. */
export async function makeSpotCheck(
  walk: AtDesk,
  look: Look<Readonly<Record<'activity-spot-check', readonly string[]>>> = lookAtNothing,
): Promise<void> {
  for (const what of ['spot-check', 'quarterly-report'] as const) {
    await get(walk, `supervision-${what}-go`).click();
    await get(walk, 'supervision-words').fill('逐项看过，没有异常');
    await get(walk, 'supervision-form').getByTestId('pin-input').fill(DESK_STAFF.supervisor.pin);
    if (what === 'spot-check') await look('activity-spot-check');
    await get(walk, 'supervision-submit').click();
    await get(walk, 'supervision-form').waitFor({ state: 'detached', timeout: 20_000 });
  }
}

/** The pictures, then their tables, as a supervisor sees them. */
export const flow = featureFlow({
  place: 120,
  as: 'supervisor',
  screens: { ...showing(['page:activity'], 'activity', 'activity-tables', 'activity-spot-check') },
  async run(walk, look, desk) {
    await desk.open('activity');
    await get(walk, 'activity-weeks').waitFor();
    await look('activity', { press: 'activity-of-open' });
    for (const chart of ['hours', 'weeks', 'people', 'reasons']) {
      const button = get(walk, `activity-${chart}-table`);
      if ((await button.count()) > 0) await button.click();
    }
    await look('activity-tables');
    await makeSpotCheck(walk, look);
    await desk.page.keyboard.press('Escape');
  },
});

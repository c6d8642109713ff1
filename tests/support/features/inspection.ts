/** An inspection in the tests that go over every feature. */
import { click, featureFlow, get, showing } from '../../screens/steps.ts';
import { DESK_STAFF } from '../desk-driver.ts';
import { RESIDENTS } from '../desk-residents.ts';
import type { VisitsOf } from '../route-walk.ts';
import { PINS } from '../vault-harness.ts';

const WHO = 'Inspector of a test, no. 1';

export const visits: VisitsOf<'inspection'> = {
  // At a desk of its own: the walk goes on where nothing but masks is shown.
  'inspection.begin': (walk) =>
    walk.elsewhere(async (fresh) => {
      await fresh.desk.setUpAs('supervisor');
      await fresh.ask('inspection.begin', { who: WHO, minutes: 30, shared: false, pin: PINS.supervisor });
      await fresh.ask('inspection.read', {});
    }),
  'inspection.print': (walk) =>
    walk.elsewhere(async (fresh) => {
      await fresh.desk.setUpAs('supervisor');
      await fresh.desk.call('inspection.begin', {
        who: WHO,
        minutes: 30,
        shared: false,
        pin: PINS.supervisor,
      });
      const question = { about: { by: 'day', day: '2026-05-16' } } as const;
      await fresh.ask('inspection.print', { what: { of: 'access-history', question }, pin: PINS.supervisor });
    }),
  'inspection.end': (walk) =>
    walk.elsewhere(async (fresh) => {
      await fresh.desk.setUpAs('supervisor');
      await fresh.desk.call('inspection.begin', {
        who: WHO,
        minutes: 30,
        shared: false,
        pin: PINS.supervisor,
      });
      await fresh.ask('inspection.end', { pin: PINS.supervisor });
    }),
};

// --- the screens

const { asked } = RESIDENTS;
/** A supervisor opens the desk to an inspector, who finds the log and no way to a value, and ends it. */
export const flow = featureFlow({
  place: 110,
  as: 'supervisor',
  screens: {
    ...showing(['page:inspection'], 'inspection', 'inspection-begin'),
    'inspection-log': ['page:log'],
    ...showing(['page:inspection'], 'inspection-going-on', 'inspection-print'),
  },
  async run(walk, look, desk) {
    await desk.open('inspection');
    await look('inspection', { wait: 'inspection-begin-ask' });
    await look('inspection-begin', { press: 'inspection-begin-ask', wait: 'inspection-begin' });
    await get(walk, 'inspection-who').fill('例行检查，文书第 1 号');
    await get(walk, 'pin-input').fill(DESK_STAFF.supervisor.pin);
    await click(walk, 'inspection-submit');
    await get(walk, 'inspection-banner').waitFor({ timeout: 20_000 });
    await desk.open('log');
    await look('inspection-log', { wait: 'log-entry' });
    await look('inspection-going-on', { press: 'inspection-to-end', wait: 'inspection-end-ask' });
    await desk.open('counter');
    await desk.openBySearch(`${asked.building}-${asked.unit}-${asked.room}`, asked.room);
    await click(walk, 'inspection-to-end');
    await look('inspection-print', { press: 'inspection-print-ask', wait: 'inspection-print' });
    await click(walk, 'inspection-print-cancel');
    await click(walk, 'inspection-end-ask');
    await get(walk, 'inspection-end').getByTestId('pin-input').fill(DESK_STAFF.supervisor.pin);
    await click(walk, 'inspection-end-submit');
    await get(walk, 'inspection-banner').waitFor({ state: 'detached', timeout: 20_000 });
  },
});

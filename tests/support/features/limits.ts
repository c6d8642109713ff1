/** Limits and alerts in the tests that go over every feature. */
import type { Walk as ScreenWalk } from '../../screens/screen-list.ts';
import { click, featureFlow, get, showing, submitAs } from '../../screens/steps.ts';
import { sql } from '../../../main/vault/store/sql.ts';
import { DESK_STAFF } from '../desk-driver.ts';
import { RESIDENTS } from '../desk-residents.ts';
import { type Limits, NO_LIMITS } from '../../../contract/limits/lists.ts';
import { draftOf } from '../people-drafts.ts';
import { PLANTED } from '../planted-people.ts';
import type { VisitsOf, Walk } from '../route-walk.ts';
import { atRest } from '../second-desk.ts';
import { PINS } from '../vault-harness.ts';

const WORDS = 'a test of limits';

/** One record an hour. */
export const ONE_RECORD: Limits = {
  ...NO_LIMITS,
  quotas: {
    ...NO_LIMITS.quotas,
    receptionist: { ...NO_LIMITS.quotas.receptionist, open: { hour: 1, shift: 0, day: 0 } },
  },
};

/** At a desk of its own a receptionist has opened one record too many, and a supervisor is signed in. */
const withAlert = (walk: Walk, work: (fresh: Walk) => Promise<unknown>): Promise<void> =>
  walk.elsewhere(async (fresh) => {
    const { desk } = fresh;
    const personId = await desk.setUpWith(draftOf(3), 'admin');
    await desk.call('limits.change', { limits: ONE_RECORD, words: WORDS, pin: PINS.admin });
    await desk.switchTo('receptionist');
    await desk.call('people.open', { personId });
    await desk.ask('people.open', { personId });
    await desk.switchTo('supervisor');
    await work(fresh);
  });

export const visits: VisitsOf<'limits' | 'alerts' | 'losses'> = {
  'limits.change': async (walk) =>
    walk.ask('limits.change', {
      limits: ONE_RECORD,
      words: WORDS,
      pin: walk.pin,
      supervisor: await walk.desk.proofOf('supervisor'),
    }),
  'limits.try': (walk) => walk.ask('limits.try', { limits: ONE_RECORD }),
  'limits.override': async (walk) =>
    walk.ask('limits.override', { supervisor: await walk.desk.proofOf('supervisor'), words: WORDS }),
  'alerts.explain': (walk) =>
    withAlert(walk, async (fresh) => {
      const { open } = await fresh.ask('alerts.list', {});
      await fresh.ask('alerts.explain', { alertId: open[0]!.alertId, words: WORDS, pin: PINS.supervisor });
      await fresh.ask('alerts.list', {});
    }),
  // As another desk's name of somebody was not kept.
  'losses.seen': (walk) =>
    walk.elsewhere(async ({ desk, ask }) => {
      const personId = await desk.setUpWith(draftOf(3), 'admin');
      const content = JSON.stringify({
        columns: ['name'],
        row: { id: personId, name: PLANTED[0].name.value },
      });
      await atRest(desk, 'auto', (store) =>
        store.runAlone(sql`INSERT INTO op_loss (desk, n, part, at, of_table, why, row_key, content, person_id)
          VALUES (1, 1, 0, 1, 'person', 'changed', ${JSON.stringify([personId])}, ${content}, ${personId})`),
      );
      await desk.unlock('supervisor');
      const [loss] = (await ask('losses.list', {})).losses;
      await ask('losses.seen', { desk: loss!.desk, n: loss!.n, pin: PINS.supervisor });
      await ask('losses.list', {});
    }),
};

// --- the screens

const HOUR = 'quota-receptionist-open-hour';

async function save(walk: ScreenWalk, words: string): Promise<void> {
  if ((await get(walk, 'limits-words').count()) === 0) await click(walk, 'limits-ask');
  await get(walk, 'limits-words').fill(words);
  await get(walk, 'limits-save').getByTestId('pin-input').first().fill(DESK_STAFF.admin.pin);
}

/** A receptionist has one record an hour, opens another, and goes on once a supervisor has agreed. */
export const flow = featureFlow({
  place: 100,
  as: 'admin',
  screens: {
    ...showing(['page:limits'], 'limits', 'limits-tried'),
    'limit-reached': ['page:counter'],
    ...showing(['page:alerts'], 'alerts-page', 'alerts-explain', 'alerts-none'),
    'limits-looser': ['page:limits'],
  },
  async run(walk, look, desk) {
    await desk.open('limits');
    await get(walk, HOUR).waitFor();
    await look('limits');
    const usual = await get(walk, HOUR).inputValue();
    await get(walk, HOUR).fill('1');
    await look('limits-tried', { press: 'limits-try', wait: 'limits-trial' });
    await save(walk, '试用一周看看');
    await click(walk, 'limits-submit');
    await get(walk, 'limits-save').waitFor({ state: 'detached', timeout: 20_000 });

    await desk.switchTo('receptionist');
    const { asked, other } = RESIDENTS;
    for (const { building, unit, room } of [asked, other]) {
      await desk.search(`${building}-${unit}-${room}`);
      await desk.page.keyboard.press('Enter');
    }
    await look('limit-reached', { wait: 'limit-override' });
    await get(walk, 'override-words').fill('前台排队，主管在场');
    await get(walk, 'override-supervisor-pin-input').fill(DESK_STAFF.supervisor.pin);
    await click(walk, 'override-submit');
    await get(walk, 'person-panel').waitFor({ timeout: 20_000 });

    await desk.switchTo('supervisor');
    await desk.open('alerts');
    await look('alerts-page', { wait: 'alert-open' });
    await get(walk, 'alert-explain-ask').first().click();
    await look('alerts-explain', { wait: 'alert-open-form' });
    await click(walk, 'alert-open-cancel');
    for (;;) {
      const open = await get(walk, 'alert-open').count();
      if (open === 0) break;
      await get(walk, 'alert-explain-ask').first().click();
      await get(walk, 'alert-words').fill('当时在试限额，问过');
      await submitAs(walk, 'supervisor', 'alert-explain', 'alert-open-form');
      await desk.page.waitForFunction(
        (before) => document.querySelectorAll('[data-testid=alert-open]').length < before,
        open,
        { timeout: 20_000 },
      );
    }
    await look('alerts-none', { wait: 'alerts-none' });

    await desk.switchTo('admin');
    await desk.open('limits');
    await get(walk, HOUR).fill(usual);
    await get(walk, 'limits-save').waitFor();
    await look('limits-looser', { press: 'limits-ask' });
    await save(walk, '试完了，改回来');
    await get(walk, 'supervisor-pin-input').fill(DESK_STAFF.supervisor.pin);
    await click(walk, 'limits-submit');
    await get(walk, 'limits-save').waitFor({ state: 'detached', timeout: 20_000 });
    await desk.page.keyboard.press('Escape');
  },
});

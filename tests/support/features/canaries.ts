/** Canary records in the tests that go over every feature. */
import type { CanaryDraft, CanaryView } from '../../../contract/canaries/routes.ts';
import { click, featureFlow, get, showing, submitAs } from '../../screens/steps.ts';
import { DESK_STAFF } from '../desk-driver.ts';
import type { VisitsOf, Walk } from '../route-walk.ts';

/** A phone of a block that is not assigned. */
export const NOBODY: CanaryDraft = {
  name: '罗秋萍',
  sex: 'female',
  phones: ['14100009911'],
  room: { text: '9-1-901', relation: 'owner' },
};

// --- the walk over the routes

const makeOne = async (walk: Walk): Promise<CanaryView> => {
  const { canaries } = await walk.ask('canaries.make', {
    person: NOBODY,
    pin: walk.pin,
    supervisor: await walk.desk.proofOf('supervisor'),
  });
  return canaries.at(-1)!;
};

export const visits: VisitsOf<'canaries'> = {
  'canaries.make': makeOne,
  'canaries.end': async (walk) =>
    walk.ask('canaries.end', { canaryId: (await makeOne(walk)).canaryId, pin: walk.pin }),
};

// --- the screens

/** An admin makes one, a receptionist opens it, and the admin sees who did and ends it. */
export const flow = featureFlow({
  place: 170,
  as: 'admin',
  screens: {
    ...showing(['page:canaries'], 'canaries-none', 'canaries-make', 'canaries-proof', 'canaries'),
    ...showing(['page:canaries'], 'canaries-touched', 'canaries-end'),
  },
  async run(walk, look, desk) {
    await desk.open('canaries');
    await look('canaries-none', { wait: 'canaries-none' });
    await click(walk, 'canary-add');
    await get(walk, 'canary-name').fill(NOBODY.name);
    await get(walk, 'canary-room').fill(NOBODY.room?.text ?? '');
    await look('canaries-make');
    await get(walk, 'canary-phone').fill(NOBODY.phones[0] ?? '');
    await click(walk, 'canary-submit');
    await get(walk, 'canary-pin').fill(DESK_STAFF.admin.pin);
    await get(walk, 'canary-supervisor-pin-input').fill(DESK_STAFF.supervisor.pin);
    await look('canaries-proof');
    await look('canaries', { press: 'canary-submit', wait: 'canary' });

    await desk.switchTo('receptionist');
    await desk.search(NOBODY.room?.text ?? '');
    await desk.page.keyboard.press('Enter');
    await get(walk, 'person-panel').waitFor({ timeout: 20_000 });

    await desk.switchTo('supervisor');
    await desk.open('alerts');
    await get(walk, 'alert-explain-ask').first().click();
    await get(walk, 'alert-words').fill('问过了，是在试用');
    await submitAs(walk, 'supervisor', 'alert-explain', 'alert-open-form');
    await get(walk, 'alerts-none').waitFor({ timeout: 20_000 });

    await desk.switchTo('admin');
    await desk.open('canaries');
    await look('canaries-touched', { press: 'canary', wait: 'canary-touch' });
    await look('canaries-end', { press: 'canary-end', wait: 'pin-input' });
    await submitAs(walk, 'admin', 'canary-end-submit');
    await get(walk, 'canaries-none').waitFor({ timeout: 20_000 });
    await desk.page.keyboard.press('Escape');
  },
});

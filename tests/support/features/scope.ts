/** Scopes in the tests that go over every feature. */
import type { Scope } from '../../../contract/scope/lists.ts';
import { click, featureFlow, get, showing } from '../../screens/steps.ts';
import { DESK_STAFF } from '../desk-driver.ts';
import { RESIDENTS } from '../desk-residents.ts';
import type { VisitsOf } from '../route-walk.ts';
import { PINS, type VaultHarness } from '../vault-harness.ts';

const WORDS = 'a test of scopes';

/** Limits the receptionist of the test desk; an admin is signed in, and stays so. */
export async function limitDesk(desk: VaultHarness, scope: Scope): Promise<void> {
  const { members } = await desk.call('staff.list', {});
  await desk.call('staff.changeScope', {
    staffId: members.find(({ role }) => role === 'receptionist')!.staffId,
    scope: [...scope],
    words: WORDS,
    pin: PINS.admin,
    supervisor: await desk.proofOf('supervisor'),
  });
}

export const visits: VisitsOf<'scope', 'staff.areas' | 'staff.changeScope'> = {
  'scope.open': async (walk) =>
    walk.ask('scope.open', {
      about: { of: 'person', personId: walk.personId },
      words: WORDS,
      supervisor: await walk.desk.proofOf('supervisor'),
    }),
  'staff.areas': (walk) => walk.ask('staff.areas', { text: '' }),
  'staff.changeScope': async (walk) => {
    const { members } = await walk.ask('staff.list', {});
    const change = async (scope: Scope) =>
      walk.ask('staff.changeScope', {
        staffId: members.find(({ role }) => role === 'receptionist')!.staffId,
        scope: [...scope],
        words: WORDS,
        pin: walk.pin,
        supervisor: await walk.desk.proofOf('supervisor'),
      });
    await change([{ estate: '', building: '99', unit: null }]);
    // What comes after is visited by somebody who looks after everything, as before.
    await change([]);
  },
};

// --- the screens

const { asked, other } = RESIDENTS;

/** An admin limits the receptionist to a building; another's room says whose it is and opens with a supervisor; then everything is theirs again. */
export const flow = featureFlow({
  place: 190,
  as: 'admin',
  screens: {
    ...showing(['staff:scope'], 'scope-choose', 'scope-chosen'),
    'scope-in-list': ['page:staff', 'staff:list'],
    ...showing(['page:counter'], 'scope-nobody-asked', 'scope-elsewhere', 'scope-ask', 'scope-emergency'),
    ...showing(['page:counter'], 'scope-opened', 'scope-person'),
    'scope-handover': ['page:handover'],
    'scope-wider': ['staff:scope'],
  },
  async run(walk, look, desk) {
    const submit = async (words: string, supervisor: boolean): Promise<void> => {
      await get(walk, 'scope-words').fill(words);
      await click(walk, 'ceremony-next');
      if (supervisor) await get(walk, 'second-pin').fill(DESK_STAFF.supervisor.pin);
      await get(walk, 'own-pin').fill(DESK_STAFF.admin.pin);
    };
    await desk.open('staff');
    await desk.actOnStaff(DESK_STAFF.receptionist.name, 'scope');
    await click(walk, 'scope-some');
    await get(walk, 'scope-find').fill(`${asked.building}栋`);
    await desk.page.getByText(`${asked.building}栋`, { exact: false }).first().waitFor();
    await look('scope-choose');
    await desk.page.locator('[data-testid^="scope-area-"]').first().click();
    await look('scope-chosen');
    await submit('只看自己这一栋', false);
    await click(walk, 'ceremony-submit');
    await get(walk, 'ceremony-done').waitFor({ timeout: 20_000 });
    await look('scope-in-list', { press: 'ceremony-close', wait: 'staff-scope-of' });

    await desk.switchTo('receptionist');
    await look('scope-nobody-asked', { wait: 'own-scope' });
    await desk.search(`${other.building}-${other.unit}-${other.room}`);
    await look('scope-elsewhere', { wait: 'elsewhere-room' });
    await look('scope-ask', { press: 'elsewhere-open', wait: 'outside-form' });
    await look('scope-emergency', { press: 'outside-alone' });
    await click(walk, 'outside-alone');
    await get(walk, 'outside-words').fill('本人来办，主管在场');
    await get(walk, 'outside-supervisor-pin-input').fill(DESK_STAFF.supervisor.pin);
    await look('scope-opened', { press: 'outside-submit', wait: 'opened-outside' });
    await desk.page.locator('[data-testid=room-panel] [data-testid^=resident-]').first().click();
    await get(walk, 'person-panel').waitFor();
    await look('scope-person', { wait: 'opened-outside' });
    await desk.open('handover');
    await look('scope-handover', { wait: 'own-scope' });

    await desk.switchTo('admin');
    await desk.open('staff');
    await desk.actOnStaff(DESK_STAFF.receptionist.name, 'scope');
    await click(walk, 'scope-all');
    await submit('又轮到整个小区', true);
    await look('scope-wider');
    await click(walk, 'ceremony-submit');
    await get(walk, 'ceremony-done').waitFor({ timeout: 20_000 });
    await click(walk, 'ceremony-close');
    await desk.page.keyboard.press('Escape');
  },
});

/** Who has seen what, in the tests that go over every feature. */
import type { Walk as ScreenWalk } from '../../screens/screen-list.ts';
import { click, featureFlow, get, showing } from '../../screens/steps.ts';
import { DESK_STAFF } from '../desk-driver.ts';
import { RESIDENTS } from '../desk-residents.ts';
import { PLANTED } from '../planted-people.ts';
import type { VisitsOf } from '../route-walk.ts';

const PHONE = PLANTED[0].sealed.phone[0].value;

export const visits: VisitsOf<'accessHistory'> = {
  'accessHistory.list': async (walk) => {
    const { personId } = walk;
    const today = new Date().toISOString().slice(0, 10);
    const { staff } = await walk.ask('log.staff', {});
    const { rooms } = await walk.ask('rooms.find', { text: '1' });
    for (const about of [
      { by: 'person', personId },
      { by: 'day', day: today },
      { by: 'staff', staffId: staff[0]!.staffId, from: today, to: today },
      ...rooms.slice(0, 1).map(({ roomId }) => ({ by: 'room', roomId }) as const),
    ] as const)
      await walk.ask('accessHistory.list', { about, before: null });
  },
  'accessHistory.number': async (walk) =>
    walk.ask('accessHistory.number', { number: PHONE, supervisor: await walk.desk.proofOf('supervisor') }),
  'accessHistory.print': ({ ask, personId }) =>
    ask('accessHistory.print', { about: { by: 'person', personId } }),
  'accessHistory.answer': async (walk) =>
    walk.ask('accessHistory.answer', {
      personId: walk.personId,
      supervisor: await walk.desk.proofOf('supervisor'),
    }),
};

// --- the screens

async function trace(walk: ScreenWalk, number: string): Promise<void> {
  await get(walk, 'access-history-number').fill(number);
  await get(walk, 'access-history-supervisor-pin-input').fill(DESK_STAFF.supervisor.pin);
  await click(walk, 'access-history-trace');
}

/** A supervisor asks who saw a resident, whom they find on the page; then by everything else that may be asked by. */
export const flow = featureFlow({
  place: 130,
  as: 'supervisor',
  screens: {
    ...showing(['page:access-history'], 'access-history-start', 'access-history-person'),
    ...showing(['page:access-history'], 'access-history-answer', 'access-history-room'),
    ...showing(['page:access-history'], 'access-history-staff', 'access-history-day'),
    ...showing(['page:access-history'], 'access-history-ask-room', 'access-history-ask-staff'),
    ...showing(['page:access-history'], 'access-history-ask-person', 'access-history-ask-number'),
    ...showing(['page:access-history'], 'access-history-number', 'access-history-untraced'),
  },
  async run(walk, look, desk) {
    const { asked } = RESIDENTS;
    await desk.open('access-history');
    await look('access-history-start', { wait: 'access-history-start' });

    await get(walk, 'access-history-person-text').fill('1');
    await click(walk, 'access-history-person-find');
    await look('access-history-ask-person');
    await get(walk, 'access-history-person-text').fill(asked.phone);
    await click(walk, 'access-history-person-find');
    await look('access-history-person', { wait: 'access-history-whom' });
    await look('access-history-answer', { press: 'access-history-answer', wait: 'answer-resident' });
    await click(walk, 'answer-cancel');

    await click(walk, 'access-history-by-room');
    await get(walk, 'access-history-room-text').fill(`${asked.building}-${asked.unit}-${asked.room}`);
    await look('access-history-ask-room');
    await click(walk, 'access-history-room-find');
    await look('access-history-room', { wait: 'access-history-whom' });

    await click(walk, 'access-history-by-staff', 'access-history-staff-choice');
    await desk.page.locator('[data-choices] [data-value]:not([data-value=""])').first().click();
    await look('access-history-ask-staff');
    await look('access-history-staff', { press: 'access-history-show', wait: 'access-history-whom' });

    await click(walk, 'access-history-by-day');
    await look('access-history-day', { press: 'access-history-show', wait: 'access-history-whom' });

    await click(walk, 'access-history-by-number');
    await look('access-history-ask-number');
    await trace(walk, asked.phone);
    await look('access-history-number', { wait: 'access-history-whom' });
    await click(walk, 'access-history-ask');
    await trace(walk, '14100001111');
    await look('access-history-untraced', { wait: 'access-history-untraced' });
    await desk.page.keyboard.press('Escape');
  },
});

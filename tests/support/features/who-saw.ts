/** Who has seen what, in the tests that go over every feature; its answers of the fake bridge, which a browser loads, are in `../fake-who-saw.ts`. */
import type { RouteName } from '../../../contract/route-names.ts';
import type { Flow, Walk as ScreenWalk } from '../../screens/screen-list.ts';
import { DESK_STAFF } from '../desk-driver.ts';
import { RESIDENTS } from '../desk-residents.ts';
import { PLANTED } from '../planted-people.ts';
import type { Visit } from '../route-walk.ts';

type Name = Extract<RouteName, `whosaw.${string}`>;

const PHONE = PLANTED[0].sealed.phone[0].value;

export const visits: Readonly<Record<Name, Visit>> = {
  'whosaw.list': async (walk) => {
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
      await walk.ask('whosaw.list', { about, before: null });
  },
  'whosaw.number': async (walk) =>
    walk.ask('whosaw.number', { number: PHONE, supervisor: await walk.desk.proofOf('supervisor') }),
  'whosaw.print': ({ ask, personId }) => ask('whosaw.print', { about: { by: 'person', personId } }),
  'whosaw.answer': async (walk) =>
    walk.ask('whosaw.answer', {
      personId: walk.personId,
      supervisor: await walk.desk.proofOf('supervisor'),
    }),
};

// --- the screens

const get = ({ desk }: ScreenWalk, id: string) => desk.page.getByTestId(id);

const SCREENS = {
  'who-saw-start': ['page:who-saw'],
  'who-saw-person': ['page:who-saw'],
  'who-saw-answer': ['page:who-saw'],
  'who-saw-room': ['page:who-saw'],
  'who-saw-staff': ['page:who-saw'],
  'who-saw-day': ['page:who-saw'],
  'who-saw-number': ['page:who-saw'],
  'who-saw-untraced': ['page:who-saw'],
} as const;

async function trace(walk: ScreenWalk, number: string): Promise<void> {
  await get(walk, 'who-saw-number').fill(number);
  await get(walk, 'who-saw-supervisor-pin-input').fill(DESK_STAFF.supervisor.pin);
  await get(walk, 'who-saw-trace').click();
}

/** A supervisor asks who saw a resident, from the record; then by everything else that may be asked by. */
export const flow: Flow<typeof SCREENS> = {
  as: 'supervisor',
  screens: SCREENS,
  async run(walk, look) {
    const { desk } = walk;
    const { asked } = RESIDENTS;
    await desk.open('who-saw');
    await get(walk, 'who-saw-start').waitFor();
    await look('who-saw-start');

    await get(walk, 'who-saw-to-counter').click();
    await desk.search(`${asked.building}-${asked.unit}-${asked.room}`);
    await desk.openFirst();
    await get(walk, 'who-saw-button').click();
    await get(walk, 'who-saw-whom').waitFor();
    await look('who-saw-person');
    await get(walk, 'who-saw-answer').click();
    await get(walk, 'answer-resident').waitFor();
    await look('who-saw-answer');
    await get(walk, 'answer-cancel').click();

    await get(walk, 'who-saw-by-room').click();
    await get(walk, 'who-saw-room-text').fill(`${asked.building}-${asked.unit}-${asked.room}`);
    await get(walk, 'who-saw-room-find').click();
    await desk.page.locator('[data-testid^=who-saw-room-][data-room]').first().click();
    await get(walk, 'who-saw-whom').waitFor();
    await look('who-saw-room');

    await get(walk, 'who-saw-by-staff').click();
    await get(walk, 'who-saw-staff-choice').click();
    await desk.page.locator('[data-choices] [data-value]:not([data-value=""])').first().click();
    await get(walk, 'who-saw-show').click();
    await get(walk, 'who-saw-whom').waitFor();
    await look('who-saw-staff');

    await get(walk, 'who-saw-by-day').click();
    await get(walk, 'who-saw-show').click();
    await get(walk, 'who-saw-whom').waitFor();
    await look('who-saw-day');

    await get(walk, 'who-saw-by-number').click();
    await trace(walk, asked.phone);
    await get(walk, 'who-saw-whom').waitFor({ timeout: 20_000 });
    await look('who-saw-number');
    await trace(walk, '14100001111');
    await get(walk, 'who-saw-untraced').waitFor({ timeout: 20_000 });
    await look('who-saw-untraced');
    await desk.page.keyboard.press('Escape');
  },
};

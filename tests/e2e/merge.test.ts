/** Two records of one person become one and two again, with the keyboard alone in the real application. */
import { beforeAll, expect, it } from 'vitest';
import { DESK_STAFF } from '../support/desk-driver.ts';
import { RESIDENTS } from '../support/desk-residents.ts';
import { openCounter } from '../support/test-desk.ts';

const { asked, other } = RESIDENTS;
const { desk, get, press, type, gone } = openCounter();
const roomOf = ({ building, unit, room }: (typeof RESIDENTS)[keyof typeof RESIDENTS]): string =>
  `${building}-${unit}-${room}`;

beforeAll(async () => {
  await desk.switchTo('supervisor');
  await typeInto(roomOf(asked));
  await desk.firstRowSays(asked.room);
  await press('Enter');
  await get('person-panel').waitFor();
});

/** Presses a key until what has the focus, or what is around it, has this test id. */
async function until(testId: string, key = 'Tab', most = 80): Promise<void> {
  for (let pressed = 0; pressed <= most; pressed++) {
    if ((await desk.focused()) === testId) return;
    await press(key);
  }
  throw new Error(`${key} does not lead to ${testId} but to ${(await desk.focused()) ?? 'nothing'}`);
}

async function typeInto(text: string): Promise<void> {
  await until('search-box', 'Shift+Tab');
  await press('Control+a');
  for (const character of text) await press(character);
}

/** The reason by arrows, then the PIN, then Enter. */
async function prove(pin = DESK_STAFF.supervisor.pin): Promise<void> {
  await until('reason-correction');
  await until('reason-fees', 'ArrowRight', 20);
  await sendPin(pin);
}

async function sendPin(pin = DESK_STAFF.supervisor.pin): Promise<void> {
  await until('pin-input');
  await type(pin);
  await press('Enter');
}

const panel = () =>
  desk.page.evaluate(
    () => document.querySelector<HTMLElement>('[data-testid=screen-counter]')?.dataset['panel'],
  );
const openPerson = () => get('person-panel').getAttribute('data-person');
/** Waits for the room: until the last key is answered, the list shows who is found by the keys before it. */
const expectFound = async (plate: string, room: string): Promise<void> => {
  await typeInto(plate.slice(1));
  await desk.firstRowSays(room);
};

it('two records are made one: the other by the search box and Enter, why by arrows, the PIN; different ID numbers only when that is said to be right', async () => {
  await until('person-more');
  await press('Enter');
  await until('merge-button', 'ArrowDown');
  await press('Enter');
  await get('merge-form').waitFor();
  await typeInto(roomOf(other));
  await desk.firstRowSays(other.room);
  await press('Enter');
  await get('merge-goes').waitFor();
  await until('merge-submit');
  await press('Enter');
  await get('change-proof').waitFor();
  await prove();
  expect((await desk.failure()).code).toBe('ids-differ');
  await until('merge-may-differ', 'Shift+Tab');
  await press('Space');
  await sendPin();
  await gone('merge-form', 20_000);
  expect(await panel()).toBe('none');
  const rooms = await get('person-panel').locator('h1').innerText();
  expect([rooms.includes(asked.room), rooms.includes(other.room)]).toEqual([true, true]);
  await expectFound(other.plate, asked.room);
});

it('and two again: what is undone is chosen, said and proved with the same keys, and each has what was theirs', async () => {
  const kept = await openPerson();
  await until('person-more');
  await press('Enter');
  await until('merge-button', 'ArrowDown');
  await press('Enter');
  await get('merges').waitFor();
  await until('undo-merge-1');
  await press('Enter');
  await get('unmerge-form').waitFor();
  await get('unmerge-submit').waitFor();
  expect(await get('undo-edited').count()).toBe(0);
  await prove('not-the-pin-41');
  expect((await desk.failure()).code).toBe('wrong-pin');
  await sendPin();
  await gone('unmerge-form', 20_000);
  expect(await openPerson()).toBe(kept);
  const rooms = await get('person-panel').locator('h1').innerText();
  expect([rooms.includes(asked.room), rooms.includes(other.room)]).toEqual([true, false]);
  await expectFound(other.plate, other.room);
});

/** How many keys what is done most takes, without the mouse: a chord is one, the search is three letters; PINs and what a visitor says are not counted. */
import { beforeEach, expect, it } from 'vitest';
import { DESK_STAFF } from '../support/desk-driver.ts';
import { RESIDENTS } from '../support/desk-residents.ts';
import { phoneOf } from '../support/people-drafts.ts';
import { openCounter } from '../support/test-desk.ts';

const { asked } = RESIDENTS;
const { desk, get, press, type, gone } = openCounter();
const CHANGED_PHONE = phoneOf(7322);
let keys = 0;

async function strike(...chords: readonly string[]): Promise<void> {
  for (const chord of chords) await press(chord);
  keys += chords.length;
}
async function typePin(): Promise<void> {
  await expect.poll(() => desk.focused()).toBe('pin-input');
  await type(DESK_STAFF.receptionist.pin);
}
async function begin(...typed: readonly string[]): Promise<void> {
  await strike('Alt+t');
  await get('dialog-tasks').waitFor();
  await strike(...typed, 'Enter');
  await gone('dialog-tasks');
}
async function find(typed: string): Promise<void> {
  await expect.poll(() => desk.focused()).toBe('search-box');
  await strike(...typed);
  await desk.firstRowSays(asked.room);
}

/** Compares the phone that a visitor says. */
async function verify(said: string): Promise<void> {
  await strike('Alt+v');
  await get('verify-form').waitFor();
  await type(said);
  await strike('Tab');
  await typePin();
  await strike('Enter');
  await get('verify-result').waitFor({ timeout: 20_000 });
}

beforeEach(async () => {
  keys = 0;
  const isAtRest = async () =>
    (await get('search-empty').count()) > 0 && (await get('task-strip').count()) === 0;
  for (let tries = 0; tries < 8 && !(await isAtRest()); tries++) await press('Escape');
});

it('shows a phone with six keys', async () => {
  await find('xwr');
  await strike('Alt+r');
  await get('reveal-form').waitFor();
  await expect.poll(() => desk.page.locator('input[type=radio]:focus').count()).toBe(1);
  await strike('1');
  await typePin();
  await strike('Enter');
  await get('reveal-value').waitFor({ timeout: 20_000 });
  expect(keys).toBe(6);
});

it('hands over a parcel, from the task to its note, with twelve', async () => {
  await begin('9');
  await find('xwr');
  await verify(asked.phone);
  await expect.poll(() => desk.focused()).toBe('verify-next');
  await strike('Enter');
  await get('note-form').waitFor();
  await strike('Space', 'Control+Enter');
  await gone('note-form');
  await gone('task-strip');
  expect(keys).toBe(12);
});

it('finds whom to call about a car with nine', async () => {
  await begin('1', '1');
  await find(asked.plate.slice(-3).toLowerCase());
  await strike('Alt+r');
  await typePin();
  await strike('Enter');
  await get('reveal-value').waitFor({ timeout: 20_000 });
  expect(keys).toBe(9);
});

/** Steps with Tab until it has the focus. */
async function tabTo(id: string): Promise<void> {
  for (let tries = 0; tries < 30 && (await desk.focused()) !== id; tries++) await strike('Tab');
  expect(await desk.focused()).toBe(id);
}

it('changes a phone, whose owner is verified first, with eleven', async () => {
  await find('xwr');
  await verify(asked.phone);
  await strike('Alt+e');
  await get('edit-form').waitFor();
  await tabTo('replace-phone-0');
  await strike('Enter');
  await type(CHANGED_PHONE);
  await strike('Enter');
  await expect.poll(() => desk.page.locator('input[type=radio]:focus').count()).toBe(1);
  await strike('1');
  await typePin();
  await strike('Enter');
  await gone('edit-form', 20_000);
  expect(keys).toBe(11);
});

it('enters a new tenant, whose landlord is verified first, with 24', async () => {
  await begin('1', '5');
  await find('xwr');
  await verify(CHANGED_PHONE);
  await strike('Enter');
  await get('add-form').waitFor();
  await tabTo('edit-name');
  await type('无名氏');
  await tabTo('sealed-input-phone-0');
  await type(phoneOf(7323));
  await strike('Enter');
  await typePin();
  await strike('Enter');
  await gone('add-form', 20_000);
  await strike('Alt+n');
  await get('note-form').waitFor();
  await strike('Space', 'Control+Enter');
  await gone('note-form');
  expect(keys).toBe(24);
});

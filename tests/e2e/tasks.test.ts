/** Counter tasks in the real application, by keyboard alone: a parcel from the picker to its note, and an emergency until the supervisor has acknowledged it. */
import { describe, expect, it } from 'vitest';
import { DESK_STAFF } from '../support/desk-driver.ts';
import { RESIDENTS } from '../support/desk-residents.ts';
import { openCounter } from '../support/test-desk.ts';

const { asked } = RESIDENTS;
const WORDS = '家里人代领。';

const { desk, get, press, type, gone } = openCounter();
/** The step that is offered, by its test id. */
const offered = async (): Promise<string | null> =>
  desk.page.locator('[data-testid=task-strip] [aria-current=step]').getAttribute('data-testid');

async function begin(typed: string): Promise<void> {
  await press('Alt+t');
  await get('dialog-tasks').waitFor();
  await type(typed);
  await press('Enter');
  await gone('dialog-tasks');
  await get('task-strip').waitFor();
}

describe('a parcel', () => {
  it('is chosen by its number or first letters, and asks for a resident first', async () => {
    await press('Alt+t');
    await get('dialog-tasks').waitFor();
    expect(await desk.focused()).toBe('task-find');
    await type('bg');
    expect(await desk.page.locator('[role=option][aria-selected=true]').getAttribute('data-testid')).toBe(
      'task-parcel',
    );
    await press('Escape');
    await gone('dialog-tasks');
    expect(await get('task-strip').count()).toBe(0);
    await begin('9');
    expect(await get('task-strip').getAttribute('data-task')).toBe('parcel');
    expect(await offered()).toBe('step-find');
    expect(await get('task-unsaid').innerText()).toMatch(/姓名.*电话.*房号/);
  });

  it('has what it needs first on the record, and offers to verify before anything is shown', async () => {
    await desk.openBySearch('29-2-1803', '邢**', '1803');
    expect(await offered()).toBe('step-verify');
    expect(
      await get('fields-task')
        .locator('[data-field]')
        .evaluateAll((rows) => rows.map((row) => (row as HTMLElement).dataset['field'])),
    ).toEqual(['phone']);
  });

  it('has its own reason chosen where something is shown all the same', async () => {
    await press('Alt+r');
    await get('reveal-form').waitFor();
    expect(await get('reason-parcel').getByRole('radio').isChecked()).toBe(true);
    expect(await desk.page.locator('[data-testid^=reason-]').first().getAttribute('data-testid')).toBe(
      'reason-parcel',
    );
    expect(await desk.focused()).toBe('pin-input');
    await press('Escape');
    await gone('reveal-form');
  });

  it('goes on to the note once the visitor is verified', async () => {
    await press('Alt+v');
    await get('verify-form').waitFor();
    expect(await get('verify-reason').innerText()).toContain('包裹');
    await type(asked.phone);
    await desk.tabTo('pin-input', 4);
    await type(DESK_STAFF.receptionist.pin);
    await press('Enter');
    await get('verify-result').waitFor({ timeout: 20_000 });
    expect(await offered()).toBe('step-note');
  });

  it('ends with a note, whose words are read back with PIN and reason', async () => {
    await press('Alt+n');
    await get('note-form').waitFor();
    await press('Space');
    await desk.tabTo('note-words', 3);
    await type(WORDS);
    await desk.tabTo('note-save', 2);
    await press('Enter');
    await get('note').waitFor({ timeout: 20_000 });
    await gone('task-strip');
    expect(await get('note').innerText()).toMatch(/包裹.*已交付/);
    expect(await desk.everythingInDocument()).not.toContain(WORDS);
    await get('reveal-note-0').focus();
    await press('Enter');
    await get('reveal-form').waitFor();
    await desk.chooseReason('door-card');
    await get('reveal-form').getByTestId('pin-input').fill(DESK_STAFF.receptionist.pin);
    await press('Enter');
    await get('reveal-value').waitFor({ timeout: 20_000 });
    expect(await get('reveal-value').textContent()).toBe(WORDS);
    await press('Escape');
    await gone('reveal-value');
  });
});

it('a visitor is told of a room and of nobody in it, and sees nothing of who was looked for before', async () => {
  await desk.ask('7k39');
  await desk.firstRowSays('邢**');
  await begin('fk');
  await get('ask-room').waitFor();
  await expect.poll(() => desk.focused()).toBe('ask-room-text');
  expect([
    await get('result-row').count(),
    await get('result-scroller').count(),
    await get('search-box').inputValue(),
  ]).toEqual([0, 0, '']);
  for (const hidden of ['邢', '**', '7k39'])
    expect(await get('screen-counter').innerText()).not.toContain(hidden);
  await type('29-2-1803');
  await press('Enter');
  await expect.poll(() => get('room-answer').getAttribute('data-answer')).toBe('there');
  const said = await get('ask-room').innerText();
  for (const hidden of ['邢', '*', asked.phone.slice(-4)]) expect(said).not.toContain(hidden);
  await press('Space');
  await desk.tabTo('note-save', 6);
  await press('Enter');
  await gone('task-strip', 20_000);
  await get('search-empty').waitFor();
});

it('a blocking car is looked for by its plate alone', async () => {
  await begin('nc');
  await desk.ask('7k39');
  await desk.firstRowSays('邢**');
  expect(
    await desk.page
      .locator('[data-testid=result-row]')
      .evaluateAll((rows) => [...new Set(rows.map((row) => (row as HTMLElement).dataset['kind']))]),
  ).toEqual(['plate']);
  await desk.openFirst();
  expect(await offered()).toBe('step-call');
  await get('task-end').click();
  await gone('task-strip');
});

describe('an emergency', () => {
  it('opens the contacts of the record at once with words and the own PIN, for a while', async () => {
    await begin('jj');
    await get('emergency-form').waitFor();
    await expect.poll(() => desk.focused()).toBe('emergency-words');
    await type('楼上漏水，联系不上');
    await desk.tabTo('pin-input', 2);
    await type(DESK_STAFF.receptionist.pin);
    await press('Enter');
    await get('emergency-shown').waitFor({ timeout: 20_000 });
    expect(
      (await get('emergency-phone-0').getByTestId('reveal-value').textContent())!.replaceAll(/\s/g, ''),
    ).toBe(asked.phone);
    expect(await desk.everythingInDocument()).not.toContain(asked.idNumber.slice(6, 14));
    await press('Escape');
    await gone('emergency-shown');
    expect(await desk.everythingInDocument()).not.toContain(asked.phone);
    // Whoever began it is told that it goes on, and nothing of those that wait to be read.
    const alerts = async () => (await get('bell').getAttribute('data-alerts'))!.split(' ');
    await expect.poll(alerts).toContain('emergency-running');
    expect(await alerts()).not.toContain('emergency');
    expect(await desk.request('emergency.list', {})).toMatchObject({
      ok: false,
      error: { code: 'not-allowed' },
    });
  });

  it('stands before the supervisor until it is acknowledged', async () => {
    await desk.switchTo('supervisor');
    await get('emergency-event').waitFor();
    await expect.poll(() => desk.focused()).toBe('emergency-acknowledge-ask');
    await press('Escape');
    await get('search-box').waitFor();
    await expect.poll(() => get('bell').getAttribute('data-alerts')).toContain('emergency');
    await get('bell').focus();
    await press('Enter');
    await desk.tabTo('alert-emergency-go', 3);
    await press('Enter');
    await get('emergency-event').waitFor();
    expect(await get('emergency-event').innerText()).toMatch(/前丙[\s\S]*邢\*\*[\s\S]*电话[\s\S]*楼上漏水/);
    await expect.poll(() => desk.focused()).toBe('emergency-acknowledge-ask');
    await press('Enter');
    await expect.poll(() => desk.focused()).toBe('emergency-found');
    await type('问过当班，确有漏水');
    await desk.tabTo('pin-input', 2);
    await type(DESK_STAFF.supervisor.pin);
    await press('Enter');
    await get('emergency-none').waitFor({ timeout: 20_000 });
    await get('emergency-seen').waitFor();
    await expect.poll(() => get('bell').getAttribute('data-alerts')).not.toContain('emergency');
  });
});

/** What is kept beside a person's own fields, with the keyboard alone in the real application: added, refused at its input, asked about before it is lost, ended and kept. */
import { beforeAll, describe, expect, it } from 'vitest';
import { zhCN } from '../../renderer/messages/words.ts';
import { DESK_STAFF } from '../support/desk-driver.ts';
import { RESIDENTS } from '../support/desk-residents.ts';
import { openCounter } from '../support/test-desk.ts';

const { asked } = RESIDENTS;
const { desk, get, press, type } = openCounter();
beforeAll(() => desk.openBySearch(`${asked.building}-${asked.unit}-${asked.room}`, asked.room));
const panel = () =>
  desk.page.evaluate(
    () => document.querySelector<HTMLElement>('[data-testid=screen-counter]')?.dataset['panel'],
  );

async function openForm(kind: string): Promise<void> {
  await desk.tabTo('add-record');
  await press('Enter');
  await desk.tabTo(`add-record-${kind}`, 12);
  await press('Enter');
  await get('record-form').waitFor();
}

describe('a record of somebody', () => {
  it('is added by Tab, letters and Enter, and a wrong day is said where it stands', async () => {
    await openForm('lease');
    await desk.tabTo('detail-from', 3);
    await type('昨天');
    await press('Enter');
    expect(await desk.focused()).toBe('detail-from');
    expect(await get('record-form').innerText()).toContain(zhCN.records.wrong.day);
    await press('Control+a');
    await type('2026.3.1');
    await press('Enter');
    await get('record-form').waitFor({ state: 'detached', timeout: 20_000 });
    expect(await get('records-lease').innerText()).toContain('2026-03-01');
  });

  it('is not lost by a key: leaving asks, staying goes on where it was', async () => {
    await openForm('pet');
    await type('柯基');
    await press('Escape');
    expect(await desk.focused()).toBe('edit-cancel');
    await press('Enter');
    await get('dialog-unsaved').waitFor();
    await press('Escape');
    await get('dialog-unsaved').waitFor({ state: 'detached' });
    expect([await panel(), await get('detail-breed').inputValue()]).toEqual(['record', '柯基']);
    await press('Alt+h');
    await get('unsaved-discard').click();
    await get('screen-rooms').waitFor();
    await press('Escape');
    await desk.openBySearch(`${asked.building}-${asked.unit}-${asked.room}`, asked.room);
    expect(await get('records-pet').count()).toBe(0);
  });

  it('is ended and kept, behind a fold of its own', async () => {
    await get('records-lease').locator('summary').first().click();
    await get('records-lease')
      .getByRole('button', { name: new RegExp(`^${zhCN.person.edit}`) })
      .click();
    await get('record-end').click();
    await get('record-end-day').fill('2026-03-02');
    await press('Enter');
    await get('record-form').waitFor({ state: 'detached', timeout: 20_000 });
    // It is as open as it was.
    await get('records-over-lease').locator('summary').click();
    expect(await get('records-over-lease').innerText()).toContain('2026-03-01 — 2026-03-02');
  });

  it('holds what is sealed by its mask, and opens it in its own row', async () => {
    await openForm('renovation');
    await get('record-contractorPhone').fill('14100000042');
    await desk.chooseReason('renovation');
    await get('record-form').getByTestId('pin-input').fill(DESK_STAFF.receptionist.pin);
    await press('Enter');
    await get('record-form').waitFor({ state: 'detached', timeout: 20_000 });
    expect(await desk.everythingInDocument()).not.toContain('14100000042');
    await get('records-renovation').locator('summary').first().click();
    expect(await desk.reveal('contractorPhone', 'receptionist', { reason: 'renovation' })).toBe(
      '14100000042',
    );
    await press('Escape');
  });
});

// @vitest-environment happy-dom
/** What a form that adds a resident says of what the vault refuses. */
import { expect, it, vi } from 'vitest';
import { fail } from '../../../../contract/result.ts';
import { openMemoryPage, typeInto } from '../../../support/memory-page.tsx';

it('asks for the guardian of a child at the place for one', async () => {
  const page = await openMemoryPage('receptionist');
  page.vault['people.add'] = async () => fail('guardian-needed', {});
  page.modules.deskStore.getState().show({ kind: 'add' });
  await page.get('add-form');
  await typeInto(page, 'edit-name', '试');
  (await page.get('pin-input')).focus();
  page.type('402958');
  await page.click('edit-save');
  const place = await page.get('sealed-input-guardian-0-choice');
  await vi.waitFor(() => expect(place.textContent).toContain('须登记监护人'));
  await vi.waitFor(() => expect(page.focused()).toBe('sealed-input-guardian-0-room'));
  expect(page.find('failure')?.dataset['code']).toBe('guardian-needed');
});

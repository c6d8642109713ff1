// @vitest-environment happy-dom
/** Emergencies on the screen: where the button is that ends one, what stands in place of the form while the last one waits, and what the bell says of overdue ones. */
import { expect, it } from 'vitest';
import type { GlassId, PersonId } from '../../../../contract/ids.ts';
import { ok } from '../../../../contract/result.ts';
import type { GlassEvent } from '../../../../contract/tasks/views.ts';
import { FAKE_PINS } from '../../../support/fake-bridge.ts';
import type { MemoryPage } from '../../../support/memory-page.tsx';
import { openMemoryPage } from '../../../support/memory-page.tsx';

const AT = Date.UTC(2026, 4, 16, 9);
const OVERDUE: GlassEvent = {
  glassId: 7 as GlassId,
  at: AT,
  staffName: '前台甲',
  openings: [
    {
      at: AT,
      personId: 1 as PersonId,
      personMask: '张**',
      fields: ['phone'],
      words: '楼上漏水',
      ticket: null,
    },
    {
      at: AT,
      personId: 2 as PersonId,
      personMask: '覃**',
      fields: ['emergency'],
      words: '楼下也漏',
      ticket: 'T-1',
    },
  ],
  records: 2,
  ended: 'lock',
  overdue: true,
  reader: 'another',
  seen: null,
};

async function openPerson(): Promise<MemoryPage> {
  const page = await openMemoryPage('receptionist');
  page.find('search-box')!.focus();
  page.type('z');
  await page.get('result-row');
  page.press('Enter');
  await page.get('person-panel');
  return page;
}

/** As the task of an emergency does. */
const showGlass = ({ modules }: MemoryPage): void => modules.deskStore.getState().show({ kind: 'glass' });

async function breakGlass(page: MemoryPage): Promise<void> {
  showGlass(page);
  (await page.get('glass-words')).focus();
  page.type('楼上漏水，联系不上');
  page.find('glass-form')!.querySelector<HTMLInputElement>('[data-testid=pin-input]')!.focus();
  page.type(FAKE_PINS.receptionist);
  await page.click('glass-submit');
  await page.get('glass-shown');
}

it('ends an emergency where it was begun, hides what it has shown, and offers no second one', async () => {
  const page = await openPerson();
  expect(page.find('glass-running')).toBeNull();
  await breakGlass(page);
  await page.alerted('emergency-running');
  await page.click('glass-end');
  await page.gone('glass-shown');
  await page.gone('glass-running');
  showGlass(page);
  const failure = (await page.get('glass-waits')).querySelector<HTMLElement>('[data-testid=failure]');
  expect(failure?.dataset['code']).toBe('emergency-unacknowledged');
  expect(page.find('glass-form')).toBeNull();
});

it('keeps the button that ends it on the record once its values are hidden', async () => {
  const page = await openPerson();
  await breakGlass(page);
  await page.click('glass-hide');
  await page.gone('glass-shown');
  expect((await page.get('glass-running')).textContent).toContain('已打开 1 户');
  await page.get('glass-end');
});

it.each(['supervisor', 'admin'] as const)('stands in the bell of a %s as overdue', async (role) => {
  const page = await openMemoryPage(role, (vault) => {
    vault['glass.list'] = async () => ok({ open: [OVERDUE], seen: [] });
  });
  await page.alerted('glass');
  expect(page.find('bell')!.dataset['tone']).toBe('harm');
  expect(page.find('bell-words')!.textContent).toContain('逾期未确认 1 起');
});

it('shows an admin each record of it with its words, and no form', async () => {
  const page = await openMemoryPage('admin', (vault) => {
    vault['glass.list'] = async () => ok({ open: [OVERDUE], seen: [] });
  });
  await page.open('glass');
  const event = await page.get('glass-event');
  for (const words of [
    '前台甲',
    '共打开 2 户',
    '锁定时结束',
    '逾期未确认',
    '张**',
    '楼上漏水',
    '覃**',
    '楼下也漏',
    'T-1',
  ])
    expect(event.textContent).toContain(words);
  expect(page.find('glass-another')!.textContent).toBe('由主管确认。');
  expect(page.find('glass-acknowledge')).toBeNull();
});

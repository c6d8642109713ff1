// @vitest-environment happy-dom
/** Emergencies on the screen: where the button is that ends one, what stands in place of the form while the last one waits, and what the bell says of overdue ones. */
import { expect, it } from 'vitest';
import type { EmergencyId, PersonId } from '../../../../contract/ids.ts';
import { fail, ok } from '../../../../contract/result.ts';
import { EMERGENCY_MS } from '../../../../contract/tasks/lists.ts';
import type { EmergencyEvent, OwnEmergency } from '../../../../contract/tasks/views.ts';
import { type MemoryPage, openMemoryPage } from '../../../support/memory-page.tsx';
import { PINS } from '../../../support/pins.ts';
import { changeReply } from '../../../support/recorded-bridge.ts';

const AT = Date.UTC(2026, 4, 16, 9);
const OVERDUE: EmergencyEvent = {
  emergencyId: 7 as EmergencyId,
  at: AT,
  staffName: '前台甲',
  building: { estate: '', building: '12' },
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

/** Whoever is signed in has begun none, begins one and ends it. */
function answerOwn(vault: MemoryPage['vault']): void {
  let own: OwnEmergency = { running: null, waiting: false };
  vault['emergency.own'] = async () => ok(own);
  changeReply(vault, 'emergency.begin', (begun) => {
    const building = { estate: '', building: '3' };
    own = {
      running: { since: Date.now(), until: Date.now() + EMERGENCY_MS, building, records: 1 },
      waiting: false,
    };
    return begun;
  });
  changeReply(vault, 'emergency.end', () => (own = { running: null, waiting: true }));
}

async function openPerson(): Promise<MemoryPage> {
  const page = await openMemoryPage('receptionist', answerOwn);
  page.find('search-box')!.focus();
  page.type('x');
  await page.get('result-row');
  page.press('Enter');
  await page.get('person-panel');
  return page;
}

/** As the task of an emergency does. */
const showEmergency = ({ modules }: MemoryPage): void =>
  modules.deskStore.getState().show({ kind: 'emergency' });

async function breakEmergency(page: MemoryPage): Promise<void> {
  showEmergency(page);
  (await page.get('emergency-words')).focus();
  page.type('楼上漏水，联系不上');
  page.find('emergency-form')!.querySelector<HTMLInputElement>('[data-testid=pin-input]')!.focus();
  page.type(PINS.receptionist);
  await page.click('emergency-submit');
  await page.get('emergency-shown');
}

it('ends an emergency where it was begun, hides what it has shown, and offers no second one', async () => {
  const page = await openPerson();
  expect(page.find('emergency-running')).toBeNull();
  await breakEmergency(page);
  await page.alerted('emergency-running');
  await page.click('emergency-end');
  await page.gone('emergency-shown');
  await page.gone('emergency-running');
  showEmergency(page);
  const failure = (await page.get('emergency-waits')).querySelector<HTMLElement>('[data-testid=failure]');
  expect(failure?.dataset['code']).toBe('emergency-unacknowledged');
  expect(page.find('emergency-form')).toBeNull();
});

it('keeps the button that ends it on the record once its values are hidden', async () => {
  const page = await openPerson();
  await breakEmergency(page);
  await page.click('emergency-hide');
  await page.gone('emergency-shown');
  expect((await page.get('emergency-running')).textContent).toContain('已打开 1 户');
  expect(page.find('emergency-running')!.textContent).toContain('· 3栋');
  await page.get('emergency-end');
});

it('names the building of one of its rooms, and asks for a supervisor where the vault does', async () => {
  const asked: unknown[] = [];
  const page = await openMemoryPage('receptionist', (vault) => {
    vault['emergency.own'] = async () => ok({ running: null, waiting: false });
    vault['emergency.begin'] = async (request) => {
      asked.push(request);
      return fail('needs-supervisor');
    };
  });
  page.find('search-box')!.focus();
  page.type('x');
  await page.get('result-row');
  page.press('Enter');
  await page.get('person-panel');
  showEmergency(page);
  (await page.get('emergency-words')).focus();
  page.type('楼上漏水，联系不上');
  await page.get('emergency-room');
  page.find('emergency-form')!.querySelector<HTMLInputElement>('[data-testid=pin-input]')!.focus();
  page.type(PINS.receptionist);
  expect(page.find('emergency-supervisor')).toBeNull();
  await page.click('emergency-submit');
  expect((await page.get('emergency-supervisor')).textContent).toContain('请主管当场同意');
  expect(asked).toMatchObject([{ roomId: expect.any(Number) }]);
});

it.each(['supervisor', 'admin'] as const)('stands in the bell of a %s as overdue', async (role) => {
  const page = await openMemoryPage(role, (vault) => {
    vault['alerts.list'] = async () => ok({ open: [], seen: [] });
    vault['emergency.list'] = async () => ok({ open: [OVERDUE], seen: [] });
  });
  await page.alerted('emergency');
  expect(page.find('bell')!.dataset['tone']).toBe('harm');
  expect(page.find('bell-words')!.textContent).toContain('逾期未确认 1 起');
});

it('shows an admin each record of it with its words, and no form', async () => {
  const page = await openMemoryPage('admin', (vault) => {
    vault['emergency.list'] = async () => ok({ open: [OVERDUE], seen: [] });
  });
  await page.open('emergency');
  const event = await page.get('emergency-event');
  for (const words of [
    '前台甲',
    '共打开 2 户',
    '锁定时结束',
    '紧急查看楼栋：12栋',
    '逾期未确认',
    '张**',
    '楼上漏水',
    '覃**',
    '楼下也漏',
    'T-1',
  ])
    expect(event.textContent).toContain(words);
  expect(page.find('emergency-another')!.textContent).toBe('由主管确认。');
  expect(page.find('emergency-acknowledge')).toBeNull();
});

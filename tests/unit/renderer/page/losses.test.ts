// @vitest-environment happy-dom
/** Changes that were not kept: a line in the bell and a section among the alerts, which lead to the record or take one off the list. */
import { expect, it } from 'vitest';
import type { PersonId } from '../../../../contract/ids.ts';
import type { LossView } from '../../../../contract/losses/routes.ts';
import { fail, ok } from '../../../../contract/result.ts';
import { type MemoryPage, openMemoryPage, typeInto, watchRoute } from '../../../support/memory-page.tsx';

const LOSS: LossView = {
  desk: 1,
  n: 7,
  part: 0,
  at: Date.UTC(2026, 4, 16, 9),
  deskName: '门岗',
  why: 'replaced',
  kind: 'phone',
  personId: null,
  personMask: '邢**',
  room: { roomId: 3 as never, label: '29栋 2单元 1803' },
  mask: '141****5084',
};
const UNREADABLE: LossView = {
  ...LOSS,
  n: 8,
  why: null,
  kind: null,
  personMask: null,
  room: null,
  mask: null,
};

const PIN = 'tabby-37-kite';
async function see(page: MemoryPage): Promise<void> {
  await page.click('loss-see');
  await typeInto(page, 'pin-input', PIN);
  await page.click('loss-submit');
}

function openWith(role: 'supervisor' | 'admin', ...given: LossView[]) {
  let losses = given;
  return openMemoryPage(role, (vault) => {
    vault['alerts.list'] = async () => ok({ open: [], seen: [] });
    vault['losses.list'] = async () =>
      role === 'supervisor' ? ok({ losses, more: false }) : fail('not-allowed');
    vault['losses.seen'] = async ({ n }) => {
      losses = losses.filter((one) => one.n !== n);
      return ok({});
    };
  });
}

it('says in the bell how many there are, what each was to be in masks and why it was not kept, and has none once all are seen', async () => {
  const page = await openWith('supervisor', LOSS, UNREADABLE);
  const asked = watchRoute(page, 'losses.seen');
  await page.alerted('losses');
  await page.open('alerts');
  const shown = (await page.get('losses')).textContent;
  for (const words of ['电话', '邢** · 29栋 2单元 1803', '另一台电脑先更换了', '门岗', '无法读取'])
    expect(shown).toContain(words);
  await page.click('loss');
  expect((await page.get('loss-drawer')).textContent).toContain('141****5084');
  await see(page);
  await page.gone('loss-form');
  await page.click('loss');
  expect(page.find('loss-open')).toBeNull();
  await see(page);
  await page.gone('losses');
  await page.calm('losses');
  expect(asked).toEqual([
    { desk: 1, n: 7, pin: PIN },
    { desk: 1, n: 8, pin: PIN },
  ]);
});

it('leads to the record, where it is edited as usual', async () => {
  const page = await openWith('supervisor');
  const personId = page.recorded('people.open').personId as PersonId;
  page.vault['losses.list'] = async () => ok({ losses: [{ ...LOSS, personId }], more: false });
  page.say('changed', { topics: ['losses'] });
  await page.open('alerts');
  await page.click('loss');
  await page.click('loss-open');
  await page.get('person-panel');
});

it('stays on the list, and says why, where it could not be marked', async () => {
  const page = await openWith('supervisor', LOSS);
  page.vault['losses.seen'] = async () => fail('log-unavailable');
  await page.open('alerts');
  await page.click('loss');
  await see(page);
  expect((await page.get('failure')).dataset['code']).toBe('log-unavailable');
  await page.get('losses');
});

it.each(['supervisor', 'admin'] as const)(
  'shows nothing of it to a %s where nothing was lost',
  async (role) => {
    const page = await openWith(role);
    const asked = watchRoute(page, 'losses.list');
    await page.open('alerts');
    await page.get('alerts-none');
    expect(page.find('losses')).toBeNull();
    expect(asked.length > 0).toBe(role === 'supervisor');
  },
);

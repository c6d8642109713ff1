// @vitest-environment happy-dom
/** The page of parcels: what waits, what was collected, and what each form sends. */
import { expect, it } from 'vitest';
import type { Parcel } from '../../../../contract/parcels/routes.ts';
import { ok } from '../../../../contract/result.ts';
import { openMemoryPage, typeInto, watchRoute } from '../../../support/memory-page.tsx';

const WAITS = {
  parcelId: 7,
  roomId: 3,
  room: '3栋2单元1801',
  carrier: '无名快递',
  broughtAt: 0,
  takenBy: '前台甲',
  collected: null,
} as unknown as Parcel;
const COLLECTED = { ...WAITS, parcelId: 8, collected: { by: '本户', at: 1, givenBy: '前台甲' } } as Parcel;

/** Each step leaves what is listed from then on. */
function openWith(...listed: Parcel[]) {
  let parcels = listed;
  return openMemoryPage('receptionist', (vault) => {
    vault['parcels.list'] = async () => ok({ parcels });
    vault['parcels.take'] = async () => ok({ parcels: (parcels = [WAITS]) });
    vault['parcels.give'] = async () => ok({ parcels: (parcels = [COLLECTED]) });
  });
}

it('sends the room and who brought it, and lists the parcel', async () => {
  const page = await openWith();
  const asked = watchRoute(page, 'parcels.take');
  await page.open('parcels');
  await page.get('parcels-none');
  await page.click('parcel-take');
  await typeInto(page, 'parcel-room', '3-2-1801');
  await typeInto(page, 'parcel-carrier', '无名快递');
  await page.click('parcel-submit');
  expect((await page.get('parcel-row')).textContent).toContain('等人来取');
  expect(asked).toEqual([{ room: '3-2-1801', carrier: '无名快递' }]);
});

it('opens a form for one that waits, sends who collected it, and none for one that was collected', async () => {
  const page = await openWith(WAITS);
  const asked = watchRoute(page, 'parcels.give');
  await page.open('parcels');
  await page.click('parcel-row');
  await typeInto(page, 'parcel-collector', '本户');
  await page.click('parcel-submit');
  expect((await page.get('parcel-row')).dataset['state']).toBe('collected');
  expect(asked).toEqual([{ parcelId: 7, collector: '本户' }]);
  await page.click('parcel-row');
  expect(page.find('parcel-form')).toBeNull();
});
